"""Operators to test against: the sandbox, on real HTTP, with a clock that tests set forward."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.catalogues import words_of
from kiosk.domain.people import Access, Identity
from kiosk.operators.desks import OperatorSystems
from kiosk.sandbox.cards import card_of, person_named
from kiosk.sandbox.options import AT_ONCE, SandboxOptions
from kiosk.sandbox.pocket import PocketPhone
from kiosk.sandbox.profile import sandbox_settings
from kiosk.sandbox.running import RunningSandbox
from kiosk.settings import Settings
from kiosk.text import IdNumber, Language, PersonName, PhoneNumber
from tests.operators.scripted import Scripted

PATIENCE = 20.0
WANG = Identity(
    PersonName("王秀英"), IdNumber("990101195403120288"), PhoneNumber("13800130001"), Access("op", "hers")
)
"""Somebody who has signed in at the operator `op`."""


class Clock:
    """The time of sandbox and kiosk; it moves by itself and jumps when told."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    def jump(self, seconds: float) -> None:
        self._ahead += timedelta(seconds=seconds)


class Patience:
    """A stop that is never set; waiting makes the clock jump instead of costing time."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.waits: list[float] = []

    def is_set(self) -> bool:
        return False

    def wait(self, timeout: float | None = None) -> bool:
        self.waits.append(timeout or 0)
        self._clock.jump(timeout or 0)
        return False


class Stopped(Patience):
    """A stop that is set."""

    def wait(self, timeout: float | None = None) -> bool:
        return True


@dataclass
class House:
    """Everything a test needs: the sandbox, its phone, the settings and the desks."""

    sandbox: RunningSandbox
    clock: Clock
    settings: Settings
    desks: OperatorSystems

    @property
    def phone(self) -> PocketPhone:
        return self.sandbox.phone

    @property
    def patience(self) -> Patience:
        return Patience(self.clock)

    def by_qr(self, person: str, operator: str) -> Identity:
        """Sign in as a visitor who scans the code."""
        invitation = self.desks.sign_in.invite(operator)
        self.phone.approve(invitation.link.rpartition("=")[2], person)
        return self.desks.sign_in.approval(invitation, stop=self.patience)

    def by_sms(self, digits: str, operator: str) -> Identity:
        """Sign in as a visitor who types the code of the SMS."""
        sent = self.desks.sign_in.send_code(operator, PhoneNumber(digits))
        return self.desks.sign_in.check_code(sent, self.phone.last_code(f"+86{digits}"))

    def by_card(self, person: str, operator: str) -> Identity:
        """Sign in as a visitor who lays the ID card down."""
        holder = person_named(person)
        assert holder is not None
        return self.desks.sign_in.by_card(operator, card_of(holder, self.clock().date()))


def desks_for(settings: Settings, clock: Clock, patience: float = PATIENCE) -> OperatorSystems:
    return OperatorSystems(settings, words_of(Language.ZH_CN), clock, patience=patience, longest=patience)


@pytest.fixture(scope="session")
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def sandbox(clock: Clock) -> Iterator[RunningSandbox]:
    with RunningSandbox(SandboxOptions(clock=clock, pace=AT_ONCE)) as running:
        yield running


@pytest.fixture
def scripted() -> Iterator[Scripted]:
    with Scripted() as server:
        yield server


@pytest.fixture
def house(sandbox: RunningSandbox, clock: Clock) -> House:
    """A sandbox as new, and a kiosk that is connected to it."""
    sandbox.reset()
    operators, national = sandbox_settings(sandbox.url)
    settings = Settings(operators=operators, national=national)
    return House(sandbox, clock, settings, desks_for(settings, clock))
