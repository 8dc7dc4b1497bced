"""Which of one's own numbers it is about."""

from __future__ import annotations

from kiosk.domain.people import Identity, LineStatus
from kiosk.domain.subscriptions import Subscription
from kiosk.journeys.hall import Hall
from kiosk.journeys.not_mine import STATUS, no_numbers_here
from kiosk.journeys.parting import Parted, Parting
from kiosk.screens import Choose, Option, read
from kiosk.text import Text, just, t


async def which_number(hall: Hall, identity: Identity) -> Subscription:
    """Return the number it is about: the only one at once, otherwise the one that is chosen."""
    held = await read(hall.desks.lines.subscriptions_of, identity, doing=t("Fetching your numbers"))
    if not held:
        await no_numbers_here(hall.operator(identity.operator_id))
        raise Parted(Parting.NO_NUMBER)
    if len(held) == 1:
        return held[0]
    line_id = await which_of_these(held)
    return next(one for one in held if one.line.id == line_id)


def which_of_these(held: tuple[Subscription, ...]) -> Choose[str]:
    """List the numbers, masked, each with its plan and place."""
    return Choose(
        title=t("Which number is it about?"),
        options=tuple(
            Option(answer=one.line.id, label=just(one.line.number), detail=about(one), icon="sim-card")
            for one in held
        ),
        help=t("The middle of each number is hidden so that nobody can read it over your shoulder."),
    )


def about(one: Subscription) -> Text:
    """Say which plan a number has and where it is from; its state only where it is not simply in use."""
    if one.line.status is LineStatus.IN_USE:
        return t("{plan}, {place}", plan=one.plan.name, place=one.line.place)
    status = STATUS[one.line.status]
    return t("{plan}, {place}, {status}", plan=one.plan.name, place=one.line.place, status=status)
