"""What is measured on a kiosk's window: words, colours, and things to touch."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.domain.comfort import Theme
from kiosk.ui.bar import BarButton
from kiosk.ui.buttons import Card, Plain
from kiosk.ui.captions import CaptionStrip
from kiosk.ui.day_field import DayField
from kiosk.ui.face import Face
from kiosk.ui.labels import Heading
from kiosk.ui.meaning import MeaningTouch
from kiosk.ui.piece import Touchable
from kiosk.ui.status import StatusLine
from kiosk.ui.typeset import Laid
from tests.matrix import rules
from tests.matrix.colours import DICHROMACIES, Pixels, pixels_of
from tests.matrix.rules import Reading
from tests.matrix.samples import dots_of, scans, text_contrast, weakest
from tests.matrix.walks import rings, walked
from tests.ui.conftest import Kiosk
from tests.ui.recorder import Written, written_on
from tests.ui.test_layout import problems_of

STRONG = (Theme.BLACK_ON_WHITE, Theme.WHITE_ON_BLACK, Theme.YELLOW_ON_BLACK)
MAIN = (Card, Plain, BarButton)
BESIDE_MM = 1.2
"""So far beside an edge its ground is sampled: less than any gap."""


def shaped(kiosk: Kiosk) -> list[Reading]:
    """Measure everything on the window that no colour changes."""
    with painted() as laid:
        texts = written_on(kiosk.window)
    found = touchables(kiosk)
    return [
        *whole(kiosk, texts),
        *lines(texts, _headlines(kiosk.window), [text.text for text in laid if text.lines > 1]),
        *breaks(laid),
        *sentences(laid),
        *choices(found),
        *targets(kiosk, found),
        *gaps(kiosk, found),
        *heights(kiosk, found),
        walked(kiosk),
    ]


def coloured(kiosk: Kiosk, pixels: Pixels, known: set[Hashable]) -> Iterator[Reading]:
    """Measure what a theme changes; `known` are rings around the same things at the same places."""
    yield from inks(written_on(kiosk.window), pixels, kiosk.desk.stage.comfort.theme)
    yield from edges(kiosk, pixels)
    yield from dots(kiosk)
    yield from rings(kiosk, pixels, known)


# ------------------------------------------------------------------------------------------- words


def whole(kiosk: Kiosk, texts: list[Written]) -> list[Reading]:
    """A2: count what is cut, elided, lost, overlapping or outside."""
    wrong = problems_of(kiosk, texts)
    size, panel = kiosk.window.size(), kiosk.panel
    if size.toTuple() != (panel.width, panel.height):
        wrong.append(f"the window is {size.width()} × {size.height()}")
    return [Reading(rules.WHOLE, len(wrong), "; ".join(wrong))]


def _headlines(window: QWidget) -> list[QRect]:
    kinds = (Face, Heading, BarButton, CaptionStrip, StatusLine)
    found = [widget for kind in kinds for widget in window.findChildren(kind) if widget.isVisible()]
    return [QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size()) for widget in found]


def lines(texts: list[Written], headlines: list[QRect], wrapped: list[str]) -> Iterator[Reading]:
    """A3: measure how far lines of one text of `wrapped` stand apart, and how long lines are."""
    for text in texts:
        em = text.place.height()
        yield Reading(rules.LONGEST, text.place.width() / em, text.text, text.place.toRect())
    for one, other in _successive(texts):
        if not any(one.text.strip() in text and other.text.strip() in text for text in wrapped):
            continue
        em = one.place.height()
        apart = (other.place.y() - one.place.y() + 0.5) / em  # a line stands on whole pixels
        rule = rules.HEADING_LEADING if one.owner in headlines else rules.LEADING
        yield Reading(rule, apart, f"{one.text} / {other.text}", one.owner)


def _successive(texts: list[Written]) -> Iterator[tuple[Written, Written]]:
    """Find each line and the next of one type in one thing; further apart, they are two texts."""
    kinds: dict[tuple[object, ...], list[Written]] = {}
    for text in texts:
        kinds.setdefault((text.owner.getRect(), round(text.place.height())), []).append(text)
    for same in kinds.values():
        same.sort(key=lambda text: text.place.y())
        for one, other in pairwise(same):
            em, apart = one.place.height(), other.place.y() - one.place.y()
            beside = one.place.right() <= other.place.left() or other.place.right() <= one.place.left()
            if 0.5 * em < apart < 2 * em and not beside:
                yield one, other


@contextmanager
def painted() -> Iterator[list[Laid]]:
    """Gather every text that is painted, with its lines."""
    found: list[Laid] = []
    paint = Laid.paint

    def noted(laid: Laid, *args: Any, **others: Any) -> None:
        found.append(laid)
        paint(laid, *args, **others)

    with patch.object(Laid, "paint", noted):
        yield found


def breaks(laid: Iterable[Laid]) -> Iterator[Reading]:
    """A3: count words torn between two lines, and measure the last line of each text."""
    for text in laid:
        if text.lines > 1:
            yield Reading(rules.TORN, text.torn, text.text)
            yield Reading(rules.LAST_LINE, text.last / text.kind.px, text.text)


def sentences(laid: Iterable[Laid]) -> Iterator[Reading]:
    """A22: count the Han of each sentence as it is shown."""
    for text in laid:
        for sentence in re.split("[。！？；—]", text.text):
            yield Reading(rules.SENTENCE, len(re.findall("[\u4e00-\u9fff]", sentence)), sentence)


# ----------------------------------------------------------------------------------------- colours


def inks(texts: list[Written], pixels: Pixels, theme: Theme) -> Iterator[Reading]:
    """A4: sample the ink and the ground of every text."""
    rule = rules.STRONG_TEXT if theme in STRONG else rules.TEXT
    for text in texts:
        if text.text.strip():
            place = text.place.toAlignedRect()
            yield Reading(rule, text_contrast(pixels, place), text.text, place)


def edges(kiosk: Kiosk, pixels: Pixels) -> Iterator[Reading]:
    """A4 and A5: sample the edges of everything that can be pressed."""
    reach = kiosk.metrics.px(BESIDE_MM)
    for button, place in touchables(kiosk):
        if isinstance(button, DayField) and button.day.button.hindrance:
            continue  # nothing to press: WCAG 1.4.11 asks no edge of it
        if isinstance(button, MeaningTouch):
            continue  # words with dots below them, as a link has its line: `dots` measures those
        name, found = button.accessibleName(), scans(pixels, place, reach)
        yield Reading(rules.EDGES, weakest(found), name, place)
        for kind, eye in DICHROMACIES.items():
            yield Reading(rules.BLIND_EDGES, weakest(found, eye), f"{name} ({kind})", place, kind)


# --------------------------------------------------------------------------------- things to touch


Touched = list[tuple[Touchable, QRect]]


def touchables(kiosk: Kiosk) -> Touched:
    """Return everything that can be pressed, and its place."""
    window = kiosk.window
    found = [button for button in window.findChildren(Touchable) if button.isVisible() and button.isEnabled()]
    return [(button, QRect(button.mapTo(window, button.rect().topLeft()), button.size())) for button in found]


def choices(found: Touched) -> Iterator[Reading]:
    """A22: count the choices that stand side by side."""
    cards = [button.accessibleName() for button, _ in found if isinstance(button, Card)]
    yield Reading(rules.CHOICES, len(cards), ", ".join(cards))


def targets(kiosk: Kiosk, found: Touched) -> Iterator[Reading]:
    """A6: measure the shorter side of everything that can be pressed."""
    for button, place in found:
        side = min(place.width(), place.height()) / kiosk.panel.pixels_per_mm
        rule = rules.MAIN_TARGET if isinstance(button, MAIN) else rules.TARGET
        yield Reading(rule, side, button.accessibleName(), place)


def gaps(kiosk: Kiosk, found: Touched) -> Iterator[Reading]:
    """A6: measure the gap between anything that can be pressed and what is nearest to it."""
    named = [(button.accessibleName(), place, _rect(place)) for button, place in found]
    for number, (name, place, one) in enumerate(named[:-1]):
        apart, other = min((_apart(one, named[i][2]), i) for i in range(number + 1, len(named)))
        what = f"{name} / {named[other][0]}"
        united = place.united(named[other][1])
        yield Reading(rules.GAP, apart / kiosk.panel.pixels_per_mm, what, united)


def _rect(place: QRect) -> tuple[int, int, int, int]:
    return place.x(), place.y(), place.width(), place.height()


def _apart(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    """Return how far two rectangles of x, y, width and height are apart, sideways or downwards."""
    beside = max(other[0] - one[0] - one[2], one[0] - other[0] - other[2])
    return max(beside, other[1] - one[1] - one[3], one[1] - other[1] - other[3])


def heights(kiosk: Kiosk, found: Touched) -> Iterator[Reading]:
    """A9: measure how high above the floor things are pressed.

    Words that a touch explains stand where they are read, as high as that may be; Help explains them as well.
    """
    panel, low = kiosk.panel, kiosk.desk.stage.comfort.low
    highest = rules.LOW_HIGHEST if low else rules.HIGHEST
    for button, place in found:
        if isinstance(button, MeaningTouch) and not low:
            continue
        top, bottom = (
            panel.lower_edge_mm + (panel.height - y) / panel.pixels_per_mm
            for y in (place.y(), place.bottom() + 1)
        )
        yield Reading(highest, top, button.accessibleName(), place)
        yield Reading(rules.LOWEST, bottom, button.accessibleName(), place)


def dots(kiosk: Kiosk) -> Iterator[Reading]:
    """A4: compare every marked thing with itself unmarked: how strong its dots are, and how thick."""
    window = kiosk.window
    for touch in window._scene.page.meanings:
        for thing in touch.things:
            place = QRect(thing.mapTo(window, thing.rect().topLeft()), thing.size())
            with_dots = pixels_of(window.grab(place).toImage())
            thing.mark(False)
            plain = pixels_of(window.grab(place).toImage())
            thing.mark(True)
            thick, strong = dots_of(with_dots, plain)
            yield Reading(rules.DOTS, thick / kiosk.panel.pixels_per_mm, thing.accessibleName(), place)
            yield Reading(rules.DOT_CONTRAST, strong, thing.accessibleName(), place)


def bar_places(kiosk: Kiosk) -> tuple[QRect, ...]:
    """Return where back, again, help, adjust and end stand."""
    return tuple(rect for *_, rect in kiosk.window.controls()[-5:])


def moved(places: Iterable[tuple[QRect, ...]], pixels_per_mm: float) -> Iterator[Reading]:
    """A27: measure how far the bar has moved from where it stood first."""
    first, *others = places
    for other in others:
        for one, here in zip(first, other, strict=True):
            corners = zip(
                (one.topLeft(), one.bottomRight()), (here.topLeft(), here.bottomRight()), strict=True
            )
            apart = max((before - after).manhattanLength() for before, after in corners)
            yield Reading(rules.SAME_PLACE, apart / pixels_per_mm, "", here)
