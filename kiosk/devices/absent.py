"""A kiosk that lacks a device: what needs it is done at the counter, or said to everybody."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kiosk.devices.ports import DeviceError, Misheard, StaffError, StaffProblem
from kiosk.domain.id_cards import IdCard
from kiosk.domain.sayings import Saying
from kiosk.screens import Stop
from kiosk.text import Language


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


class NoListener:
    """Nobody listens."""

    def hears(self, language: Language) -> bool:
        """Know no language."""
        return False

    def listen(
        self, sayings: Sequence[Saying], language: Language, *, stop: Stop, over: Callable[[], None]
    ) -> Saying | Misheard:
        """Raise DeviceError always."""
        raise DeviceError("there is no recogniser")

    def close(self) -> None:
        """There is nothing to close."""


class NoStaff:
    """Nobody is enlisted."""

    enlisted = False

    def check(self, number: str, pin: str) -> None:
        """Recognise nobody."""
        raise StaffError(StaffProblem.WRONG)


class NoHeadphones:
    """There is no jack: everybody hears the voice."""

    plugged = False

    def watch(self, changed: Callable[[bool], None]) -> None:
        """Tell nothing, for nothing can change."""

    def close(self) -> None:
        """There is nothing to close."""
