"""The call light: any command of the hall, and the simulator."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kiosk.devices.call_light import CommandLight, NoLight, SimulatedLight
from kiosk.devices.ports import DeviceError

WRITE = "import sys, pathlib; pathlib.Path(sys.argv[1]).write_text(sys.argv[2])"


def test_the_halls_command_is_told_on_and_off(tmp_path: Path) -> None:
    lamp = tmp_path / "lamp"
    light = CommandLight([sys.executable, "-c", WRITE, str(lamp)])
    light.call()
    assert lamp.read_text() == "on"
    light.off()
    assert lamp.read_text() == "off"


@pytest.mark.parametrize("command", [["/nowhere/lamp"], [sys.executable, "-c", "raise SystemExit(1)"]])
def test_a_command_that_fails_is_an_error_of_the_device(command: list[str]) -> None:
    with pytest.raises(DeviceError):
        CommandLight(command).call()


def test_a_hall_without_a_light_can_call_nobody_and_has_nothing_to_put_out() -> None:
    with pytest.raises(DeviceError):
        NoLight().call()
    NoLight().off()


def test_the_simulator_remembers() -> None:
    light = SimulatedLight()
    light.call()
    assert light.lit
    light.off()
    assert not light.lit and light.calls == ["on", "off"]
