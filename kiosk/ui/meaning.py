"""The touch that explains: it lies unseen over what is read, and shows an edge while a finger is on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.domain.glossary import Term
from kiosk.text import Language, t
from kiosk.ui.look import Look
from kiosk.ui.piece import Piece, Touchable, brush_for
from kiosk.ui.room import Finger, targets_for


class MeaningTouch(Touchable):
    """A touch on one or more things that are read; it has the words of the trade in them explained."""

    def __init__(self, look: Look, explain: Callable[[tuple[Term, ...]], None]) -> None:
        super().__init__(look, None, "", self._explain)
        self.things: tuple[Piece, ...] = ()
        self._asked = explain
        self._terms: tuple[Term, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def lie_over(self, things: tuple[Piece, ...], place: QRect) -> None:
        """Lie over other things; a finger that was on it is forgotten, and its key is that of the first."""
        self.setGeometry(place)
        if things == self.things:
            return
        self._let_go()
        met = self.look.trade.met_in(text for thing in things for text in thing.texts)
        pause = ", " if self.look.words.language is Language.EN else "、"
        name = self.look.shown(t("What does it mean: {words}", words=pause.join(met.values())))
        self.things, self.key, self._terms = things, things[0].key, tuple(met)
        self.setText(name)
        self.setAccessibleName(name)

    def _explain(self) -> None:
        self._asked(self._terms)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show an edge while it is touched; the dots below the words show where that can be done."""
        if self.sunk:
            painter, metrics = brush_for(self), self.look.metrics
            painter.setPen(QPen(QColor(self.look.roles.edge), metrics.ring))
            half = metrics.ring / 2
            place = QRectF(self.rect()).adjusted(half, half, -half, -half)
            painter.drawRoundedRect(place, metrics.corner, metrics.corner)


class Meanings:
    """The touches that explain on a page; a page that comes takes over those of the page before."""

    def __init__(self, look: Look, explain: Callable[[tuple[Term, ...]], None], page: QWidget) -> None:
        self._look, self._explain, self._page = look, explain, page
        self._touches: list[MeaningTouch] = []
        self.laid: list[MeaningTouch] = []
        """Those that can be touched now, in reading order."""

    def lay(self, wordy: Sequence[tuple[Piece, QRect]], touched: Sequence[QRect], area: QRect) -> None:
        """Lay touches over things with words of the trade, within an area and apart from what is touched."""
        metrics = self._look.metrics
        finger = Finger(metrics.target, metrics.least_gap)
        targets = targets_for([place for _, place in wordy], touched, area, finger)
        wanted = {tuple(wordy[i][0] for i in target.stands_for): target.place for target in targets}
        there = {touch.things: touch for touch in self.laid if touch.things in wanted}
        free = [touch for touch in self._touches if touch not in there.values()]
        self.laid = [there.get(things) or (free.pop() if free else self._another()) for things in wanted]
        for touch, (things, place) in zip(self.laid, wanted.items(), strict=True):
            touch.lie_over(things, place)
            touch.show()
            touch.raise_()
        for touch in free:
            touch.hide()

    def _another(self) -> MeaningTouch:
        touch = MeaningTouch(self._look, self._explain)
        touch.setParent(self._page)
        self._touches.append(touch)
        return touch
