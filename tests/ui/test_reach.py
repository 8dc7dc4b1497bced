"""A low screen and a left hand: every screen whole and within reach, in millimetres above the floor."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from PySide6.QtCore import QRect

from kiosk.domain.comfort import CAPITAL_MM, Comfort, Hand
from kiosk.domain.panel import PANELS, Panel
from kiosk.text import Language
from kiosk.ui.blocks import Shape
from kiosk.ui.buttons import Card, Plain
from kiosk.ui.piece import Piece
from kiosk.ui.tally import Counter
from tests.ui.conftest import Kiosk, Opener
from tests.ui.fake_desk import stages
from tests.ui.made_up import Author
from tests.ui.test_layout import CHANCES, SOME, Bars, wrong_with

HIGH = {
    "portrait": replace(PANELS["portrait"], lower_edge_mm=700),
    "landscape": replace(PANELS["landscape"], lower_edge_mm=900),
}
"""Panels that hang so high that much of them is out of reach for somebody who sits."""


def everything_wrong(kiosk: Kiosk, seed: str) -> list[str]:
    comfort, bars = kiosk.desk.stage.comfort, set[Bars]()
    wrong = [w for name, stage in stages(comfort).items() for w in wrong_with(kiosk, name, stage, bars)]
    author = Author(Random(seed), chinese=comfort.language is not Language.EN)
    for number in range(CHANCES):
        stage = replace(kiosk.desk.stage, visit=1, screen=author.screen())
        wrong += wrong_with(kiosk, f"screen {number}", stage, bars)
    return [*wrong, *(["the bar moves"] if len(bars) > 1 else [])]


@pytest.mark.parametrize(("panel", "size", "language"), SOME)
def test_low_and_for_a_left_hand_everything_is_whole_and_within_reach(
    panel: str, size: int, language: Language, opened: Opener
) -> None:
    kiosk = opened("welcome", panel, size, language, low=True, hand=Hand.LEFT)
    assert not (wrong := everything_wrong(kiosk, f"{panel} {size} {language}")), "\n".join(wrong)


@pytest.mark.parametrize("size", range(0, len(CAPITAL_MM), 2))
@pytest.mark.parametrize("panel", HIGH.values(), ids=HIGH)
def test_a_panel_that_hangs_high_is_within_reach_of_somebody_who_sits(
    panel: Panel, size: int, opened: Opener
) -> None:
    kiosk = opened("welcome", panel, size, low=True)
    assert not (wrong := everything_wrong(kiosk, f"high {size}")), "\n".join(wrong)


@pytest.mark.parametrize("hand", Hand)
@pytest.mark.parametrize("panel", PANELS)
def test_the_way_forward_stands_low_where_the_hand_is_and_back_across(
    panel: str, hand: Hand, opened: Opener
) -> None:
    kiosk = opened("welcome", panel, 3, hand=hand)
    middle, left_handed = kiosk.panel.width / 2, hand is Hand.LEFT
    for stage in stages(kiosk.desk.stage.comfort).values():
        kiosk.desk.show(replace(stage, page=kiosk.desk.stage.page + 1))
        scene = kiosk.window._scene
        for thing in scene.page.things():
            if isinstance(thing, Plain) and thing.block.shape is Shape.FORWARD:
                place, page = thing.geometry(), scene.page.rect()
                at_the_hand = place.left() - page.left() if left_handed else page.right() - place.right()
                assert at_the_hand <= 1, stage.screen.title.message
        back = scene.place_of(scene.bar.buttons[0])
        assert (back.center().x() > middle) is left_handed


def test_choices_keep_their_order_and_columns_for_a_left_hand(opened: Opener) -> None:
    def places(hand: Hand) -> list[tuple[str, QRect]]:
        scene = opened("choose-6", "landscape", hand=hand).window._scene
        cards = [thing for thing in scene.page.things() if isinstance(thing, Card)]
        return [(card.text(), scene.place_of(card)) for card in cards]

    assert places(Hand.LEFT) == places(Hand.RIGHT)


def test_counts_are_changed_where_the_hand_is(opened: Opener) -> None:
    counter = next(iter(opened("tally-5", hand=Hand.LEFT).window.findChildren(Counter)))
    assert counter.less.x() < counter.more.x() < counter.width() / 2


def test_what_is_only_read_begins_at_the_left_for_both_hands(opened: Opener) -> None:
    for hand in Hand:
        kiosk = opened("agree", "compact", 2, hand=hand)
        scene = kiosk.window._scene
        read = [scene.place_of(thing) for thing in scene.page.things() if isinstance(thing, Piece)]
        at_the_right = [place.x() > kiosk.panel.width / 2 for place in read]
        assert any(at_the_right)
        assert at_the_right == sorted(at_the_right)


def test_low_puts_choices_as_low_as_can_be(opened: Opener) -> None:
    for panel in PANELS:
        kiosk = opened("choose-2", panel, 1, low=True)
        page = kiosk.window._scene.page
        cards = [thing.geometry() for thing in page.things() if isinstance(thing, Card)]
        assert max(place.bottom() for place in cards) == page.height() - 1


def test_a_changed_hand_is_seen_at_once_and_keeps_the_focus(opened: Opener) -> None:
    kiosk = opened("choose-4")
    kiosk.window._scene.focus(("option", 2))
    kiosk.desk.show(replace(kiosk.desk.stage, comfort=Comfort(language=Language.EN, hand=Hand.LEFT)))
    assert kiosk.window._scene.focused_key() == ("option", 2)
    back, *_, end = kiosk.window.controls()[-5:]
    assert back[-1].x() > end[-1].x()
