"""What guards against fraud and is data, since others change it as they like: messages, hotlines, banks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kiosk.text import Label

A_YEAR = 365
"""After so many days somebody should hold it against its source once more."""


@dataclass(frozen=True)
class SmsRoute:
    """A message to send: whom to, and its words."""

    to: str
    text: str
    partly: bool = False
    """It keeps much away, but not all."""


@dataclass(frozen=True)
class GuardRoutes:
    """What one operator offers by SMS; None where nothing is known."""

    abroad: SmsRoute | None = None
    """Block calls from abroad."""
    abroad_off: SmsRoute | None = None
    spam: SmsRoute | None = None
    """Keep nuisance and one-ring calls away."""
    spam_off: SmsRoute | None = None
    report: SmsRoute | None = None
    """Report a message: `text` has {number} and {message} where these go."""
    wechat: str = ""
    """The operator's own account in WeChat that keeps calls away; empty where none is known."""


@dataclass(frozen=True)
class Bank:
    """A bank or a wallet, and the hotline that freezes an account there."""

    name: Label
    hotline: str


@dataclass(frozen=True)
class Rescue:
    """Numbers that help, each of them a real one."""

    police: str
    police_line: str
    """The police's line against fraud."""
    warning: str
    """The ministry warns by SMS from it whoever may be talking with a cheat."""
    query: str
    """It answers the national query by SMS."""
    junk: str
    """Where junk calls and messages of any company are reported."""
    junk_wechat: str
    """Its account in WeChat."""
    forwarding_off: str
    """What to dial so that no call is sent on to another number."""


@dataclass(frozen=True)
class Guard:
    """All of it, as one hall has it."""

    rescue: Rescue
    banks: tuple[Bank, ...] = ()
    routes: Mapping[str, GuardRoutes] = field(default_factory=dict)
    """By the operator's hotline."""
    genuine: frozenset[str] = frozenset()
    """Further numbers that cheats borrow and nobody may report."""
    checked: tuple[date, ...] = ()
    """When each entry was last held against its source."""

    def routes_of(self, hotline: str) -> GuardRoutes:
        """Return what the operator with this hotline offers; nothing where it is not known."""
        return self.routes.get(hotline, GuardRoutes())

    def is_genuine(self, number: str) -> bool:
        """Tell whether a number belongs to a service; with anything before it, it does not."""
        ours = self.rescue
        services = {ours.police, ours.police_line, ours.warning, ours.query, ours.junk}
        banks = {bank.hotline for bank in self.banks}
        return number in services | banks | set(self.routes) | self.genuine

    def out_of_date(self, today: date) -> int:
        """Return how many entries nobody has checked for more than a year."""
        return sum((today - day).days > A_YEAR for day in self.checked)
