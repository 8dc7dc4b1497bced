"""A kiosk without a card reader, a code scanner or a box for ratings, and one that knows no staff."""

from __future__ import annotations

from kiosk.devices.ports import DeviceError, StaffError, StaffProblem
from kiosk.domain.id_cards import IdCard
from kiosk.domain.ratings import Rating
from kiosk.screens import Stop


class NoCardReader:
    """There is no reader."""

    present = False

    def read(self, *, stop: Stop) -> IdCard:
        """Raise DeviceError always."""
        raise DeviceError("there is no card reader")


class NoScanner:
    """There is no scanner."""

    present = False

    def read(self, *, stop: Stop) -> str:
        """Raise DeviceError always."""
        raise DeviceError("there is no code scanner")


class NoStaff:
    """Nobody is enlisted."""

    enlisted = False

    def check(self, number: str, pin: str) -> None:
        """Recognise nobody."""
        raise StaffError(StaffProblem.WRONG)


class NoRatings:
    """There is no box."""

    def drop(self, rating: Rating) -> None:
        """Raise DeviceError always."""
        raise DeviceError("there is no box for ratings")
