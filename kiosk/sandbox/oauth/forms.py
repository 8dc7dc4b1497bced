"""Form-encoded requests of OAuth endpoints."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl

from kiosk.sandbox.errors import Problem
from kiosk.sandbox.web import Call

Form = Mapping[str, str]


def form_of(call: Call) -> Form:
    """Read the form; RFC 6749, 3.2: no parameter twice, and an empty one is as if it were not sent."""
    kind = call.request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/x-www-form-urlencoded":
        raise Problem(400, "The body must be application/x-www-form-urlencoded.")
    try:
        pairs = parse_qsl(call.body.decode("utf-8"), max_num_fields=50, errors="strict")
    except ValueError as error:
        raise Problem(400, "The form cannot be read.") from error
    if len({name for name, _ in pairs}) != len(pairs):
        raise Problem(400, "A parameter was sent twice.")
    return dict(pairs)


def required(form: Form, name: str) -> str:
    """Return a parameter that must be there."""
    if name not in form:
        raise Problem(400, f"The parameter {name} is missing.")
    return form[name]


def granted_scope(asked: str, allowed: tuple[str, ...]) -> str:
    """Return what is granted of what was asked, or everything when nothing was (RFC 6749, 3.3)."""
    scope = " ".join(one for one in allowed if one in asked.split()) if asked else " ".join(allowed)
    if not scope:
        raise Problem(400, "None of these scopes can be granted.", "invalid_scope")
    return scope
