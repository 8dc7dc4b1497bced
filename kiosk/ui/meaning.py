"""The touch that explains: it lies unseen over what is read, and shows an edge while a finger is on it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPaintEvent, QPen

from kiosk.domain.glossary import Term
from kiosk.text import Language, t
from kiosk.ui.look import Look
from kiosk.ui.piece import Piece, Touchable, brush_for


class MeaningTouch(Touchable):
    """A touch on one or more things that are read; it has the words of the trade in them explained."""

    def __init__(
        self, look: Look, things: Iterable[Piece], explain: Callable[[tuple[Term, ...]], None]
    ) -> None:
        self.things = tuple(things)
        met = look.trade.met_in(text for thing in self.things for text in thing.texts)
        pause = ", " if look.words.language is Language.EN else "、"
        name = look.shown(t("What does it mean: {words}", words=pause.join(met.values())))
        super().__init__(look, self.things[0].key, name, lambda: explain(tuple(met)))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def over(self) -> Hashable:
        """What it lies over."""
        return tuple(id(thing) for thing in self.things)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show an edge while it is touched; the dots below the words show where that can be done."""
        if self.sunk:
            painter, metrics = brush_for(self), self.look.metrics
            painter.setPen(QPen(QColor(self.look.roles.edge), metrics.ring))
            half = metrics.ring / 2
            place = QRectF(self.rect()).adjusted(half, half, -half, -half)
            painter.drawRoundedRect(place, metrics.corner, metrics.corner)
