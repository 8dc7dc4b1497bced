"""The frame's round: in order, into groups and out again, and to rest after three idle rounds."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.ui.rounds import BEFORE, IDLE_ROUNDS, Round


def walked(at: Round, moves: int) -> list[tuple[int, int | None]]:
    places = []
    for _ in range(moves):
        at = at.moved()
        places.append((at.group, at.inside))
    return places


def test_it_begins_before_the_first_and_comes_round() -> None:
    at = Round((1, 1, 3))
    assert not at.begun
    assert walked(at, 4) == [(0, None), (1, None), (2, None), (0, None)]


def test_a_group_opens_is_passed_through_and_left() -> None:
    at = Round((1, 2, 1), group=1)
    assert at.opens
    assert not at.entered().opens
    assert walked(at.entered(), 3) == [(1, 1), (1, None), (2, None)]


def test_three_idle_rounds_bring_it_to_rest_and_a_press_wakes_it() -> None:
    at = Round((1, 1))
    for _ in range(2 * IDLE_ROUNDS + 1):
        assert not at.rests
        at = at.moved()
    assert at.rests
    assert at.group == BEFORE
    assert not at.woken().rests
    assert Round((2,), 0, None, 2).entered().idle == 0


@given(st.lists(st.integers(1, 5), min_size=1, max_size=9), st.integers(0, 60))
def test_it_never_leaves_the_page(sizes: list[int], moves: int) -> None:
    for group, inside in walked(Round(tuple(sizes)), moves):
        assert group == BEFORE or 0 <= group < len(sizes)
        assert inside is None or 0 <= inside < sizes[group]
