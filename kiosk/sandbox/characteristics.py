"""Characteristics as TM Forum's resources carry them: a name, the kind of value, the value."""

from __future__ import annotations

from typing import Any

from kiosk.sandbox.tariffs import Names
from kiosk.sandbox.tmf import Resource

_KINDS = {bool: "boolean", int: "integer", float: "number", str: "string", dict: "object", list: "array"}


def characteristic(name: str, value: Any) -> Resource:
    """Write one characteristic."""
    return {"name": name, "valueType": _KINDS[type(value)], "value": value}


def both(names: Names) -> dict[str, str]:
    """Write a name in both languages."""
    return {"zh_CN": names[0], "en": names[1]}
