"""What counts as heard, and what as not."""

from __future__ import annotations

import pytest

from tests.orca.beforehand import Visited
from tests.orca.judging import Heard, Stop, complaints
from tests.orca.window import Control

PAGE = Visited("Which number is it about?", ("Your plan", "¥29"))
ARRIVING = ["Which number is it about? heading.", "Your plan. ¥29."]
SHOWN = [Control("138 **** 0001", "push button")]
AT = Stop(SHOWN[0], ("138 **** 0001 push button.",))


@pytest.mark.parametrize(
    ("arriving", "stop", "wrong"),
    [
        (ARRIVING, AT, ""),
        (ARRIVING[1:], AT, "the title was not read"),
        (ARRIVING[:1], AT, "a text was not read: “Your plan”"),
        (ARRIVING, Stop(SHOWN[0], ()), "was not read"),
        (ARRIVING, Stop(Control("", "panel"), ("panel",)), "the keyboard came to a panel without a name"),
        (ARRIVING, Stop(SHOWN[0], AT.said * 2), "it was said twice"),
        ([*ARRIVING, "13800130001"], AT, "digits were said that are not on the screen: “13800130001”"),
    ],
)
def test_what_was_not_heard_or_should_not_have_been_is_told(
    arriving: list[str], stop: Stop, wrong: str
) -> None:
    told = list(complaints(Heard(PAGE, arriving, [stop], SHOWN)))
    assert bool(told) is bool(wrong)
    assert not wrong or any(wrong in one for one in told)
