"""A page on the screen: everything in its place, one part at a time.

Longer than most files: what is shown, found, walked and explained on a page are asked of the same parts.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.domain.glossary import Term
from kiosk.ui.arrange import arranged
from kiosk.ui.blocks import PageOf, Sheet
from kiosk.ui.buttons import Plain
from kiosk.ui.calendar import CalendarSheet
from kiosk.ui.draft import Draft
from kiosk.ui.face import Face
from kiosk.ui.facts import Fact
from kiosk.ui.field import Field
from kiosk.ui.flow import Box, Part
from kiosk.ui.keys import Key
from kiosk.ui.labels import Heading, Illustration
from kiosk.ui.lamps import Lamps
from kiosk.ui.look import Look
from kiosk.ui.making import Deeds, Thing, Workshop
from kiosk.ui.meaning import Meanings, MeaningTouch
from kiosk.ui.pad import Pad
from kiosk.ui.pictured import PictureCard, set_alike
from kiosk.ui.piece import Piece, Touchable, brush_for, rounded
from kiosk.ui.qr import Remaining
from kiosk.ui.setting import is_next_part
from kiosk.ui.signing import SigningBox
from kiosk.ui.tally import Counter

NOTCH_MM = 2.4
"""The teeth at the lower edge of a slip, as paper from a printer has them."""


class Page(QWidget):
    """Shows a page of blocks within its own rectangle."""

    def __init__(self, look: Look, deeds: Deeds, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._workshop = Workshop(look, deeds, self)
        self._lamps = Lamps(self, moving=deeds.moving)
        self._parts: list[Part] = [Part()]
        self._part = 0
        self._content: PageOf | None = None
        self._held: Hashable = None
        self._explains, self._explained = False, deeds.explained
        self._meanings = Meanings(look, deeds.explained, self)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)

    # ------------------------------------------------------------------ what is shown

    def show_page(self, content: PageOf, draft: Draft, *, explains: bool = False) -> None:
        """Show a page, or another state of the same page; widgets of unchanged blocks stay.

        `explains` tells whether a touch explains words of the trade on it.
        """
        self._content, self._explains = content, explains
        area = QRect(0, 0, self.width(), self.height())
        self._parts = arranged(content, area, self._look, self._workshop.widget, top=self.y())
        self._workshop.keep_only({id(box) for part in self._parts for box in part.boxes()})
        set_alike(place for part in self._parts for place in part.places)
        self._part = min(self._part, len(self._parts) - 1)
        self.show_draft(draft)
        self._show_part()

    def show_draft(self, draft: Draft) -> None:
        """Show what is typed, counted and signed so far."""
        for thing in self._workshop.all():
            if isinstance(thing, Field):
                thing.show_typed(draft.typed)
            elif isinstance(thing, Counter):
                thing.show_number(draft.counts[thing.block.counted])
            elif isinstance(thing, SigningBox):
                thing.show_strokes(draft.strokes)

    def _show_part(self) -> None:
        part = self._parts[self._part]
        for box, place in part.places:
            assert isinstance(box, QWidget)
            box.setGeometry(place)
            box.raise_()  # assistive technology reads in the order they lie in
            if isinstance(box, Fact | Counter):
                box.first = box in part.first_on_sheet
        shown = set(part.boxes())
        for thing in self._workshop.all():
            thing.setVisible(thing in shown)
        self._lay_meanings(part)
        self._lamps.watch(thing for thing in part.boxes() if isinstance(thing, Illustration | PictureCard))
        self.update()

    # ------------------------------------------------------------------ words of the trade

    @property
    def meanings(self) -> list[MeaningTouch]:
        """Where a touch explains words of the trade on this part, in reading order."""
        return self._meanings.laid

    def terms_on(self, thing: object) -> tuple[Term, ...]:
        """Return the words of the trade in something that is read, where they can be asked about."""
        if not self._explains or not isinstance(thing, Piece):
            return ()
        return tuple(self._look.trade.met_in(thing.texts))

    def explain(self, thing: object) -> bool:
        """Have the words of the trade in something that is read explained; tells whether it holds any."""
        terms = self.terms_on(thing)
        if terms:
            self._explained(terms)
        return bool(terms)

    def _lay_meanings(self, part: Part) -> None:
        """Lay a touch over what holds words of the trade, wherever it has room beside what is touched."""
        things = [(thing, place) for thing, place in part.places if isinstance(thing, Piece)]
        wordy = [(thing, place) for thing, place in things if self.terms_on(thing)]
        touched = [place for thing, place in part.places if _is_touched(thing)]
        # "Explain this screen" tells the same within everybody's reach; who asked for it low has it low.
        metrics = self._look.metrics
        top = max(0, metrics.highest - self.y()) if metrics.lowered else 0
        self._meanings.lay(wordy, touched, self.rect().adjusted(0, top, 0, 0))
        marked = {thing for touch in self.meanings for thing in touch.things}
        for thing, _ in things:
            thing.mark(thing in marked)

    @property
    def part(self) -> int:
        """Which part is shown, from 1."""
        return self._part + 1

    @property
    def parts(self) -> int:
        """How many parts the page has."""
        return len(self._parts)

    def part_with(self, key: Hashable) -> int | None:
        """Return which part something, or its first piece, stands on, from 1; None where it is on none."""
        for number, part in enumerate(self._parts, 1):
            keys = [box.key for box in part.boxes() if isinstance(box, Piece)]
            if any(key == (found[0] if isinstance(found, tuple) else found) for found in keys):
                return number
        return None

    def turn_to(self, part: int) -> None:
        """Show another part, from 1; the last is followed by the first."""
        self._part = (part - 1) % len(self._parts)
        self._show_part()

    def hold(self, key: Hashable) -> None:
        """Keep a button pressed and all others closed while its answer is on its way; None lets go."""
        for button in self.findChildren(Touchable):
            button.held = key is not None and button.key == key
            button.closed = key is not None
            button.update()

    def let_time_pass(self) -> None:
        """Show the time again where it is shown."""
        for thing in self._workshop.all():
            if isinstance(thing, Face | Remaining):
                thing.let_time_pass()

    @property
    def blinking(self) -> bool:
        """Whether a lamp blinks in a drawing on this part."""
        return self._lamps.blink

    # ------------------------------------------------------------------ focus

    @property
    def heading(self) -> Heading | None:
        """The heading of the page."""
        return next((thing for thing in self._workshop.all() if isinstance(thing, Heading)), None)

    def things(self) -> list[Thing]:
        """Return what is on this part, in reading order."""
        return [box for box in self._parts[self._part].boxes() if isinstance(box, Piece | Touchable)]

    def buttons(self) -> list[Touchable]:
        """Return what can be pressed on this part, in reading order."""
        found: list[Touchable] = []
        for thing in self.things():
            if isinstance(thing, Touchable):
                found.append(thing)
            elif isinstance(thing, Pad):
                found.extend(thing.keys)
            elif isinstance(thing, Counter):
                found.extend((thing.less, thing.more))
            elif isinstance(thing, CalendarSheet):
                found.extend(thing.fields)
        return found

    def everything(self) -> list[tuple[int, Piece | Touchable]]:
        """Return all that can be heard or pressed, on whatever part, with its part; pictures come last."""
        found: list[tuple[int, Piece | Touchable]] = []
        for number, part in enumerate(self._parts, 1):
            things = [box for box in part.boxes() if isinstance(box, Piece | Touchable)]
            things = things[1 if number > 1 else 0 :]  # the heading stands on every part
            for thing in sorted(things, key=lambda thing: isinstance(thing, Illustration)):
                found.extend((number, each) for each in _hearable(thing))
        return found

    def names(self) -> list[str]:
        """Return the names of what stands on this part, but for the heading, and what is for typing."""
        things = [each for thing in self.things()[1:] for each in _hearable(thing)]
        return [thing.accessibleName() for thing in things if not isinstance(thing, Key | Field)]

    # ------------------------------------------------------------------ paper

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheets that facts, slips and counts stand on."""
        painter = brush_for(self)
        for sheet, place in self._parts[self._part].sheets:
            if sheet is Sheet.SLIP:
                self._paint_slip(painter, QRectF(place))
            elif sheet is not Sheet.NONE:
                self._paint_sheet(painter, sheet, QRectF(place))

    def _paint_sheet(self, painter: QPainter, sheet: Sheet, place: QRectF) -> None:
        roles, metrics = self._look.roles, self._look.metrics
        fill, edge = {
            Sheet.CARE: (roles.care, roles.on_care),
            Sheet.DANGER: (roles.danger, roles.on_danger),
        }.get(sheet, (roles.surface, roles.line))
        rounded(painter, place, metrics.corner, fill, edge, max(1, metrics.px(0.3)))

    def _paint_slip(self, painter: QPainter, place: QRectF) -> None:
        """Paint paper as it comes from a printer: square corners, a torn lower edge."""
        roles, tooth = self._look.roles, self._look.metrics.px(NOTCH_MM)
        outline = QPainterPath(place.topLeft())
        outline.lineTo(place.topRight())
        count = max(1, round(place.width() / (2 * tooth)))
        step = place.width() / count
        low, high = place.bottom(), place.bottom() - tooth
        outline.lineTo(QPointF(place.right(), high))
        for i in range(count):
            right = place.right() - i * step
            outline.lineTo(QPointF(right - step / 2, low))
            outline.lineTo(QPointF(right - step, high))
        outline.closeSubpath()
        painter.setPen(QPen(QColor(roles.edge), self._look.metrics.edge))
        painter.setBrush(QColor(roles.surface))
        painter.drawPath(outline)


def _is_touched(thing: Box) -> bool:
    """Tell whether something on a page is there to be touched, or holds what is."""
    return isinstance(thing, Touchable | Pad | Counter | CalendarSheet | SigningBox)


def _hearable(thing: Thing) -> Iterator[Piece | Touchable]:
    """Yield what can be heard or pressed of a thing; the way to the next part is no thing of its own."""
    if isinstance(thing, Counter):
        yield from (thing, thing.less, thing.more)
    elif isinstance(thing, CalendarSheet):
        yield thing
        yield from thing.fields
    elif isinstance(thing, Pad):
        yield from thing.keys
    elif thing.accessibleName() and not (isinstance(thing, Plain) and is_next_part(thing.block)):
        yield thing
