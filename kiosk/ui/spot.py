"""A spot on the window: what ring, frame and lens stand around or show."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect


@dataclass(frozen=True)
class Spot:
    """A thing on the window, or several that are reached together: name, place, and what else it says."""

    name: str
    place: QRect
    more: str = ""
