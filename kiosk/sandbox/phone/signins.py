"""Sign-ins that wait for a phone, and what the phone answers (RFC 8628, 3.3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from kiosk.sandbox.brands import BRANDS, NATIONAL, Brand
from kiosk.sandbox.oauth.device import LETTERS
from kiosk.sandbox.records import IN_SERVICE, LineRecord, lines_where
from kiosk.sandbox.tables import device_grants, lines


@dataclass(frozen=True)
class SignIn:
    """A kiosk asks to be let in."""

    user_code: str
    brand: Brand
    hall: str
    kiosk: str
    match: str
    scope: tuple[str, ...]


def normal_code(typed: str) -> str:
    """Forgive case, spaces and dashes in a typed code (RFC 8628, 6.1)."""
    letters = "".join(letter for letter in typed.upper() if letter in LETTERS)
    return f"{letters[:4]}-{letters[4:]}"


def waiting(db: Connection, now: datetime, user_code: str = "") -> list[SignIn]:
    """List the sign-ins that nobody has answered yet, or the one with this code."""
    query = select(device_grants).where(device_grants.c.state == "pending", device_grants.c.expires_at > now)
    if user_code:
        query = query.where(device_grants.c.user_code == normal_code(user_code))
    rows = db.execute(query.order_by(device_grants.c.expires_at.desc()))
    return [
        SignIn(row.user_code, BRANDS[row.issuer], row.hall, row.kiosk, row.match, tuple(row.scope.split()))
        for row in rows
    ]


def phone_line(db: Connection, person_id: str, brand: Brand) -> LineRecord | None:
    """Return the number in a person's hands that signs in there: their own before somebody else's."""
    held = [lines.c.holder == person_id, lines.c.status.in_(IN_SERVICE), lines.c.kind == "mobile"]
    if brand is not NATIONAL:
        held.append(lines.c.operator == brand.id)
    found = lines_where(db, *held)
    return min(found, key=lambda line: line.owner != person_id, default=None)


def answer(db: Connection, sign_in: SignIn, line: LineRecord | None) -> bool:
    """Approve with a line, or refuse with None; False when somebody was quicker."""
    waits = (device_grants.c.user_code == sign_in.user_code, device_grants.c.state == "pending")
    state = "denied" if line is None else "approved"
    change = device_grants.update().where(*waits).values(state=state, line=line.id if line else None)
    return db.execute(change).rowcount == 1
