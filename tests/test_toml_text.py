"""What is typed wrongly in Notepad is told with its line, the place under it, and what to write."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kiosk.toml_text import LARGEST, UnreadableError, tables_in, text_of
from tests.trees import GOOD, HEAD, told_of

REST = "; the rest is looked at once this is mended.\n"
YES = '{ say = "Yes", to = "plug" }'


@pytest.mark.parametrize(
    ("good", "bad", "line", "said"),
    [
        ('title = "It is dark"', 'title = "It is dark', 2, 'the closing " is missing; a sentence stands on'),
        ('title = "It is dark"', "title = 'It is dark", 2, "the closing ' is missing"),
        ('"It stays dark."', '"It stays dark.', 33, 'the closing " is missing'),
        (
            'title = "It is dark"',
            "title = “It is dark”",
            2,
            'are Chinese quotation marks; write " (英文引号)',
        ),
        ('title = "It is dark"', "title = “It is dark", 2, "“ is a Chinese quotation mark"),
        ('"Yes", to', '"Yes"， to', 18, "“，” is a Chinese comma; write , (英文逗号)"),
        ("place = 1", "place ＝ 1", 7, "“＝” is a Chinese equals sign; write = (英文等号)"),
        ("place = 1", "place = １", 7, "“１” is a wide sign (全角); write 1 (半角)"),
        ("[steps.plug]", "【steps.plug】", 21, "“【” is a Chinese bracket; write [ (英文方括号)"),
        ("place = 1", "place =\u30001", 7, "a Chinese or invisible space (U+3000)"),
        ("place = 1", "place = 一", 7, "“一” must be in quotes"),
        ("place = 1", "place = 1;", 7, "a ; does not belong here"),
        ("place = 1", "place = 1 // first", 7, "a remark begins with #"),
        ("place = 1", "place = 1st", 7, "does not belong behind the value"),
        ("place = 1", "place: 1", 7, "write = and not :"),
        ("place = 1", "place 1", 7, "after “place” a = is missing"),
        ("place = 1", "place =", 7, "nothing stands here; write a value"),
        ("place = 1", "place = 1\nplace = 2", 8, "“place” stands twice; remove one"),
        ("place = 1", "place = True", 7, "write true or false, small and without quotes"),
        ("place = 1", '地方 = "1"', 7, "a key is expected here"),
        ('"Nothing shines."', '"C:\\Users"', 3, "a \\ cannot stand in a sentence"),
        ('"Nothing shines."', '"Nothing "shines"."', 3, "before “shines” a sentence ends"),
        (YES, '{ say = "Yes, to = "plug" }', 18, 'either a " is missing, or one stands inside the sentence'),
        (YES, '{ say = "Yes", to = "plug", }', 18, "a comma stands before the }; remove it"),
        (YES, '{ say = "Yes", say = "plug" }', 18, "“say” stands twice"),
        (YES, '{ say = "Yes",\nto = "plug" }', 18, "the { of this line is not closed"),
        (YES, '{ say = "Yes" to = "plug" }', 18, "before “to” a sentence ends"),
        (YES, '{ say = "Yes" = "plug" }', 18, "a , or } is missing here"),
        (YES + ",", YES, 18, "a comma is missing at its beginning"),
        (YES + ",", YES + "\n", 19, "a comma is missing at the end of the line before"),
        (YES + ",", YES + " to", 18, "a , or ] is missing here"),
        ('icon = "tv" }]', 'icon = "tv" }', 19, "the [ of “answers”, opened in line 18, is not closed"),
        ("[steps.plug]", "[steps.line]", 21, "there are two steps “line”; give one another name"),
        ("[steps.plug]", "[steps.plug", 21, "a ] is missing; a step begins with [steps.NAME]"),
        ("[steps.plug]", "[steps.the plug]", 21, "a step's name has no spaces"),
        ("[steps.plug]", "[steps.插头]", 21, "a step's name is written with a to z"),
        ("[steps.plug]", "[steps.plug]\n[steps.plug.a]\n[steps.plug.a]", 23, "there are two steps “plug.a”"),
        ("place = 1", "place = {}\n[place.a]", 8, "“this” stands twice"),
        ("place = 1", "place = 2026-02-31", 7, "cannot be understood (Invalid date"),
    ],
)
def test_a_mistake_of_typing_is_told_with_its_line(
    tmp_path: Path, good: str, bad: str, line: int, said: str
) -> None:
    (told,) = told_of(tmp_path, good, bad)
    assert told.startswith(f"dark.toml, line {line}: ")
    assert said in told and REST in told


def test_the_place_is_shown_below_its_line_also_behind_wide_characters() -> None:
    with pytest.raises(UnreadableError) as raised:
        tables_in('a = "光猫" b\n')
    assert raised.value.line == 1
    assert raised.value.wrong.split("\n")[1:] == ['    a = "光猫" b', "    " + " " * 11 + "^"]
    with pytest.raises(UnreadableError) as raised:
        tables_in("more = [\n")
    assert "the [ of “more”, opened in line 1, is not closed; write ] at the end" in raised.value.wrong
    with pytest.raises(UnreadableError, match=r"the \[ opened in line 3, is not closed"):
        tables_in("[[a]]\nb = [\n{ c = [\nplace = 1")


def test_brackets_without_end_are_told_too() -> None:
    with pytest.raises(UnreadableError, match="too deep"):
        tables_in("title = " + "[" * 5000)


WHOLE = (HEAD.format(begin="line") + GOOD).encode()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (WHOLE + "# 光猫".encode("gbk"), "is not saved as UTF-8. In Notepad: 另存为 → 编码 UTF-8."),
        (WHOLE.decode().encode("utf-16"), "is not saved as UTF-8."),
        (WHOLE + b"\0", "is not saved as UTF-8."),
        (b"#" * (LARGEST + 1), "is far too large for a file that people write"),
    ],
)
def test_what_is_no_text_says_how_to_save_it(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "dark.toml"
    path.write_bytes(data)
    with pytest.raises(UnreadableError, match=said.split(".", maxsplit=1)[0]):
        text_of(path)


@pytest.mark.parametrize("ends", [b"\n", b"\r\n", b"\r"])
def test_what_notepad_does_to_a_file_is_read(tmp_path: Path, ends: bytes) -> None:
    path = tmp_path / "dark.toml"
    path.write_bytes(b"\xef\xbb\xbf" + WHOLE.replace(b"\n", ends))
    assert text_of(path) == WHOLE.decode()


def test_what_is_no_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, link, file = tmp_path / "x.toml", tmp_path / "l.toml", tmp_path / "f.toml"
    folder.mkdir()
    link.symlink_to(tmp_path / "nowhere")
    file.write_text("")
    for path, said in ((folder, "is a folder"), (link, "is a link"), (Path("/dev/null"), "is no file")):
        with pytest.raises(UnreadableError, match=said):
            text_of(path)
    for error, said in ((PermissionError(), "may not be read"), (OSError(5, "I/O error"), "I/O error")):
        with monkeypatch.context() as patched:
            patched.setattr(Path, "read_bytes", lambda _, error=error: raised(error))
            with pytest.raises(UnreadableError, match=said):
                text_of(file)


def raised(error: OSError) -> bytes:
    raise error


@given(some.text("ab=\"'[]{},.\\\n# =“，光1", max_size=40))
def test_no_text_stops_the_reader(text: str) -> None:
    try:
        tables_in(text)
    except UnreadableError as error:
        assert 1 <= error.line <= text.count("\n") + 1
