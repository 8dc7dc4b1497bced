"""The phone number that a question of CAMARA is about, where a client asks with its own token."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from kiosk.sandbox.errors import Problem
from kiosk.sandbox.records import IN_SERVICE, LineRecord, lines_where
from kiosk.sandbox.tables import lines
from kiosk.sandbox.turn import Turn

PhoneNumber = Annotated[str, Meta(pattern=r"^\+[1-9][0-9]{4,14}$")]


def line_of(turn: Turn, phone: str) -> LineRecord:
    """Return the number in service here; raises Problem 422 where none is given, 404 for an unknown one."""
    if not phone:
        raise Problem(422, "A phoneNumber is needed.", "MISSING_IDENTIFIER")
    here = (lines.c.number == phone, lines.c.operator == turn.brand.id, lines.c.kind == "mobile")
    found = lines_where(turn.db, *here, lines.c.status.in_(IN_SERVICE))
    if not found:
        raise Problem(404, "This number is no customer's here.", "IDENTIFIER_NOT_FOUND")
    return found[0]
