"""What needs no screen of a journey: ink of the type, pairs of theme colours, states, and the words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from math import atan, degrees
from pathlib import Path
from typing import Any

from kiosk.domain.comfort import CAPITAL_MM, Theme, default_size
from kiosk.domain.panel import Panel
from kiosk.screens import Choose, Fact, Mark, Option, Screen, Tell, Tone
from kiosk.text import t
from kiosk.ui.metrics import Metrics
from kiosk.ui.piece import Touchable
from kiosk.ui.theme import ROLES, Roles
from kiosk.ui.typeset import Type
from scripts import words
from tests.matrix import rules
from tests.matrix.colours import DICHROMACIES, EYES, Numbers, Pixels, contrast, light, of_hex, pixels_of
from tests.matrix.measures import STRONG
from tests.matrix.rules import Reading
from tests.matrix.samples import difference
from tests.ui.conftest import Kiosk
from tests.ui.test_type import ink_rows


def ink(panel: Panel) -> Iterator[Reading]:
    """A1: measure the ink of “H” and “国” at every size of a panel."""
    for size, promised in enumerate(CAPITAL_MM):
        kind = Type(Metrics(panel, size).em)
        capital, han = (ink_rows(sign, kind) / panel.pixels_per_mm for sign in "H国")
        yield Reading(rules.STEP_INK, capital / promised, f"size {size + 1}, {capital:.2f} mm")
        yield Reading(rules.HAN_INK, han / promised, f"size {size + 1}, {han:.2f} mm")
        if size == default_size(panel.viewing_mm):
            seen = degrees(2 * atan(capital / 2 / panel.viewing_mm))
            yield Reading(rules.CAPITAL, seen, f"{capital:.2f} mm at {panel.viewing_mm} mm")
            yield Reading(rules.LEAST_INK, capital, f"国 has {han:.2f} mm")


def pairs(theme: Theme, roles: Roles) -> Iterator[Reading]:
    """A4 and A5: compute every pair of colours that meets, for every kind of eye."""
    promised = 20 if theme in STRONG else 10
    for one, other in roles.pairs():
        yield Reading(rules.PAIRS, _seen(one, other) / promised, f"{one} on {other}")
    for one, other in roles.edges():
        for kind, eye in DICHROMACIES.items():
            yield Reading(rules.BLIND_MARKS, _seen(one, other, eye), f"{one} on {other} ({kind})")


def _seen(one: str, other: str, eye: Numbers = EYES["usual"]) -> float:
    return float(contrast(light(of_hex(one), eye), light(of_hex(other), eye)))


# ------------------------------------------------------------------------------------------ states


def states(kiosk: Kiosk) -> Iterator[Reading]:
    """A5: measure how much of the window differs between any two states of one thing."""
    for what, shown in _families(kiosk).items():
        for (one, here), (other, there) in combinations(shown.items(), 2):
            yield from apart(kiosk, f"{what}: {one} and {other}", here, there)


def apart(kiosk: Kiosk, what: str, one: Pixels, other: Pixels) -> Iterator[Reading]:
    """Measure how much of two pictures differs, to every kind of eye."""
    for kind, eye in EYES.items():
        area = difference(one, other, eye) / kiosk.panel.pixels_per_mm**2
        yield Reading(rules.STATES, area, f"{what} ({kind} eye)", eye=kind)


def _families(kiosk: Kiosk) -> dict[str, dict[str, Pixels]]:
    plain = Option(answer=1, label=t("Go on"))
    choices = {
        "free": plain,
        "chosen": replace(plain, chosen=True),
        "not for now": replace(plain, hindrance=t("Not now")),
    }
    title = t("Hello")
    return {
        "a choice": {
            name: _shown(kiosk, Choose(title=title, options=(one, plain))) for name, one in choices.items()
        },
        "a tone": {tone.name: _shown(kiosk, Tell(title=title, tone=tone)) for tone in Tone},
        "a mark": {
            mark.name: _shown(kiosk, Tell(title=title, facts=(Fact(label=title, value=title, mark=mark),)))
            for mark in Mark
        },
        "a button": dict(_pressed(kiosk)),
    }


def _shown(kiosk: Kiosk, screen: Screen[Any]) -> Pixels:
    kiosk.desk.show_screen(screen, visit=1)
    return pixels_of(kiosk.window.grab().toImage())


def _pressed(kiosk: Kiosk) -> Iterator[tuple[str, Pixels]]:
    yield "free", _shown(kiosk, Tell(title=t("Hello"), proceed=t("Go on")))
    button = next(one for one in kiosk.window.findChildren(Touchable) if one.isVisible())
    button.setDown(True)
    yield "pressed", pixels_of(kiosk.window.grab().toImage())
    button.setDown(False)


# ------------------------------------------------------------------------------------------- words


def plain_words(root: Path) -> Reading:
    """A22: count what the check of the words finds."""
    problems = list(words.check(root, update=False))
    return Reading(rules.WORDS, len(problems), "; ".join(map(str, problems[:5])))


def of_every_look(kiosk: Kiosk, themes: tuple[Theme, ...]) -> dict[Theme, list[Reading]]:
    """Measure pairs and states in every theme."""
    found = {}
    for theme in themes:
        stage = kiosk.desk.stage
        kiosk.desk.show(replace(stage, comfort=replace(stage.comfort, theme=theme)))
        found[theme] = [*pairs(theme, ROLES[theme]), *states(kiosk)]
    return found
