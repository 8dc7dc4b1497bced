"""Strange requests and random lives: a short campaign; `scripts/fuzz` runs a long one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.sandbox.running import RunningSandbox
from tests.sandbox.fuzz.campaign import ASKERS, PLAIN, answer_all
from tests.sandbox.fuzz.lives import live
from tests.sandbox.fuzz.operations import SPECS
from tests.sandbox.fuzz.strange import Strange, strange_requests
from tests.sandbox.visitor import HandClock


@pytest.mark.skipif(
    not SPECS.is_dir(), reason="The standards' files are not here: set KIOSK_SPECS to their folder."
)
@settings(PLAIN, max_examples=15)
@given(asker=st.sampled_from(ASKERS), requests=st.lists(strange_requests(), min_size=10, max_size=30))
def test_every_request_gets_a_documented_answer(
    served: RunningSandbox, clock: HandClock, asker: str, requests: list[Strange]
) -> None:
    clock.rewind()
    assert answer_all(served, asker, requests) == []


@pytest.mark.parametrize("seed", range(3))
def test_whatever_somebody_does_the_books_are_right(
    paced: RunningSandbox, clock: HandClock, seed: int
) -> None:
    assert live(paced, clock, seed, steps=25) == []
