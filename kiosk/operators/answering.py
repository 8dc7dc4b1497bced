"""What a company has answered to a work order: its newest note, else why it decided so (TMF621)."""

from __future__ import annotations

import re

from kiosk.operators.labels import label_from
from kiosk.operators.shapes import Note, TroubleTicket
from kiosk.text import Label, Letter

LONGEST = 2000
"""Characters; what is longer is cut, and ends in dots."""
DECIDED = {"resolved", "closed", "rejected"}
"""The states whose reason is the company's word; a customer gives the reason of her own calling back."""
PHONE = re.compile(r"(?<!\d)(1[3-9]\d)\d{4}(\d{4})(?!\d)")
ID_CARD = re.compile(r"(?<!\d)[1-9]\d{13}(\d{3}[\dXx])(?!\d)")


def answer_in(ticket: TroubleTicket) -> Letter | None:
    """Return what the company has written last, in each language it was given in; None where it has not."""
    notes = [note for note in ticket.note if is_of_the_company(note, ticket)]
    newest = max((note.date for note in notes if note.date), default=None)
    told = {
        "en" if note.id == "en" else "zh_CN": fit_to_show(note.text) for note in notes if note.date == newest
    }
    label = label_from(told) or _reason_of(ticket)
    return Letter(label) if label else None


def is_of_the_company(note: Note, ticket: TroubleTicket) -> bool:
    """Tell whether a note is not the customer's: by its author, else by being later than the filing."""
    if note.author:
        customers = (party for party in ticket.related_party if party.role in {"", "customer"})
        return all(note.author not in {party.id, party.name} for party in customers)
    return note.date is not None and ticket.creation_date is not None and note.date > ticket.creation_date


def fit_to_show(text: str) -> str:
    """Put what was written on one line, its numbers covered as everywhere, and not without end."""
    line = " ".join(text.split())
    covered = ID_CARD.sub(r"**** \1", PHONE.sub(r"\1 **** \2", line))
    return covered if len(covered) <= LONGEST else f"{covered[: LONGEST - 1]}…"


def _reason_of(ticket: TroubleTicket) -> Label | None:
    if ticket.status.strip() not in DECIDED:
        return None
    return label_from(fit_to_show(ticket.status_change_reason))
