"""Makes the widget for a block, and keeps it while the block stays the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtWidgets import QWidget

from kiosk.domain.consent import Point
from kiosk.domain.glossary import Term
from kiosk.ui.blocks import (
    Block,
    Busy,
    Button,
    Drawing,
    FactLine,
    Greeting,
    Headline,
    Keys,
    Match,
    Prose,
    Qr,
    Shape,
    SignBox,
    TallyLine,
    TimeLeft,
    TypedField,
)
from kiosk.ui.buttons import Card, Plain
from kiosk.ui.calendar import CalendarSheet
from kiosk.ui.comparing import Comparison
from kiosk.ui.face import BusySign, Face
from kiosk.ui.facts import Fact
from kiosk.ui.field import field_for
from kiosk.ui.labels import Heading, Illustration, Paragraph
from kiosk.ui.look import Look
from kiosk.ui.lying import LyingBars
from kiosk.ui.pad import Pad
from kiosk.ui.pictured import PictureCard
from kiosk.ui.piece import Piece, Touchable
from kiosk.ui.qr import MatchDigits, QrCode, Remaining
from kiosk.ui.rows import Changes, Chart, StepLine
from kiosk.ui.signing import SigningBox
from kiosk.ui.steps import StepTrail
from kiosk.ui.tally import Counter
from kiosk.ui.upright import UprightBars
from kiosk.ui.weeks import Calendar

Thing = Piece | Touchable


@dataclass(frozen=True)
class Deeds:
    """What a page's widgets do and ask when they are touched or time passes."""

    pressed: Callable[[Button], None]
    typed: Callable[[str], None]
    counted: Callable[[Hashable, int], None]
    drawn: Callable[[Point, bool], None]
    now: Callable[[], datetime]
    explained: Callable[[tuple[Term, ...]], None]
    left: Callable[[str, int], float]
    """Seconds a code still works, given the code and how long it lasts."""
    moving: bool


class Workshop:
    """The widgets of one page by their blocks; an unchanged block keeps its widget, focus and all."""

    def __init__(self, look: Look, deeds: Deeds, parent: QWidget) -> None:
        self.look = look
        self._deeds = deeds
        self._parent = parent
        self._made: dict[Block, Thing] = {}

    def widget(self, block: Block) -> Thing:
        """Return the widget of a block, made when it is new."""
        made = self._made.get(block)
        if made is None:
            made = self._made[block] = self._make(block)
            made.setParent(self._parent)
        if isinstance(made, Card | Plain) and isinstance(block, Button):
            made.block = block
        return made

    def keep_only(self, wanted: set[int]) -> None:
        """Let go of every widget that no part of the page shows; `wanted` holds their ids."""
        for block, made in list(self._made.items()):
            if id(made) not in wanted:
                del self._made[block]
                made.hide()
                made.deleteLater()

    def all(self) -> list[Thing]:
        """Return every widget there is."""
        return list(self._made.values())

    def _make(self, block: Block) -> Thing:  # noqa: PLR0912 - one case for every block
        look, deeds = self.look, self._deeds
        match block:
            case Headline():
                return Heading(look, block)
            case Prose():
                return Paragraph(look, block)
            case FactLine():
                return Fact(look, block)
            case Button():
                return self._button(block)
            case TallyLine():
                return Counter(look, block, lambda number: deeds.counted(block.counted, number))
            case TypedField():
                return field_for(look, block)
            case Keys():
                return Pad(look, block, deeds.typed)
            case SignBox():
                return SigningBox(look, block, deeds.drawn)
            case Changes():
                return Comparison(look, block)
            case Chart():
                return (UprightBars if block.upright else LyingBars)(look, block)
            case StepLine():
                return StepTrail(look, block)
            case Calendar():
                return CalendarSheet(look, block, deeds.pressed)
            case Drawing():
                return Illustration(look, block)
            case Qr():
                return QrCode(look, block)
            case Match():
                return MatchDigits(look, block)
            case TimeLeft():
                return Remaining(look, block, deeds.left)
            case Busy():
                return BusySign(look, block, deeds.moving)
            case Greeting():
                return Face(look, block, deeds.now)
            case _:
                raise TypeError(f"Nothing shows a {type(block).__name__}.")

    def _button(self, block: Button) -> Card | Plain:
        made: Card | Plain
        kind = Plain if block.shape is not Shape.CARD else PictureCard if block.picture else Card
        made = kind(self.look, block, lambda: self._deeds.pressed(made.block))
        return made
