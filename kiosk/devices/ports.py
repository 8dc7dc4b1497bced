"""What the kiosk may ask of its devices; drivers and simulators stand beside this file."""

from __future__ import annotations

from typing import Protocol


class CallLight(Protocol):
    """The sign that a visitor wants a person: a lamp, a bell, a message to the desk."""

    def call(self) -> None:
        """Ask for staff. Returns at once; raises DeviceError where the sign cannot be given."""

    def off(self) -> None:
        """Nobody is needed any more; raises DeviceError where the sign stays."""


class DeviceError(Exception):
    """A device does not do what it should."""
