"""What leads a page leads it: the code, the figures, the few choices; courtesies give way to the rest."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.comfort import CAPITAL_MM, Comfort
from kiosk.domain.panel import PANELS
from kiosk.screens import Choose, Fact, Option, Scan, Screen
from kiosk.text import Code, Language, Text, just, t
from kiosk.ui.buttons import Card, Plain
from kiosk.ui.labels import Paragraph
from kiosk.ui.piece import Piece, Touchable
from kiosk.ui.qr import QrCode
from tests.ui.conftest import Kiosk, Opener
from tests.ui.recorder import written_on

RAGGED = 3
"""So many pixels a column of figures may be out of line."""
HELP = "Touch what you came for. You can go back at any time."


def choices(count: int, words: Text | None = None) -> Choose[str]:
    names = ("Look now", "Ask a person", "Read a message", "Stop here", "Something else")[:count]
    options = tuple(Option(answer=name, label=t(name), icon="help") for name in names)
    return Choose(title=t("What can we do?"), body=(words,) if words else (), options=options, help=t(HELP))


def shown(kiosk: Kiosk, screen: Screen[str], size: int = 2) -> list[Piece | Touchable]:
    comfort = Comfort(size=size, language=Language.EN)
    kiosk.desk.show(replace(kiosk.desk.stage, visit=1, screen=screen, comfort=comfort))
    return kiosk.window._scene.page.things()


def help_in(things: list[Piece | Touchable]) -> bool:
    return any(isinstance(thing, Paragraph) and thing.block.text == HELP for thing in things)


def test_help_stands_where_there_is_room_and_gives_way_before_a_page_needs_parts(opened: Opener) -> None:
    kiosk = opened("welcome", "compact")
    assert help_in(shown(kiosk, choices(3)))
    few = Choose(title=t("What can we do?"), options=choices(2).options, help=t(HELP))
    sizes = [(help_in(shown(kiosk, few, size)), kiosk.window.parts) for size in range(len(CAPITAL_MM))]
    assert (False, 1) in sizes
    assert all(parts == 1 for helped, parts in sizes if helped)


@pytest.mark.parametrize("panel", PANELS)
def test_few_choices_are_large_and_many_are_not(panel: str, opened: Opener) -> None:
    kiosk = opened("welcome", panel)
    few = [thing for thing in shown(kiosk, choices(3)) if isinstance(thing, Card)]
    many = [thing for thing in shown(kiosk, choices(5)) if isinstance(thing, Card)]
    assert len({card.height() for card in few}) == 1
    assert min(card.height() for card in few) > max(card.height() for card in many) * 0.9
    assert all(card.block.roomy for card in few)
    assert not any(card.block.roomy for card in many)


@pytest.mark.parametrize("panel", PANELS)
def test_the_code_leads_and_another_way_stands_last(panel: str, opened: Opener) -> None:
    kiosk = opened("welcome", panel)
    screen: Scan[str] = Scan(
        title=t("Scan this with your phone"),
        code="http://192.168.1.20:9091/phone/device?user_code=WDJB-MJHT",
        match=just(Code("42")),
        place=t("Hall A, kiosk 1"),
        site=just(Code("192.168.1.20")),
        lasts=120,
        options=(Option(answer="other", label=t("Use another way"), icon="back"),),
    )
    things = shown(kiosk, screen)
    assert kiosk.window.parts == 1
    code = next(thing for thing in things if isinstance(thing, QrCode))
    page = kiosk.window._scene.page
    if PANELS[panel].portrait:
        assert page.width() * 0.5 <= code.width() <= page.width() * 2 / 3
    else:
        assert code.height() >= page.height() * 0.55
    assert isinstance(things[-1], Plain)
    assert things[-1].text() == "Use another way"


@pytest.mark.parametrize("panel", PANELS)
def test_figures_stand_in_one_column_at_the_right_of_their_labels(panel: str, opened: Opener) -> None:
    kiosk = opened("welcome", panel)
    counts = tuple(
        Fact(label=t(name), value=just(number), note=t("As of today, 9:05"), big=True)
        for name, number in (("China Mobile", 3), ("China Unicom", 12), ("China Telecom", 0))
    )
    shown(kiosk, replace(choices(1), facts=counts))
    written = written_on(kiosk.window)
    figures = [text.place for text in written if text.text in {"3", "12", "0"}]
    labels = [text.place for text in written if text.text.startswith("China")]
    assert len(figures) == len(labels) == len(counts)
    assert max(place.right() for place in figures) - min(place.right() for place in figures) < RAGGED
    for figure, label in zip(figures, labels, strict=True):
        assert figure.left() > label.right()
        assert figure.top() < label.bottom()
