"""Walks a fault tree with a visitor: one step a screen, and what was done is remembered for the repair."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kiosk.domain.trees import Ask, Drawn, Measure, Measurement, Ordered, Solved, Tree, Try
from kiosk.screens import Choose, Journey, Option, Picture
from kiosk.text import Text, t

WORKS, NEXT, CANNOT = "works", "next", "cannot"
CAME: dict[str, Text] = {
    WORKS: t("it works now"),
    NEXT: t("done, no better"),
    CANNOT: t("could not be done"),
}
"""How the operator's people read what came of a step."""


@dataclass(frozen=True)
class Tried:
    """One thing that was asked, measured or done, and what came of it."""

    what: Text
    came: Text

    def sentence(self) -> Text:
        """Say it to the operator's people."""
        return t("{what}: {came}", what=self.what, came=self.came)


@dataclass(frozen=True)
class Reached:
    """Where a walk ended, and all that was tried on the way."""

    end: Ordered | Solved
    tried: tuple[Tried, ...]


async def walked(
    tree: Tree, seen: Mapping[Measurement, str], test: Callable[[], Journey[tuple[str, tuple[Tried, ...]]]]
) -> Reached:
    """Follow a tree to its end; `seen` is what the network told already, `test` tests the line when asked."""
    name = tree.begin
    tried: tuple[Tried, ...] = ()
    while True:
        step = tree.steps[name]
        match step:
            case Measure(measures=(Measurement.LINE,)):
                outcome, found = await test()
                name, tried = step.after({Measurement.LINE: outcome}), (*tried, *found)
            case Measure():
                name = step.after(seen)
            case Ask():
                way = step.answers[await which_is_it(step)]
                name, tried = way.to, (*tried, Tried(step.ask, way.say))
            case Try():
                came = await can_you_do_this(step)
                name = {WORKS: step.works, NEXT: step.next, CANNOT: step.cannot}[came]
                tried = (*tried, Tried(step.do, CAME[came]))
            case Ordered() | Solved():
                return Reached(step, tried)
            case _:
                raise TypeError(f"nobody can walk a {type(step).__name__}")


def which_is_it(step: Ask) -> Choose[int]:
    """Ask, or show what to compare with the real thing; the answer is its place among the answers."""
    return Choose(
        title=step.ask,
        body=step.more,
        picture=drawing(step.picture),
        options=tuple(
            Option(answer=at, label=way.say, detail=way.detail, icon=way.icon, picture=drawing(way.picture))
            for at, way in enumerate(step.answers)
        ),
        help=step.help,
    )


def can_you_do_this(step: Try) -> Choose[str]:
    """Show what to do with one's own hands; not being able to is an answer like the others."""
    return Choose(
        title=step.do,
        body=step.more,
        picture=drawing(step.picture),
        options=(
            Option(answer=WORKS, label=t("It works now"), icon="tick"),
            Option(answer=NEXT, label=t("Done, but no better"), icon="forward"),
            Option(answer=CANNOT, label=t("I cannot do this here"), icon="hand"),
        ),
        help=step.help,
    )


def drawing(drawn: Drawn | None) -> Picture | None:
    """Return a drawing as a screen has it."""
    return Picture(name=drawn.name, alt=drawn.alt) if drawn else None
