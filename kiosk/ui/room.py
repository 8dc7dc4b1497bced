"""Where a touch explains words of the trade: large and apart enough for a finger, whatever stands around.

A sentence is too low a target in small type, and rows of facts stand close: then it takes the empty space
around it, or neighbours share a target, and a touch explains the words of all of them (requirement 6).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRect


@dataclass(frozen=True)
class Target:
    """A place to touch, and which of the marked things it stands for."""

    place: QRect
    stands_for: tuple[int, ...]


@dataclass(frozen=True)
class Finger:
    """What a finger needs, in pixels: the least side of a target, and the gap between two."""

    least: int
    gap: int


def targets_for(
    marked: Sequence[QRect], touched: Sequence[QRect], area: QRect, finger: Finger
) -> list[Target]:
    """Return where to touch for each marked thing, within an area and apart from all that is `touched`.

    A thing that has too little room, and no neighbour to share it with, gets no target.
    """
    within = [place.intersected(area) for place in marked]
    targets = [Target(place, (i,)) for i, place in enumerate(within) if not place.isEmpty()]
    while True:
        rooms = [_room(target, targets, touched, area, finger) for target in targets]
        small = next((i for i, room in enumerate(rooms) if room.height() < finger.least), None)
        if small is None:
            pairs = zip(targets, rooms, strict=True)
            placed = (replace(one, place=_grown(one.place, room, finger)) for one, room in pairs)
            return [one for one in placed if one.place.width() >= finger.least]
        one = targets.pop(small)
        neighbour = _neighbour(one, targets, touched)
        if neighbour is not None:
            targets[neighbour] = _both(targets[neighbour], one)


def _both(one: Target, other: Target) -> Target:
    stands_for = tuple(sorted((*one.stands_for, *other.stands_for)))
    return Target(one.place.united(other.place), stands_for)


def _above_or_below(one: QRect, other: QRect, apart: int = 0) -> bool:
    """Tell whether two places share a column."""
    return one.left() - apart <= other.right() and other.left() - apart <= one.right()


def _room(
    target: Target, targets: Sequence[Target], touched: Sequence[QRect], area: QRect, finger: Finger
) -> QRect:
    """Return the most that a target may take, up and down: half of the way to another, less the gap."""
    place, top, bottom = target.place, area.top(), area.bottom()
    others = [(other.place, True) for other in targets if other is not target]
    for other, shared in (*others, *((rect, False) for rect in touched)):
        if not _above_or_below(place, other, finger.gap):
            continue
        if other.center().y() < place.center().y():
            edge = (other.bottom() + place.top() + finger.gap) // 2 if shared else other.bottom() + finger.gap
            top = max(top, edge + 1)
        else:
            edge = (other.top() + place.bottom() - finger.gap) // 2 if shared else other.top() - finger.gap
            bottom = min(bottom, edge - 1)
    return QRect(place.left(), top, place.width(), max(0, bottom - top + 1))


def _grown(place: QRect, room: QRect, finger: Finger) -> QRect:
    """Return a place as large as a finger needs, within its room; its own size where that is enough."""
    place = place.intersected(room)
    missing = max(0, finger.least - place.height())
    top = max(room.top(), place.top() - missing // 2)
    bottom = min(room.bottom(), max(place.bottom(), top + finger.least - 1))
    top = max(room.top(), min(top, bottom - finger.least + 1))
    return QRect(place.left(), top, place.width(), bottom - top + 1)


def _neighbour(one: Target, targets: Sequence[Target], touched: Sequence[QRect]) -> int | None:
    """Return the nearest target above or below another, with nothing between them that is touched."""

    def far(other: Target) -> int:
        return max(one.place.top() - other.place.bottom(), other.place.top() - one.place.bottom())

    def free(other: Target) -> bool:
        both = one.place.united(other.place)
        return _above_or_below(one.place, other.place) and not any(both.intersects(rect) for rect in touched)

    order = sorted(range(len(targets)), key=lambda i: far(targets[i]))
    return next((i for i in order if free(targets[i])), None)
