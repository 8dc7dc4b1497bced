"""Numbers and days as they are in mainland China, taken from answers and written into questions."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from kiosk.domain.calendar import CHINA
from kiosk.text import IdNumber, PhoneNumber


def e164(phone: PhoneNumber) -> str:
    """Write a number as E.164: +8613800001234."""
    return f"+86{phone.digits}"


def phone_from(text: str) -> PhoneNumber | None:
    """Read a mobile number of mainland China, written with or without +86; None where it is not one."""
    found = re.fullmatch(r"(?:\+86|0086)?(1[3-9][0-9]{9})", re.sub(r"[ ().-]", "", text))
    return PhoneNumber(found[1]) if found else None


def id_number_from(text: str) -> IdNumber | None:
    """Read a resident ID number by its form (GB 11643); None where it is not one."""
    found = re.fullmatch(r"[1-9][0-9]{16}[0-9X]", text.strip().upper())
    return IdNumber(found[0]) if found else None


def in_china(moment: datetime) -> datetime:
    """Put a moment on the clock of China; one at the edge of the calendar ("without end") stays as it is."""
    try:
        return moment.astimezone(CHINA)
    except OverflowError:
        return moment.replace(tzinfo=CHINA)


def day_of(moment: datetime) -> date:
    """Return the day that a moment falls on in China."""
    return in_china(moment).date()


def last_day_of(end: datetime) -> date:
    """Return the last whole day before a period's end: midnight ends the day before it."""
    return day_of(end - timedelta(microseconds=1))
