"""Contrast by the formula, for every pair of roles that meets on screen."""

from dataclasses import fields

import pytest

from kiosk.domain.comfort import Theme
from kiosk.ui.theme import LEMON, ROLES, Tokens, contrast, recoloured

LEAST = {
    Theme.PAPER: 10,
    Theme.LOW_GLARE: 10,
    Theme.BLACK_ON_WHITE: 20,
    Theme.WHITE_ON_BLACK: 20,
    Theme.YELLOW_ON_BLACK: 20,
}


@pytest.mark.parametrize("theme", Theme)
def test_words_and_edges_stand_out(theme: Theme) -> None:
    roles = ROLES[theme]
    weak = [pair for pair in roles.pairs() if contrast(*pair) < LEAST[theme]]
    assert weak == []
    assert [pair for pair in roles.edges() if contrast(*pair) < 3] == []


@pytest.mark.parametrize("theme", Theme)
def test_lamps_are_seen_on_whatever_they_are_drawn_and_told_from_each_other_and_from_ink(
    theme: Theme,
) -> None:
    roles = ROLES[theme]
    assert [pair for pair in roles.lamps() if contrast(*pair) < 3] == []
    reds = [int(lamp[1:3], 16) - int(lamp[3:5], 16) for lamp in (roles.alarm, roles.go)]
    assert reds[0] > 80 and reds[1] < -60


def test_the_formula_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == 21
    assert round(contrast("#777777", "#FFFFFF"), 2) == 4.48
    assert round(contrast("#FFFF00", "#000000"), 2) == 19.56
    assert contrast(LEMON, "#000000") > 20


@pytest.mark.parametrize("theme", Theme)
def test_drawings_take_the_themes_colours_and_keep_their_links(theme: Theme) -> None:
    token, roles = Tokens(), ROLES[theme]
    drawing = "".join(f'<path fill="{getattr(token, field.name)}"/>' for field in fields(token))
    drawn = recoloured(drawing + '<use href="#a1"/>', roles)
    tones = (roles.tone1, roles.tone2, roles.tone3)
    wanted = (roles.ink, *tones, roles.accent, roles.surface, roles.alarm, roles.go)
    assert drawn == "".join(f'<path fill="{colour}"/>' for colour in wanted) + '<use href="#a1"/>'
