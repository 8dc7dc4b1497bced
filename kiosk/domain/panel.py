"""The touchscreen as it stands in the hall: every size on screen is computed from it, in millimetres."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Panel:
    """Pixels, pixels per millimetre, height of the lower edge above the floor and viewing distance (mm)."""

    width: int
    height: int
    pixels_per_mm: float
    lower_edge_mm: float
    viewing_mm: float

    @property
    def portrait(self) -> bool:
        """Whether the panel is higher than wide."""
        return self.height > self.width

    def px(self, millimetres: float) -> int:
        """Return a length in whole pixels."""
        return round(millimetres * self.pixels_per_mm)


PANELS = {
    "portrait": Panel(1080, 1920, 2.756, 620, 600),  # 32 inch, upright
    "landscape": Panel(1920, 1080, 3.644, 820, 600),  # 23.8 inch, lying
    "compact": Panel(1280, 800, 3.866, 880, 500),  # 15.4 inch, on a desk
}
"""Profiles by name; settings can give any other panel in numbers."""
