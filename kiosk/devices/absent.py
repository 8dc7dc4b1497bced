"""A kiosk without a card reader, and one that knows no staff: what needs them is done at the counter."""

from __future__ import annotations

from kiosk.devices.ports import DeviceError, StaffError, StaffProblem
from kiosk.domain.id_cards import IdCard
from kiosk.screens import Stop


class NoCardReader:
    """There is no reader."""

    present = False

    def read(self, *, stop: Stop) -> IdCard:
        """Raise DeviceError always."""
        raise DeviceError("there is no card reader")


class NoStaff:
    """Nobody is enlisted."""

    enlisted = False

    def check(self, number: str, pin: str) -> None:
        """Recognise nobody."""
        raise StaffError(StaffProblem.WRONG)
