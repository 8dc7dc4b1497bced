"""Pages without a picture: one column, two columns on a lying panel, or parts that follow each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from PySide6.QtCore import QRect

from kiosk.ui.blocks import Block, Button, Prose, Sheet
from kiosk.ui.flow import Part, Row, Stack, in_parts
from kiosk.ui.labels import Paragraph
from kiosk.ui.setting import Setting, drawings_in
from kiosk.ui.smaller import smaller
from kiosk.ui.weeks import Calendar


def in_one_column(setting: Setting, blocks: Sequence[Block], foot: Sequence[Button]) -> Part | None:
    """Put everything below each other, or return None where it does not fit."""
    for aside in _ways(setting):
        place, put = setting.with_foot(setting.body, foot, aside=aside)
        stack = setting.fitting(blocks, place.width(), place.height())
        if stack is not None:
            return setting.stacked(stack, place, put)
    return None


def _ways(setting: Setting) -> tuple[bool, ...]:
    """Return where buttons may stand: at the bottom, and on a low panel also at the right."""
    return (False, True) if setting.look.metrics.low else (False,)


def halves(setting: Setting) -> tuple[QRect, QRect]:
    """Return the left and the right half of a lying panel's page."""
    body, between = setting.body, 2 * setting.gap
    width = (body.width() - between) // 2
    left = QRect(body.x(), body.y(), width, body.height())
    return left, left.translated(width + between, 0)


def in_two_columns(setting: Setting, blocks: Sequence[Block], foot: Sequence[Button]) -> Part | None:
    """Cut what is read where both columns come out most alike, or return None where they do not fit."""
    left, right = halves(setting)
    place, put = setting.with_foot(right, foot)
    foot_height, swapped = right.height() - place.height(), _reads_on(setting, blocks)
    one, other = (place, left) if swapped else (left, place)
    best: tuple[int, Stack, Stack] | None = None
    for cut in range(1, len(blocks) + (1 if foot else 0)):
        first = setting.stack(blocks[:cut], one.width(), one.height())
        second = setting.fitting(blocks[cut:], other.width(), other.height())
        if second is None or first.cards or not first.fits(one.height()):
            continue
        if setting.look.metrics.left_handed and not swapped and not second.rows[0].touched:
            continue
        cost = abs(first.height() - second.height() + (foot_height if swapped else -foot_height))
        if cut < len(blocks) and blocks[cut].sheet is blocks[cut - 1].sheet is not Sheet.NONE:
            cost += left.height()
        if best is None or cost < best[0]:
            best = (cost, first, second)
    if best is None:
        return None
    return _together(setting.stacked(best[1], one), setting.stacked(best[2], other, put))


def _reads_on(setting: Setting, blocks: Sequence[Block]) -> bool:
    """Tell whether a left hand has its button below the first column: where the page is only read."""
    touched = setting.stack(blocks, setting.body.width(), setting.body.height()).touched
    return setting.look.metrics.left_handed and not touched


def _together(one: Part, other: Part) -> Part:
    return Part(
        one.places + other.places, one.sheets + other.sheets, one.first_on_sheet + other.first_on_sheet
    )


def beside_choices(setting: Setting, blocks: Sequence[Block]) -> list[Part] | None:
    """Keep the choices at the right while what is read at the left has parts; None where they do not fit."""
    left, right = halves(setting)
    choices = [block for block in blocks if isinstance(block, Button)]
    read = [block for block in blocks if not isinstance(block, Button)]
    stack = setting.fitting(choices, right.width(), right.height())
    if not choices or not read or stack is None:
        return None
    place, _ = setting.with_foot(left, [setting.next_button(9, 9, forward=False)])
    small = small_enough(setting, read, place.width(), place.height())
    groups = even_parts(setting, setting.rows(small), place.width(), place.height())
    parts = []
    for number, rows in enumerate(groups, 1):
        button = setting.next_button(number, len(groups), forward=False)
        place, put = setting.with_foot(left, [button])
        part = setting.stacked(Stack(rows, place.width(), place.height(), setting.spacing), place, put)
        parts.append(_together(part, setting.stacked(stack, right)))
    return parts


@dataclass(frozen=True)
class Numbering:
    """How parts are counted within a page: those before these, and all of them (0: these alone)."""

    before: int = 0
    all: int = 0


ALONE = Numbering()
FEW_PARTS, MANY_PARTS = 9, 99
"""Few parts are counted in one figure; where there are more, their count needs more room."""


def in_several_parts(
    setting: Setting,
    blocks: Sequence[Block],
    foot: Sequence[Button],
    *,
    forward: bool,
    numbering: Numbering = ALONE,
) -> list[Part]:
    """Spread blocks over parts; with `forward` the way to the next part is the way forward."""
    best = _best_spread(setting, blocks, foot, forward, FEW_PARTS)
    if len(best.groups) > FEW_PARTS:
        best = _best_spread(setting, blocks, foot, forward, MANY_PARTS)
    parts = []
    for number, rows in enumerate(best.groups, 1):
        count = numbering.all or len(best.groups)
        button = setting.next_button(numbering.before + number, count, forward=forward)
        buttons = [button, *(foot if number == len(best.groups) else ())]
        here, put = setting.with_foot(setting.body, buttons, aside=best.aside)
        parts.append(setting.stacked(Stack(rows, best.width, here.height(), setting.spacing), here, put))
    return parts


