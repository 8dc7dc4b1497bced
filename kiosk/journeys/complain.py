"""投诉: what it is about, when it was, what would make it good; on file with a day for the answer."""

from __future__ import annotations

from enum import Enum
from functools import partial

from kiosk.domain.complaints import ABOUT_A_NUMBER, About, When, appeal_is_open
from kiosk.domain.people import Identity
from kiosk.domain.work_orders import WorkOrderKind
from kiosk.journeys.agreeing import nothing_has_changed
from kiosk.journeys.complain_more import Details, said_more_closely
from kiosk.journeys.complain_words import (
    A_COMPLAINT,
    TAKEN_IN,
    how_long_ago,
    it_is_long_ago,
    may_they_call_you,
    shall_they_call,
    shall_we_send_it,
    what_is_it_about,
    what_would_make_it_good,
    when_was_it,
    where_else,
)
from kiosk.journeys.complaint_said import Complaint, not_content
from kiosk.journeys.contact import a_phone_to_ring
from kiosk.journeys.customer import Tier, customer
from kiosk.journeys.filing import Asking, filed
from kiosk.journeys.hall import Hall
from kiosk.journeys.which_number import which_number
from kiosk.text import t


class Outcome(Enum):
    """How the conversation ended."""

    ON_FILE = "on_file"
    NOT_TAKEN = "not_taken"
    KEPT = "kept"


async def complain(hall: Hall) -> Outcome:
    """Take a complaint down in a few touches, review it, and file it."""
    about = await what_is_it_about()
    details = await said_more_closely(hall, about)
    identity = await customer(hall, Tier.PHONE)
    complaint = await taken_down(hall, identity, about, details)
    if not await shall_we_send_it(hall.operator(identity.operator_id), complaint):
        await nothing_has_changed()
        return Outcome.KEPT
    line = complaint.line
    asking = Asking(
        WorkOrderKind.COMPLAINT,
        line,
        line.id if line else "",
        A_COMPLAINT,
        said=complaint.sentences,
        advice=partial(where_else, complaint),
        title=TAKEN_IN,
        contact=complaint.phone if about is About.NETWORK else None,
    )
    return await on_file(hall, identity, asking)


async def taken_down(hall: Hall, identity: Identity, about: About, details: Details) -> Complaint:
    """Ask for the rest; where it is too long ago for the authority, say what is still possible.

    Whoever complains of the network names a phone that works.
    """
    held = await which_number(hall, identity) if about in ABOUT_A_NUMBER else None
    when = await when_was_it()
    if when is When.LONGER:
        when = await how_long_ago()
    if not appeal_is_open(about, when):
        await it_is_long_ago(about)
    wanted = await what_would_make_it_good()
    if held and about is About.NETWORK:
        phone = await a_phone_to_ring(held)
        may_call = phone is not None
    else:
        phone = held.line.number if held else identity.phone
        may_call = details.by_telephone or await may_they_call_you(phone)
    return Complaint(about, details, held.line if held else None, phone, hall.place, when, wanted, may_call)


async def ask_to_be_called(hall: Hall) -> Outcome:
    """Have the company call somebody who was not content; she signs in for it, and so gives her name."""
    identity = await customer(hall, Tier.PHONE)
    if not await shall_they_call(hall.operator(identity.operator_id), identity.phone):
        await nothing_has_changed()
        return Outcome.KEPT
    said = not_content(hall.place, identity.phone)
    asking = Asking(WorkOrderKind.COMPLAINT, None, "", t("Please call me"), said=said)
    return await on_file(hall, identity, asking)


async def on_file(hall: Hall, identity: Identity, asking: Asking) -> Outcome:
    """File what was agreed to, with all that was said."""
    return Outcome.NOT_TAKEN if await filed(hall, identity, asking) is None else Outcome.ON_FILE
