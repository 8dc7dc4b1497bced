"""What all TM Forum APIs share (TMF630): lists with filters and pages, chosen fields, moments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Any

from starlette.responses import JSONResponse, Response

from kiosk.domain.calendar import CHINA
from kiosk.sandbox.errors import Problem
from kiosk.sandbox.web import Call

MEDIA_TYPE = "application/json;charset=utf-8"
LARGEST_PAGE = 100
LONGEST_NUMBER = 19
"""Digits of an offset or a limit: as many as 64 bits can hold."""
CONTROLS = frozenset({"fields", "offset", "limit"})
REQUIRED = frozenset({"id", "href", "@type", "productOrderItem", "productOrder"})
"""What an answer holds in any case, where the resource has it."""
Resource = dict[str, Any]


def end_of(day: date) -> str:
    """Write the last second of a day in China as RFC 3339."""
    return datetime.combine(day, time(23, 59, 59), CHINA).isoformat()


def cny(fen: int) -> Resource:
    """Write a sum of fen as Money of TMF: yuan as a number."""
    return {"unit": "CNY", "value": fen / 100}


def listed(call: Call, resources: Sequence[Resource]) -> Response:
    """Answer a list: filtered by equality, cut to the page, with X-Total-Count and X-Result-Count."""
    filters = [pair for pair in call.request.query_params.multi_items() if pair[0] not in CONTROLS]
    found = [one for one in resources if all(value in _values(one, path) for path, value in filters)]
    offset, limit = _whole_number(call, "offset", 0), _whole_number(call, "limit", LARGEST_PAGE)
    page = found[offset : offset + min(limit, LARGEST_PAGE)]
    headers = {"X-Total-Count": str(len(found)), "X-Result-Count": str(len(page))}
    return JSONResponse([_chosen(call, one) for one in page], headers=headers, media_type=MEDIA_TYPE)


def single(call: Call, resource: Resource) -> Response:
    """Answer one resource."""
    return JSONResponse(_chosen(call, resource), media_type=MEDIA_TYPE)


def created(resource: Resource) -> Response:
    """Answer a new resource with its Location."""
    return JSONResponse(resource, 201, {"Location": resource["href"]}, media_type=MEDIA_TYPE)


def filter_of(call: Call, path: str) -> str:
    """Return the value that a filter asks for, or nothing."""
    return call.request.query_params.get(path, "")


def _whole_number(call: Call, name: str, default: int) -> int:
    text = call.request.query_params.get(name)
    if text is None:
        return default
    if not (text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER):
        raise Problem(400, f"{name} must be a whole number.")
    return int(text)


def _chosen(call: Call, resource: Resource) -> Resource:
    """Keep the fields that were asked for, and always those that the standards require."""
    asked = call.request.query_params.get("fields")
    if asked is None:
        return resource
    wanted = {*REQUIRED, *asked.split(",")}
    return {name: value for name, value in resource.items() if name in wanted}


def _values(resource: object, path: str) -> Iterator[str]:
    """Find every value at a dotted path; lists are looked through."""
    if isinstance(resource, list):
        for item in resource:
            yield from _values(item, path)
    elif not path:
        yield str(resource).lower() if isinstance(resource, bool) else str(resource)
    elif isinstance(resource, dict):
        name, _, rest = path.partition(".")
        if name in resource:
            yield from _values(resource[name], rest)
