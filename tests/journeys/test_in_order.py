"""Things to do, numbered: none is dropped on the way."""

from __future__ import annotations

import pytest

from kiosk.journeys.in_order import ORDER, in_order
from kiosk.text import just


def test_each_has_its_place_and_none_is_dropped() -> None:
    todo = tuple(just(str(number)) for number in range(5))
    assert [fact.label for fact in in_order(todo)] == list(ORDER)
    assert [fact.value for fact in in_order(todo[:2])] == list(todo[:2]) and in_order(()) == ()
    with pytest.raises(ValueError, match="zip"):
        in_order((*todo, just("6")))
