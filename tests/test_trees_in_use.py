from __future__ import annotations

from enum import Enum
from pathlib import Path

from kiosk.domain.events import Event, no_log
from kiosk.trees_file import load_trees
from kiosk.trees_in_use import Mistake, trees_in_use
from tests.trees import GOOD, a_tree


def test_all_trees_of_the_project_are_in_use() -> None:
    assert trees_in_use(no_log) == load_trees()


def test_a_tree_with_a_mistake_is_left_out_and_the_rest_is_walked(tmp_path: Path) -> None:
    noted: list[tuple[Event, Enum | str, int]] = []

    def log(event: Event, *, what: Enum | str = "", number: int = 0) -> None:
        noted.append((event, what, number))

    a_tree(tmp_path, GOOD.replace('next = "repair"', 'next = "repare"'))
    (tmp_path / "good.toml").write_text((tmp_path / "dark.toml").read_text().replace("repare", "repair"))
    (tmp_path / "odd.toml").write_text("title = 3")
    assert [tree.name for tree in trees_in_use(log, tmp_path)] == ["good"]
    assert noted == [
        (Event.TREE_LEFT_OUT, Mistake.IS_NOT_WHOLE, 1),
        (Event.TREE_LEFT_OUT, Mistake.CANNOT_BE_READ, 3),
    ]
