"""The call light of one visit: it knows whether it burns, so that every screen can say so."""

from __future__ import annotations

from kiosk.devices.ports import CallLight, DeviceError
from kiosk.domain.events import Event, Log

CALL_LIGHT = "call_light"


class Lamp:
    """A call light that remembers whether staff have been called."""

    def __init__(self, light: CallLight, log: Log) -> None:
        self._light = light
        self._log = log
        self.lit = False

    def call(self) -> None:
        """Ask for staff; raises DeviceError where the sign cannot be given."""
        try:
            self._light.call()
        except DeviceError:
            self._log(Event.DEVICE_FAILED, what=CALL_LIGHT)
            raise
        self._log(Event.HELP_CALLED)
        self.lit = True

    def off(self) -> None:
        """Nobody is needed any more; a light that cannot be put out does not hold the visit up."""
        was_lit, self.lit = self.lit, False
        if not was_lit:
            return
        try:
            self._light.off()
        except DeviceError:
            self._log(Event.DEVICE_FAILED, what=CALL_LIGHT)
