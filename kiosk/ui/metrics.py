"""Every size on screen, in whole pixels, computed from the panel's millimetres and the text size."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import ceil

from kiosk.domain.comfort import CAPITAL_MM
from kiosk.domain.panel import Panel

CAPITAL_EM = 0.733
"""Height of a capital H in Noto Sans SC, in em."""

LEADING = 1.5
HAN_A_LINE = 38
TARGET_MM, MAIN_TARGET_MM, LEAST_GAP_MM = 16, 20, 3.2
REACH_MM, LOW_REACH_MM = 1220, 1100
"""Nothing to touch stands higher above the floor (EN 301 549, 8.3; accessibility requirement 9)."""


@dataclass(frozen=True)
class Metrics:
    """The sizes of one panel at one text size (an index of CAPITAL_MM)."""

    panel: Panel
    size: int
    lowered: bool = False
    """Whether everything to act on stands low, within reach of somebody who sits."""
    left_handed: bool = False
    """Whether the way forward stands at the left."""

    def px(self, millimetres: float) -> int:
        """Return a length in whole pixels, never less than asked."""
        return ceil(millimetres * self.panel.pixels_per_mm - 1e-9)

    @cached_property
    def em(self) -> int:
        """The type size of the body, in pixels."""
        return self.px(CAPITAL_MM[self.size] / CAPITAL_EM)

    @cached_property
    def heading(self) -> int:
        """The type size of headings: 1.6 of the body, less where two lines of it would crowd the panel."""
        ratio = min(
            1.6,
            self.panel.width / (self.em * 15),
            self.panel.height * 0.2 / (self.em * 2 * self.heading_leading),
        )
        return round(self.em * max(1.0, ratio))

    @property
    def heading_leading(self) -> float:
        """The line height of headings, in em."""
        return 1.35

    @cached_property
    def squeeze(self) -> float:
        """How much of the full margins there is room for, from 0.55 to 1."""
        return max(0.55, min(1.0, min(self.panel.width, self.panel.height) / (self.em * 18)))

    @cached_property
    def margin(self) -> int:
        """The space around everything: 12 mm where there is room."""
        return self.px(12 * self.squeeze)

    @cached_property
    def gap(self) -> int:
        """The space between things: 6 mm where there is room, never under 3.2."""
        return self.px(max(LEAST_GAP_MM + 0.3, 6 * self.squeeze))

    @cached_property
    def least_gap(self) -> int:
        """The least space between two things to touch (accessibility requirement 6)."""
        return self.px(LEAST_GAP_MM)

    @cached_property
    def corner(self) -> int:
        """The radius of corners."""
        return self.px(4)

    @cached_property
    def target(self) -> int:
        """The least side of anything to touch (accessibility requirement 6)."""
        return self.px(TARGET_MM)

    @cached_property
    def main_target(self) -> int:
        """The least side of a main thing to touch (accessibility requirement 6)."""
        return self.px(MAIN_TARGET_MM)

    @cached_property
    def ring(self) -> int:
        """The thickness of the focus ring: at least 1 mm (accessibility requirement 18)."""
        return self.px(1.2)

    @cached_property
    def lip(self) -> int:
        """How far a button stands out of the page, and sinks when it is pressed."""
        return self.px(0.9)

    @cached_property
    def edge(self) -> int:
        """The thickness of a control's edge."""
        return self.px(0.45)

    @property
    def line(self) -> int:
        """The height of one line of body text."""
        return ceil(self.em * LEADING)

    @property
    def measure(self) -> int:
        """The widest a paragraph may be: at most 40 Han (WCAG 1.4.8)."""
        return self.em * HAN_A_LINE

    @cached_property
    def highest(self) -> int:
        """How far below the panel's upper edge the highest thing to touch may stand, in pixels."""
        highest_mm = LOW_REACH_MM if self.lowered else REACH_MM
        return self.px(self.panel.lower_edge_mm + self.panel.height / self.panel.pixels_per_mm - highest_mm)

    @cached_property
    def low(self) -> bool:
        """Whether a lying panel has less than sixteen lines: then status and captions share a strip."""
        return not self.panel.portrait and self.panel.height < self.line * 16

    @cached_property
    def scarce(self) -> bool:
        """Whether it has less than twelve lines: then padding and ornaments give their room to the words."""
        return not self.panel.portrait and self.panel.height < self.line * 12
