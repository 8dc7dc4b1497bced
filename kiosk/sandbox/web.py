"""From an HTTP request to a handler and back: bodies, faults, errors, correlation, lost races."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

import msgspec
from sqlalchemy.exc import DataError, IntegrityError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Receive, Scope, Send

from kiosk.sandbox.brands import Brand
from kiosk.sandbox.connection import lose_the_connection
from kiosk.sandbox.errors import Dialect, Problem
from kiosk.sandbox.faults import NO_FAULT, ApiName
from kiosk.sandbox.world import World

JSON_TYPES = frozenset({"application/json", "application/merge-patch+json"})
LARGEST_BODY = 64 * 1024
READ_TO_THE_END = 1024 * 1024
"""Bytes up to which a body that is too large is read: whoever still sends would not hear the answer."""
DEEPEST_BODY = 32
"""Objects and lists within each other."""
IN_QUOTES = re.compile(rb'"(?:[^"\\]|\\.)*"', re.DOTALL)
CORRELATOR = re.compile(r"[a-zA-Z0-9\-_:;./<>{}]{0,256}")
T = TypeVar("T")


@dataclass(frozen=True)
class Call:
    """One request, read completely."""

    world: World
    brand: Brand
    request: Request
    body: bytes

    def json(self, shape: type[T]) -> T:
        """Read the body as JSON of this shape, strictly; raises Problem(400), or 415 for another type."""
        kind = self.request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind not in JSON_TYPES:
            raise Problem(415, "The body must be application/json.")
        if _depth(self.body) > DEEPEST_BODY:
            raise Problem(400, "The body is nested too deep.")
        try:
            return msgspec.json.decode(self.body, type=shape)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise Problem(400, str(error)) from error


Handler = Callable[[Call], Response]


@dataclass(frozen=True)
class Endpoint:
    """One path of one API: an ASGI application that serves it by method, in the API's dialect."""

    world: World
    brand: Brand
    api: ApiName | None
    """The API that faults are ordered for; None for doors that never misbehave."""
    dialect: Dialect
    handlers: Mapping[str, Handler]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or misbehave as ordered."""
        fault = NO_FAULT if self.api is None else self.world.faults.of(self.brand.id, self.api)
        request = Request(scope, receive)
        if fault.kind == "slow":
            await asyncio.sleep(fault.seconds)
        if fault.kind in {"error", "down"}:
            response = self.dialect.response_to(Problem(503, "The service is not available now."))
        else:
            response = await self._served(request)
        if fault.kind == "lie":
            response = JSONResponse(["this", "is", "not", "what", "was", "asked"], response.status_code)
        if fault.kind == "drop":
            await lose_the_connection(scope, receive)
            return
        echo_correlator(request, response)
        await response(scope, receive, send)

    async def _served(self, request: Request) -> Response:
        try:
            body = await whole_body(request)
            handler = self._handler_of(request.method)
            _check_correlator(request)
            call = Call(self.world, self.brand, request, body)
            return await run_in_threadpool(answer, handler, call)
        except Problem as problem:
            return self.dialect.response_to(problem)

    def _handler_of(self, method: str) -> Handler:
        handler = self.handlers.get("GET" if method == "HEAD" else method)
        if handler is None:
            allowed = sorted({*self.handlers, *({"HEAD"} if "GET" in self.handlers else ())})
            raise Problem(405, "This path does not take that method.", headers={"Allow": ", ".join(allowed)})
        return handler


def answer(handler: Handler, call: Call) -> Response:
    """Answer; a request that lost a race for a unique key is answered again, as the second one.

    PostgreSQL takes no NUL and nothing too long: raises Problem(400).
    """
    try:
        return handler(call)
    except IntegrityError:
        return handler(call)
    except DataError as error:
        raise Problem(400, "Something that was sent cannot be looked up or kept.") from error


async def whole_body(request: Request) -> bytes:
    """Read the body; raises Problem(413) for one that is too large."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > READ_TO_THE_END:
            break
    if len(body) > LARGEST_BODY:
        raise Problem(413, "The body is too large.")
    return bytes(body)


def _depth(body: bytes) -> int:
    depth = deepest = 0
    for byte in IN_QUOTES.sub(b"", body):
        depth += (byte in b"[{") - (byte in b"]}")
        deepest = max(deepest, depth)
    return deepest


def _check_correlator(request: Request) -> None:
    if not CORRELATOR.fullmatch(request.headers.get("x-correlator", "")):
        raise Problem(400, "x-correlator has characters that are not allowed.")


def echo_correlator(request: Request, response: Response) -> None:
    """Send back the caller's own mark of a request, where it is written as it may be."""
    correlator = request.headers.get("x-correlator", "")
    if correlator and CORRELATOR.fullmatch(correlator):
        response.headers["x-correlator"] = correlator
