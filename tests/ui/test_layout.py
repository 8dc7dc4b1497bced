"""Every sample stage on every panel, in every language: nothing is cut, lost, too small or too close.

The smallest, the usual and the largest type stand for all five; `scripts/matrix` measures each.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from random import Random

import pytest
from PySide6.QtCore import QRect, QRectF

from kiosk.domain.comfort import CAPITAL_MM, Comfort
from kiosk.domain.panel import PANELS
from kiosk.screens import Mark
from kiosk.text import Language
from kiosk.ui.blocks import Button, FactLine, PageOf, Prose, TallyLine
from kiosk.ui.buttons import Card, Plain
from kiosk.ui.facts import Fact
from kiosk.ui.labels import Heading
from kiosk.ui.metrics import LEAST_GAP_MM, LOW_REACH_MM, REACH_MM, TARGET_MM
from kiosk.ui.pictured import LEAST_MM, PictureCard
from kiosk.ui.render import page_of
from kiosk.ui.rows import Changes, Chart, StepLine
from kiosk.ui.signing import SigningBox
from kiosk.ui.weeks import Calendar
from kiosk.visit.stage import Stage
from tests.ui.conftest import Kiosk, Opener
from tests.ui.fake_desk import FewWords, stages
from tests.ui.made_up import Author
from tests.ui.recorder import Written, written_by, written_on

CHANCES = 10
LOWEST_MM = 380
"""Nothing to touch stands lower above the floor (EN 301 549, 8.3; accessibility requirement 9)."""
Bars = tuple[object, ...]
SMALLEST, USUAL, LARGEST = 0, 3, len(CAPITAL_MM) - 1
TWO = (Language.ZH_CN, Language.EN)
SOME = [(panel, size, each) for panel in PANELS for size in (SMALLEST, LARGEST) for each in TWO]
EVERY = (
    SOME
    + [(panel, USUAL, each) for panel in PANELS for each in TWO]
    + [(panel, LARGEST, Language.ZH_HK) for panel in PANELS]
)
"""Traditional characters are as wide as simplified ones: the largest show what the others would."""


@pytest.mark.parametrize(("panel", "size", "language"), EVERY)
def test_every_stage_is_whole(panel: str, size: int, language: Language, opened: Opener) -> None:
    kiosk = opened("welcome", panel, size, language)
    bars: set[Bars] = set()
    wrong = []
    for name, stage in stages(Comfort(language=language, size=size)).items():
        wrong += wrong_with(kiosk, name, stage, bars)
    assert not wrong, "\n".join(wrong)
    assert len(bars) == 1
    assert kiosk.window.missing_drawings == set()
    assert kiosk.window.size().toTuple() == (PANELS[panel].width, PANELS[panel].height)


@pytest.mark.parametrize(("panel", "size", "language"), SOME)
def test_screens_made_up_by_chance_are_whole(
    panel: str, size: int, language: Language, opened: Opener
) -> None:
    kiosk = opened("welcome", panel, size, language)
    author = Author(Random(f"{panel} {size} {language}"), chinese=language is not Language.EN)
    wrong = []
    for number in range(CHANCES):
        stage = replace(kiosk.desk.stage, visit=1, screen=author.screen())
        wrong += wrong_with(kiosk, f"screen {number}", stage, set())
    assert not wrong, "\n".join(wrong)


def wrong_with(kiosk: Kiosk, name: str, stage: Stage, bars: set[Bars]) -> list[str]:
    """Show a stage part by part; return all that is wrong with it, and gather where the bar stands."""
    kiosk.desk.show(replace(stage, page=kiosk.desk.stage.page + 1))
    wrong, seen = [], ""
    for part in range(1, kiosk.window.parts + 1):
        assert kiosk.window.part == part
        where = f"{name} {part}/{kiosk.window.parts}"
        wrong += [f"{where}: {problem}" for problem in problems_of(kiosk)]
        seen += read_from(kiosk)
        bars.add(tuple(rect.getRect() for *_, rect in kiosk.window.controls()[-5:]))
        kiosk.window.next_part()
    page = page_of(stage, FewWords(stage.comfort.language))
    return wrong + [f"{name}: {text!r} is not shown" for text in expected(page) if squeezed(text) not in seen]


def test_the_detector_sees_what_is_wrong(opened: Opener) -> None:
    kiosk = opened("facts")
    assert problems_of(kiosk) == []
    facts = [thing for thing in kiosk.window._scene.page.things() if isinstance(thing, Fact)]
    facts[0].resize(facts[0].width(), 40)
    assert any("is cut" in problem for problem in problems_of(kiosk))
    facts[0].move(facts[0].x(), facts[1].y() - 10)
    assert any("stands over" in problem for problem in problems_of(kiosk))
    facts[1].move(kiosk.window.width() - 100, 0)
    assert any("leaves the page" in problem for problem in problems_of(kiosk))


def problems_of(kiosk: Kiosk, texts: list[Written] | None = None) -> list[str]:
    """Return what is wrong with what the window shows now; `texts` where they were read before."""
    texts = written_on(kiosk.window) if texts is None else texts
    return [
        *cut(texts, kiosk.window.rect()),
        *overlapping(texts),
        *too_wide(texts),
        *misplaced(kiosk),
        *hard_to_touch(kiosk),
        *hard_to_compare(kiosk),
    ]


def cut(texts: list[Written], window: QRect) -> list[str]:
    return [
        f"{text.text!r} is cut"
        for text in texts
        if not QRectF(text.owner).adjusted(-2, -2, 2, 2).contains(text.place)
        or not QRectF(window).contains(text.place)
    ]


def overlapping(texts: list[Written]) -> list[str]:
    def ink(text: Written) -> QRectF:
        shy = text.place.height() * 0.1
        return text.place.adjusted(shy, shy, -shy, -shy)

    return [
        f"{one.text!r} lies over {other.text!r}"
        for one, other in combinations(texts, 2)
        if ink(one).intersects(ink(other))
    ]


def too_wide(texts: list[Written]) -> list[str]:
    return [
        f"{text.text!r} is too long a line" for text in texts if text.place.width() > 40 * text.place.height()
    ]


def misplaced(kiosk: Kiosk) -> list[str]:
    """Return what stands outside the page, or over something else on it."""
    page = kiosk.window._scene.page
    things = page.things()
    outside = [
        f"{thing.accessibleName()!r} leaves the page"
        for thing in things
        if not page.rect().contains(thing.geometry())
    ]
    over = [
        f"{one.accessibleName()!r} stands over {other.accessibleName()!r}"
        for one, other in combinations(things, 2)
        if one.geometry().intersects(other.geometry())
    ]
    if sum(isinstance(thing, Card) for thing in things) > 6:
        over.append("more than six choices")
    return outside + over


def hard_to_touch(kiosk: Kiosk) -> list[str]:
    """Return what is too small, too close to something else, or out of reach."""
    panel = kiosk.metrics.panel
    places = [
        (name, rect) for name, role, enabled, rect in kiosk.window.controls() if role == "Button" and enabled
    ]
    target, gap = TARGET_MM * panel.pixels_per_mm, LEAST_GAP_MM * panel.pixels_per_mm
    wrong = [
        f"{name!r} is small: {rect.size().toTuple()}"
        for name, rect in places
        if min(rect.width(), rect.height()) < target
    ]
    for (one, here), (other, there) in combinations(places, 2):
        grown = QRectF(here).adjusted(-gap + 0.01, -gap + 0.01, gap - 0.01, gap - 0.01)
        if grown.intersects(QRectF(there)):
            wrong.append(f"{one!r} and {other!r} are too close")
    return wrong + out_of_reach(kiosk, places)


def out_of_reach(kiosk: Kiosk, places: list[tuple[str, QRect]]) -> list[str]:
    """Return what stands too high or too low above the floor, the box to sign in among it."""
    scene, panel, comfort = kiosk.window._scene, kiosk.panel, kiosk.desk.stage.comfort
    boxes = [thing for thing in scene.page.things() if isinstance(thing, SigningBox)]
    places = [*places, *((box.accessibleName(), scene.place_of(box)) for box in boxes)]
    highest = LOW_REACH_MM if comfort.low else REACH_MM
    upper_edge = panel.lower_edge_mm + panel.height / panel.pixels_per_mm
    return [
        f"{name!r} is out of reach"
        for name, rect in places
        if upper_edge - rect.top() / panel.pixels_per_mm > highest
        or upper_edge - rect.bottom() / panel.pixels_per_mm < LOWEST_MM
    ]


def hard_to_compare(kiosk: Kiosk) -> list[str]:
    """Return what is wrong with drawings to choose from: too small, or not all at one size."""
    things = kiosk.window._scene.page.things()
    tall = {card.drawn.tall for card in things if isinstance(card, PictureCard)}
    small = [f"a drawing is {one} high" for one in tall if one < kiosk.metrics.px(LEAST_MM)]
    return [*small, *(["drawings differ in size"] if len(tall) > 1 else [])]


def squeezed(text: str) -> str:
    return "".join(text.split())


def read_from(kiosk: Kiosk) -> str:
    """Return what this part of the page shows, without spaces, heading and the way to the next part."""
    things = kiosk.window._scene.page.things()
    said = [thing for thing in things if not isinstance(thing, Heading | Plain)]
    return squeezed("".join(text for thing in said for text in written_by(thing)))


def expected(page: PageOf) -> list[str]:
    texts = []
    for block in page.without_help().everything:
        if isinstance(block, Prose):
            texts.append(block.text)
        elif isinstance(block, FactLine):
            texts += [block.label, block.value, block.note]
        elif isinstance(block, Button):
            texts += [block.label, block.figure, block.detail, block.hindrance]
        elif isinstance(block, Changes):
            texts += [bare(text) for row in block.rows for text in (row.label, row.now, row.after)]
        elif isinstance(block, StepLine):
            texts += [bare(row.label) for row in block.rows]
        elif isinstance(block, Chart):
            texts += [block.title, *in_chart(block)]
        elif isinstance(block, TallyLine):
            texts.append(block.label)
        elif isinstance(block, Calendar):
            texts += [day.number for day in block.days if day.offered]
    return texts


def in_chart(chart: Chart) -> list[str]:
    """Return what a chart must show: of many columns, the highest that asks for care."""
    rows = chart.rows
    if chart.upright:
        rows = tuple(row for row in rows if row.mark is Mark.CARE)
        rows = tuple(row for row in rows[::-1] if row.amount == max(one.amount for one in rows))[:1]
    return [bare(text) for row in rows for text in (row.label, row.value)]


def bare(text: str) -> str:
    """Return words without their full stop: where a row becomes a sentence, it stands within."""
    return text.rstrip(" 。.")
