"""Measures the pages of all stories in every look, and every journey in every way, and writes a page."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from random import Random

from kiosk.domain.comfort import CAPITAL_MM, Theme
from kiosk.domain.panel import PANELS
from kiosk.storyboard.script import Story
from kiosk.storyboard.stories import STORIES, story_named
from kiosk.text import Language
from kiosk.ui.application import application
from tests.matrix.looks import Look, looks
from tests.matrix.measurer import Measurer
from tests.matrix.pages import distinct, shown_in
from tests.matrix.report import report_of
from tests.matrix.ways import WAYS, Walked, Way, walked

ROOT = Path(__file__).parent.parent.parent
EXTREMES_FIRST = 6
"""After so many looks the journeys are walked in every way; then come the other looks."""


@dataclass(frozen=True)
class Wanted:
    """What to measure: journeys, looks and ways, for so many seconds, into a folder.

    In each look at most so many `pages` are measured, drawn by lot; None: all.
    """

    out: Path
    journeys: tuple[str, ...]
    looks: tuple[Look, ...]
    ways: tuple[str, ...]
    seconds: float
    pages: int | None = None


class Run:
    """One run: what is measured by now, and the time that is left."""

    def __init__(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self._began = time.monotonic()
        self._told = {journey: shown_in(journey) for journey in wanted.journeys}
        self.measurer = Measurer(wanted.out)
        self.walks: list[Walked] = []
        self.looks = self.distinct = 0
        self._say("every story was walked")

    @property
    def out_of_time(self) -> bool:
        """Whether to stop."""
        return self.minutes * 60 > self._wanted.seconds

    @property
    def minutes(self) -> float:
        """How long it has taken by now."""
        return (time.monotonic() - self._began) / 60

    def all(self) -> None:
        """Measure everything, the extremes first; the page is written again after each look."""
        looks = self._wanted.looks
        self.measurer.without_screens(looks)
        self._through(looks[:EXTREMES_FIRST])
        self._walk()
        self._through(looks[EXTREMES_FIRST:])
        self.measurer.finish()
        self.write()

    def _through(self, looks: Sequence[Look]) -> None:
        for look in looks:
            if self.out_of_time:
                return
            pages = distinct(self._told, look.language)
            self.distinct = max(self.distinct, len(pages))
            Random(str(look)).shuffle(pages)
            self.measurer.measure(pages[: self._wanted.pages], look, lambda: self.out_of_time)
            self.looks += 1
            self.write()
            self._say(f"{self.looks} of {len(self._wanted.looks)} looks, last {look}")

    def _walk(self) -> None:
        self.measurer.close()
        ways = [way for way in WAYS if way.name in self._wanted.ways]
        for journey, way in product(self._wanted.journeys, ways):
            if self.out_of_time:
                return
            self.walks.append(self._walked(story_named(journey), way))
            self._say(f"{journey}, {way.name}: {self.walks[-1]}")

    @staticmethod
    def _walked(story: Story, way: Way) -> Walked:
        """Walk a story; where it is lost, once more: on a busy machine an answer may come too late."""
        walk = walked(story, way)
        return walked(story, way) if walk.lost else walk

    def _say(self, what: str) -> None:
        measured, broken = self.measurer.pages, len(self.measurer.ledger.broken)
        print(f"{self.minutes:5.1f} min: {measured:,} pages, {broken} broken; {what}", flush=True)

    @property
    def about(self) -> list[str]:
        """What was measured, in sentences."""
        wanted, done = self._wanted, self.measurer
        return [
            f"{len(wanted.journeys)} journeys show {self.distinct} screens that look unlike in a language.",
            f"{self.looks} of {len(wanted.looks)} looks: {done.pages:,} pages in {self.minutes:.0f} minutes.",
            "Where things stand depends on no theme and is measured in the first; which colours meet depends"
            " on no size, so the other themes are measured in the thinnest and in the thickest strokes.",
        ]

    def write(self) -> None:
        """Write the page of what is measured by now."""
        self.measurer.save_pictures()
        page = report_of(self.measurer.ledger, self.about, self.walks)
        (self._wanted.out / "index.html").write_text(page, encoding="utf-8")

    @property
    def broken(self) -> list[str]:
        """All that is not as it should be."""
        lost = [f"A16, A17, A23, A24 {walk.journey} {walk.way}: {walk}" for walk in self.walks if walk.lost]
        return [*self.measurer.ledger.broken, *lost]


def some(text: str, known: Sequence[str]) -> tuple[str, ...]:
    """Read a list with commas; raises ValueError for what is not known."""
    chosen = tuple(text.split(",")) if text else tuple(known)
    if strange := set(chosen) - set(known):
        raise ValueError(f"{', '.join(strange)}: choose of {', '.join(known)}")
    return chosen


def wanted_by(arguments: list[str]) -> Wanted:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "matrix")
    parser.add_argument("--journey", default="", help="one or more, with commas")
    parser.add_argument("--sizes", default="", help="of 1,2,3,4,5")
    for name in ("--panels", "--themes", "--languages"):
        parser.add_argument(name, default="")
    parser.add_argument("--ways", default="", help="how the journeys are walked; none: not at all")
    parser.add_argument("--pages", type=int, help="at most so many screens in each look, drawn by lot")
    parser.add_argument("--minutes", type=float, default=150)
    given = parser.parse_args(arguments)
    sizes = [str(number + 1) for number in range(len(CAPITAL_MM))]
    found = looks(
        some(given.panels, list(PANELS)),
        [int(size) - 1 for size in some(given.sizes, sizes)],
        [Theme(theme) for theme in some(given.themes, list(Theme))],
        [Language(language) for language in some(given.languages, list(Language))],
    )
    ways = () if given.ways == "none" else some(given.ways, [way.name for way in WAYS])
    journeys = some(given.journey, [story.name for story in STORIES])
    return Wanted(given.out, journeys, tuple(found), ways, given.minutes * 60, given.pages)


def main() -> int:
    """Measure, write the page and tell what is broken; 1 where anything is."""
    wanted = wanted_by(sys.argv[1:])
    wanted.out.mkdir(parents=True, exist_ok=True)
    for old in wanted.out.glob("A*.png"):
        old.unlink()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application(["matrix"])
    run = Run(wanted)
    run.all()
    print(*run.broken, *run.about, f"Page: {wanted.out / 'index.html'}", sep="\n")
    return 1 if run.broken else 0


if __name__ == "__main__":
    sys.exit(main())
