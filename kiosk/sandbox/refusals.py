"""What was refused under a key stays refused: whoever was told no must not find it done after all."""

from __future__ import annotations

from sqlalchemy import select

from kiosk.sandbox.errors import Problem
from kiosk.sandbox.order_tables import refused_orders
from kiosk.sandbox.turn import Turn


def note_refusal(turn: Turn, key: str | None, problem: Problem) -> None:
    """Remember a no under its key."""
    if key is not None:
        said = {"status": problem.status, "code": problem.code, "message": problem.message}
        turn.db.execute(refused_orders.insert(), {**_key_row(turn, key), **said})


def check_not_refused(turn: Turn, key: str | None) -> None:
    """Raise the Problem of a key that was refused before."""
    if key is None:
        return
    row = _key_row(turn, key)
    said = turn.db.execute(
        select(refused_orders).where(*(refused_orders.c[name] == value for name, value in row.items()))
    ).first()
    if said is not None:
        raise Problem(said.status, said.message, said.code)


def _key_row(turn: Turn, key: str) -> dict[str, str]:
    return {"operator": turn.brand.id, "client_id": turn.grant.client_id, "key": key}
