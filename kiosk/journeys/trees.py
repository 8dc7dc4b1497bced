"""Walks a fault tree with a visitor: one step a screen, and what was done is remembered for the repair.

What lies in the hall (a phone, a card) is done here, by staff where she cannot; what lies at home can be done
now only by somebody there, whom she may ring.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from kiosk.domain.trees import (
    About,
    Ask,
    Drawn,
    Look,
    Measure,
    Measurement,
    Ordered,
    Solved,
    Tree,
    Try,
)
from kiosk.screens import Choose, Journey, Option, Picture
from kiosk.text import Text, t

WORKS, NEXT, CANNOT, HELP = "works", "next", "cannot", "help"
CAME: dict[str, Text] = {
    WORKS: t("it works now"),
    NEXT: t("done, no better"),
    CANNOT: t("could not be done"),
}
"""How the operator's people read what came of a step."""
AT_HOME = frozenset({About.HOME, About.TELEVISION})
RING_HOME = t("Somebody at home? Ring them: they can look now.")
NOT_HERE = Option(answer=CANNOT, label=t("Nobody can do it now"), icon="home")
PLEASE_HELP = Option(answer=HELP, label=t("Please help me with it"), icon="hand")
NOT_DONE = Option(answer=CANNOT, label=t("It could not be done"), icon="cross")


@dataclass(frozen=True)
class Tried:
    """One thing that was asked, measured or done, and what came of it."""

    what: Text
    came: Text
    measured: bool = False
    """Whether the network told it; else she said or did it herself."""

    def sentence(self) -> Text:
        """Say it to the operator's people."""
        return t("{what}: {came}", what=self.what, came=self.came)


@dataclass(frozen=True)
class Reached:
    """Where a walk ended, and all that was tried on the way."""

    end: Ordered | Solved
    tried: tuple[Tried, ...]


@dataclass(frozen=True)
class Hands:
    """Who can do something for her on the way."""

    test: Callable[[], Journey[tuple[str, tuple[Tried, ...]]]]
    """Tests the line at home; tells the outcome, and what was measured."""
    help: Callable[[], Journey[None]]
    """Calls staff to her."""


async def walked(tree: Tree, seen: Mapping[Measurement, str], hands: Hands) -> Reached:
    """Follow a tree to its end; `seen` is what the network told already."""
    name, rung = tree.begin, tree.about not in AT_HOME
    tried: tuple[Tried, ...] = ()
    while True:
        step = tree.steps[name]
        if not rung and isinstance(step, Look | Try):
            step, rung = replace(step, more=(*step.more, RING_HOME)), True
        match step:
            case Measure(measures=(Measurement.LINE,)):
                outcome, found = await hands.test()
                name, tried = step.after({Measurement.LINE: outcome}), (*tried, *found)
            case Measure():
                name = step.after(seen)
            case Ask():
                way = step.answers[await which_is_it(step)]
                name, tried = way.to, (*tried, Tried(step.ask, way.say))
            case Try():
                at_home = tree.about in AT_HOME
                came = await can_you_do_this(step, NOT_HERE) if at_home else await done_here(step, hands)
                name = {WORKS: step.works, NEXT: step.next, CANNOT: step.cannot}[came]
                tried = (*tried, Tried(step.do, CAME[came]))
            case Ordered() | Solved():
                return Reached(step, tried)
            case _:
                raise TypeError(f"nobody can walk a {type(step).__name__}")


async def done_here(step: Try, hands: Hands) -> str:
    """Have one thing done in the hall; who asks for help is asked again once staff have been called."""
    came = await can_you_do_this(step, PLEASE_HELP)
    if came != HELP:
        return came
    await hands.help()
    return await can_you_do_this(step, NOT_DONE)


def told_by_the_network(tree: Tree, seen: Mapping[Measurement, str]) -> Ordered | Solved | None:
    """Return the end that the network's answers alone lead to; None where more must be asked or tested."""
    step = tree.steps[tree.begin]
    while isinstance(step, Measure) and Measurement.LINE not in step.measures:
        step = tree.steps[step.after(seen)]
    return step if isinstance(step, Ordered | Solved) else None


def which_is_it(step: Ask) -> Choose[int]:
    """Ask, or show what to compare with the real thing; the answer is its place among the answers."""
    return Choose(
        title=step.ask,
        body=step.more,
        picture=drawing(step.picture, needed=True),
        options=tuple(
            Option(answer=at, label=way.say, detail=way.detail, icon=way.icon, picture=drawing(way.picture))
            for at, way in enumerate(step.answers)
        ),
        help=step.help,
    )


def can_you_do_this(step: Try, else_: Option[str]) -> Choose[str]:
    """Show what to do with one's own hands; `else_` is the answer of who cannot."""
    return Choose(
        title=step.do,
        body=step.more,
        picture=drawing(step.picture, needed=True),
        options=(
            Option(answer=WORKS, label=t("It works now"), icon="tick"),
            Option(answer=NEXT, label=t("Done, but no better"), icon="forward"),
            else_,
        ),
        help=step.help,
    )


def drawing(drawn: Drawn | None, *, needed: bool = False) -> Picture | None:
    """Return a drawing as a screen has it; what shows how something is done is `needed`."""
    return Picture(name=drawn.name, alt=drawn.alt, needed=needed) if drawn else None
