"""Pages with a picture, a pad or a code: the figure left and the rest right, or one above the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QRect

from kiosk.ui.blocks import Block, Button, Drawing, Keys, Manner, Prose, Qr, SignBox, TimeLeft
from kiosk.ui.flow import Part
from kiosk.ui.labels import Illustration
from kiosk.ui.making import Thing
from kiosk.ui.pad import Pad
from kiosk.ui.qr import QrCode
from kiosk.ui.reading import ALONE, Numbering, in_several_parts
from kiosk.ui.setting import Setting, drawings_in
from kiosk.ui.writing import signed, typed

PICTURE_SHARE = 0.36
"""How much of a lying panel's width a picture takes."""
LEAST_PICTURE, MOST_PICTURE = 0.2, 0.42
"""How much of the height of an upright panel's page a picture takes."""
CODE_SHARES = (0.6, 0.5, 0.4, 0.32)
"""How much of an upright panel's width a code takes: as much as there is room for."""

Figure = Drawing | Keys | SignBox | Qr


def act_page(setting: Setting, figure: Keys | SignBox | Qr) -> list[Part]:
    """Keep figure and way forward together; what has no room beside them goes to parts of its own."""
    page = setting.page
    whole = with_figure(setting, figure, (*page.before, *page.beside, *page.after), page.foot)
    if whole is not None:
        return [whole]
    nav, late = setting.next_button(9, 9, forward=False), list[Button]()
    if isinstance(figure, Qr) and with_figure(setting, figure, page.beside, [nav, *page.foot]) is None:
        page, late = replace(page, foot=()), list(page.foot)
        setting = replace(setting, page=page)
    elif isinstance(figure, SignBox) and with_figure(setting, figure, page.beside, [nav, *page.foot]) is None:
        page = replace(page, before=(*page.beside, *page.before), beside=())
        if with_figure(setting, figure, (), [nav, *page.foot]) is None:
            page, late = replace(page, foot=page.foot[1:]), [page.foot[0]]
        setting = replace(setting, page=page)
    for before in ((), page.before):
        here = (*(page.before if not before else ()), *page.beside)
        for kept in range(len(page.after), -1, -1):
            if kept == len(page.after) and not before and not late:
                continue
            if with_figure(setting, figure, (*here, *page.after[:kept]), [nav, *page.foot]) is not None:
                return _in_parts(setting, figure, before, (*here, *page.after[:kept]), late)
    return _in_parts(setting, figure, page.before, page.beside, late)


def _in_parts(
    setting: Setting,
    figure: Keys | SignBox | Qr,
    before: Sequence[Block],
    here: Sequence[Block],
    late: Sequence[Button],
) -> list[Part]:
    """Number the parts anew: those to read first, the one to act on, those to read after it.

    `late` are other ways that have no room beside the figure; they stand at the end.
    """
    page = setting.page
    rest = [block for block in page.after if block not in here]

    def read_first(numbering: Numbering) -> list[Part]:
        return in_several_parts(setting, before, (), forward=True, numbering=numbering) if before else []

    def read_last(numbering: Numbering) -> list[Part]:
        if not rest and not late:
            return []
        return in_several_parts(setting, rest, late, forward=False, numbering=numbering)

    first, last = len(read_first(ALONE)), len(read_last(ALONE))
    count = first + 1 + last
    button = setting.next_button(first + 1, count, forward=False)
    part = with_figure(setting, figure, here, [button, *page.foot], force=True)
    assert part is not None
    return [*read_first(Numbering(0, count)), part, *read_last(Numbering(first + 1, count))]


def picture_first(setting: Setting, figure: Drawing) -> list[Part] | None:
    """Show a picture with its words, or alone, and what is chosen behind it; None where it has no room."""
    page = setting.page
    for here, rest in ((page.before, page.after), ((), page.everything)):
        after = partial(in_several_parts, setting, rest, page.foot, forward=bool(page.foot))
        count = 1 + len(after())
        part = with_figure(
            setting, figure, here, [setting.next_button(1, count, forward=True)], force=not here
        )
        if part is not None:
            return [part, *after(numbering=Numbering(1, count))]
    return None


def with_figure(
    setting: Setting, figure: Figure, blocks: Sequence[Block], foot: Sequence[Button], *, force: bool = False
) -> Part | None:
    """Put everything on one part with its figure, or return None where it does not fit."""
    if isinstance(figure, SignBox):
        return signed(setting, figure, blocks, foot, force)
    if not setting.upright:
        return _side_by_side(setting, figure, blocks, foot, force)
    if isinstance(figure, Qr):
        return _banded(setting, figure, blocks, foot, force)
    if isinstance(figure, Keys):
        return typed(setting, figure, blocks, foot, force)
    return _pictured(setting, figure, blocks, foot)


def _side_by_side(
    setting: Setting, figure: Figure, blocks: Sequence[Block], foot: Sequence[Button], force: bool
) -> Part | None:
    """Put the figure left, as large as leaves room for the rest at its right."""
    thing, widths = setting.make(figure), _widths(setting, setting.make(figure))
    tight = replace(setting, tight=True)
    closer = isinstance(figure, Qr) and not any(isinstance(block, Button) for block in blocks)
    for left in widths:
        part = _beside(setting, thing, left, blocks, foot)
        if part is None and closer:
            part = _beside(tight, thing, left, blocks, foot)
            part = part or _time_in_foot(tight, thing, left, blocks, foot)
        if part is not None:
            return part
    return _beside(setting, thing, widths[-1], blocks, foot, force=True) if force else None


