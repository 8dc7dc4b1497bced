"""Measures the stories in every size, theme, language and panel, as far as time allows, and writes a page."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import product
from multiprocessing import get_context
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from kiosk.catalogues import words_of
from kiosk.domain.comfort import CAPITAL_MM, Comfort, Theme
from kiosk.domain.panel import PANELS
from kiosk.glossary_file import load_glossary
from kiosk.storyboard.stories import STORIES, story_named
from kiosk.text import Language
from kiosk.ui.application import application
from kiosk.visit.stage import Stage
from tests.matrix.inks import ink, of_every_look, plain_words
from tests.matrix.measures import bar_places, measured, moved, walked
from tests.matrix.report import report_of
from tests.matrix.rules import Ledger, Reading
from tests.ui.conftest import Kiosk
from tests.visits.kiosks import a_hall

ROOT = Path(__file__).parent.parent.parent
GLOSSARY = load_glossary()


@dataclass(frozen=True)
class Combination:
    """One look on one panel."""

    panel: str
    size: int
    theme: Theme
    language: Language

    def __str__(self) -> str:
        return f"{self.panel}, size {self.size + 1}, {self.theme.value}, {self.language.value}"

    def worn_by(self, stage: Stage) -> Stage:
        """Return a stage in this look."""
        comfort = Comfort(language=self.language, size=self.size, theme=self.theme, motion=False)
        return replace(stage, comfort=comfort)


@dataclass(frozen=True)
class Wanted:
    """What to measure: combinations, journeys, so many visits at most, for so many seconds, into a folder."""

    out: Path
    journeys: tuple[str, ...]
    combinations: tuple[Combination, ...]
    runs: int | None
    seconds: float


@dataclass(frozen=True)
class Done:
    """What one process has measured: its ledger, how many visits of how many, and how many screens."""

    ledger: Ledger
    visits: int
    of: int
    screens: int


def stages_of(journey: str) -> list[Stage]:
    """Walk a story over the sandbox and return all that was shown, each screen once."""
    with TemporaryDirectory() as state, a_hall(Path(state)) as hall:
        hall.walker.walk(story_named(journey))
        return list({stage.screen.title: stage for stage in hall.stages}.values())


class Measurer:
    """A window of each panel, and the worst that was seen in them."""

    def __init__(self, out: Path, first: Stage) -> None:
        self._out, self._first = out, first
        self._kiosks: dict[str, Kiosk] = {}
        self._pictures: dict[str, QPixmap] = {}
        self.ledger = Ledger()
        self.screens = 0

    def kiosk(self, panel: str) -> Kiosk:
        """Return the window of a panel."""
        if panel not in self._kiosks:
            self._kiosks[panel] = Kiosk(self._first, PANELS[panel], words_of=words_of, glossary=GLOSSARY)
        return self._kiosks[panel]

    def visit(self, journey: str, stages: Sequence[Stage], look: Combination) -> None:
        """Measure all screens of a story in one look."""
        kiosk, bars = self.kiosk(look.panel), []
        for stage in stages:
            kiosk.desk.show(replace(look.worn_by(stage), page=kiosk.desk.stage.page + 1))
            title = stage.screen.title.shown(words_of(look.language))
            for part in range(1, kiosk.window.parts + 1):
                where = f"{journey} “{title}” {part}/{kiosk.window.parts} ({look})"
                self._take(kiosk, measured(kiosk), where)
                self._take(kiosk, walked(kiosk), where)
                bars.append(bar_places(kiosk))
                self.screens += 1
                kiosk.window.next_part()
        self._take(kiosk, moved(bars, kiosk.panel.pixels_per_mm), f"{journey} ({look})")

    def without_screens(self, combinations: Sequence[Combination]) -> None:
        """Measure ink, theme colours, states and words."""
        for panel in {look.panel: None for look in combinations}:
            self.ledger.take(ink(PANELS[panel]), panel)
        themes = tuple({look.theme: None for look in combinations})
        for theme, readings in of_every_look(self.kiosk(combinations[0].panel), themes).items():
            self.ledger.take(readings, theme.value)
        self.ledger.take([plain_words(ROOT)], "translations")

    def finish(self) -> None:
        """Save the pictures of the worst, and close every window."""
        for record in self.ledger.records.values():
            if record.picture:
                self._pictures[record.picture].save(str(self._out / record.picture))
        for kiosk in self._kiosks.values():
            kiosk.close()

    def _take(self, kiosk: Kiosk, readings: Iterator[Reading] | Sequence[Reading], where: str) -> None:
        self.ledger.take(readings, where, lambda reading: self._drawn(kiosk, reading))

    def _drawn(self, kiosk: Kiosk, reading: Reading) -> str:
        """Draw the window as it is now, with a frame around what was measured."""
        picture, rule = kiosk.window.grab(), reading.rule
        if reading.place is not None:
            painter = QPainter(picture)
            painter.setPen(QPen(QColor("magenta"), 4))
            painter.drawRect(QRect(reading.place).adjusted(-5, -5, 5, 5))
            painter.end()
        name = f"{rule.requirement}-{abs(hash(rule.what)) % 10**8:08}-{os.getpid()}.png"
        self._pictures[name] = picture
        return name


def measure(wanted: Wanted, *, alone: bool) -> Done:
    """Measure what is wanted, in an order that meets every size, theme, language and panel early."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application(["matrix"])
    told = {journey: stages_of(journey) for journey in wanted.journeys}
    measurer = Measurer(wanted.out, next(iter(told.values()))[0])
    if alone:
        measurer.without_screens(wanted.combinations)
    visits = list(product(wanted.combinations, told))
    Random(1).shuffle(visits)
    until, done = time.monotonic() + wanted.seconds, 0
    for look, journey in visits[: wanted.runs]:
        if time.monotonic() > until:
            break
        measurer.visit(journey, told[journey], look)
        done += 1
    measurer.finish()
    return Done(measurer.ledger, done, len(visits), measurer.screens)


