"""Enlisting staff, from the PIN that is typed to the kiosk that takes it."""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.app import main
from kiosk.assembly import Surroundings, staff_desk
from kiosk.devices.absent import NoStaff
from kiosk.devices.ports import StaffError
from kiosk.practice import practising
from kiosk.settings import Settings
from kiosk.settings_file import load_settings
from tests.visit.worlds import Clock, DirectRunner, Events


def typing(monkeypatch: pytest.MonkeyPatch, *pins: str) -> None:
    typed: Iterator[str] = iter(pins)
    monkeypatch.setattr(getpass, "getpass", lambda _: next(typed))


def around(state: Path) -> Surroundings:
    clock = Clock()
    return Surroundings(DirectRunner(), Events(), clock, lambda: pytest.fail("no date is asked for"), state)


def test_what_the_command_prints_lets_staff_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typing(monkeypatch, "8642", "8642")
    assert main(["staff-pin", "0007"]) == 0
    file = tmp_path / "kiosk.toml"
    file.write_text(capsys.readouterr().out)
    desk = staff_desk(load_settings(file), around(tmp_path / "state"))
    desk.check("0007", "8642")
    with pytest.raises(StaffError):
        desk.check("0007", "2468")


@pytest.mark.parametrize(
    ("number", "pins", "sentence"),
    [
        ("7", (), "A staff number has four digits"),
        ("0007", ("24680",), "A PIN has four digits."),
        ("0007", ("2468", "2467"), "The two PINs differ."),
    ],
)
def test_what_cannot_be_taken(
    monkeypatch: pytest.MonkeyPatch, number: str, pins: tuple[str, ...], sentence: str
) -> None:
    typing(monkeypatch, *pins)
    with pytest.raises(SystemExit, match=sentence):
        main(["staff-pin", number])


def test_in_practice_there_is_one_member_of_staff(tmp_path: Path) -> None:
    settings = practising(Settings(), ("http://127.0.0.1:1", "http://127.0.0.1:1"))
    staff_desk(settings, around(tmp_path)).check("0001", "2468")
    nobody = staff_desk(Settings(), around(tmp_path))
    assert isinstance(nobody, NoStaff)
    with pytest.raises(StaffError):
        nobody.check("0001", "2468")
