"""The lamps in drawings that blink: all together, once a second, and only while such a drawing is seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, QTimer

HALF_MS = 500
"""Lit as long as dark: one flash a second, well under three (WCAG 2.3.2; accessibility requirement 28)."""


class Blinking(Protocol):
    """Something with a drawing in it."""

    @property
    def blinks(self) -> bool:
        """Whether something in the drawing blinks."""

    def show_lit(self, lit: bool) -> None:
        """Show what blinks lit or dark."""


class Lamps:
    """Lights all lamps of a page and darkens them in turn; where nothing may be `moving`, all stay lit."""

    def __init__(self, parent: QObject, *, moving: bool) -> None:
        self._moving = moving
        self._seen: Sequence[Blinking] = ()
        self._lit = True
        self._timer = QTimer(parent)
        self._timer.setInterval(HALF_MS)
        self._timer.timeout.connect(self._turn)

    @property
    def blink(self) -> bool:
        """Whether any lamp blinks now."""
        return self._timer.isActive()

    def watch(self, drawings: Iterable[Blinking]) -> None:
        """Blink in these drawings from now on; those that come meanwhile fall into step with the others."""
        self._seen = [drawing for drawing in drawings if drawing.blinks] if self._moving else ()
        if not self._seen:
            self._timer.stop()
            self._lit = True
        elif not self.blink:
            self._timer.start()
        self._show()

    def _turn(self) -> None:
        self._lit = not self._lit
        self._show()

    def _show(self) -> None:
        for drawing in self._seen:
            drawing.show_lit(self._lit)
