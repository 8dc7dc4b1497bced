from __future__ import annotations

from pathlib import Path

from kiosk.catalogues import words_of
from kiosk.domain.trees import Measurement, Order
from kiosk.text import Language
from kiosk.tree_diagrams import IN_CHINESE, diagram_of
from kiosk.trees_in_use import checked_tree
from tests.trees import AROUND, GOOD, HEAD


def drawn(folder: Path, steps: str = GOOD, language: Language = Language.ZH_CN) -> str:
    path = folder / "dark.toml"
    path.write_text(HEAD.format(begin="line") + steps, encoding="utf-8")
    read = checked_tree(path, AROUND)
    assert read.tree is not None
    return diagram_of(read.tree, words_of(language), read.problems)


def line_of(diagram: str, begin: str) -> str:
    return next(line for line in diagram.splitlines() if line.strip().startswith(begin))


def test_a_box_tells_its_name_its_sentence_and_its_pictures(tmp_path: Path) -> None:
    diagram = drawn(tmp_path)
    assert diagram.startswith('digraph "dark" {')
    assert ">plug</font><br/>Push the plug in<br/>" in diagram and ">[modem]</font>" in diagram
    assert "peripheries=2" in line_of(diagram, '"line" [')
    assert "peripheries=2" not in line_of(diagram, '"plug" [')
    assert line_of(diagram, '"plug" -> "repair"').endswith('[label="做了没好 (next)\\n做不了 (cannot)"];')
    assert "#B3261E" not in diagram.replace(line_of(diagram, '" unread"'), "")


def test_the_words_are_in_the_language_of_who_looks(tmp_path: Path) -> None:
    assert '[label="正常 (good)"]' in drawn(tmp_path)
    assert "線路測試 (line)" in drawn(tmp_path, language=Language.ZH_HK)
    english = drawn(tmp_path, language=Language.EN)
    assert '[label="good"]' in english and "measure: the network tells" in english


def test_ends_tell_whether_all_is_well_and_what_is_set_going(tmp_path: Path) -> None:
    ends = GOOD.replace("[steps.works]", "[steps.works]\nwell = false")
    ends = ends.replace('order = "repair"', 'order = "repair"\nvisit = true\ncode = "Which code?"')
    diagram = drawn(tmp_path, ends)
    assert "#E8E4F3" in line_of(diagram, '"works" [') and "#E1F2E5" in line_of(drawn(tmp_path), '"works" [')
    assert "<br/>Which code?<br/>→ 报修 (repair) + 上门 (visit)" in diagram


def test_what_is_wrong_is_red(tmp_path: Path) -> None:
    wrong = GOOD.replace('next = "repair"', 'next = "repare"').replace('good = "ask"', 'good = "works"')
    wrong = (
        wrong.replace("It stays dark.", "It {stays} <dark> \\b.") + '[steps.odd]\nsovled = "A"\ndo = "B"\n'
    )
    diagram = drawn(tmp_path, wrong)
    assert '"repare" [shape=box, style=dashed, color="#B3261E"' in diagram
    assert "leads from “next” and “cannot” to “repare”, which is not there. Did you mean “repair”?" in diagram
    assert "It {stays} &lt;dark&gt; �." in diagram
    assert all("penwidth=2" in line_of(diagram, f'"{name}" [') for name in ("ask", "plug", "repair", "odd"))
    assert "penwidth=2" not in line_of(diagram, '"works" [')


def test_every_word_of_a_file_has_its_chinese() -> None:
    words = {word for one in Measurement for word in (one.word, *one.outcomes)}
    assert words | {order.value for order in Order} <= set(IN_CHINESE)
