"""What a company has answered to a work order: its newest note, else why it decided so (TMF621)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from datetime import timedelta

from kiosk.domain.work_orders import DECIDED
from kiosk.operators.labels import label_from
from kiosk.operators.shapes import Note, RelatedParty, TroubleTicket
from kiosk.text import Label, Letter

LONGEST = 2000
"""Characters; what is longer is cut, and ends in dots."""
AT_FILING = timedelta(minutes=10)
"""No company answers so soon: a note that says neither author nor a later time was filed with the order."""
PHONE = re.compile(r"(?<!\d)((?:(?:\+?|00)86)?[ -]?1[3-9]\d)[ -]?\d{4}[ -]?(\d{4})(?!\d)")
ID_CARD = re.compile(r"(?<!\d)[1-9]\d{5}[ -]?\d{4}[ -]?\d{4}[ -]?(\d{3}[\dXx])(?!\d)")


def answer_in(ticket: TroubleTicket, party: str) -> Letter | None:
    """Return what the company has written last, in each language it was given in; None where it has not.

    `party` is the operator's own id of the customer, under which her notes are filed.
    """
    hers = {party, *(name for one in _customers(ticket) for name in (one.id, one.name))} - {""}
    notes = [note for note in ticket.note if is_of_the_company(note, ticket, hers)]
    newest = max((note.date for note in notes if note.date), default=None)
    told = {
        "en" if note.id == "en" else "zh_CN": fit_to_show(note.text) for note in notes if note.date == newest
    }
    label = label_from(told) or _reason_of(ticket)
    return Letter(label) if label else None


def is_of_the_company(note: Note, ticket: TroubleTicket, hers: Set[str]) -> bool:
    """Tell whether a note is not the customer's: by its author, else by being later than the filing.

    `hers` are the ids and names under which she may write.
    """
    if note.author and hers:
        return note.author not in hers
    written, filed = note.date, ticket.creation_date
    return written is not None and filed is not None and written - filed > AT_FILING


def _customers(ticket: TroubleTicket) -> Iterator[RelatedParty]:
    return (party for party in ticket.related_party if party.role in {"", "customer"})


def fit_to_show(text: str) -> str:
    """Put what was written on one line, its numbers covered as everywhere, and not without end."""
    line = " ".join(text.split())
    covered = PHONE.sub(r"\1 **** \2", ID_CARD.sub(r"**** \1", line))
    return covered if len(covered) <= LONGEST else f"{covered[: LONGEST - 1]}…"


def _reason_of(ticket: TroubleTicket) -> Label | None:
    if ticket.status.strip() not in DECIDED:
        return None
    return label_from(fit_to_show(ticket.status_change_reason))
