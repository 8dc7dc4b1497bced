"""By which SMS an operator guards a number: data, since operators change it as they like."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SmsRoute:
    """A message to send: whom to, and its words."""

    to: str
    text: str


@dataclass(frozen=True)
class GuardRoutes:
    """What one operator offers by SMS; None where nothing is known."""

    abroad: SmsRoute | None = None
    """Block calls from abroad."""
    abroad_off: SmsRoute | None = None
    spam: SmsRoute | None = None
    """Keep nuisance and one-ring calls away."""
    report: SmsRoute | None = None
    """Report a message: `text` has {number} and {message} where these go."""
