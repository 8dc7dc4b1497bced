"""What must have been heard on a page, and what must not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tests.orca.beforehand import Visited
from tests.orca.window import Control

DIGITS = re.compile(r"\d[\d *]{2,}\d")
"""Four digits or more, perhaps in groups and covered in part, are a number of somebody or something."""
VARYING = re.compile(r"[A-Z]{2}\d{8}-[0-9A-F]{6}|\d+")
ROLES = {"panel", "filler", "unknown", "layered pane", "frame"}
"""What nobody's keyboard should ever come to."""


@dataclass(frozen=True)
class Stop:
    """What the keyboard came to, and what was said then."""

    at: Control
    said: tuple[str, ...]


@dataclass
class Heard:
    """A page of the visit, as it was heard."""

    visited: Visited
    arriving: list[str]
    stops: list[Stop] = field(default_factory=list)
    shown: list[Control] = field(default_factory=list)
    whole: bool = False
    """Whether the keyboard went through all of it."""

    @property
    def said(self) -> list[str]:
        """Everything that was said."""
        return [*self.arriving, *(line for stop in self.stops for line in stop.said)]


def plain(text: str) -> str:
    """Return a bare text without what differs from one walk to another: digits and references."""
    return bare(VARYING.sub("0", text))


def bare(text: str) -> str:
    """Return a text without case, spaces and signs."""
    return re.sub(r"[\W_]+", "", text).casefold()


def is_in(text: str, said: Iterable[str]) -> bool:
    """Tell whether a text was said, whatever stands around it."""
    return plain(text) in plain(" ".join(said))


def complaints(page: Heard) -> Iterator[str]:
    """Yield a sentence for each thing that was not heard as it should be."""
    if not is_in(page.visited.title, page.arriving):
        yield f"the title was not read: “{page.visited.title}”"
    for text in page.visited.texts:
        if not is_in(text, page.arriving if len(page.visited.texts) < 3 else page.said):
            yield f"a text was not read: “{text}”"
    for stop in page.stops:
        yield from _complaints_at(stop)
    yield from _strange_digits(page)


def _complaints_at(stop: Stop) -> Iterator[str]:
    if not stop.at.name:
        yield f"the keyboard came to a {stop.at.role or 'thing'} without a name"
    elif not is_in(stop.at.name, stop.said):
        yield f"the {stop.at.role} “{stop.at.name}” was not read: {list(stop.said)}"
    if stop.at.role in ROLES:
        yield f"the keyboard came to a {stop.at.role}: “{stop.at.name}”"
    for line in set(stop.said):
        if stop.said.count(line) > 1:
            yield f"it was said twice: “{line}”"


def _strange_digits(page: Heard) -> Iterator[str]:
    shown = _unspaced(" ".join(f"{one.name} {one.description}" for one in page.shown))
    for digits in (found for line in page.said for found in DIGITS.findall(line)):
        if _unspaced(digits) not in shown:
            yield f"digits were said that are not on the screen: “{digits}”"


def _unspaced(text: str) -> str:
    return text.replace(" ", "")
