"""What digits become while they are typed: which keys count, and how the digits are grouped."""

from __future__ import annotations

from kiosk.screens import Typed

GROUPS = {Typed.PHONE: (3, 4, 4), Typed.CODE: (3, 3), Typed.ID_TAIL: (6,)}
DELETE, CLEAR = "delete", "clear"


def after_key(typed: str, key: str, kind: Typed, length: int) -> str:
    """Return what stands in the field after a key: a digit, X, DELETE or CLEAR; other keys change nothing."""
    if key == DELETE:
        return typed[:-1]
    if key == CLEAR:
        return ""
    if kind is Typed.YUAN and typed == "0":
        typed = ""  # nobody writes a sum with a nought before it
    # GB 11643: the check character of an ID number, its last, may be X.
    good = key in set("0123456789") or (kind is Typed.ID_TAIL and key == "X" and len(typed) == length - 1)
    return typed + key if good and len(typed) < length else typed


def groups(kind: Typed, length: int) -> tuple[int, ...]:
    """Return how many signs stand in each group: 3 4 4 for a mobile number."""
    usual = GROUPS.get(kind, ())
    if sum(usual) == length:
        return usual
    return (length,) if length <= 4 else (*([3] * (length // 3)), *([length % 3] if length % 3 else []))


def grouped(typed: str, kind: Typed, length: int) -> tuple[str, ...]:
    """Return the typed signs in their groups, without empty ones."""
    parts, start = [], 0
    for size in groups(kind, length):
        parts.append(typed[start : start + size])
        start += size
    return tuple(part for part in parts if part)
