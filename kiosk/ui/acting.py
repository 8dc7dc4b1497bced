"""Pages with a picture, a pad or a code: the figure left and the rest right, or one above the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRect

from kiosk.ui.blocks import Block, Button, Drawing, Keys, Qr
from kiosk.ui.flow import Part
from kiosk.ui.pad import Pad
from kiosk.ui.qr import QrCode
from kiosk.ui.reading import ALONE, Numbering, in_several_parts
from kiosk.ui.setting import Setting

PICTURE_SHARE = 0.36
"""How much of a lying panel's width a picture takes."""
LEAST_PICTURE, MOST_PICTURE = 0.2, 0.42
"""How much of the height of an upright panel's page a picture takes."""
LEAST_KEYS = 0.3

Figure = Drawing | Keys | Qr


def act_page(setting: Setting, figure: Keys | Qr) -> list[Part]:
    """Keep figure and way forward together; what has no room beside them goes to parts of its own."""
    page = setting.page
    whole = with_figure(setting, figure, (*page.before, *page.beside, *page.after), page.foot)
    if whole is not None:
        return [whole]
    nav = setting.next_button(9, 9, forward=False)
    for before in ((), page.before):
        here = (*(page.before if not before else ()), *page.beside)
        for kept in range(len(page.after), -1, -1):
            if kept == len(page.after) and not before:
                continue
            if with_figure(setting, figure, (*here, *page.after[:kept]), [nav, *page.foot]) is not None:
                return _in_parts(setting, figure, before, (*here, *page.after[:kept]))
    return _in_parts(setting, figure, page.before, page.beside)


def _in_parts(
    setting: Setting, figure: Keys | Qr, before: Sequence[Block], here: Sequence[Block]
) -> list[Part]:
    """Number the parts anew: those to read first, the one to act on, those to read after it."""
    page = setting.page
    rest = [block for block in page.after if block not in here]

    def spread(blocks: Sequence[Block], forward: bool, numbering: Numbering) -> list[Part]:
        return in_several_parts(setting, blocks, (), forward=forward, numbering=numbering) if blocks else []

    first, last = len(spread(before, True, ALONE)), len(spread(rest, False, ALONE))
    count = first + 1 + last
    button = setting.next_button(first + 1, count, forward=False)
    part = with_figure(setting, figure, here, [button, *page.foot], force=True)
    assert part is not None
    earlier = spread(before, True, Numbering(0, count))
    return [*earlier, part, *spread(rest, False, Numbering(first + 1, count))]


def with_figure(
    setting: Setting, figure: Figure, blocks: Sequence[Block], foot: Sequence[Button], *, force: bool = False
) -> Part | None:
    """Put everything on one part with its figure, or return None where it does not fit."""
    if not setting.upright:
        return _side_by_side(setting, figure, blocks, foot, force)
    if isinstance(figure, Qr):
        return _banded(setting, figure, blocks, foot, force)
    if isinstance(figure, Keys):
        return _typed(setting, figure, blocks, foot, force)
    return _pictured(setting, figure, blocks, foot)


def _side_by_side(
    setting: Setting, figure: Figure, blocks: Sequence[Block], foot: Sequence[Button], force: bool
) -> Part | None:
    body, thing = setting.body, setting.make(figure)
    left = round(body.width() * PICTURE_SHARE)
    if isinstance(thing, Pad):
        left = thing.wanted_width(round(body.width() * 0.55))
    elif isinstance(thing, QrCode):
        left = min(body.height(), thing.wanted_width(round(body.width() * 0.45)))
    x = body.x() + left + 2 * setting.gap
    column = QRect(x, body.y(), body.right() + 1 - x, body.height())
    place, put = setting.with_foot(column, foot)
    stack = setting.fitting(blocks, place.width(), place.height())
    tall = thing.height_at(left, body.height())
    if not force and (stack is None or tall > body.height()):
        return None
    stack = stack or setting.stack(blocks, place.width(), place.height())
    part = setting.stacked(stack, place, put)
    centred = (body.height() - tall) // 2 if isinstance(figure, Drawing) else 0
    part.places.insert(0, (thing, QRect(body.x(), body.y() + centred, left, tall)))
    return part


def _pictured(
    setting: Setting, figure: Drawing, blocks: Sequence[Block], foot: Sequence[Button]
) -> Part | None:
    """Put a picture above what is said and asked."""
    # The picture stands where nothing could be reached, so what is below it can be.
    setting = replace(setting, reach=0)
    body, thing = setting.body, setting.make(figure)
    low = setting.foot(foot, body.width())
    room = body.height() - low.height - setting.gap
    stack = setting.fitting(blocks, body.width(), room - int(body.height() * LEAST_PICTURE))
    if stack is None:
        return None
    most = min(room - stack.height(), int(body.height() * MOST_PICTURE))
    tall = thing.height_at(body.width(), most)
    part = Part()
    part.places.append((thing, QRect(body.x(), body.y(), body.width(), tall)))
    air = min(setting.gap, room - tall - stack.height())
    top = tall + setting.gap + air
    stack.place(part, body.x(), body.y() + top, body.height() - low.height - top)
    low.place(part, body.x(), body.bottom() + 1)
    return part


def _typed(
    setting: Setting, figure: Keys, blocks: Sequence[Block], foot: Sequence[Button], force: bool
) -> Part | None:
    """Put keys between the field and the way forward; other ways stand below the keys."""
    body, pad = setting.body, setting.make(figure)
    low = setting.foot(foot, body.width())
    above = setting.stack([b for b in blocks if b not in setting.page.after], body.width(), body.height())
    below = setting.stack([b for b in blocks if b in setting.page.after], body.width(), body.height())
    gaps = setting.gap * (2 if below.rows else 1)
    room = body.height() - low.height - above.height() - below.height() - gaps
    out_of_reach = max(0, setting.reach - above.height() - setting.gap)
    tall = pad.height_at(body.width(), max(room - out_of_reach, 1))
    if not force and tall > room - out_of_reach:
        return None
    part = Part()
    air = max(out_of_reach, (room - tall) // 4)
    above.place(part, body.x(), body.y() + min(air, max(0, room - tall)), above.height())
    y = body.y() + air + above.height() + setting.gap
    part.places.append((pad, QRect(body.x(), y, body.width(), tall)))
    below.place(part, body.x(), y + tall + setting.gap, below.height())
    low.place(part, body.x(), body.bottom() + 1)
    return part


def _banded(
    setting: Setting, figure: Qr, blocks: Sequence[Block], foot: Sequence[Button], force: bool
) -> Part | None:
    """Put a code with what belongs to it side by side, and everything else below."""
    body, code = setting.body, setting.make(figure)
    side = code.height_at(body.width() // 2, body.height())
    width = body.width() - side - 2 * setting.gap
    beside = setting.stack([b for b in blocks if b in setting.page.beside], width, side)
    band = max(side, beside.height()) + setting.gap
    low = setting.foot(foot, body.width())
    room = body.height() - low.height - band
    others = [b for b in blocks if b not in setting.page.beside]
    rest = setting.fitting(others, body.width(), room)
    if rest is None and not force:
        return None
    part = Part()
    part.places.append((code, QRect(body.x(), body.y(), side, side)))
    top = body.y() + max(0, (side - beside.height()) // 2)
    beside.place(part, body.x() + side + 2 * setting.gap, top, beside.height())
    if rest is not None:
        rest.place(part, body.x(), body.y() + band, room)
    low.place(part, body.x(), body.bottom() + 1)
    return part
