"""The numbers of SIM cards (ITU-T E.118): 89, China's 86, the operator, a serial, and a check digit."""

from __future__ import annotations

PREFIXES = {"mobile": "898600", "unicom": "898601", "telecom": "898603", "broadnet": "898615"}
SERIALS = 10**13


def iccid(operator: str, serial: int) -> str:
    """Compose the number of a card of 20 digits; the serial has up to 13."""
    body = f"{PREFIXES[operator]}{serial:013}"
    return f"{body}{check_digit(body)}"


def check_digit(body: str) -> int:
    """Return the digit that follows (Luhn, ISO/IEC 7812-1): every second one counts double."""
    doubled = (int(digit) * (1 + index % 2) for index, digit in enumerate(reversed(body), start=1))
    return -sum(value // 10 + value % 10 for value in doubled) % 10
