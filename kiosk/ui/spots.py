"""What stands where on the window: found by a finger, by its kind, or in groups for switches."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from kiosk.text import Language
from kiosk.ui.calendar import CalendarSheet
from kiosk.ui.pad import Pad
from kiosk.ui.piece import Piece, Touchable
from kiosk.ui.scene import Scene
from kiosk.ui.spot import Spot
from kiosk.ui.tally import Counter


def spot_of(scene: Scene, thing: QWidget) -> Spot:
    """Return where a thing stands, and its words."""
    return Spot(thing.accessibleName(), scene.place_of(thing), thing.accessibleDescription())


def thing_at(scene: Scene, point: QPoint) -> Touchable | Piece | None:
    """Return what lies under a point of the window: what can be pressed before what is read."""
    return next((thing for thing in everything_on(scene) if scene.place_of(thing).contains(point)), None)


def everything_on(scene: Scene) -> Iterator[Touchable | Piece]:
    """Yield everything a finger can find; between the keys of a pad there is nothing."""
    yield from (*scene.page.buttons(), *scene.around)
    for thing in (*scene.page.things(), scene.status):
        if not isinstance(thing, Pad) and thing.accessibleName():
            yield thing


# ------------------------------------------------------------------------------ groups for switches


@dataclass(frozen=True)
class Group:
    """Things that switches reach together, then one by one; `stays` where pressing again is likely."""

    key: Hashable
    stops: tuple[Touchable, ...]
    spot: Spot
    stays: bool = False


def groups_on(scene: Scene) -> list[Group]:
    """Return what switches go round: each thing of a page, the rows of a pad, weeks, speaking, the bar."""
    groups: list[Group] = []
    for thing in scene.page.things():
        if isinstance(thing, Pad):
            groups.extend(_rows_of(scene, thing))
        elif isinstance(thing, Counter):
            stops = _usable((thing.more, thing.less))
            groups.append(Group(thing.key, stops, spot_of(scene, thing), stays=True))
        elif isinstance(thing, CalendarSheet):
            groups.extend(_weeks_of(scene, thing))
        elif isinstance(thing, Touchable) and thing.isEnabled():
            groups.append(Group(thing.key, (thing,), spot_of(scene, thing)))
    if scene.talk is not None:
        groups.append(Group(scene.talk.key, (scene.talk,), spot_of(scene, scene.talk)))
    return [*groups, _group(scene, "bar", scene.bar.buttons)]


def _rows_of(scene: Scene, pad: Pad) -> list[Group]:
    """Return the rows of digits from above, then what deletes them."""
    digits = [key for key in pad.keys if not key.icon_name]
    rows = groupby(sorted(digits, key=lambda key: key.y()), lambda key: key.y())
    others = [key for key in pad.keys if key.icon_name]
    groups = [_group(scene, ("row", y), list(keys)) for y, keys in rows]
    return [*groups, _group(scene, "deleting", others)]


def _weeks_of(scene: Scene, calendar: CalendarSheet) -> list[Group]:
    """Return the days that are free, week by week."""
    free = [field for field in calendar.fields if field.day.offered]
    return [_group(scene, ("week", y), list(days)) for y, days in groupby(free, lambda field: field.y())]


def _group(scene: Scene, key: Hashable, stops: Sequence[Touchable]) -> Group:
    """Return a group named by all that is in it; one thing alone is named as ever."""
    usable = _usable(stops)
    if len(usable) == 1:
        return Group(key, usable, spot_of(scene, usable[0]))
    place = QRect()
    for stop in usable:
        place = place.united(scene.place_of(stop))
    pause = ", " if usable[0].look.words.language is Language.EN else "、"
    return Group(key, usable, Spot(pause.join(stop.accessibleName() for stop in usable), place))


def _usable(stops: Sequence[Touchable]) -> tuple[Touchable, ...]:
    return tuple(stop for stop in stops if stop.isEnabled())