def _best_spread(
    setting: Setting, blocks: Sequence[Block], foot: Sequence[Button], forward: bool, most: int
) -> _Spread:
    """Return the way with the fewest parts, where the button that counts them has room for `most`."""
    ways = [_spread(setting, blocks, foot, forward, aside, most) for aside in _ways(setting)]
    return min(ways, key=lambda way: (not way.whole, len(way.groups)))


@dataclass(frozen=True)
class _Spread:
    """The rows of every part, how wide they are, and whether all of them have room."""

    groups: list[list[Row]]
    width: int
    whole: bool
    aside: bool


def _spread(  # noqa: PLR0917 - all it needs
    setting: Setting,
    blocks: Sequence[Block],
    foot: Sequence[Button],
    forward: bool,
    aside: bool,
    most: int,
) -> _Spread:
    """Return the rows of every part, with the buttons below them or `aside`."""
    counting = setting.next_button(1 if most == FEW_PARTS else most - 1, most, forward=forward)
    place, _ = setting.with_foot(setting.body, [counting], aside=aside)
    ending = [setting.next_button(most, most, forward=False), *foot]
    last, _ = setting.with_foot(setting.body, ending, aside=aside)
    width, room = min(place.width(), last.width()), place.height()
    small = small_enough(setting, blocks, width, room)
    grids = [(count, setting.rows(small, count)) for count in setting.columns(small, width)]
    spread = [
        even_parts(setting, rows, width, room, last.height())
        for count, rows in grids
        if count == 1 or all(Stack([row], width, room, setting.spacing).fits(room) for row in rows)
    ]
    best = min(spread, key=lambda parts: (len(parts), -_smallest_drawing(setting, parts, width, room)))
    whole = all(Stack(rows, width, room, setting.spacing).height() <= room for rows in best)
    return _Spread(best, width, whole, aside)


def _smallest_drawing(setting: Setting, parts: Sequence[Sequence[Row]], width: int, room: int) -> int:
    """Return how high the smallest drawing to choose is in all parts, in pixels; 0 without any."""
    stacks = (Stack(rows, width, room, setting.spacing) for rows in parts)
    return min(filter(None, (drawings_in(stack, room) for stack in stacks)), default=0)


def even_parts(
    setting: Setting, rows: Sequence[Row], width: int, room: int, last: int | None = None
) -> list[list[Row]]:
    """Fill as few parts as can be, and those as evenly as can be."""
    best = in_parts(rows, width, room, setting.spacing, last)
    for share in range(95, 40, -5):
        tried = in_parts(rows, width, room * share // 100, setting.spacing, last)
        if len(tried) > len(best) or any(
            Stack(part, width, room, setting.spacing).height() > room for part in tried
        ):
            break
        best = tried
    return best


def small_enough(setting: Setting, blocks: Sequence[Block], width: int, room: int) -> list[Block]:
    """Take apart what is higher than a part of a page."""
    return [piece for block in blocks for piece in _taken_apart(setting, block, width, room)]


def _taken_apart(setting: Setting, block: Block, width: int, room: int) -> list[Block]:
    if setting.stack([block], width, room).height() <= room:
        return [block]
    if isinstance(block, Calendar):
        return _weeks(setting, block, width, room)
    pieces = _cut(setting, block, width, room) if isinstance(block, Prose) else smaller(block)
    if pieces == (block,) or (isinstance(block, Prose) and len(pieces) == 1):
        return [block]
    return [part for piece in pieces for part in _taken_apart(setting, piece, width, room)]


def _cut(setting: Setting, block: Prose, width: int, room: int) -> tuple[Block, ...]:
    """Cut a paragraph between its lines."""
    paragraph = setting.make(block)
    assert isinstance(paragraph, Paragraph)
    laid = paragraph.laid(width - (2 * setting.spacing.sheet if block.sheet is not Sheet.NONE else 0))
    frame = setting.stack([block], width, room).height() - laid.height
    texts = laid.pieces(max(1, (room - frame) // laid.kind.line))
    return tuple(
        replace(block, key=(block.key, "cut", i), text=text, number=0 if i else block.number)
        for i, text in enumerate(texts)
    )


def _weeks(setting: Setting, block: Calendar, width: int, room: int) -> list[Block]:
    """Part a calendar between its weeks, as evenly as can be; the months stand above each piece."""
    weeks, number = block.weeks, 1
    while True:
        ends = [len(weeks) * i // number for i in range(number + 1)]
        pieces = [
            replace(block, key=(block.key, i), weeks=weeks[start:end])
            for i, (start, end) in enumerate(pairwise(ends))
        ]
        if number == len(weeks) or all(setting.stack([p], width, room).height() <= room for p in pieces):
            return list(pieces)
        number += 1


def read_page(setting: Setting, blocks: Sequence[Block], foot: Sequence[Button]) -> list[Part]:
    """Return the parts of a page without a picture."""
    whole = in_one_column(setting, blocks, foot)
    if whole is None and not setting.upright:
        whole = in_two_columns(setting, blocks, foot)
    if whole is not None:
        return [whole]
    kept = None if setting.upright or foot else beside_choices(setting, blocks)
    several = in_several_parts(setting, blocks, foot, forward=bool(foot))
    return kept if kept is not None and len(kept) <= len(several) else several
