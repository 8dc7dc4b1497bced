"""What the sandbox remembers, as tables that SQLite and PostgreSQL share."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Dialect,
    Double,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

METADATA = MetaData()


class Instant(TypeDecorator[datetime]):
    """A moment in UTC, kept as seconds since 1970, so that every database compares it alike."""

    impl = Double
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> float | None:
        """Store the seconds."""
        return None if value is None else value.timestamp()

    def process_result_value(self, value: float | None, dialect: Dialect) -> datetime | None:
        """Return the moment."""
        return None if value is None else datetime.fromtimestamp(value, UTC)


people = Table(
    "people",
    METADATA,
    Column("id", String(40), primary_key=True),
    Column("number", Integer, nullable=False, unique=True),
    Column("name", String(64), nullable=False),
    Column("id_number", String(18), nullable=False, unique=True),
    Column("born", Date, nullable=False),
    Column("gender", String(8), nullable=False),
    Column("accounts", JSON, nullable=False),
)

lines = Table(
    "lines",
    METADATA,
    Column("id", String(40), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("operator", String(16), nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    Column("number", String(20), nullable=False, index=True),
    Column("owner", String(40), ForeignKey("people.id"), nullable=False, index=True),
    Column("holder", String(40), ForeignKey("people.id"), index=True),
    Column("status", String(20), nullable=False),
    Column("stop_reason", String(32), nullable=False),
    Column("keep_number", Boolean, nullable=False),
    Column("since", Date, nullable=False),
    Column("province_zh", String(32), nullable=False),
    Column("province_en", String(32), nullable=False),
    Column("city_zh", String(32), nullable=False),
    Column("city_en", String(32), nullable=False),
    Column("network", String(4), nullable=False),
    Column("sub_card_of", String(20), nullable=False),
    UniqueConstraint("operator", "number"),
)

messages = Table(
    "messages",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("phone", String(20), nullable=False, index=True),
    Column("sender", String(32), nullable=False),
    Column("text", Text, nullable=False),
    Column("arrives_at", Instant, nullable=False),
)

device_grants = Table(
    "device_grants",
    METADATA,
    Column("device_code", String(64), primary_key=True),
    Column("user_code", String(16), nullable=False, unique=True),
    Column("issuer", String(16), nullable=False),
    Column("client_id", String(128), nullable=False),
    Column("scope", String(512), nullable=False),
    Column("match", String(2), nullable=False),
    Column("hall", String(64), nullable=False),
    Column("kiosk", String(64), nullable=False),
    Column("state", String(16), nullable=False),
    Column("line", String(40), ForeignKey("lines.id")),
    Column("interval", Integer, nullable=False),
    Column("polled_at", Instant),
    Column("expires_at", Instant, nullable=False),
)

tokens = Table(
    "tokens",
    METADATA,
    Column("digest", String(64), primary_key=True),
    Column("kind", String(8), nullable=False),
    Column("family", String(64), nullable=False, index=True),
    Column("issuer", String(16), nullable=False),
    Column("client_id", String(128), nullable=False),
    Column("scope", String(512), nullable=False),
    Column("line", String(40), ForeignKey("lines.id")),
    Column("revoked", Boolean, nullable=False),
    Column("expires_at", Instant, nullable=False),
)

used_assertions = Table(
    "used_assertions",
    METADATA,
    Column("client_id", String(128), primary_key=True),
    Column("jti", String(256), primary_key=True),
    Column("expires_at", Instant, nullable=False),
)

codes = Table(
    "codes",
    METADATA,
    Column("id", String(36), primary_key=True),
    Column("operator", String(16), nullable=False),
    Column("client_id", String(128), nullable=False),
    Column("phone", String(20), nullable=False, index=True),
    Column("code", String(6), nullable=False),
    Column("tries", Integer, nullable=False),
    Column("used", Boolean, nullable=False),
    Column("sent_at", Instant, nullable=False),
)

proofs = Table(
    "proofs",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("client_id", String(128), nullable=False),
    Column("operator", String(16), nullable=False),
    Column("phone", String(20), nullable=False, index=True),
    Column("by_code", Boolean, nullable=False),
    Column("proven_at", Instant, nullable=False),
)

queries = Table(
    "queries",
    METADATA,
    Column("id", String(36), primary_key=True),
    Column("issuer", String(16), nullable=False),
    Column("what", String(16), nullable=False),
    Column("client_id", String(128), nullable=False),
    Column("idempotency_key", String(256)),
    Column("body", Text, nullable=False),
    Column("person", String(40), ForeignKey("people.id"), nullable=False, index=True),
    Column("created_at", Instant, nullable=False),
    Column("done_at", Instant),
    UniqueConstraint("issuer", "what", "client_id", "idempotency_key"),
)

tickets = Table(
    "tickets",
    METADATA,
    Column("id", String(36), primary_key=True),
    Column("operator", String(16), nullable=False),
    Column("client_id", String(128), nullable=False),
    Column("external_id", String(256)),
    Column("body", Text, nullable=False),
    Column("person", String(40), ForeignKey("people.id"), nullable=False, index=True),
    Column("document", JSON, nullable=False),
    Column("created_at", Instant, nullable=False),
    UniqueConstraint("operator", "client_id", "external_id"),
)
