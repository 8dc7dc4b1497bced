"""Where the frame of every screen stands: status above, then the page, captions, and the bar below."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import ceil

from PySide6.QtCore import QRect

from kiosk.ui.metrics import Metrics

BAR_LEADING, STATUS_LEADING, CAPTION_LEADING = 1.25, 1.35, 1.35
STATUS_SHARE = 0.46
"""How much of a low panel's caption strip the status takes."""
TALK_EM, TALK_EM_SCARCE = 5.6, 1.7
"""How wide the button to speak is, in em; where lines are scarce it has its microphone alone."""


@dataclass(frozen=True)
class Frame:
    """The rectangles of one panel at one text size; they are the same on every screen."""

    status: QRect
    page: QRect
    caption: QRect
    bar: QRect
    caption_lines: int
    talk: QRect = field(default_factory=QRect)
    """The button to speak, at the end of the caption strip where the way forward stands; or nothing."""


def frame_of(metrics: Metrics, *, captions: bool, talking: bool = False) -> Frame:
    """Return the frame; without captions and the button to speak the page has their room.

    Where the panel is low for its type, the status stands at the right end of the caption strip, so that
    every line it can have is the page's.
    """
    panel, margin, inset = metrics.panel, metrics.margin, metrics.gap // 2
    lines = 2 if panel.portrait else 1
    strip_height = ceil(metrics.em * CAPTION_LEADING) * lines + inset
    below = metrics.gap - inset
    if talking:
        strip_height = max(strip_height, metrics.target + below)
    strip = captions or metrics.low or talking
    bar_height = _bar_height(metrics)
    bar = QRect(0, panel.height - bar_height, panel.width, bar_height)
    caption = QRect(0, bar.top() - strip_height, panel.width, strip_height if strip else 0)
    line = ceil(metrics.em * STATUS_LEADING)
    status = QRect(margin, metrics.gap if panel.portrait else inset, panel.width - 2 * margin, line)
    page_top = status.bottom() + 1 + (margin if panel.portrait else inset)
    talk = QRect()
    if talking:
        wide = ceil(metrics.em * (TALK_EM_SCARCE if metrics.scarce else TALK_EM))
        talk = QRect(margin, caption.y(), max(wide, metrics.main_target), strip_height - below)
        if metrics.left_handed:
            caption.setLeft(talk.right() + 1)
        else:
            talk.moveRight(panel.width - margin - 1)
            caption.setRight(talk.left() - 1)
    if metrics.low:
        right = caption.right() + 1 - (metrics.gap if talking and not metrics.left_handed else 0)
        right = min(right, panel.width - margin)
        width = round(caption.width() * STATUS_SHARE)
        status = QRect(right - width, caption.y() + (strip_height - line) // 2, width, line)
        caption.setRight(status.x() - inset - 1)
        page_top = inset
    page_bottom = (caption.top() if strip else bar.top()) - metrics.gap
    page = QRect(margin, page_top, panel.width - 2 * margin, page_bottom - page_top)
    return Frame(status, page, caption, bar, lines, talk)


def _bar_height(metrics: Metrics) -> int:
    """Return the height of the bar: icons above the words on upright panels, beside them on lying ones."""
    word = ceil(metrics.em * (BAR_LEADING + 0.15))
    icon = ceil(metrics.em * 1.35) if metrics.panel.portrait else 0
    return max(metrics.main_target, word + icon) + 2 * (metrics.gap // 2)
