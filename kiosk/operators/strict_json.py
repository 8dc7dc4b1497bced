"""JSON from people we do not know: RFC 8259 to the letter, with nothing ambiguous and nothing endless."""

from __future__ import annotations

import json
import math
from typing import Any, NoReturn

DEEPEST = 32


class NotStrict(ValueError):  # noqa: N818 - it reads as what it says
    """The bytes are not JSON that can be relied on."""


def strict_json(raw: bytes) -> object:
    """Read UTF-8 JSON; raises NotStrict on NaN, Infinity, doubled keys, lone surrogates or great depth."""
    try:
        value: object = json.loads(
            raw.decode("utf-8"),
            object_pairs_hook=_no_key_twice,
            parse_constant=_no_constant,
            parse_float=_finite,
        )
    except (ValueError, RecursionError):
        raise NotStrict("not strict JSON") from None
    _check(value)
    return value


def _no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NotStrict("a key stands twice")
    return found


def _no_constant(name: str) -> NoReturn:
    raise NotStrict("not a number of JSON")


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise NotStrict("a number beyond all bounds")
    return number


def _check(value: object) -> None:
    """Refuse great depth and text that cannot be written, without recursion."""
    level: list[object] = [value]
    for _ in range(DEEPEST):
        level = [inner for outer in level for inner in _inside(outer)]
    if level:
        raise NotStrict("too deep")


def _inside(value: object) -> list[object]:
    if isinstance(value, dict):
        return [*value.keys(), *value.values()]
    if isinstance(value, list):
        return value
    if isinstance(value, str) and not value.isascii():
        _writable(value)
    return []


def _writable(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise NotStrict("half a character") from None
