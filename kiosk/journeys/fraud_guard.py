"""反诈守护: help for whoever was cheated, calls kept away, messages looked at, and numbers reported."""

from __future__ import annotations

from enum import Enum

from kiosk.journeys.guard_calls import block_calls_from_abroad, keep_nuisance_away
from kiosk.journeys.guard_cheated import help_the_cheated
from kiosk.journeys.guard_check import is_this_real
from kiosk.journeys.guard_report import report_a_number
from kiosk.journeys.hall import Hall
from kiosk.screens import Choose, Option, Picture, Tone
from kiosk.text import t


class Outcome(Enum):
    """How the conversation ended."""

    GUARDED = "guarded"
    CHECKED = "checked"
    REPORTED = "reported"
    HELPED = "helped"
    KEPT = "kept"


class Wish(Enum):
    """What is wished for."""

    CHEATED = "cheated"
    CHECK = "check"
    ABROAD = "abroad"
    NUISANCE = "nuisance"
    REPORT = "report"


async def fraud_guard(hall: Hall) -> Outcome:
    """Ask what is wished for; help for whoever was cheated comes before all else."""
    match await what_would_help():
        case Wish.CHEATED:
            await help_the_cheated(hall)
            return Outcome.HELPED
        case Wish.CHECK:
            await is_this_real(hall)
            return Outcome.CHECKED
        case Wish.REPORT:
            return Outcome.REPORTED if await report_a_number(hall) else Outcome.KEPT
        case Wish.ABROAD:
            return Outcome.GUARDED if await block_calls_from_abroad(hall) else Outcome.KEPT
        case _:
            return Outcome.GUARDED if await keep_nuisance_away(hall) else Outcome.KEPT


def what_would_help() -> Choose[Wish]:
    """Ask what would help."""
    return Choose(
        title=t("How can we keep you safe?"),
        options=(
            Option(
                answer=Wish.CHEATED,
                label=t("I may have been cheated"),
                detail=t("Staff come at once."),
                icon="siren",
                tone=Tone.DANGER,
            ),
            Option(
                answer=Wish.CHECK,
                label=t("Is this message or call real?"),
                detail=t("We look at it together."),
                icon="search",
            ),
            Option(
                answer=Wish.ABROAD,
                label=t("Block calls from abroad"),
                detail=t("Many cheats ring from there."),
                icon="globe",
            ),
            Option(
                answer=Wish.NUISANCE,
                label=t("Keep nuisance calls away"),
                detail=t("Adverts, and calls that ring once."),
                icon="ban",
            ),
            Option(
                answer=Wish.REPORT,
                label=t("Report a number"),
                detail=t("So that it cheats nobody else."),
                icon="megaphone",
            ),
        ),
        picture=Picture(name="fraud-guard", alt=t("A shield around a phone.")),
        help=t("Nothing of this costs money, and you need not sign in."),
    )
