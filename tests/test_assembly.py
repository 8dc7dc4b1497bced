"""What a kiosk is put together from, chosen by its settings."""

from __future__ import annotations

import sys
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest

from kiosk.assembly import Surroundings, guard, headphones
from kiosk.devices.absent import NoHeadphones
from kiosk.devices.headphones import HeadphoneJack
from kiosk.domain.calendar import CHINA
from kiosk.domain.events import Event, no_log
from kiosk.guard_file import GUARD, load_guard
from kiosk.settings import DeviceSettings, HallSettings, Settings
from tests.visit.worlds import DirectRunner, Events


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


def test_a_hall_may_guard_by_a_file_of_its_own_and_the_log_tells_what_is_out_of_date(tmp_path: Path) -> None:
    own = tmp_path / "guard.toml"
    text = GUARD.read_text(encoding="utf-8")
    own.write_text(text.replace('hotline = ""', 'hotline = "96138"'), encoding="utf-8")
    told = []
    for path, year in (("", 2026), (str(own), 2029)):
        events = Events()
        now = datetime(year, 11, 29, tzinfo=CHINA)
        around = Surroundings(DirectRunner(), events, float, partial(now.astimezone, CHINA), tmp_path)
        told.append((guard(Settings(hall=HallSettings(guard=path)), around), events.seen))
    assert told[0] == (load_guard(), [])
    assert told[1] == (load_guard(own), [(Event.GUARD_IS_OLD, "")])
    assert len(told[1][0].banks) == len(told[0][0].banks) + 1
