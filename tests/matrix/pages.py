"""The pages of all stories: each story is walked once, and what is shown alike is measured once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.catalogues import words_of
from kiosk.storyboard.script import LostVisitor
from kiosk.storyboard.stories import story_named
from kiosk.text import Language
from kiosk.ui.blocks import Block, PageOf, Qr, TimeLeft
from kiosk.ui.render import page_of
from kiosk.visit.stage import Stage
from tests.visits.kiosks import a_hall


@dataclass(frozen=True)
class Shown:
    """A stage of a journey; stages are values, and hold what they say in every language."""

    journey: str
    stage: Stage


def shown_in(journey: str, chances: int = 3) -> list[Shown]:
    """Walk a story over the sandbox and return every stage, but for those that only wait.

    On a busy machine a desk's answer may come too late: then the story is walked again.
    """
    stages: list[Stage] = []
    with TemporaryDirectory() as state, a_hall(Path(state)) as hall:
        hall.kiosk.reception.subscribe(stages.append)
        try:
            hall.walker.walk(story_named(journey))
        except LostVisitor:
            if chances > 1:
                return shown_in(journey, chances - 1)
            raise
    return [Shown(journey, stage) for stage in stages if not stage.waiting]


def distinct(told: Mapping[str, Iterable[Shown]], language: Language) -> list[Shown]:
    """Return each page that looks like no other in a language, from whatever journey it is."""
    found: dict[Hashable, Shown] = {}
    for stages in told.values():
        for shown in stages:
            found.setdefault(seen(shown.stage, language), shown)
    return list(found.values())


def seen(stage: Stage, language: Language) -> Hashable:
    """Return what is seen of a stage; one code to scan looks like another, and one masked name too."""
    page, signed_in = page_of(stage, words_of(language)), stage.signed_in is not None
    around = (stage.can_go_back, signed_in, stage.helper_called, stage.practice, stage.hearing)
    return (_without_codes(page), *around)


def _without_codes(page: PageOf) -> PageOf:
    """Return a page as if all its codes were the same."""

    def alike(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(replace(one, code="") if isinstance(one, Qr | TimeLeft) else one for one in blocks)

    figure = replace(page.figure, code="") if isinstance(page.figure, Qr) else page.figure
    return replace(
        page, figure=figure, before=alike(page.before), beside=alike(page.beside), after=alike(page.after)
    )
