"""Errors, written as each family of standards wants them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from starlette.responses import JSONResponse, Response


class Problem(Exception):  # noqa: N818 - it reads as what it says
    """A request that cannot be served. An empty code stands for the family's usual one of that status."""

    def __init__(
        self, status: int, message: str, code: str = "", headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.code = code
        self.headers = dict(headers or {})


class Dialect(Protocol):
    """Words a problem for those who asked."""

    def response_to(self, problem: Problem) -> Response:
        """Word a problem."""


@dataclass(frozen=True)
class JsonDialect:
    """How one family of standards words an error: its usual codes, and the shape of the body."""

    codes: Mapping[int, str]
    body: Callable[[int, str, str], dict[str, Any]]
    media_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)

    def response_to(self, problem: Problem) -> Response:
        """Word a problem."""
        code = problem.code or self.codes.get(problem.status, "UNKNOWN")
        body = self.body(problem.status, code, problem.message)
        headers = {**self.headers, **problem.headers}
        return JSONResponse(body, problem.status, headers, media_type=self.media_type)


def _camara_body(status: int, code: str, message: str) -> dict[str, Any]:
    return {"status": status, "code": code, "message": message}


def _tmf_body(status: int, code: str, message: str) -> dict[str, Any]:
    return {"code": code, "reason": message, "message": message, "status": str(status)}


def _oauth_body(status: int, code: str, message: str) -> dict[str, Any]:
    return {"error": code, "error_description": message}


CAMARA = JsonDialect(
    {
        400: "INVALID_ARGUMENT",
        401: "UNAUTHENTICATED",
        403: "PERMISSION_DENIED",
        404: "NOT_FOUND",
        405: "METHOD_NOT_ALLOWED",
        409: "CONFLICT",
        413: "PAYLOAD_TOO_LARGE",
        415: "UNSUPPORTED_MEDIA_TYPE",
        429: "TOO_MANY_REQUESTS",
        500: "INTERNAL",
        503: "UNAVAILABLE",
    },
    _camara_body,
)

TMF = JsonDialect(
    {
        400: "badRequest",
        401: "unauthenticated",
        403: "forbidden",
        404: "notFound",
        405: "methodNotAllowed",
        409: "conflict",
        413: "tooLarge",
        415: "unsupportedMediaType",
        500: "internal",
        503: "unavailable",
    },
    _tmf_body,
    "application/json;charset=utf-8",
)

OAUTH = JsonDialect(
    {
        400: "invalid_request",
        401: "invalid_token",
        403: "insufficient_scope",
        404: "invalid_request",
        405: "invalid_request",
        413: "invalid_request",
        415: "invalid_request",
        500: "server_error",
        503: "temporarily_unavailable",
    },
    _oauth_body,
    headers={"Cache-Control": "no-store", "Pragma": "no-cache"},
)
