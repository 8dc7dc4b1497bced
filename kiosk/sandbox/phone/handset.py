"""What a phone's own screen shows of how its number is served, and what the hall's test phone would."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.sandbox.conditions import Condition
from kiosk.sandbox.mobile_service import FULL_STOP, service_of
from kiosk.sandbox.phone.reader import Reader
from kiosk.sandbox.records import LineRecord

_SCREENS = {
    Condition.SIM_BROKEN: "no_sim",
    Condition.PHONE_OFF: "black",
    Condition.PHONE_BROKEN: "no_service",
    Condition.NO_SIGNAL: "no_service",
}
_OF_THE_PHONE = frozenset({Condition.PHONE_OFF, Condition.PHONE_BROKEN})
"""What is the phone's own fault: its card works elsewhere."""


@dataclass(frozen=True)
class Handset:
    """One phone in somebody's hands, as she sees it."""

    line: LineRecord
    condition: Condition | None

    @property
    def stopped(self) -> bool:
        """Whether its number is stopped altogether."""
        return service_of(self.line, self.condition) == FULL_STOP

    @property
    def sentences(self) -> tuple[str, ...]:
        """The names of the sentences that tell what she finds; one alone where all is well."""
        if self.condition in _SCREENS:
            near = () if self.condition is Condition.NO_SIGNAL else ("nearby",)
            return (f"phone_{self.condition.value}", *near, "switches", "card_clean", self._elsewhere())
        if self.stopped:
            return ("phone_stopped", "switches", "test_same")
        if self.condition is None:
            return ("phone_well",)
        return (f"phone_{self.condition.value}", "switches", "test_same")

    def _elsewhere(self) -> str:
        if self.condition in _OF_THE_PHONE:
            return "test_same" if self.line.status == "suspended" else "test_works"
        return "test_no_signal" if self.condition is Condition.NO_SIGNAL else "test_fails"

    def drawn(self, reader: Reader) -> str:
        """Draw the top of its screen: bars and network, or the words in their place."""
        screen = _SCREENS.get(self.condition) if self.condition else None
        if screen is not None:
            return f'<p class="screen">{reader.say(screen)}</p>'
        bars = '<span class="bars" aria-hidden="true"><i></i><i></i><i></i><i></i></span>'
        data = "DATA" in service_of(self.line, self.condition).reached or self.line.network == "2G"
        return f'<p class="screen">{bars}{self.line.network if data else ""}</p>'
