"""The whole visit by keyboard alone: what each key means, and which way the arrows go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum

from PySide6.QtCore import QPoint, QRect, Qt

from kiosk.domain.keys import USUAL_KEYS, Keys
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
    ADJUST = "adjust"
    END = "end"
    NEXT_PART = "next part"
    PREVIOUS_PART = "previous part"
    PAUSE = "pause"
    SENTENCE = "sentence"
    SPELL = "spell"
    SLOWER = "slower"
    FASTER = "faster"
    SOFTER = "softer"
    LOUDER = "louder"
    TALK = "talk"
    CURTAIN = "curtain"
    KEYS = "keys"
    PLUGGED = "headphones in"
    UNPLUGGED = "headphones out"
    SWITCH_MOVE = "switch move"
    SWITCH_TAKE = "switch take"


K = Qt.Key


AS_LINUX_CALLS = {
    "F13": K.Key_Tools,
    "F14": K.Key_Launch7,
    "F15": K.Key_Launch8,
    "F16": K.Key_Launch9,
}
"""What Linux takes these keys for, unless its keyboard map is changed; switch interfaces send them."""


def deeds_of(keys: Keys) -> dict[int, Deed]:
    """Return what each key asks for, given the names of the keys for each deed."""
    return {
        key: Deed(what.replace("_", " "))
        for what, names in keys.items()
        for name in names
        for key in (Qt.Key[f"Key_{name}"], AS_LINUX_CALLS.get(name))
        if key is not None
    }


DEEDS = deeds_of(USUAL_KEYS)

PLAIN = Qt.KeyboardModifier.NoModifier
ALLOWED = PLAIN | Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
"""A key held with anything else (Ctrl, Alt, Meta) is somebody's shortcut, and does nothing here."""


def deed_of(key: int, modifiers: Qt.KeyboardModifier, deeds: Mapping[int, Deed] = DEEDS) -> Deed | None:
    """Return what a key asks for, or None where it means nothing."""
    if modifiers & ~ALLOWED:
        return None
    if key == K.Key_Tab and modifiers & Qt.KeyboardModifier.ShiftModifier:
        return Deed.PREVIOUS
    return deeds.get(key)


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
