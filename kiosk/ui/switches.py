"""Which keys are switches: what the interfaces send that people plug their own switches into."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import Qt

from kiosk.ui.keyboard import Deed

K = Qt.Key


class Press(Enum):
    """What a switch asks for: go on to the next thing, or take this one."""

    MOVE = "move"
    TAKE = "take"


ALWAYS = {Deed.SWITCH_MOVE: Press.MOVE, Deed.SWITCH_TAKE: Press.TAKE}
IN_USE: Mapping[int, Press] = {K.Key_Space: Press.MOVE, K.Key_Return: Press.TAKE, K.Key_Enter: Press.TAKE}
"""What most interfaces send as they are sold: keys that act, but switches where switches are used."""


def pressed(key: int, deeds: Mapping[int, Deed], *, in_use: bool) -> Press | None:
    """Return what a key asks for as a switch, where switches are used or not; None where it is none."""
    deed = deeds.get(key)
    if in_use and deed is Deed.ACT and key in IN_USE:
        return IN_USE[key]
    return ALWAYS.get(deed) if deed is not None else None
