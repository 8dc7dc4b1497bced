"""What is wrong with a line, told alike by every API: seeded, or set by the control door."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

from sqlalchemy import Column, Connection, ForeignKey, String, Table, select

from kiosk.sandbox.outage_book import home_is_out, is_out
from kiosk.sandbox.places import HALL_AREA
from kiosk.sandbox.records import LineRecord
from kiosk.sandbox.tables import METADATA

conditions = Table(
    "conditions",
    METADATA,
    Column("line", String(40), ForeignKey("lines.id"), primary_key=True),
    Column("condition", String(16), nullable=False),
)


class Condition(Enum):
    """One thing that is wrong; the value is its name at the control door."""

    CUT_FIBRE = "cut-fibre"
    """The modem cannot be reached, and its LOS light is red."""
    MODEM_OFF = "modem-off"
    """From afar the same, but no light is on."""
    NO_LIGHT = "no-light"
    """The modem still tells that no light arrives."""
    WEAK_LIGHT = "weak-light"
    NOT_LET_IN = "not-let-in"
    SLOW = "slow"
    CROWDED = "crowded"
    """Too many devices hang on it."""
    BOX_OFF = "box-off"
    WIFI_WEAK = "wifi-weak"
    """Nothing that a test could see: only the Wi-Fi at home is bad."""

    NO_SIGNAL = "no-signal"
    """Nobody around has any."""
    SIM_BROKEN = "sim-broken"
    PHONE_OFF = "phone-off"
    PHONE_BROKEN = "phone-broken"
    DATA_OFF = "data-off"
    DATA_SLOW = "data-slow"
    DATA_USED_UP = "data-used-up"
    CALLS_OUT_OFF = "calls-out-off"
    """A half stop: she can be called, and that is all."""
    SMS_ONLY = "sms-only"
    """A phone of the 1990s' network."""

    @property
    def at_home(self) -> bool:
        """Whether it befalls a broadband account; all others befall a number."""
        return self in _AT_HOME


_DARK = frozenset({Condition.CUT_FIBRE, Condition.MODEM_OFF, Condition.NO_LIGHT})
_AT_HOME = _DARK | {
    Condition.WEAK_LIGHT,
    Condition.NOT_LET_IN,
    Condition.SLOW,
    Condition.CROWDED,
    Condition.BOX_OFF,
    Condition.WIFI_WEAK,
}


def condition_of(db: Connection, line: LineRecord, now: datetime) -> Condition | None:
    """Return what is wrong with a line now; an outage and a stop are wrong with it too."""
    own = _noted(db, line.id)
    if line.kind == "mobile":
        return own or _of_the_network(db, line, now)
    if own in _DARK:
        return own
    if home_is_out(db, line, now):
        return Condition.CUT_FIBRE
    return Condition.NOT_LET_IN if line.status == "suspended" else own


def _of_the_network(db: Connection, line: LineRecord, now: datetime) -> Condition | None:
    """Return what is wrong with a phone that is good itself; all phones are taken to be at the hall."""
    if is_out(db, "mobile", line.operator, HALL_AREA, now):
        return Condition.NO_SIGNAL
    return Condition.SMS_ONLY if line.network == "2G" else None


def befall(db: Connection, line_id: str, condition: Condition) -> None:
    """Let something be wrong with a line, in place of what was."""
    mend(db, line_id)
    db.execute(conditions.insert(), {"line": line_id, "condition": condition.value})


def mend(db: Connection, line_id: str, *only: Condition) -> None:
    """Let nothing be wrong with a line any more; with `only`, where it was one of these."""
    meant = [conditions.c.line == line_id]
    if only:
        meant.append(conditions.c.condition.in_([one.value for one in only]))
    db.execute(conditions.delete().where(*meant))


def _noted(db: Connection, line_id: str) -> Condition | None:
    told = db.execute(select(conditions.c.condition).where(conditions.c.line == line_id)).scalar()
    return None if told is None else Condition(told)
