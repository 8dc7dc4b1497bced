"""What is measured on a kiosk's window: words, colours, things to touch, and the walk by keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
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
from tests.matrix import rules
from tests.matrix.colours import DICHROMACIES, Pixels, pixels_of
from tests.matrix.rules import Reading
from tests.matrix.samples import dots_of, edge_contrast, ring_of, text_contrast
from tests.ui.conftest import Kiosk
from tests.ui.recorder import Written, written_on
from tests.ui.test_layout import problems_of

STRONG = (Theme.BLACK_ON_WHITE, Theme.WHITE_ON_BLACK, Theme.YELLOW_ON_BLACK)
MAIN = (Card, Plain, BarButton)
BESIDE_MM = 1.2
"""So far beside an edge its ground is sampled: less than any gap."""


def measured(kiosk: Kiosk) -> list[Reading]:
    """Measure everything that one picture of the window shows."""
    texts, pixels = written_on(kiosk.window), pixels_of(kiosk.window.grab().toImage())
    return [
        *whole(kiosk),
        *lines(texts, _headlines(kiosk.window)),
        *inks(texts, pixels, kiosk.desk.stage.comfort.theme),
        *edges(kiosk, pixels),
        *targets(kiosk),
        *gaps(kiosk),
        *heights(kiosk),
        *dots(kiosk),
    ]


# ------------------------------------------------------------------------------------------- words


def whole(kiosk: Kiosk) -> list[Reading]:
    """A2: count what is cut, elided, lost, overlapping or outside."""
    wrong = problems_of(kiosk)
    size, panel = kiosk.window.size(), kiosk.panel
    if size.toTuple() != (panel.width, panel.height):
        wrong.append(f"the window is {size.width()} × {size.height()}")
    return [Reading(rules.WHOLE, len(wrong), "; ".join(wrong))]


def _headlines(window: QWidget) -> list[QRect]:
    kinds = (Face, Heading, BarButton, CaptionStrip, StatusLine)
    found = [widget for kind in kinds for widget in window.findChildren(kind) if widget.isVisible()]
    return [QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size()) for widget in found]


def lines(texts: list[Written], headlines: list[QRect]) -> Iterator[Reading]:
    """A3: measure how far lines of one text stand apart, and how long they are."""
    for text in texts:
        em = text.place.height()
        yield Reading(rules.LONGEST, text.place.width() / em, text.text, text.place.toRect())
    for one, other in _successive(texts):
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
        name = button.accessibleName()
        yield Reading(rules.EDGES, edge_contrast(pixels, place, reach), name, place)
        for kind, eye in DICHROMACIES.items():
            seen = edge_contrast(pixels, place, reach, eye)
            yield Reading(rules.BLIND_EDGES, seen, f"{name} ({kind})", place)


# --------------------------------------------------------------------------------- things to touch


def touchables(kiosk: Kiosk) -> list[tuple[Touchable, QRect]]:
    """Return everything that can be pressed, and its place."""
    window = kiosk.window
    found = [button for button in window.findChildren(Touchable) if button.isVisible() and button.isEnabled()]
    return [(button, QRect(button.mapTo(window, button.rect().topLeft()), button.size())) for button in found]


def targets(kiosk: Kiosk) -> Iterator[Reading]:
    """A6: measure the shorter side of everything that can be pressed."""
    for button, place in touchables(kiosk):
        side = min(place.width(), place.height()) / kiosk.panel.pixels_per_mm
        rule = rules.MAIN_TARGET if isinstance(button, MAIN) else rules.TARGET
        yield Reading(rule, side, button.accessibleName(), place)


def gaps(kiosk: Kiosk) -> Iterator[Reading]:
    """A6: measure the gap between any two things that can be pressed."""
    for (one, here), (other, there) in combinations(touchables(kiosk), 2):
        beside = max(here.x() - there.right(), there.x() - here.right()) - 1
        below = max(here.y() - there.bottom(), there.y() - here.bottom()) - 1
        gap = max(beside, below) / kiosk.panel.pixels_per_mm
        what = f"{one.accessibleName()} / {other.accessibleName()}"
        yield Reading(rules.GAP, gap, what, here.united(there))


def heights(kiosk: Kiosk) -> Iterator[Reading]:
    """A9: measure how high above the floor things are pressed.

    Words that a touch explains stand where they are read, as high as that may be; Help explains them as well.
    """
    panel = kiosk.panel
    for button, place in touchables(kiosk):
        if isinstance(button, MeaningTouch) and not kiosk.desk.stage.comfort.low:
            continue
        top, bottom = (
            panel.lower_edge_mm + (panel.height - y) / panel.pixels_per_mm
            for y in (place.y(), place.bottom() + 1)
        )
        yield Reading(rules.HIGHEST, top, button.accessibleName(), place)
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


# -------------------------------------------------------------------------------- the walk by keys


def walked(kiosk: Kiosk) -> Iterator[Reading]:
    """A18 and A5: walk everything by the Tab key, and measure the ring around each."""
    names = read_names(kiosk.window)
    walk = []
    for _ in names:
        kiosk.clock.now += 1
        QTest.keyClick(kiosk.window.focusWidget(), Qt.Key.Key_Tab)
        focused = kiosk.window.focusWidget()
        walk.append(focused.accessibleName())
        yield from ring(kiosk, focused.accessibleName())
    astray = sum(one != other for one, other in zip(walk, names, strict=True))
    yield Reading(rules.ORDER, astray, f"{', '.join(walk)} instead of {', '.join(names)}")


def ring(kiosk: Kiosk, name: str) -> Iterator[Reading]:
    """Compare the window with the ring and without."""
    around, panel = kiosk.window._scene.ring, kiosk.panel
    place = around.geometry()
    shown = pixels_of(kiosk.window.grab(place).toImage())
    around.hide()
    hidden = pixels_of(kiosk.window.grab(place).toImage())
    around.show()
    reach = panel.px(4)
    thick, strong = ring_of(shown, hidden, reach)
    yield Reading(rules.RING, thick / panel.pixels_per_mm, name, place)
    yield Reading(rules.RING_CONTRAST, strong, name, place)
    for kind, eye in DICHROMACIES.items():
        yield Reading(rules.BLIND_RING, ring_of(shown, hidden, reach, eye)[1], f"{name} ({kind})", place)


def read_names(window: QWidget) -> list[str]:
    """Return what assistive technology finds to press, in its order."""
    found: list[str] = []
    _gather(QAccessible.queryAccessibleInterface(window), found)
    return found


def _gather(thing: QAccessibleInterface, found: list[str]) -> None:
    state = thing.state()
    if state.invisible or state.disabled:
        return
    if isinstance(thing.object(), MeaningTouch):
        return  # no stop for keys: Help explains the screen in three, and nobody walks a longer way for it
    if thing.role() in {QAccessible.Role.Button, QAccessible.Role.CheckBox}:
        found.append(thing.text(QAccessible.Text.Name))
    for number in range(thing.childCount()):
        child = thing.child(number)
        if child is not None:
            _gather(child, found)
