"""What digits become while they are typed: which keys count, and how the digits are grouped."""

from __future__ import annotations

from kiosk.screens import Typed

GROUPS = {Typed.PHONE: (3, 4, 4), Typed.CODE: (3, 3), Typed.ID_TAIL: (6,)}
DELETE, CLEAR = "delete", "clear"
LONGEST_WHOLE, LOCAL = 5, 7
"""So many digits at most are read as one word (95588); so many has a number within a small town."""


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
    if kind is Typed.ANY_NUMBER:
        return number_in_groups(typed)
    if kind is Typed.FAULT:
        return (typed,) if typed else ()
    parts, start = [], 0
    for size in groups(kind, length):
        parts.append(typed[start : start + size])
        start += size
    return tuple(part for part in parts if part)


def number_in_groups(digits: str) -> tuple[str, ...]:
    """Return any telephone number in the groups it is read in, as far as it is typed.

    A mobile number is 3 4 4, a landline its area code and fours, a 400 number 3 3 4; short ones are whole.
    """
    if digits[:1] == "1" and digits[1:2] in set("3456789"):
        return _in_fours(digits, 3)
    if digits[:1] == "0":
        return _in_fours(digits, 3 if digits[1:2] in {"1", "2"} else 4)
    if digits[:3] in {"400", "800"}:
        return _in_fours(digits, 3, 3)
    if len(digits) == LOCAL:
        return _in_fours(digits, 3)
    return (digits,) if len(digits) <= LONGEST_WHOLE else _in_fours(digits)


def _in_fours(digits: str, *first: int) -> tuple[str, ...]:
    """Cut digits into first groups of given sizes, and fours."""
    heads = []
    for size in first:
        heads.append(digits[:size])
        digits = digits[size:]
    fours = (digits[start : start + 4] for start in range(0, len(digits), 4))
    return tuple(filter(None, (*heads, *fours)))
