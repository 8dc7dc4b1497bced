"""Which keys are switches: what the interfaces send that people plug their own switches into."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt

K = Qt.Key
SENT = {
    "Space": (K.Key_Space,),
    "Enter": (K.Key_Return, K.Key_Enter),
    "F13": (K.Key_F13, K.Key_Tools),
    "F14": (K.Key_F14, K.Key_Launch7),
    "F15": (K.Key_F15, K.Key_Launch8),
    "F16": (K.Key_F16, K.Key_Launch9),
}
"""What arrives for each key by its name in the settings; Linux calls F13 and the following by other names."""


class Press(Enum):
    """What a switch asks for: go on to the next thing, or take this one."""

    MOVE = "move"
    TAKE = "take"


IN_USE: dict[int, Press] = {K.Key_Space: Press.MOVE, K.Key_Return: Press.TAKE, K.Key_Enter: Press.TAKE}
"""What most interfaces send as they are sold: plain keys, but switches where switches are used."""


@dataclass(frozen=True)
class SwitchKeys:
    """The keys that are always switches."""

    move: frozenset[Qt.Key]
    take: frozenset[Qt.Key]

    @staticmethod
    def named(move: Iterable[str], take: Iterable[str]) -> SwitchKeys:
        """Return the keys of these names."""
        return SwitchKeys(
            frozenset(key for name in move for key in SENT[name]),
            frozenset(key for name in take for key in SENT[name]),
        )

    def pressed(self, key: int, *, in_use: bool) -> Press | None:
        """Return what a key asks for as a switch, where switches are used or not; None where it is none."""
        if key in self.move:
            return Press.MOVE
        if key in self.take:
            return Press.TAKE
        return IN_USE.get(key) if in_use else None


USUAL_SWITCHES = SwitchKeys.named(("F13",), ("F14",))
