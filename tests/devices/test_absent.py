"""What a kiosk does without."""

from __future__ import annotations

import pytest

from kiosk.devices.absent import NoRatings
from kiosk.devices.ports import DeviceError
from kiosk.domain.ratings import Managed, Rating


def test_without_a_box_no_rating_is_kept() -> None:
    with pytest.raises(DeviceError):
        NoRatings().drop(Rating(Managed.YES, 5, None))
