"""The whole visit by keyboard alone: what each key means, and which way the arrows go."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QPoint, QRect, Qt

from kiosk.ui.digits import CLEAR, DELETE


class Deed(Enum):
    """What a key asks for."""

    NEXT = "next"
    PREVIOUS = "previous"
    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"
    ACT = "act"
    BACK = "back"
    HELP = "help"
    AGAIN = "again"
    PAUSE = "pause"
    ADJUST = "adjust"
    END = "end"
    NEXT_PART = "next part"
    PREVIOUS_PART = "previous part"


K = Qt.Key
DEEDS = {
    K.Key_Tab: Deed.NEXT,
    K.Key_Backtab: Deed.PREVIOUS,
    K.Key_Left: Deed.LEFT,
    K.Key_Right: Deed.RIGHT,
    K.Key_Up: Deed.UP,
    K.Key_Down: Deed.DOWN,
    K.Key_Return: Deed.ACT,
    K.Key_Enter: Deed.ACT,
    K.Key_Space: Deed.ACT,
    K.Key_Escape: Deed.BACK,
    K.Key_F1: Deed.HELP,
    K.Key_F2: Deed.AGAIN,
    K.Key_F4: Deed.PAUSE,
    K.Key_F3: Deed.ADJUST,
    K.Key_F10: Deed.END,
    K.Key_End: Deed.END,
    K.Key_PageDown: Deed.NEXT_PART,
    K.Key_PageUp: Deed.PREVIOUS_PART,
}

PLAIN = Qt.KeyboardModifier.NoModifier
ALLOWED = PLAIN | Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
"""A key held with anything else (Ctrl, Alt, Meta) is somebody's shortcut, and does nothing here."""


def deed_of(key: int, modifiers: Qt.KeyboardModifier) -> Deed | None:
    """Return what a key asks for, or None where it means nothing."""
    if modifiers & ~ALLOWED:
        return None
    if key == K.Key_Tab and modifiers & Qt.KeyboardModifier.ShiftModifier:
        return Deed.PREVIOUS
    return DEEDS.get(Qt.Key(key))


STEPS = {
    Deed.LEFT: QPoint(-1, 0),
    Deed.RIGHT: QPoint(1, 0),
    Deed.UP: QPoint(0, -1),
    Deed.DOWN: QPoint(0, 1),
}
FAR = 100_000
"""How much farther, in pixels, a thing seems that is not straight above, below or beside."""


def towards(places: Sequence[QRect], now: int, deed: Deed) -> int:
    """Return which place an arrow leads to; where nothing lies that way, the next or the one before."""
    ways = [(_way_to(place, places[now], deed), number) for number, place in enumerate(places)]
    open_ways = [(far, number) for far, number in ways if far is not None and number != now]
    if open_ways:
        return min(open_ways)[1]
    onwards = 1 if deed in {Deed.RIGHT, Deed.DOWN} else -1
    return (now + onwards) % len(places)


def _way_to(place: QRect, here: QRect, deed: Deed) -> int | None:
    """Return how far a place seems in an arrow's direction, or None where it does not lie that way."""
    step, away = STEPS[deed], place.center() - here.center()
    along = away.x() * step.x() + away.y() * step.y()
    aside = abs(away.x() * step.y()) + abs(away.y() * step.x())
    sideways = step.x() != 0
    reach = (place.height() + here.height()) if sideways else (place.width() + here.width())
    straight = 2 * aside < reach
    if along <= 0 or (sideways and not straight):
        return None
    return along + aside // 4 + (0 if straight else FAR)


def key_of_pad(key: int, modifiers: Qt.KeyboardModifier) -> str | None:
    """Return what a key types on the pad: a digit, X or DELETE; None where it types nothing."""
    if modifiers & ~ALLOWED:
        return None
    if K.Key_0 <= key <= K.Key_9:
        return chr(key)
    return {K.Key_X: "X", K.Key_Backspace: DELETE, K.Key_Delete: CLEAR}.get(Qt.Key(key))
