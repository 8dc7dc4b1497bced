"""Sign language stands at the upper right of every page, for who wants it in a hall that has clips."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QRect, QSize
from pytestqt.qtbot import QtBot

from kiosk.domain.comfort import CAPITAL_MM, Comfort
from kiosk.domain.panel import PANELS
from kiosk.text import Language, t
from kiosk.ui.signs import SignSpot, largest
from kiosk.voice.sign_clips import FolderOfClips, NoSignClips, name_of
from tests.ui.conftest import Kiosk
from tests.ui.fake_desk import stages
from tests.ui.test_layout import problems_of

WISH = Comfort(language=Language.ZH_CN, signing=True, motion=False)
ASKED = t("Are you still there?")


@pytest.fixture
def clips(tmp_path: Path) -> FolderOfClips:
    """A hall where two sentences were signed, by somebody twice as high as wide."""
    (tmp_path / "zh_CN").mkdir()
    frames = [Image.new("RGB", (60, 120), colour) for colour in ("red", "blue")]
    for message in ("Do not send any money", ASKED.message):
        path = tmp_path / "zh_CN" / name_of(message)
        frames[0].save(path, save_all=True, append_images=frames[1:], duration=20, loop=0)
    return FolderOfClips(tmp_path)


Signed = Callable[..., Kiosk]


@pytest.fixture
def signed(clips: FolderOfClips, qtbot: QtBot) -> Iterator[Signed]:
    """Open kiosks in that hall, or in one without clips."""
    opened = []

    def open_(comfort: Comfort = WISH, panel: str = "portrait", *, any_clips: bool = True) -> Kiosk:
        opened.append(Kiosk(stages(comfort)["danger"], PANELS[panel], clips if any_clips else NoSignClips()))
        return opened[-1]

    yield open_
    for kiosk in opened:
        kiosk.close()


def spot_of(kiosk: Kiosk) -> SignSpot | None:
    return kiosk.window._scene.findChild(SignSpot)


def test_a_clip_is_signed_even_where_all_else_stands_still(signed: Signed) -> None:
    kiosk = signed()
    spot = spot_of(kiosk)
    assert spot is not None and spot.is_signing
    kiosk.desk.show(replace(stages(WISH)["facts"], page=2))
    assert not spot.is_signing, "nobody has signed this heading, and the room stays"
    assert spot_of(kiosk) is spot
    kiosk.desk.show(replace(stages(WISH)["facts"], page=2, alert=ASKED))
    assert spot.is_signing


def test_again_signs_from_the_beginning(signed: Signed, qtbot: QtBot) -> None:
    kiosk = signed()
    spot = spot_of(kiosk)
    assert spot is not None
    qtbot.waitUntil(lambda: spot.movie().currentFrameNumber() == 1)
    kiosk.window._again()
    assert spot.is_signing and spot.movie().currentFrameNumber() == 0 and kiosk.events[-1] == "repeat"
    kiosk.desk.show(replace(stages(WISH)["facts"], page=2))
    kiosk.window._again()
    assert not spot.is_signing


def test_only_who_wants_clips_gives_room_for_them(signed: Signed) -> None:
    wanted, not_wanted = signed(), signed(replace(WISH, signing=False))
    without = signed(any_clips=False)
    pages = [kiosk.window._scene.page.geometry() for kiosk in (wanted, not_wanted, without)]
    assert pages[1] == pages[2] and pages[1].contains(pages[0]) and pages[0] != pages[1]
    assert spot_of(not_wanted) is spot_of(without) is None
    not_wanted.desk.show(replace(stages(WISH)["danger"], page=2))
    assert not_wanted.window._scene.page.geometry() == pages[0], "it comes as soon as it is wanted"


@pytest.mark.parametrize("panel", PANELS)
def test_the_clip_stands_at_the_same_place_at_the_upper_right(panel: str, signed: Signed) -> None:
    places: list[QRect] = []
    kiosk = signed(panel=panel)
    for stage in stages(WISH).values():
        kiosk.desk.show(replace(stage, page=kiosk.desk.stage.page + 1))
        spot = spot_of(kiosk)
        assert spot is not None
        assert not spot.geometry().intersects(kiosk.window._scene.page.geometry())
        assert not spot.geometry().intersects(kiosk.window._scene.bar.geometry())
        places.append(spot.geometry())
    place = places[0]
    assert (
        all(other == place for other in places)
        and place.right() > kiosk.panel.width * 0.9
        and place.top() < kiosk.panel.height / 4
    )


EVERY = [(panel, size) for panel in PANELS for size in (0, 3, len(CAPITAL_MM) - 1)]


@pytest.mark.parametrize(("panel", "size"), EVERY)
def test_every_stage_is_whole_beside_a_clip(panel: str, size: int, signed: Signed) -> None:
    comfort = replace(WISH, size=size)
    kiosk = signed(comfort, panel)
    wrong = []
    for name, stage in stages(comfort).items():
        kiosk.desk.show(replace(stage, page=kiosk.desk.stage.page + 1))
        for part in range(kiosk.window.parts):
            wrong += [f"{name} {part}: {problem}" for problem in problems_of(kiosk)]
            kiosk.window.next_part()
    assert not wrong, "\n".join(wrong)


def test_a_clip_is_as_large_as_its_place_holds_and_a_broken_one_takes_none(tmp_path: Path) -> None:
    assert largest(QSize(60, 120), QSize(300, 200)) == QSize(100, 200)
    assert largest(QSize(), QSize(300, 200)) == QSize(0, 0)
    broken = tmp_path / "broken.webp"
    broken.write_bytes(b"no clip")
    spot = SignSpot(QRect(0, 0, 100, 100), None)
    spot.play(broken)
    assert not spot.is_signing