def in_processes(wanted: Wanted, count: int) -> list[Done]:
    """Share the journeys among processes."""
    shares = [replace(wanted, journeys=wanted.journeys[start::count]) for start in range(count)]
    with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as pool:
        runs = [
            pool.submit(measure, share, alone=number == 0)
            for number, share in enumerate(shares)
            if share.journeys
        ]
        return [run.result() for run in runs]


def some(text: str, known: Sequence[str]) -> tuple[str, ...]:
    """Read a list with commas; raises ValueError for what is not known."""
    chosen = tuple(text.split(",")) if text else tuple(known)
    if strange := set(chosen) - set(known):
        raise ValueError(f"{', '.join(strange)}: choose of {', '.join(known)}")
    return chosen


def wanted_by(arguments: list[str]) -> tuple[Wanted, int]:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "matrix")
    parser.add_argument("--journey", default="", help="one or more, with commas")
    parser.add_argument("--sizes", default="", help="of 1,2,3,4,5")
    for name in ("--panels", "--themes", "--languages"):
        parser.add_argument(name, default="")
    parser.add_argument("--runs", type=int, help="at most so many visits in each process")
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--processes", type=int, default=2)
    given = parser.parse_args(arguments)
    sizes = [str(number + 1) for number in range(len(CAPITAL_MM))]
    combinations = tuple(
        Combination(panel, int(size) - 1, Theme(theme), Language(language))
        for panel, size, theme, language in product(
            some(given.panels, list(PANELS)),
            some(given.sizes, sizes),
            some(given.themes, list(Theme)),
            some(given.languages, list(Language)),
        )
    )
    journeys = some(given.journey, [story.name for story in STORIES])
    return Wanted(given.out, journeys, combinations, given.runs, given.minutes * 60), given.processes


def main() -> int:
    """Measure, write the page and tell what is broken; 1 where anything is."""
    wanted, processes = wanted_by(sys.argv[1:])
    wanted.out.mkdir(parents=True, exist_ok=True)
    ledger, done = Ledger(), in_processes(wanted, min(processes, len(wanted.journeys)))
    for part in done:
        ledger.add(part.ledger)
    kept = {record.picture for record in ledger.records.values()}
    for picture in wanted.out.glob("A*.png"):
        if picture.name not in kept:
            picture.unlink()
    visits, of, screens = (
        sum(part) for part in zip(*((d.visits, d.of, d.screens) for d in done), strict=True)
    )
    about = [
        f"{len(wanted.journeys)} journeys in {len(wanted.combinations)} looks.",
        f"{visits} of {of} visits were measured, {screens} screens; the others were not, for want of time.",
    ]
    (wanted.out / "index.html").write_text(report_of(ledger, about), encoding="utf-8")
    print(*ledger.broken, *about, f"Page: {wanted.out / 'index.html'}", sep="\n")
    return 1 if ledger.broken else 0


if __name__ == "__main__":
    sys.exit(main())
