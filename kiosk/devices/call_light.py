"""The call light: any command that the hall puts in its settings, and the simulator that only remembers."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field

from kiosk.devices.ports import DeviceError


class CommandLight:
    """Calls staff by running a command of the hall (a relay, a lamp, a message), with `on` or `off`."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = tuple(command)

    def call(self) -> None:
        """Run the command with `on`."""
        self._run("on")

    def off(self) -> None:
        """Run the command with `off`."""
        self._run("off")

    def _run(self, state: str) -> None:
        try:
            subprocess.run([*self._command, state], check=True, timeout=5, capture_output=True)
        except (OSError, subprocess.SubprocessError) as error:
            raise DeviceError(f"the call light's command failed: {type(error).__name__}") from error


class NoLight:
    """A hall without a call light: the visitor is told to wave to the counter."""

    def call(self) -> None:
        """Say that nobody can be called; raises DeviceError always."""
        raise DeviceError("there is no call light")

    def off(self) -> None:
        """There is nothing to put out."""


@dataclass
class SimulatedLight:
    """A call light of no hardware: it remembers what it was told."""

    lit: bool = False
    calls: list[str] = field(default_factory=list)

    def call(self) -> None:
        """Light up."""
        self.lit = True
        self.calls.append("on")

    def off(self) -> None:
        """Go dark."""
        self.lit = False
        self.calls.append("off")