def _time_in_foot(
    setting: Setting, thing: Thing, left: int, blocks: Sequence[Block], foot: Sequence[Button]
) -> Part | None:
    """Let the time that is left share the row of the one other way; None where that is not enough."""
    timed = [setting.make(block) for block in blocks if isinstance(block, TimeLeft)]
    part = _beside(setting, thing, left, [b for b in blocks if not isinstance(b, TimeLeft)], foot)
    if part is None or len(timed) != 1 or len(foot) != 1:
        return None
    button, place = part.places[-1]
    x = place.right() + 1 + setting.gap
    width = setting.body.right() + 1 - x
    tall = timed[0].height_at(width, place.height())
    if tall > place.height():
        return None
    part.places[-1:] = [
        (timed[0], QRect(x, place.y() + (place.height() - tall) // 2, width, tall)),
        (button, place),
    ]
    return part


def _widths(setting: Setting, thing: Thing) -> list[int]:
    """Return how wide a figure may be beside the rest, the most pleasant first."""
    body = setting.body
    if isinstance(thing, Pad):
        return [thing.wanted_width(round(body.width() * 0.55))]
    if isinstance(thing, QrCode):
        shares = (0.45, 0.4, 0.35, 0.3)
        return [min(body.height(), thing.wanted_width(round(body.width() * share))) for share in shares]
    return [round(body.width() * PICTURE_SHARE)]


def _beside(
    setting: Setting,
    thing: Thing,
    left: int,
    blocks: Sequence[Block],
    foot: Sequence[Button],
    *,
    force: bool = False,
) -> Part | None:
    body = setting.body
    x = body.x() + left + 2 * setting.gap
    column = QRect(x, body.y(), body.right() + 1 - x, body.height())
    place, put = setting.with_foot(column, foot)
    stack = setting.fitting(blocks, place.width(), place.height())
    room = body.height() - (setting.reach if isinstance(thing, Pad) else 0)
    tall = thing.height_at(left, room)
    if not force and (stack is None or tall > room):
        return None
    stack = stack or setting.stack(blocks, place.width(), place.height())
    part = setting.stacked(stack, place, put)
    part.places.insert(0, (thing, QRect(body.x(), body.y() + _top(setting, thing, tall), left, tall)))
    return part


def _top(setting: Setting, thing: Thing, tall: int) -> int:
    """Return how far below the body's top a figure stands beside the rest."""
    if isinstance(thing, Illustration):
        return (setting.body.height() - tall) // 2
    return setting.lowest(tall) if isinstance(thing, Pad) else 0


def _pictured(
    setting: Setting, figure: Drawing, blocks: Sequence[Block], foot: Sequence[Button]
) -> Part | None:
    """Put a picture above what is said and asked, where little could be reached."""
    body, thing = setting.body, setting.make(figure)
    low = setting.foot(foot, body.width())
    room, least = body.height() - low.height - setting.gap, int(body.height() * LEAST_PICTURE)
    stack = setting.below(body.y() + least + setting.gap).fitting(blocks, body.width(), room - least)
    if stack is None:
        return None
    needed = stack.within(0).height()
    share = LEAST_PICTURE if drawings_in(stack, room) else MOST_PICTURE
    most = min(room - needed, int(body.height() * share))
    tall = thing.height_at(body.width(), most)
    part = Part()
    part.places.append((thing, QRect(body.x(), body.y(), body.width(), tall)))
    air = min(setting.gap, room - tall - needed)
    top = tall + setting.gap + air
    stack = stack.within(max(0, setting.reach - top))
    stack.place(part, body.x(), body.y() + top, body.height() - low.height - top)
    low.place(part, body.x(), body.bottom() + 1)
    return part


def _banded(
    setting: Setting, figure: Qr, blocks: Sequence[Block], foot: Sequence[Button], force: bool
) -> Part | None:
    """Put a code, as large as there is room for, with what belongs to it at its right; words above it."""
    code = setting.make(figure)
    assert isinstance(code, QrCode)
    for share in CODE_SHARES:
        side = code.wanted_width(round(setting.body.width() * share))
        part = _with_code(setting, code, side, blocks, foot, force and share == CODE_SHARES[-1])
        if part is not None:
            return part
    return None


def _with_code(  # noqa: PLR0917 - all that shares the page
    setting: Setting, code: QrCode, side: int, blocks: Sequence[Block], foot: Sequence[Button], force: bool
) -> Part | None:
    body, belongs = setting.body, setting.page.beside
    words = [b for b in blocks if isinstance(b, Prose) and b.manner is Manner.BODY and b not in belongs]
    width = body.width() - side - 2 * setting.gap
    above = setting.stack(words, body.width(), body.height())
    beside = setting.stack([b for b in blocks if b in belongs], width, side)
    low = setting.foot(foot, body.width())
    band = max(side, beside.height())
    top = above.height() + (setting.gap if words else 0)
    room = body.height() - low.height - top - band - setting.gap
    part, y = Part(), body.y() + top
    left = [b for b in blocks if b not in belongs and b not in words]
    rest = setting.below(y + band + setting.gap).fitting(left, body.width(), room)
    if rest is None and not force:
        return None
    above.place(part, body.x(), body.y(), above.height())
    part.places.append((code, QRect(body.x(), y + (band - side) // 2, side, side)))
    middle = y + max(0, (band - beside.height()) // 2)
    beside.place(part, body.x() + side + 2 * setting.gap, middle, beside.height())
    if rest is not None:
        rest.place(part, body.x(), y + band + setting.gap, max(rest.height(), room))
    low.place(part, body.x(), body.bottom() + 1)
    return part
