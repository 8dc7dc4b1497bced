"""Words of the trade are marked; a touch shows what they mean, and leads back to the same place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.catalogues import words_of
from kiosk.domain.comfort import Comfort, Theme
from kiosk.domain.glossary import explanations_of
from kiosk.domain.panel import PANELS
from kiosk.glossary_file import load_glossary
from kiosk.journeys.help import what_it_means
from kiosk.text import Hearing, Language, t
from kiosk.ui.meaning import MeaningTouch
from kiosk.ui.piece import Piece, Touchable
from kiosk.ui.room import Finger, Target, targets_for
from kiosk.ui.trade import NO_TERMS
from kiosk.visit.stage import Stage
from tests.matrix import measures
from tests.ui.conftest import Kiosk
from tests.ui.test_layout import problems_of
from tests.ui.wordy import wordy

GLOSSARY = load_glossary()
ENDS = [(0, Language.ZH_CN), *((4, language) for language in Language)]
AREA, FINGER = QRect(0, 0, 400, 1000), Finger(least=40, gap=8)


class Wordy:
    """Opens kiosks that show words of the trade."""

    def __init__(self) -> None:
        self.opened: list[Kiosk] = []

    def __call__(
        self,
        name: str = "tell",
        panel: str = "portrait",
        size: int = 2,
        *,
        marked: bool = True,
        **comforts: object,
    ) -> Kiosk:
        comfort = replace(Comfort(language=Language.EN, size=size, motion=False), **comforts)  # type: ignore[arg-type]
        stage = Stage(visit=1, page=1, screen=wordy()[name], comfort=comfort)
        glossary = GLOSSARY if marked else NO_TERMS
        kiosk = Kiosk(stage, PANELS[panel], words_of=words_of, glossary=glossary)
        self.opened.append(kiosk)
        return kiosk


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Wordy]:
    opener = Wordy()
    yield opener
    for kiosk in opener.opened:
        kiosk.close()


def meanings(kiosk: Kiosk) -> list[MeaningTouch]:
    return kiosk.window._scene.page.meanings


def touch(kiosk: Kiosk, words: str) -> None:
    one = next(one for one in meanings(kiosk) if words in one.accessibleName())
    kiosk.clock.now += 1
    QTest.mouseClick(one, Qt.MouseButton.LeftButton)


def asked(kiosk: Kiosk) -> list[str]:
    """Return the sentences that the desk was asked for, each time together."""
    told = [what for said, what in kiosk.desk.told if said == "explain"]
    return [" ".join(text.message for text in explanations_of(terms)) for _, terms in told]


def show_meaning(kiosk: Kiosk) -> None:
    """Play the desk: show what was asked for last."""
    (_, terms) = [what for said, what in kiosk.desk.told if said == "explain"][-1]
    kiosk.desk.show(replace(kiosk.desk.stage, meant=what_it_means(explanations_of(terms))))


# ------------------------------------------------------------------------------------- where to touch


def test_what_is_large_and_alone_is_its_own_target() -> None:
    place = QRect(0, 100, 400, 60)
    assert targets_for([place], [], AREA, FINGER) == [Target(place, (0,))]


def test_a_low_line_takes_the_space_around_it_but_none_of_a_button() -> None:
    (alone,) = targets_for([QRect(0, 100, 400, 20)], [], AREA, FINGER)
    assert alone.place.height() == 40 and alone.place.contains(QRect(0, 100, 400, 20))
    button = QRect(0, 130, 400, 50)
    (above,) = targets_for([QRect(0, 100, 400, 20)], [button], AREA, FINGER)
    assert above.place.height() == 40 and button.top() - above.place.bottom() - 1 >= 8


def test_two_lines_that_are_too_close_share_a_target_and_a_line_without_room_has_none() -> None:
    close = [QRect(0, 100, 400, 20), QRect(0, 124, 400, 20)]
    fence = [QRect(0, 40, 400, 50), QRect(0, 160, 400, 50)]
    (shared,) = targets_for(close, fence, AREA, FINGER)
    assert shared.stands_for == (0, 1) and shared.place.height() >= 40
    tight = [QRect(0, 40, 400, 50), QRect(0, 130, 400, 50)]
    assert targets_for([close[0]], tight, AREA, FINGER) == []
    assert targets_for([QRect(0, -90, 400, 60)], [], AREA, FINGER) == []
    assert targets_for([QRect(0, 100, 20, 60)], [], AREA, FINGER) == []


def test_rows_of_a_sheet_keep_apart_and_columns_do_not_mind_each_other() -> None:
    rows = [QRect(0, 100 + 50 * i, 190, 50) for i in range(3)] + [QRect(210, 100, 190, 50)]
    places = [one.place for one in targets_for(rows, [], AREA, FINGER)]
    assert len(places) == 4 and places[3] == rows[3]
    for one, other in combinations(places[:3], 2):
        assert not one.adjusted(-8, -8, 8, 8).intersects(other)


# --------------------------------------------------------------------------------------- on the page


@pytest.mark.parametrize(("size", "language"), ENDS)
@pytest.mark.parametrize("panel", PANELS)
def test_every_touch_is_large_apart_and_marked_and_moves_nothing(
    panel: str, size: int, language: Language, opened: Wordy
) -> None:
    marked = opened("plain", panel, size, language=language)
    plain = opened("plain", panel, size, language=language, marked=False)
    found = 0
    for number, (name, screen) in enumerate(wordy().items(), 2):
        for kiosk in (marked, plain):
            kiosk.desk.show(replace(kiosk.desk.stage, page=number, screen=screen))
        assert marked.window.parts == plain.window.parts
        for _ in range(marked.window.parts):
            assert marked.window.controls() == plain.window.controls()
            touched = measures.touchables(marked)
            readings = [
                *measures.targets(marked, touched),
                *measures.gaps(marked, touched),
                *measures.dots(marked),
            ]
            wrong = [
                f"{name}: {one.rule.what} {one.value:.2f} {one.what}" for one in readings if not one.holds
            ]
            assert not wrong and problems_of(marked) == [], wrong
            found += len(meanings(marked))
            marked.window.next_part()
            plain.window.next_part()
    assert found >= len(wordy())


@pytest.mark.parametrize("theme", Theme)
def test_dots_are_seen_in_every_theme(theme: Theme, opened: Wordy) -> None:
    for name in ("tell", "choose", "review", "bars", "steps"):
        kiosk = opened(name, "landscape", theme=theme)
        readings = list(measures.dots(kiosk))
        assert readings and all(one.holds for one in readings)


def test_what_is_on_a_button_is_chosen_and_never_explained(opened: Wordy) -> None:
    kiosk = opened("choose")
    under = [
        one
        for one in kiosk.window._scene.page.buttons()
        if any(touch.geometry().intersects(one.geometry()) for touch in meanings(kiosk))
    ]
    assert under == [] and len(meanings(kiosk)) == 2


def test_a_touch_asks_for_all_the_words_of_its_paragraph_in_order_and_answers_nothing(opened: Wordy) -> None:
    kiosk = opened("choose")
    touch(kiosk, "contract, penalty")
    assert asked(kiosk) == [
        "A contract is a promise to stay until a day. "
        "A penalty is the money you pay for ending a contract early."
    ]
    assert not any(said == "answer" for said, _ in kiosk.desk.told)
    touch(kiosk, "contract, penalty")
    kiosk.clock.now -= 0.6
    touch(kiosk, "contract, penalty")
    assert len(asked(kiosk)) == 2, "a tremor is not two touches"


def test_the_meaning_stands_before_the_page_with_one_way_back_to_the_same_place(opened: Wordy) -> None:
    kiosk = opened("tell", "compact", 4)
    kiosk.window.next_part()
    kiosk.window.next_part()
    part = kiosk.window.part
    assert part > 1
    touch(kiosk, "contract")
    show_meaning(kiosk)
    page = kiosk.window._scene.page
    assert (kiosk.window.part, meanings(kiosk)) == (1, [])
    assert kiosk.window._scene.focused() is page.heading
    kiosk.window._turn_to(kiosk.window.parts)
    back = page.buttons()[-1]
    assert back.accessibleName() == "Back to where I was"
    kiosk.clock.now += 1
    back.click()
    assert ("answer", (1, None)) in kiosk.desk.told
    kiosk.desk.show(replace(kiosk.desk.stage, meant=None))
    assert kiosk.window.part == part and meanings(kiosk)


def test_what_was_typed_is_still_there_after_a_meaning_and_an_alert_over_it(opened: Wordy) -> None:
    kiosk = opened("enter")
    QTest.keyClick(kiosk.window, Qt.Key.Key_7)
    touch(kiosk, "penalty")
    show_meaning(kiosk)
    QTest.keyClick(kiosk.window, Qt.Key.Key_8)
    there = kiosk.desk.stage
    kiosk.desk.show(replace(there, alert=t("Are you still there?")))
    kiosk.desk.show(there)
    assert kiosk.window._scene.page.heading.accessibleName() == "What does it mean?"  # type: ignore[union-attr]
    kiosk.desk.show(replace(there, meant=None))
    assert kiosk.window._doing.draft.typed == "7"


def test_nothing_is_marked_at_rest_under_an_alert_or_while_an_answer_is_on_its_way(opened: Wordy) -> None:
    kiosk = opened("tell")
    assert meanings(kiosk)
    stage = kiosk.desk.stage
    kiosk.desk.show(replace(stage, waiting=True))
    kiosk.window._doing.explain(GLOSSARY.terms[:1])
    assert asked(kiosk) == []
    for covered in (replace(stage, visit=0), replace(stage, alert=t("Are you still there?"))):
        kiosk.desk.show(covered)
        assert meanings(kiosk) == []
        assert not any(thing.marked for thing in kiosk.window.findChildren(Piece))


def test_a_page_that_changes_under_the_finger_keeps_its_touch(opened: Wordy) -> None:
    kiosk = opened("tell")
    before = meanings(kiosk)
    kiosk.desk.show(replace(kiosk.desk.stage, helper_called=True))
    assert meanings(kiosk) == before
    kiosk.desk.show(replace(kiosk.desk.stage, page=2, screen=wordy()["plain"]))
    assert meanings(kiosk) == []


def test_somebody_who_sits_touches_only_what_is_within_reach(opened: Wordy) -> None:
    kiosk = opened("agree", "landscape", low=True)
    heights = measures.heights(kiosk, measures.touchables(kiosk))
    assert meanings(kiosk) and all(one.holds for one in heights)


# ------------------------------------------------------------------------------- keys, ears, fingers


def test_keys_and_switches_walk_no_longer_way(opened: Wordy) -> None:
    marked, plain = opened("tell"), opened("tell", marked=False)
    stops = [[stop.accessibleName() for stop in kiosk.window._scene.stops()] for kiosk in (marked, plain)]
    assert stops[0] == stops[1]


def test_by_ear_a_sentence_tells_that_it_can_be_asked_and_enter_asks(opened: Wordy) -> None:
    kiosk = opened("tell")
    kiosk.desk.show(replace(kiosk.desk.stage, hearing=Hearing.HEADPHONES))
    QTest.keyClick(kiosk.window, Qt.Key.Key_Down)
    assert kiosk.heard[-1].startswith("read of trade If you leave")
    QTest.keyClick(kiosk.window, Qt.Key.Key_Return)
    assert len(asked(kiosk)) == 1
    focus = kiosk.window._scene.focused_key()
    show_meaning(kiosk)
    kiosk.desk.show(replace(kiosk.desk.stage, meant=None))
    assert kiosk.window._scene.focused_key() == focus
    QTest.keyClick(kiosk.window, Qt.Key.Key_Down)
    assert kiosk.heard[-1].startswith("read No hurry")


def test_two_taps_of_an_exploring_finger_ask(opened: Wordy) -> None:
    kiosk = opened("tell", exploring=True, voice=True)
    explorer = kiosk.window._reaching._explorer
    place = meanings(kiosk)[1].geometry().translated(kiosk.window._scene.page.pos())
    for _ in range(2):
        explorer.landed(place.center())
        explorer.lifted(lost=False)
    assert asked(kiosk) == []
    explorer.landed(QPoint(place.center()))
    explorer._explore()
    explorer.lifted(lost=False)
    assert kiosk.heard[-1].startswith("read of trade If you leave")
    for _ in range(2):
        explorer.landed(place.center())
        explorer.lifted(lost=False)
    assert len(asked(kiosk)) == 1


def test_assistive_technology_finds_a_button_that_says_what_it_explains(opened: Wordy) -> None:
    kiosk = opened("choose")
    one = QAccessible.queryAccessibleInterface(meanings(kiosk)[0])
    assert one.role() is QAccessible.Role.Button
    assert one.text(QAccessible.Text.Name) == "What does it mean: contract, penalty"
    assert "Press" in one.actionInterface().actionNames()
    assert all(isinstance(touch, Touchable) for touch in meanings(kiosk))


def test_a_touch_shows_that_it_is_felt(opened: Wordy) -> None:
    kiosk = opened("choose")
    one = meanings(kiosk)[0]
    before = one.grab().toImage()
    one.setDown(True)
    assert one.grab().toImage() != before
