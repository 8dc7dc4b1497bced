"""The dock: a small window beside a practising kiosk, with its card reader and its headphones."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from kiosk.text import t
from kiosk.ui.blocks import Button, Manner, Prose, Shape
from kiosk.ui.buttons import Card, Plain
from kiosk.ui.labels import Paragraph
from kiosk.ui.look import Look
from kiosk.ui.piece import Piece, Touchable

WIDTH_MM = 110
UPPERMOST_EVERY = 500
"""Milliseconds: each visit opens a new window on the whole screen, and the dock must stay within reach."""
ON_TOP = (
    Qt.WindowType.Window
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
    | Qt.WindowType.X11BypassWindowManagerHint
)


@dataclass(frozen=True)
class LooseCard:
    """A card that can be laid down: whose it is, and what there is to know about them."""

    person: str
    name: str
    story: str


class Dock(QWidget):
    """The reader and the cards for it, at the right edge of the screen; folded, only its handle is seen."""

    def __init__(
        self,
        look: Look,
        cards: Sequence[LooseCard],
        lay: Callable[[str], None],
        lift: Callable[[], None],
        plug: Callable[[bool], None],
        *,
        words: Sequence[str] = (),
        say: Callable[[str], None] = lambda _: None,
    ) -> None:
        super().__init__(None, ON_TOP)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setWindowTitle(look.shown(HANDLE))
        self._look, self._cards = look, tuple(cards)
        self._lay_down, self._lift, self._plug = lay, lift, plug
        self._lying: str | None = None
        self._words, self._say = tuple(words), say
        self._plugged = self._saying = False
        self._shelf = shelf_for(look, self)
        screen = QApplication.primaryScreen().availableGeometry()
        self._beside = screen.width() >= look.metrics.panel.width + look.metrics.px(WIDTH_MM)
        """Whether there is room for it beside the kiosk; where not, it folds when a card has been laid."""
        self._open = self._beside
        self._above: list[Piece | Touchable] = []
        self._arrange()
        self._ticker = QTimer(self)
        self._ticker.timeout.connect(self._come_up)
        if QApplication.platformName() == "xcb":  # elsewhere windows cannot raise themselves
            self._ticker.start(UPPERMOST_EVERY)

    @property
    def lying(self) -> str | None:
        """Whose card lies on the reader."""
        return self._lying

    def lay(self, person: str | None) -> None:
        """Lay somebody's card on the reader, or take away what lies there."""
        self._lying = person
        self._lift() if person is None else self._lay_down(person)
        self._open = self._beside or person is None
        self._arrange()

    def plug(self) -> None:
        """Put the headphones in, or pull them out."""
        self._plugged = not self._plugged
        self._plug(self._plugged)
        self._open = self._beside
        self._arrange()

    def turn_shelf(self) -> None:
        """Show words to say in place of the cards, or the cards again."""
        self._saying = not self._saying
        self._arrange()

    def say(self, words: str) -> None:
        """Say something to the kiosk."""
        self._say(words)
        self._open = self._beside
        self._arrange()

    def fold(self) -> None:
        """Fold the dock down to its handle, or open it again."""
        self._open = not self._open
        self._arrange()

    def _come_up(self) -> None:
        """Stand above the kiosk's window; the wish is sent at once, for no event of ours may follow it."""
        self.raise_()
        QApplication.sync()

    # ------------------------------------------------------------------ how it stands

    def _arrange(self) -> None:
        """Make everything anew: the handle, what lies there, and the cards."""
        for old in self._above:
            old.hide()
            old.deleteLater()
        handle = self._handle()
        self._above = [handle, *self._state()]
        room = QApplication.primaryScreen().availableGeometry()
        margin = self._look.metrics.gap
        folded = handle.natural_width() + 2 * margin
        width = self._look.metrics.px(WIDTH_MM) if self._open else folded
        y = self._stack(self._above, self, margin, margin, width - 2 * margin)
        if self._open:
            y = self._fill_shelf(y, width, room.height())
        self._shelf.setVisible(self._open)
        self.setGeometry(QRect(room.right() - width + 1, room.top(), width, y))
        self.update()

    def _handle(self) -> Plain:
        """Make what folds and opens the dock."""
        icon = "chevron-up" if self._open else "id-card"
        lying = [card.name for card in self._cards if card.person == self._lying]
        words = lying[0] if lying and not self._open else self._look.shown(HANDLE)
        return Plain(self._look, plain("handle", words, icon), self.fold)

    def _state(self) -> Iterator[Piece | Touchable]:
        """Make the headphones, and what tells that no card lies there or takes it away."""
        look = self._look
        if self._open:
            words = look.shown(PULL_OUT if self._plugged else PUT_IN)
            yield Plain(look, plain("headphones", words, "headphones"), self.plug)
        if self._open and self._words:
            words = look.shown(SHOW_CARDS if self._saying else SPEAK)
            yield Plain(look, plain("speak", words, "id-card" if self._saying else "speech"), self.turn_shelf)
        if self._open and self._saying:
            return
        if self._open and self._lying is None:
            yield Paragraph(look, Prose(key="state", text=look.shown(EMPTY), manner=Manner.BODY))
        elif self._open:
            yield Plain(look, plain("lift", look.shown(TAKE_AWAY), "up"), lambda: self.lay(None))

    def _fill_shelf(self, top: int, width: int, height: int) -> int:
        """Put the cards below `top`; returns the height of all, which is the screen's at most."""
        margin, inner, old = self._look.metrics.gap, QWidget(), self._shelf.takeWidget()
        if old is not None:
            old.deleteLater()  # the card that was pressed is on it
        bar = self._shelf.verticalScrollBar()
        stood = bar.value()
        words = [self._spoken(words) for words in self._words]
        cards = words if self._saying else [self._card(card) for card in self._cards]
        tall = self._stack(cards, inner, 0, 0, width - 2 * margin - bar.width())
        inner.resize(width - margin, tall)
        self._shelf.setWidget(inner)
        self._shelf.setGeometry(margin, top, width - margin, min(tall, height - top - margin))
        bar.setValue(stood)
        return top + self._shelf.height() + margin

    def _card(self, card: LooseCard) -> Card:
        block = Button(
            key=card.person,
            label=card.name,
            shape=Shape.CARD,
            detail=card.story,
            chosen=card.person == self._lying,
        )
        return Card(self._look, block, lambda: self.lay(card.person))

    def _spoken(self, words: str) -> Card:
        return Card(self._look, Button(key=words, label=words, shape=Shape.CARD), lambda: self.say(words))

    def _stack(
        self, pieces: Sequence[Piece | Touchable], parent: QWidget, left: int, y: int, width: int
    ) -> int:
        """Put pieces one below the other, from `y`; returns where the next would stand, in pixels."""
        gap = self._look.metrics.least_gap
        for piece in pieces:
            piece.setParent(parent)
            tall = piece.height_at(width, 10_000)
            piece.setGeometry(left, y, width, tall)
            piece.show()
            y += tall + gap
        return y

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and an edge around it."""
        painter, roles = QPainter(self), self._look.roles
        painter.fillRect(self.rect(), QColor(roles.edge))
        edge = self._look.metrics.edge
        painter.fillRect(self.rect().adjusted(edge, edge, -edge, -edge), QColor(roles.ground))


HANDLE = t("Cards, headphones and speech")
SPEAK = t("Speak to the kiosk")
SHOW_CARDS = t("Show the cards again")
EMPTY = t("Nothing lies on it. Lay down a card:")
TAKE_AWAY = t("Take the card away")
PUT_IN = t("Put headphones in")
PULL_OUT = t("Pull the headphones out")


def shelf_for(look: Look, dock: QWidget) -> QScrollArea:
    """Make the place for the cards, with a bar wide enough for a finger."""
    shelf, roles, bar = QScrollArea(dock), look.roles, look.metrics.px(7)
    shelf.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    shelf.setFrameShape(QScrollArea.Shape.NoFrame)
    shelf.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    shelf.verticalScrollBar().setFixedWidth(bar)
    shelf.setStyleSheet(
        f"QScrollArea, QScrollArea > QWidget > QWidget {{ background: {roles.ground} }}"
        f"QScrollBar {{ background: {roles.sunken}; border: none; margin: 0 }}"
        "QScrollBar::handle "
        f"{{ background: {roles.edge}; border-radius: {bar // 3}px; min-height: {3 * bar}px }}"
        "QScrollBar::add-line, QScrollBar::sub-line { height: 0 } "
        "QScrollBar::add-page, QScrollBar::sub-page { background: none }"
    )
    return shelf


def plain(key: str, label: str, icon: str) -> Button:
    """Describe a button of the dock's head."""
    return Button(key=key, label=label, shape=Shape.PLAIN, icon=icon)
