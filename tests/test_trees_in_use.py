from __future__ import annotations

from enum import Enum
from pathlib import Path

import pytest

from kiosk.domain.events import Event, no_log
from kiosk.domain.step_checks import Around
from kiosk.drawings import ASSETS
from kiosk.trees_in_use import around_here, trees_in_use
from tests.trees import GOOD, a_tree, load_trees


class Noted:
    """A log that keeps what it is told."""

    def __init__(self) -> None:
        self.events: list[tuple[Event, Enum | str, int]] = []

    def __call__(self, event: Event, *, what: Enum | str = "", number: int = 0) -> None:
        self.events.append((event, what, number))

    def told(self, event: Event) -> list[tuple[Enum | str, int]]:
        return [(what, number) for one, what, number in self.events if one is event]


def test_all_trees_of_the_project_are_in_use() -> None:
    assert trees_in_use(no_log) == load_trees()


def test_a_tree_with_a_mistake_is_left_out_and_the_rest_is_walked(tmp_path: Path) -> None:
    log = Noted()
    a_tree(tmp_path, GOOD.replace('next = "repair"', 'next = "repare"'))
    whole = (tmp_path / "dark.toml").read_text().replace("repare", "repair")
    (tmp_path / "good.toml").write_text(whole)
    (tmp_path / "bare.toml").write_text(whole.replace('shows = "A plug."', ""))
    (tmp_path / "odd.toml").write_text("title = 3")
    (tmp_path / "lost.toml.txt").write_text(whole)
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "._good.toml").write_bytes(b"\0")
    (tmp_path / "README.md").write_text("")
    assert [tree.name for tree in trees_in_use(log, tmp_path)] == ["good"]
    assert [what for what, _ in log.told(Event.TREE_NOT_TRANSLATED)] == ["good"]
    assert log.told(Event.TREE_LEFT_OUT) == [
        ("lost.toml.txt", 1),
        ("bare", 1),
        ("dark", 1),
        ("folder", 1),
        ("odd", 3),
    ]


def test_whatever_goes_wrong_the_kiosk_opens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = Noted()
    assert trees_in_use(log, tmp_path / "nowhere") == ()
    a_tree(tmp_path)

    def broken(path: Path, around: Around) -> None:
        raise RecursionError

    monkeypatch.setattr("kiosk.trees_in_use.checked_tree", broken)
    assert trees_in_use(log, tmp_path) == ()
    assert log.events == [
        (Event.TREE_LEFT_OUT, "nowhere", 0),
        (Event.TREE_LEFT_OUT, "dark", 0),
        (Event.TREE_LEFT_OUT, tmp_path.name, 0),
    ]


def test_the_drawings_here_can_be_read() -> None:
    around = around_here()
    assert "modem" in around.pictures and not around.broken("pictures/modem")


def test_a_mended_drawing_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.trees_in_use.ASSETS", tmp_path)
    drawing = tmp_path / "modem.svg"
    drawing.write_text("<svg")
    assert around_here().broken("modem")
    drawing.write_text((ASSETS / "pictures" / "modem.svg").read_text())
    assert not around_here().broken("modem")
