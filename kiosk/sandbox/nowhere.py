"""What is said where nothing is, in the words of the family that the path lies in."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from kiosk.sandbox import bases
from kiosk.sandbox.brands import BRANDS
from kiosk.sandbox.errors import CAMARA, TMF, Dialect, Problem
from kiosk.sandbox.phone.reader import PhoneDialect
from kiosk.sandbox.web import echo_correlator, whole_body


async def nothing_here(request: Request, error: Exception) -> Response:
    """Answer 404, after hearing the caller out."""
    dialect = _dialect_of(request.url.path)
    try:
        await whole_body(request)
        response = dialect.response_to(Problem(404, "There is nothing at this path."))
    except Problem as problem:
        response = dialect.response_to(problem)
    echo_correlator(request, response)
    return response


def _dialect_of(path: str) -> Dialect:
    issuer, _, below = path.removeprefix("/").partition("/")
    if issuer not in BRANDS:
        return PhoneDialect()
    return TMF if below.startswith(("tmf-api/", f"{bases.PAYMENT}/")) else CAMARA
