"""How a conversation ends early, and kindly: nothing was agreed to, or it goes on at the counter."""

from __future__ import annotations

from enum import Enum


class Parting(Enum):
    """Why a conversation ended before its business was done."""

    NOT_AGREED = "not_agreed"
    AT_THE_COUNTER = "at_the_counter"
    NO_NUMBER = "no_number"


class Parted(Exception):  # noqa: N818 - it reads as what it says
    """Raised where a conversation ends early, after the visitor was told; `services.walked` catches it."""

    def __init__(self, parting: Parting) -> None:
        super().__init__(parting.value)
        self.parting = parting
