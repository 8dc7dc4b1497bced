"""Pages to write on: the pad of digits on an upright panel, and the box to sign in on every panel."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect

from kiosk.ui.blocks import Block, Button, Keys, SignBox
from kiosk.ui.flow import Part, Stack
from kiosk.ui.setting import Setting
from kiosk.ui.signing import SHAPE

BOX_SHARES = (0.68, 0.62, 0.56, 0.5, 0.44, 0.38)
"""How much of a lying panel's width the box to sign in takes: as much as there is room for."""
LEAST_BOX = 0.5
"""The least share of an upright panel's width that the box takes before other things leave the page."""


def typed(
    setting: Setting, figure: Keys, blocks: Sequence[Block], foot: Sequence[Button], force: bool
) -> Part | None:
    """Put keys between the field and the way forward; other ways stand below the keys."""
    body, pad = setting.body, setting.make(figure)
    low = setting.foot(foot, body.width())
    above, below = _around(setting, blocks)
    gaps = setting.gap * (2 if below.rows else 1)
    room = body.height() - low.height - above.height() - below.height() - gaps
    out_of_reach = max(0, setting.reach - above.height() - setting.gap)
    tall = pad.height_at(body.width(), max(room - out_of_reach, 1))
    if not force and tall > room - out_of_reach:
        return None
    part = Part()
    air = max(out_of_reach, (room - tall) // (1 if setting.look.metrics.lowered else 4))
    above.place(part, body.x(), body.y() + min(air, max(0, room - tall)), above.height())
    y = body.y() + air + above.height() + setting.gap
    part.places.append((pad, QRect(body.x(), y, body.width(), tall)))
    below.place(part, body.x(), y + tall + setting.gap, below.height())
    low.place(part, body.x(), body.bottom() + 1)
    return part


def _around(setting: Setting, blocks: Sequence[Block]) -> tuple[Stack, Stack]:
    """Return what stands above the thing to write on, and what stands below it, where all can be reached."""
    width, room, after = setting.body.width(), setting.body.height(), setting.page.after
    above = setting.stack([b for b in blocks if b not in after], width, room)
    return above, setting.stack([b for b in blocks if b in after], width, room).within(0)


def signed(
    setting: Setting, figure: SignBox, blocks: Sequence[Block], foot: Sequence[Button], force: bool
) -> Part | None:
    """Put everything around a box that is as large as the page allows, or return None where none is."""
    ways = (_signed_below,) if setting.upright else (_signed_beside, _signed_below)
    parts = [part for way in ways if (part := way(setting, figure, blocks, foot)) is not None]
    if parts:
        return max(parts, key=lambda part: dict(part.places)[setting.make(figure)].width())
    return _signed_below(setting, figure, blocks, foot, least=0.0) if force else None


def _signed_beside(
    setting: Setting, figure: SignBox, blocks: Sequence[Block], foot: Sequence[Button]
) -> Part | None:
    """Put the box left; words, other ways and buttons stand at its right."""
    body, box = setting.body, setting.make(figure)
    for share in BOX_SHARES:
        width = min(round(body.width() * share), int((body.height() - setting.reach) / SHAPE))
        x = body.x() + width + 2 * setting.gap
        column = QRect(x, body.y(), body.right() + 1 - x, body.height())
        place, put = setting.with_foot(column, foot)
        nothing = Stack([], place.width(), place.height(), setting.spacing)
        stack = setting.fitting(blocks, place.width(), place.height()) if blocks else nothing
        if stack is not None and stack.fits(place.height()):
            part = setting.stacked(stack, place, put)
            tall = box.height_at(width, 0)
            part.places.insert(0, (box, QRect(body.x(), body.y() + setting.lowest(tall), width, tall)))
            return part
    return None


def _signed_below(
    setting: Setting,
    figure: SignBox,
    blocks: Sequence[Block],
    foot: Sequence[Button],
    *,
    least: float = LEAST_BOX,
) -> Part | None:
    """Put the box below the words; other ways and buttons stand below it."""
    body, box = setting.body, setting.make(figure)
    low = setting.foot(foot, body.width())
    above, below = _around(setting, blocks)
    top = above.height() + (setting.gap if above.rows else 0)
    top += max(0, setting.reach - top)
    room = body.height() - low.height - top - below.height() - (setting.gap if below.rows else 0)
    width = min(body.width(), int(room / SHAPE))
    if width < body.width() * least:
        return None
    part, tall, spare = Part(), box.height_at(width, 0), room - box.height_at(width, 0)
    y = body.y() + top + (spare // 4 if not above.rows else 0)
    above.place(part, body.x(), body.y(), above.height())
    part.places.append((box, QRect(body.x() + (body.width() - width) // 2, y, width, tall)))
    below.place(part, body.x(), y + tall + setting.gap, below.height())
    low.place(part, body.x(), body.bottom() + 1)
    return part
