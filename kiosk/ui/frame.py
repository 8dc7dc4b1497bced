"""Where the frame of every screen stands: status above, then the page, captions, and the bar below."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRect

from kiosk.ui.metrics import Metrics

BAR_LEADING, STATUS_LEADING, CAPTION_LEADING = 1.25, 1.35, 1.35


@dataclass(frozen=True)
class Frame:
    """The rectangles of one panel at one text size; they are the same on every screen."""

    status: QRect
    page: QRect
    caption: QRect
    bar: QRect
    caption_lines: int
    bar_icons: bool


def frame_of(metrics: Metrics, *, captions: bool) -> Frame:
    """Return the frame; without captions the page has their room."""
    panel, em, margin = metrics.panel, metrics.em, metrics.margin
    icons = not metrics.scarce
    bar_height = max(metrics.main_target, ceil(em * (BAR_LEADING + (1.45 if icons else 0.15)))) + metrics.gap
    bar = QRect(0, panel.height - bar_height - metrics.gap // 2, panel.width, bar_height + metrics.gap // 2)
    lines = 2 if panel.portrait else 1
    caption_height = ceil(em * CAPTION_LEADING) * lines + (
        metrics.gap if not metrics.scarce else metrics.gap // 2
    )
    caption = QRect(0, bar.top() - caption_height, panel.width, caption_height if captions else 0)
    top = metrics.gap // 2 if metrics.scarce else metrics.gap
    status = QRect(margin, top, panel.width - 2 * margin, ceil(em * STATUS_LEADING))
    page_top = status.bottom() + 1 + (metrics.gap // 2 if metrics.scarce else margin)
    page_bottom = (caption.top() if captions else bar.top()) - metrics.gap
    page = QRect(margin, page_top, panel.width - 2 * margin, page_bottom - page_top)
    return Frame(status, page, caption, bar, lines, icons)
