"""Takes blocks apart that are too high for a part of a page; words never shrink."""

from __future__ import annotations

from dataclasses import replace

from kiosk.ui.blocks import Block, Button, FactLine, Manner, Prose
from kiosk.ui.rows import Chart, Rows


def smaller(block: Block) -> tuple[Block, ...]:
    """Take a block apart that is too high for a page; a block that cannot be is returned alone."""
    match block:
        case FactLine():
            return _fact(block)
        case Button() if block.figure or block.detail or block.hindrance:
            return _button(block)
        case Chart(upright=True):
            return _columns(block)
        case Rows():
            return _rows(block)
        case _:
            return (block,)


def _fact(block: FactLine) -> tuple[Block, ...]:
    if block.note:
        note = Prose(key=(block.key, "note"), sheet=block.sheet, text=block.note)
        return (replace(block, note=""), note)
    label = Prose(key=(block.key, "label"), sheet=block.sheet, text=block.label)
    return (label, Prose(key=(block.key, "value"), sheet=block.sheet, text=block.value))


def _button(block: Button) -> tuple[Block, ...]:
    """Read a card's words before it; its figure leaves it last."""
    words = [block.label, block.detail, block.hindrance]
    rest = replace(block, detail="", hindrance="")
    if block == rest:
        words, rest = [block.label, block.figure], replace(block, figure="")
    return (Prose(key=(block.key, "words", rest.figure), text=" — ".join(filter(None, words))), rest)


def _columns(block: Chart) -> tuple[Block, ...]:
    """Read a chart's title before it; columns that are still too high lie down."""
    if not block.title:
        return (replace(block, upright=False),)
    title = Prose(key=(block.key, "title"), sheet=block.sheet, text=block.title, manner=Manner.TITLE)
    return (title, replace(block, title=""))


def _rows(block: Rows) -> tuple[Block, ...]:
    """Part the rows; a single one that is still too high becomes a sentence."""
    if len(block.rows) == 1:
        return (Prose(key=(block.key, "said"), sheet=block.sheet, text=block.said),)
    cut = 1 if isinstance(block, Chart) else len(block.rows) // 2
    first = replace(block, key=(block.key, 0), rows=block.rows[:cut])
    last = replace(block, key=(block.key, 1), rows=block.rows[cut:])
    return (first, replace(last, title="") if isinstance(last, Chart) else last)
