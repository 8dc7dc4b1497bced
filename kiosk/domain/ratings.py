"""How a visit was: three questions, answered by whoever likes, and nobody knows by whom."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Managed(Enum):
    """Whether what she came for was done."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True)
class Rating:
    """The three answers; None where one was passed over."""

    managed: Managed | None
    clear: int | None
    """How easy it was to understand, from 1 (hard) to 5 (easy)."""
    manner: int | None
    """How people treated her, from 1 (bad) to 5 (good); None too where she met nobody."""
