"""The checks of the catalogues find each kind of breakage, and leave good sentences alone."""

from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po

from scripts import words
from scripts.words import Avoid


def said(*messages: str | tuple[str, str]) -> Catalog:
    catalogue = Catalog(charset="utf-8")
    for message in messages:
        catalogue.add(message, locations=[("kiosk/a.py", 1)])
    return catalogue


def po(text: str, language: str = "zh_CN") -> Catalog:
    return read_po(BytesIO((words.header(language) + text).encode()), locale=language)


def entry(message: str, translation: str) -> str:
    return f'msgid "{message}"\nmsgstr "{translation}"\n\n'


def wrongs(catalogue: Catalog, source: Catalog, language: str = "zh_CN", *avoid: Avoid) -> list[str]:
    return [problem.wrong for problem in words.problems_in(catalogue, source, language, avoid)]


def wrong_with(message: str, translation: str, *avoid: Avoid) -> list[str]:
    return wrongs(po(entry(message, translation)), said(message), "zh_CN", *avoid)


def test_good_sentences_pass() -> None:
    assert wrong_with("Lay your card here, {name}.", "{name}，请把身份证放在这里。") == []
    many = 'msgid "{count} card"\nmsgid_plural "{count} cards"\nmsgstr[0] "{count}张卡"\n'
    assert wrongs(po(many), said(("{count} card", "{count} cards"))) == []


def test_absent_empty_fuzzy_and_obsolete_entries_are_found() -> None:
    assert wrongs(po(""), said("Go on")) == ["not in the catalogue"]
    assert wrong_with("Go on", "") == ["no translation"]
    assert wrongs(po("#, fuzzy\n" + entry("Go on", "继续")), said("Go on")) == ["fuzzy"]
    assert wrongs(po(entry("Go on", "继续")), said()) == ["obsolete"]
    assert wrongs(po('#~ msgid "Go on"\n#~ msgstr "继续"\n'), said()) == ["obsolete"]


def test_plural_forms_must_be_full_and_as_many_as_the_language_has() -> None:
    source = said(("{count} card", "{count} cards"))
    head = 'msgid "{count} card"\nmsgid_plural "{count} cards"\n'
    half = po(head + 'msgstr[0] "{count} card"\nmsgstr[1] ""\n', "en")
    assert "a plural form is empty" in wrongs(half, source, "en")
    assert wrongs(po(entry("{count} card", "{count}张卡")), source) == ["wrong number of plural forms"]
    text = words.header("en") + head + 'msgstr[0] "{count}张卡"\nmsgstr[1] "{count}张卡"\n'
    two_in_chinese = read_po(BytesIO(text.encode()))
    assert wrongs(two_in_chinese, source) == ["wrong number of plural forms"] * 2


