"""What is wrong with an answer, by the publisher's file and by HTTP itself."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from typing import Any

from jsonschema import Draft7Validator, FormatChecker
from requests import Response

from kiosk.sandbox.web import CORRELATOR
from tests.sandbox.fuzz.operations import Served

ANY_SERVER = frozenset({405, 413, 415})
"""What HTTP lets every server say (RFC 9110), documented or not."""
NOWHERE = frozenset({404, 413})
"""What is said where an odd id makes another path."""
KEY_CONFLICT = 409
"""The count's own file does not name what an Idempotency-Key with another body gets."""
FORMATS = FormatChecker(())


@FORMATS.checks("date-time", raises=ValueError)
def _is_moment(value: object) -> bool:
    return not isinstance(value, str) or datetime.fromisoformat(value).tzinfo is not None


def faults(served: Served, method: str, answer: Response) -> list[str]:
    """List everything that is wrong with an answer."""
    asked = "GET" if method == "HEAD" else method
    found = [*_status(served, asked, answer), *_headers(served, asked, answer)]
    if method == "HEAD":
        return [*found, "HEAD has a body"] if answer.content else found
    return [*found, *_body(served, asked, answer)]


def _status(served: Served, method: str, answer: Response) -> Iterator[str]:
    status, described = answer.status_code, served.described(method)
    if (method in served.methods) == (status == 405) and status not in NOWHERE:
        yield f"{status} to {method}"
    known = {int(one) for one in described if one.isdigit()} | ANY_SERVER
    if served.path.endswith("/{id}"):
        known |= NOWHERE
    if served.spec.startswith("subscription-count"):
        known.add(KEY_CONFLICT)
    if status >= 500 or status not in known:
        yield f"{status} is not documented"


def _headers(served: Served, method: str, answer: Response) -> Iterator[str]:
    sent = str(answer.request.headers.get("x-correlator", ""))
    if sent and CORRELATOR.fullmatch(sent) and answer.headers.get("x-correlator") != sent:
        yield "x-correlator does not come back"
    described = served.described(method).get(str(answer.status_code), {})
    wanted = {"Location"} if answer.status_code == 201 else set()
    wanted |= {name for name in described.get("headers", {}) if name.lower() != "x-correlator"}
    wanted |= {401: {"WWW-Authenticate"}, 405: {"Allow"}}.get(answer.status_code, set())
    yield from (f"no {name}" for name in wanted if name not in answer.headers)
    if method in answer.headers.get("Allow", "").split(", "):
        yield "405 to a method that is allowed"


def _body(served: Served, method: str, answer: Response) -> Iterator[str]:
    if answer.status_code == 204:
        if answer.content:
            yield "204 has a body"
        return
    kind = "application/json" if served.camara else "application/json;charset=utf-8"
    if answer.headers.get("Content-Type") != kind:
        yield f"media type {answer.headers.get('Content-Type')}"
        return
    body = json.loads(answer.content.decode(), parse_constant=_no_constant)
    if answer.status_code >= 400:
        yield from _error(served, answer.status_code, body)
    validator = _validator(served, method, str(answer.status_code))
    if validator is not None:
        yield from (error.message[:300] for error in validator.iter_errors(body))


def _error(served: Served, status: int, body: Mapping[str, Any]) -> Iterator[str]:
    wanted: Mapping[str, type] = {"code": str, "reason": str}
    if served.camara:
        wanted = {"status": int, "code": str, "message": str}
    if not all(isinstance(body.get(name), kind) and body[name] for name, kind in wanted.items()):
        yield "the error is not worded as it must be"
    if str(body.get("status", status)) != str(status):
        yield "the error names another status"


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


@cache
def _validator(served: Served, method: str, status: str) -> Draft7Validator | None:
    schema = served.schema(method, status)
    return None if schema is None else Draft7Validator(schema, format_checker=FORMATS)
