"""A drawing that another program broke is noted, and nothing is drawn for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.comfort import Theme
from kiosk.drawings import ASSETS
from kiosk.ui.art import Art
from kiosk.ui.theme import ROLES

GOOD = (ASSETS / "pictures" / "modem.svg").read_bytes()


@pytest.mark.parametrize(
    "data",
    [b"", b"hello", GOOD[:200], GOOD.decode().encode("utf-16"), b'<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ids=["empty", "text", "cut off", "utf-16", "no size"],
)
def test_a_broken_drawing_draws_nothing_and_is_noted(qtbot: QtBot, tmp_path: Path, data: bytes) -> None:
    for kind in ("pictures", "icons"):
        (tmp_path / kind).mkdir()
        (tmp_path / kind / "broken.svg").write_bytes(data)
    art = Art(ROLES[Theme.PAPER], tmp_path)
    assert art.shape("broken") == pytest.approx(4 / 3)
    assert art.picture("broken", 200, 200).width() == 200
    assert art.icon("broken", "#000000", 20).width() == 20
    assert not art.blinks("gone")
    assert art.missing == {"pictures/broken.svg", "icons/broken.svg", "pictures/gone.svg"}


def test_a_good_drawing_is_not_noted(qtbot: QtBot) -> None:
    art = Art(ROLES[Theme.PAPER])
    assert art.picture("modem", 200, 200).width() == 200
    assert art.missing == set()
