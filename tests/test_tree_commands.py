from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.app import main
from kiosk.trees_file import TREES
from tests.trees import GOOD, HEAD, a_tree, load_trees

ROOT = TREES.parent.parent


def printed_by(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, list[str]]:
    code = main(["trees", *map(str, arguments)])
    return code, capsys.readouterr().out.splitlines()


def test_good_trees_are_told_by_their_length_and_what_she_sees(capsys: pytest.CaptureFixture[str]) -> None:
    code, printed = printed_by(capsys, "check")
    assert code == 0
    assert printed[: len(load_trees())] == sorted(printed[: len(load_trees())])
    assert printed[-2] == "0 problems with the trees."
    assert printed[-1].startswith(f"{len(load_trees())} symptoms: 1 I cannot make calls · 2 My phone")


def test_wrong_trees_are_told_one_by_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    a_tree(tmp_path, GOOD.replace('next = "repair"', 'next = "ask"'))
    (tmp_path / "odd.toml").write_text("title = 3,", encoding="utf-8")
    (tmp_path / "lost.toml.txt").write_text("", encoding="utf-8")
    whole = (HEAD.format(begin="line") + GOOD).replace('"It is dark"', '"My television"')
    for name in ("one", "two"):
        (tmp_path / f"{name}.toml").write_text(whole, encoding="utf-8")
    code, printed = printed_by(capsys, "check", "--trees", tmp_path)
    assert code == 1
    assert printed[0] == "dark: 5 steps."
    assert printed[1].startswith("  dark.toml, line 16: step “ask” goes round in a circle: ask → plug → ask;")
    at = printed.index("odd: cannot be read.")
    assert printed[at + 1].startswith("  odd.toml, line 1: ") and printed[at + 2 : at + 4] == [
        "      title = 3,",
        "               ^",
    ]
    assert "one: 5 steps, 4 on the longest way, at most 2 questions." in printed
    assert "lost.toml.txt: is not read; a tree's name ends in “.toml”." in printed
    assert "two.toml, line 7: stands in place 1, as one.toml does; 2 is free." in printed
    assert printed[-1] == "2 symptoms: 1 My television · 1 My television; left out: dark, odd."


def test_where_there_is_nothing_that_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed_by(capsys, "check", "--trees", tmp_path) == (
        1,
        ["There is no tree.", "0 problems with the trees.", "no symptom"],
    )
    for what in ("check", "draw"):
        nowhere = tmp_path / "nowhere"
        said = [f"{nowhere}: there is no such folder."]
        assert printed_by(capsys, what, "--trees", nowhere, "--out", tmp_path) == (2, said)


def test_a_terminal_without_chinese_does_not_end_the_check(tmp_path: Path) -> None:
    (tmp_path / "odd.toml").write_text("place ＝ 1", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, ROOT / "main.py", "trees", "check", "--trees", tmp_path],
        env={**os.environ, "PYTHONIOENCODING": "ascii"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1 and done.stderr == ""
    assert "odd.toml, line 1: ???" in done.stdout


def test_every_tree_is_drawn(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "gone.dot").write_text("")
    code, printed = printed_by(capsys, "draw", "--out", tmp_path)
    assert code == 0
    assert printed[-1] == f"{tmp_path / 'gone.dot'}: is of no tree that is there; remove it."
    drawn = {path.stem for path in tmp_path.glob("*.dot")} - {"gone"}
    assert drawn == {tree.name for tree in load_trees()}
    assert "打不了电话" in (tmp_path / "no-calls.dot").read_text(encoding="utf-8")
    assert {path.stem for path in tmp_path.glob("*.svg")} == (drawn if shutil.which("dot") else set())


def test_without_graphviz_the_diagrams_are_left_as_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    trees, out = tmp_path / "trees", tmp_path / "out"
    trees.mkdir()
    a_tree(trees)
    (trees / "odd.toml").write_text("title = 3,", encoding="utf-8")
    monkeypatch.setenv("PATH", str(tmp_path))
    code, printed = printed_by(capsys, "draw", "--trees", trees, "--out", out)
    assert code == 1
    assert "odd: cannot be read." in printed and printed[-1].endswith("dark.dot")


def test_where_no_diagram_can_be_written_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file, dot = tmp_path / "file", tmp_path / "dot"
    file.write_text("")
    code, printed = printed_by(capsys, "draw", "--out", file)
    assert (code, printed[-1]) == (2, f"{file}: no diagram can be written here (File exists).")
    dot.write_text("#!/bin/sh\nexit 1\n")
    dot.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    code, printed = printed_by(capsys, "draw", "--out", tmp_path / "out")
    assert (code, printed[-1].partition(": ")[2]) == (
        2,
        "no diagram can be written here (dot cannot draw home-internet.dot).",
    )
