"""The frame's tour of a page for switches: where it stands, found again when the page changes under it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace

from kiosk.ui.piece import Touchable
from kiosk.ui.rounds import BEFORE, Round
from kiosk.ui.scene import Scene
from kiosk.ui.spot import Spot
from kiosk.ui.spots import Group, groups_on, spot_of


class Tour:
    """A round over the groups of the page that is shown now."""

    def __init__(self, scene: Callable[[], Scene]) -> None:
        self._scene = scene
        self._groups: list[Group] = []
        self._round = Round(())

    # ------------------------------------------------------------------------ where it stands

    @property
    def begun(self) -> bool:
        """Whether the frame stands at anything that can be taken, not at the heading."""
        return self._round.begun

    @property
    def rests(self) -> bool:
        """Whether nobody has pressed for so long that the frame waits."""
        return self._round.rests

    @property
    def group(self) -> Group:
        """The group where the frame stands; only where it has begun."""
        return self._groups[self._round.group]

    @property
    def stop(self) -> Touchable | None:
        """The one thing in the frame; None where there is a whole group, or none yet."""
        if not self.begun or self._round.opens:
            return None
        return self.group.stops[self._round.inside or 0]

    @property
    def spot(self) -> Spot | None:
        """What the frame stands around: the heading before it has begun."""
        scene = self._scene()
        thing = self.stop if self.begun else scene.page.heading
        if thing is not None:
            return spot_of(scene, thing)
        return self.group.spot if self.begun else None

    @property
    def place(self) -> tuple[int, int]:
        """Which group this is, or which thing of it, from 1; and of how many."""
        if self._round.inside is None:
            return self._round.group + 1, len(self._groups)
        return self._round.inside + 1, len(self.group.stops)

    # ------------------------------------------------------------------------ where it goes

    def begin(self) -> None:
        """Stand at the heading of the page."""
        self._groups = groups_on(self._scene())
        self._round = Round(self._sizes)

    def go_on(self) -> None:
        """Go on to the next thing."""
        self.look_again()
        self._round = self._round.moved()

    def enter(self) -> None:
        """Go into the group, to its first thing."""
        self._round = self._round.entered()

    def wake(self) -> None:
        """Count the idle rounds anew."""
        self._round = self._round.woken()

    def come_back(self, stop: Touchable) -> None:
        """Stay at a thing that is likely to be pressed again; else stand at the first group of the page."""
        if self.group.stays:
            self._stand_at(self.group.key, stop.key)
        else:
            self._stand_at(groups_on(self._scene())[0].key, None)

    def look_again(self) -> None:
        """Find the frame's place among what can be pressed now."""
        if not self.begun:
            self._stand_at(None, None)
            return
        inside = self._round.inside
        self._stand_at(self.group.key, None if inside is None else self.group.stops[inside].key)

    def _stand_at(self, key: Hashable, stop: Hashable) -> None:
        """Stand at the group of a key, or within it at one thing; at the heading where it is gone."""
        self._groups = groups_on(self._scene())
        group = next((i for i, group in enumerate(self._groups) if group.key == key), BEFORE)
        stops = [] if group == BEFORE else [one.key for one in self._groups[group].stops]
        inside = stops.index(stop) if stop in stops and len(stops) > 1 else None
        self._round = replace(self._round, sizes=self._sizes, group=group, inside=inside)

    @property
    def _sizes(self) -> tuple[int, ...]:
        return tuple(len(group.stops) for group in self._groups)
