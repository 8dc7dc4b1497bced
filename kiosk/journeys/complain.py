"""投诉: what it is about, when it was, what would make it good; on file with a day for the answer."""

from __future__ import annotations

from enum import Enum

from kiosk.domain.complaints import About, When, appeal_is_open
from kiosk.domain.people import Identity
from kiosk.domain.subscriptions import Subscription
from kiosk.domain.work_orders import WorkOrderKind
from kiosk.journeys.agreeing import nothing_has_changed
from kiosk.journeys.complain_words import (
    A_COMPLAINT,
    Complaint,
    how_long_ago,
    it_is_long_ago,
    may_they_call_you,
    shall_we_send_it,
    what_is_it_about,
    what_would_make_it_good,
    when_was_it,
    where_else,
)
from kiosk.journeys.customer import Tier, customer
from kiosk.journeys.filing import Asking, filed
from kiosk.journeys.hall import Hall
from kiosk.journeys.which_number import which_number


class Outcome(Enum):
    """How the conversation ended."""

    ON_FILE = "on_file"
    NOT_TAKEN = "not_taken"
    KEPT = "kept"


async def complain(hall: Hall) -> Outcome:
    """Take a complaint down in a few touches, review it, and file it."""
    about = await what_is_it_about()
    identity = await customer(hall, Tier.PHONE)
    line = await which_number(hall, identity)
    complaint = await taken_down(about, line)
    operator = hall.operator(identity.operator_id)
    if not await shall_we_send_it(operator, complaint):
        await nothing_has_changed()
        return Outcome.KEPT
    return await on_file(hall, identity, complaint)


async def taken_down(about: About, line: Subscription) -> Complaint:
    """Ask for the rest; where it is too long ago for the authority, say what is still possible."""
    when = await when_was_it()
    if when is When.LONGER:
        when = await how_long_ago()
    if not appeal_is_open(about, when):
        await it_is_long_ago(about)
    wanted = await what_would_make_it_good()
    return Complaint(about, line.line, when, wanted, await may_they_call_you(line.line))


async def on_file(hall: Hall, identity: Identity, complaint: Complaint) -> Outcome:
    """File what was agreed to, with all that was said."""
    asking = Asking(
        WorkOrderKind.COMPLAINT,
        complaint.line,
        complaint.line.id,
        A_COMPLAINT,
        said=complaint.sentences,
        advice=where_else(complaint),
    )
    return Outcome.NOT_TAKEN if await filed(hall, identity, asking) is None else Outcome.ON_FILE
