"""Text sizes and panels in millimetres."""

from __future__ import annotations

import pytest

from kiosk.domain.comfort import CAPITAL_MM, SPEECH_RATES, VOLUMES, Comfort, default_size, faster, louder
from kiosk.domain.failures import OperatorError, Reason
from kiosk.domain.panel import PANELS


@pytest.mark.parametrize(
    ("viewing_mm", "capital_mm"), [(300, 5.2), (400, 5.2), (500, 6.8), (600, 8.8), (900, 12.0), (3000, 12.0)]
)
def test_the_default_is_the_smallest_size_that_can_be_read_from_there(
    viewing_mm: float, capital_mm: float
) -> None:
    assert CAPITAL_MM[default_size(viewing_mm)] == capital_mm


def test_panels_turn_millimetres_into_whole_pixels() -> None:
    assert PANELS["portrait"].px(20) == 55 and PANELS["portrait"].portrait
    assert not PANELS["landscape"].portrait


def test_an_error_says_its_reason_and_its_technical_detail() -> None:
    assert str(OperatorError(Reason.BUSY)) == "busy"
    assert str(OperatorError(Reason.BUSY, "HTTP 503")) == "busy: HTTP 503"


def test_the_voice_is_heard_as_soon_as_it_is_changed_and_holds_at_its_ends() -> None:
    silent = Comfort(voice=False)
    assert louder(silent) == Comfort(volume=4) and louder(silent, -1) == Comfort(volume=2)
    assert faster(silent) == Comfort(rate=4) and faster(silent, -1) == Comfort(rate=2)
    assert louder(silent, 9).volume == len(VOLUMES) - 1 and louder(silent, -9).volume == 0
    assert faster(silent, 9).rate == len(SPEECH_RATES) - 1 and faster(silent, -9).rate == 0
