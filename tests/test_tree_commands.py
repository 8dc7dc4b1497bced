from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kiosk.app import main
from kiosk.trees_file import load_trees
from tests.trees import GOOD, a_tree


def test_good_trees_are_told_by_their_length(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["trees", "check"]) == 0
    printed = capsys.readouterr().out
    assert "no-calls: 24 steps, 12 on the longest way, at most 5 questions." in printed
    assert printed.endswith("0 problems with the trees.\n")


def test_wrong_trees_are_told_one_by_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    a_tree(tmp_path, GOOD.replace('next = "repair"', 'next = "ask"'))
    (tmp_path / "odd.toml").write_text("title = 3", encoding="utf-8")
    assert main(["trees", "check", "--trees", str(tmp_path)]) == 1
    printed = capsys.readouterr().out
    assert "dark: 5 steps.\n" in printed
    assert "goes round in a circle" in printed
    assert "odd.toml: " in printed


def test_every_tree_is_drawn(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["trees", "draw", "--out", str(tmp_path)]) == 0
    drawn = {path.stem for path in tmp_path.glob("*.dot")}
    assert drawn == {tree.name for tree in load_trees()}
    diagram = (tmp_path / "no-calls.dot").read_text(encoding="utf-8")
    assert '"aeroplane" -> "works" [label="works"]' in diagram
    assert "打不了电话" in diagram
    assert {path.stem for path in tmp_path.glob("*.svg")} == (drawn if shutil.which("dot") else set())


def test_without_graphviz_the_diagrams_are_left_as_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    trees = tmp_path / "trees"
    trees.mkdir()
    a_tree(trees)
    (trees / "odd.toml").write_text("title = 3", encoding="utf-8")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main(["trees", "draw", "--trees", str(trees), "--out", str(tmp_path / "out")]) == 1
    printed = capsys.readouterr().out.splitlines()
    assert printed[0].endswith("dark.dot") and printed[1].startswith("odd.toml: ")
