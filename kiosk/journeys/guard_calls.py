"""Keeping calls away: those from abroad, after asking who rings from there, and those that are a nuisance."""

from __future__ import annotations

from enum import Enum

from kiosk.journeys.guard_sms import Guarding, guarded_by, routes_of, whose_phone
from kiosk.journeys.hall import Hall
from kiosk.screens import Agree, Choose, Option, Picture
from kiosk.text import t

ABROAD = Guarding(
    t("Block calls from abroad"),
    Picture(name="call-abroad", alt=t("A call from the globe meets a barrier.")),
    (
        t("Calls through WeChat come through as before."),
        t("A call with + or 00 before the number is from abroad."),
    ),
)
NUISANCE = Guarding(
    t("Keep nuisance calls away"),
    Picture(name="nuisance", alt=t("A ringing phone, and a hand that stops it.")),
    (
        t("A call that rang once? Do not ring back."),
        t("If couriers or meals no longer reach you, undo it."),
    ),
)
FAMILY = Picture(name="family-abroad", alt=t("Two people talk across the globe."))


class Instead(Enum):
    """What to do where somebody dear rings from abroad."""

    KEEP = "keep"
    NUISANCE = "nuisance"
    BLOCK = "block"


async def block_calls_from_abroad(hall: Hall) -> bool:
    """Ask who rings from abroad, then show the message; tells whether one was sent."""
    if await does_anybody_ring_from_abroad():
        match await their_calls_would_stop_too():
            case Instead.KEEP:
                return False
            case Instead.NUISANCE:
                return await keep_nuisance_away(hall)
    operator = await whose_phone(hall)
    routes = routes_of(hall, operator)
    return await guarded_by(hall, operator, routes.abroad, routes.abroad_off, ABROAD)


async def keep_nuisance_away(hall: Hall) -> bool:
    """Show the message against adverts and one-ring calls; tells whether one was sent."""
    operator = await whose_phone(hall)
    routes = routes_of(hall, operator)
    return await guarded_by(hall, operator, routes.spam, routes.spam_off, NUISANCE)


def does_anybody_ring_from_abroad() -> Agree:
    """Ask before anything is blocked."""
    return Agree(
        title=t("Do you have family or friends abroad who ring you?"),
        body=(t("Blocking stops every call from abroad, theirs too."),),
        picture=FAMILY,
        yes=t("Yes, somebody does"),
        no=t("No. Block them"),
    )


def their_calls_would_stop_too() -> Choose[Instead]:
    """Say what else would keep her safe."""
    return Choose(
        title=t("Then better let calls from abroad through"),
        body=(t("Theirs would stop too. Calls through WeChat would go on."),),
        options=(
            Option(answer=Instead.NUISANCE, label=t("Keep nuisance calls away instead"), icon="ban"),
            Option(answer=Instead.BLOCK, label=t("Block all calls from abroad"), icon="globe"),
            Option(answer=Instead.KEEP, label=t("Leave it as it is"), icon="back"),
        ),
        picture=FAMILY,
    )
