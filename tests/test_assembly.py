"""What a kiosk is put together from, chosen by its settings."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kiosk.assembly import headphones
from kiosk.devices.absent import NoHeadphones
from kiosk.devices.headphones import HeadphoneJack
from kiosk.domain.events import Event, no_log
from kiosk.settings import DeviceSettings
from tests.visit.worlds import Events


@pytest.mark.parametrize("jack", ["auto", "/dev/input/headphones"])
def test_headphones_are_sensed_where_there_may_be_a_jack(jack: str, tmp_path: Path) -> None:
    sensed = headphones(DeviceSettings(headphones=jack), no_log)
    assert isinstance(sensed, HeadphoneJack) and not sensed.plugged


def test_headphones_are_not_sensed_where_nobody_wants_it_or_no_linux_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert isinstance(headphones(DeviceSettings(headphones="none"), no_log), NoHeadphones)
    monkeypatch.setattr(sys, "platform", "win32")
    assert isinstance(headphones(DeviceSettings(), no_log), NoHeadphones)


def test_a_jack_that_may_not_be_opened_is_logged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(path: Path) -> None:
        raise PermissionError

    monkeypatch.setattr("kiosk.devices.headphones.opened", forbidden)
    events = Events()
    sensed = headphones(DeviceSettings(headphones=str(tmp_path)), events)
    assert isinstance(sensed, HeadphoneJack)
    sensed.watch(lambda _: None)
    sensed.close()
    assert events.seen == [(Event.DEVICE_FAILED, "headphones")]