def test_a_file_with_more_forms_than_its_header_says_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.po"
    path.write_text(words.header("zh_CN") + 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\n')
    with pytest.raises(PoFileError):
        words.read_catalogue(path, "zh_CN")


@pytest.mark.parametrize(
    ("translation", "wrong"),
    [
        ("您好。", "{name} is missing"),
        ("您好，{name}，{age}岁。", "{age} is not known"),
        ("您好，{name。", "broken {place} (expected '}' before end of string)"),
        ("您好，{}，{name}。", "broken {place} ({})"),
        ("您好，{name.full}。", "broken {place} ({name.full})"),
        ("您好，{name:>9}。", "broken {place} ({name})"),
    ],
)
def test_places_must_be_the_same(translation: str, wrong: str) -> None:
    assert wrong_with("Hello, {name}.", translation) == [wrong]


def test_one_thing_needs_no_figure() -> None:
    source, head = said(("One card", "{count} cards")), 'msgid "One card"\nmsgid_plural "{count} cards"\n'
    assert wrongs(po(head + 'msgstr[0] "One card"\nmsgstr[1] "{count} cards"\n', "en"), source, "en") == []
    many = po(head + 'msgstr[0] "One card"\nmsgstr[1] "Cards"\n', "en")
    assert wrongs(many, source, "en") == ["{count} is missing"]


def test_a_sentence_has_at_most_twenty_han() -> None:
    assert wrong_with("Long.", "卡" * 20 + "，{x}。".replace("{x}", "5G")) == []
    assert wrong_with("Long.", "卡" * 20 + "。" + "卡" * 20) == []
    assert wrong_with("Long.", "卡" * 11 + "，" + "卡" * 10 + "。") == ["a sentence of 21 Han"]


def test_an_english_sentence_has_at_most_twenty_five_words() -> None:
    short, long = "word " * 24 + "word.", "word " * 25 + "word."
    assert wrongs(po(entry(short, short), "en"), said(short), "en") == []
    assert wrongs(po(entry(long, long), "en"), said(long), "en") == ["a sentence of 26 words"]


def test_spaces_at_the_edge_and_narrow_marks_are_found() -> None:
    assert wrong_with(" Go on", "继续") == ["a space at its beginning or end"]
    assert wrong_with("Go on", "继续 ") == ["a space at its beginning or end"]
    assert wrong_with("Please wait.", "请稍等,马上好。") == ["a narrow mark among Han"]


def test_words_to_avoid_are_found_where_nothing_explains_them() -> None:
    alone = Avoid("确定", say="会怎样", alone=True)
    fine = Avoid("违约", say="赔的钱", unless="赔")
    assert wrong_with("Yes", "确定", alone) == ["确定 (say: 会怎样)"]
    assert wrong_with("Are you sure?", "您确定吗？", alone) == []
    assert wrong_with("A fine.", "有违约金。", fine) == ["违约 (say: 赔的钱)"]
    assert wrong_with("A fine.", "有违约金，就是要赔的钱。", fine) == []
    assert Avoid("user", say="you").is_in("A User's card")
    assert not Avoid("user", say="you").is_in("It is used.")


def test_the_list_of_words_to_avoid_can_be_read() -> None:
    avoid = words.words_to_avoid(Path(words.__file__).with_suffix(".toml"))
    assert set(avoid) == set(words.LANGUAGES)


def test_sentences_are_read_from_the_program_and_must_be_written_out(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(
        't("Go on", say=aloud("Carry on"))\ntn("{count} card", "{count} cards", n)\n'
        't(name)\nt()\ntn("a", b, 1)\n' + "f\"{t('Hidden').shown(words)}\"\n"
    )
    found = {entry.id for entry in words.sentences_in(tmp_path) if entry.id}
    assert found >= {"Go on", "Carry on", ("{count} card", "{count} cards")}
    said = words.sentences_in(tmp_path)
    where = [problem.where for problem in words.unreadable_calls(tmp_path, said)]
    assert where == ["a.py:3", "a.py:4", "a.py:5", *(["a.py:6"] if said.get("Hidden") is None else [])]


def test_an_update_adds_what_is_new_and_drops_what_is_old() -> None:
    source = said("Go on", ("{count} card", "{count} cards"))
    chinese = words.updated(po(entry("Go on", "继续") + entry("Old", "旧")), source, "zh_CN")
    assert '"继续"' in chinese and "Old" not in chinese and 'msgstr[0] ""' in chinese
    assert words.updated(po(chinese.removeprefix(words.header("zh_CN"))), source, "zh_CN") == chinese
    english = words.updated(po("", "en"), source, "en")
    assert wrongs(po(english.removeprefix(words.header("en")), "en"), source, "en") == []


def test_hong_kong_reads_no_simplified_sign() -> None:
    source = said("Go on")
    assert wrongs(po(entry("Go on", "繼續"), "zh_HK"), source, "zh_HK") == []
    assert wrongs(po(entry("Go on", "继续"), "zh_HK"), source, "zh_HK") == ["simplified characters (继续)"]


def test_a_project_is_checked_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "kiosk").mkdir()
    (tmp_path / "kiosk" / "a.py").write_text('t("Go on")\n')
    made = "not what scripts/check-words --update makes"
    hand = "written by hand for other words"
    assert {p.wrong for p in words.check(tmp_path, update=False)} == {"not in the catalogue", made, hand}
    monkeypatch.setattr("scripts.hong_kong.TABLE", tmp_path / "hong_kong.toml")
    (tmp_path / "hong_kong.toml").write_text('[characters]\n[words]\n[names]\nstay = ""\n')
    assert list(map(str, words.check(tmp_path, update=True))) == ["zh_CN: no translation: 'Go on'"]
    chinese = tmp_path / "translations" / "zh_CN" / "LC_MESSAGES" / "kiosk.po"
    chinese.write_text(chinese.read_text().replace('msgstr ""\n\n', 'msgstr "继续"\n\n'))
    assert [problem.wrong for problem in words.check(tmp_path, update=False)] == [made]
    assert list(words.check(tmp_path, update=True)) == list(words.check(tmp_path, update=False)) == []
    chinese.write_text(chinese.read_text() + "msgid unquoted\n")
    assert {problem.wrong[:14] for problem in words.check(tmp_path, update=False)} == {"cannot be read"}


def test_where_a_tree_cannot_be_read_no_translation_is_lost(tmp_path: Path) -> None:
    (tmp_path / "kiosk").mkdir()
    (tmp_path / "assets" / "trees").mkdir(parents=True)
    (tmp_path / "assets" / "trees" / "odd.toml").write_text("title = ")
    (told,) = words.check(tmp_path, update=True)
    assert str(told).startswith(
        "trees: cannot be read; nothing was looked at: 'odd.toml, line 1: nothing stands"
    )
    assert not (tmp_path / "translations").exists()
