"""What the sandbox remembers of orders, of those called back, and of those it did not take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    ColumnElement,
    Connection,
    ForeignKey,
    Integer,
    String,
    Table,
    UniqueConstraint,
    select,
)

from kiosk.domain.orders import OrderKind, OrderState
from kiosk.sandbox.tables import METADATA, Instant

orders = Table(
    "orders",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("id", String(36), nullable=False, unique=True),
    Column("operator", String(16), nullable=False),
    Column("client_id", String(128), nullable=False),
    Column("external_id", String(256)),
    Column("digest", String(64), nullable=False),
    Column("person", String(40), ForeignKey("people.id"), nullable=False, index=True),
    Column("line", String(40), ForeignKey("lines.id"), nullable=False, index=True),
    Column("kind", String(32), nullable=False),
    Column("state", String(24), nullable=False),
    Column("steps", JSON, nullable=False),
    Column("next_at", Instant, index=True),
    Column("document", JSON, nullable=False),
    Column("created_at", Instant, nullable=False),
    UniqueConstraint("operator", "client_id", "external_id"),
)

cancellations = Table(
    "cancellations",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("id", String(36), nullable=False, unique=True),
    Column("operator", String(16), nullable=False),
    Column("client_id", String(128), nullable=False),
    Column("key", String(256)),
    Column("order", String(36), ForeignKey("orders.id"), nullable=False, index=True),
    Column("reason", String(256), nullable=False),
    Column("created_at", Instant, nullable=False),
    UniqueConstraint("operator", "client_id", "key"),
)

refused_orders = Table(
    "refused_orders",
    METADATA,
    Column("operator", String(16), primary_key=True),
    Column("client_id", String(128), primary_key=True),
    Column("key", String(256), primary_key=True),
    Column("status", Integer, nullable=False),
    Column("code", String(32), nullable=False),
    Column("message", String(1024), nullable=False),
)

Step = tuple[str, float]
"""A state to come, and when, in seconds since 1970."""


@dataclass(frozen=True, kw_only=True)
class OrderRecord:
    """An order; `document` is what TMF622 tells of it besides, `digest` stands for the body sent first."""

    number: int | None = None
    id: str
    operator: str
    client_id: str
    external_id: str | None
    digest: str
    person: str
    line: str
    kind: str
    state: str = OrderState.ACKNOWLEDGED.value
    steps: list[Step] = field(default_factory=list)
    document: Mapping[str, Any]
    created_at: datetime

    @property
    def what(self) -> OrderKind:
        """What it is for."""
        return OrderKind(self.kind)

    @property
    def stands(self) -> OrderState:
        """How it stands."""
        return OrderState(self.state)


@dataclass(frozen=True, kw_only=True)
class CancellationRecord:
    """The wish to call an order back."""

    number: int | None = None
    id: str
    operator: str
    client_id: str
    key: str | None
    order: str
    reason: str
    created_at: datetime


def orders_where(db: Connection, *conditions: ColumnElement[bool]) -> list[OrderRecord]:
    """List orders, the newest first."""
    rows = db.execute(select(orders).where(*conditions).order_by(orders.c.number.desc()))
    return [_order(row._mapping) for row in rows]


def held_order(db: Connection, *conditions: ColumnElement[bool]) -> OrderRecord | None:
    """Return one order, the oldest of those meant, and keep others from changing it meanwhile."""
    first = select(orders).where(*conditions).order_by(orders.c.next_at, orders.c.number).limit(1)
    row = db.execute(first.with_for_update()).first()
    return None if row is None else _order(row._mapping)


def first_due(db: Connection, now: datetime, *conditions: ColumnElement[bool]) -> OrderRecord | None:
    """Return and hold the order whose next step is longest due."""
    return held_order(db, orders.c.next_at <= now, *conditions)


def open_orders(db: Connection, line_id: str) -> list[OrderRecord]:
    """List the orders on a line that are still under way."""
    return [order for order in orders_where(db, orders.c.line == line_id) if not order.stands.ended]


def save(db: Connection, order: OrderRecord) -> None:
    """Write down a new order."""
    row = {name: value for name, value in asdict(order).items() if name != "number"}
    db.execute(orders.insert(), {**row, "next_at": _next_at(order.steps)})


def move(
    db: Connection, order: OrderRecord, state: OrderState, steps: list[Step], **document: Any
) -> OrderRecord:
    """Write down how an order stands now, what comes next, and what else there is to tell of it."""
    moved = replace(order, state=state.value, steps=steps, document={**order.document, **document})
    values = {"state": moved.state, "steps": steps, "document": moved.document, "next_at": _next_at(steps)}
    db.execute(orders.update().where(orders.c.id == order.id).values(values))
    return moved


def cancellations_where(db: Connection, *conditions: ColumnElement[bool]) -> list[CancellationRecord]:
    """List the wishes to call orders back, the newest first."""
    rows = db.execute(select(cancellations).where(*conditions).order_by(cancellations.c.number.desc()))
    return [CancellationRecord(**row._mapping) for row in rows]


def save_cancellation(db: Connection, record: CancellationRecord) -> None:
    """Write down a new wish."""
    row = {name: value for name, value in asdict(record).items() if name != "number"}
    db.execute(cancellations.insert(), row)


def _order(row: Any) -> OrderRecord:
    told = {name: value for name, value in row.items() if name != "next_at"}
    return OrderRecord(**told | {"steps": [(state, at) for state, at in row["steps"]]})


def _next_at(steps: list[Step]) -> datetime | None:
    return datetime.fromtimestamp(steps[0][1], UTC) if steps else None
