"""One request, one answer, by a deadline: the only place where the kiosk speaks HTTP to an operator."""

from __future__ import annotations

import ssl
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import requests
import urllib3

from kiosk.domain.failures import Reason, Unavailable
from kiosk.operators.answers import Answer
from kiosk.operators.deadline import Deadline
from kiosk.operators.wire import DeadlineAdapter, trust

PATIENCE = 8.0
"""Seconds for one exchange, from the look-up of the name to the last byte."""
LARGEST = 256 * 1024
"""Bytes of a body; more would stall the window while it is read."""

_Anything = (requests.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError)
_HEADERS = {"Accept": "application/json", "Accept-Encoding": "identity", "Connection": "close"}


@dataclass(frozen=True)
class Call:
    """A request: its method and URL, what is asked for, a form or a JSON body, and more headers."""

    method: str
    url: str = field(repr=False)
    query: Mapping[str, str] = field(default_factory=dict, repr=False)
    form: Mapping[str, str] | None = field(default=None, repr=False)
    json: Mapping[str, Any] | None = field(default=None, repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def operation(self) -> str:
        """The last word of the path, for errors; nothing where it is not a word, for it may be personal."""
        last = self.url.partition("?")[0].rpartition("/")[2]
        return last if last.isascii() and last.replace("-", "").isalpha() else "…"


class Http:
    """Speaks HTTP: no redirects, no proxies or passwords from the environment, TLS verified always.

    `name` stands for the other side in errors, `ca_file` replaces the public authorities, `patience` is the
    longest that one exchange may take, in seconds. May be used by many threads at once.
    """

    def __init__(self, name: str, ca_file: str = "", patience: float = PATIENCE) -> None:
        self.name = name
        self.patience = patience
        self._trusted = trust(ca_file)

    def exchange(self, call: Call, by: Deadline | None = None) -> Answer:
        """Send a request and return its answer, good or bad; raises Unavailable when none came."""
        limit = by.within(self.patience) if by else Deadline(self.patience)
        about = f"{self.name} {call.method} {call.operation}"
        adapter = DeadlineAdapter(self._trusted, limit)
        try:
            return self._exchange(adapter, call, about, limit)
        except _Anything as error:
            # The cause is cut off: requests' errors name the URL, which may name a person.
            raise Unavailable(_reason(error, limit), about) from None
        finally:
            adapter.close()

    def _exchange(self, adapter: DeadlineAdapter, call: Call, about: str, by: Deadline) -> Answer:
        with adapter.send(_prepared(call), stream=True, timeout=by.remaining()) as response:
            headers = {name.lower(): value for name, value in response.headers.items()}
            if headers.get("content-encoding", "identity").lower() != "identity":
                raise Unavailable(Reason.BROKEN_ANSWER, f"{about}: packed")
            return Answer(about, response.status_code, headers, _content(response, about))


def _prepared(call: Call) -> requests.PreparedRequest:
    headers = {**_HEADERS, "x-correlator": str(uuid.uuid4()), **call.headers}
    request = requests.Request(
        call.method, call.url, headers, params=dict(call.query), data=call.form, json=call.json
    )
    return request.prepare()


def _content(response: requests.Response, about: str) -> bytes:
    content = bytearray()
    for chunk in response.iter_content(16 * 1024):
        content += chunk
        if len(content) > LARGEST:
            raise Unavailable(Reason.BROKEN_ANSWER, f"{about}: too large")
    return bytes(content)


def _reason(error: BaseException, by: Deadline) -> Reason:
    """Find what really happened under the layers that requests and urllib3 put around it."""
    layers = tuple(_layers(error))

    def met(*kinds: type[BaseException]) -> bool:
        return any(isinstance(layer, kinds) for layer in layers)

    if by.passed or met(TimeoutError, urllib3.exceptions.TimeoutError):
        return Reason.TIMED_OUT
    if met(ssl.SSLError):
        return Reason.INSECURE
    return Reason.UNREACHABLE if met(OSError) else Reason.BROKEN_ANSWER


def _layers(error: BaseException | None) -> Iterator[BaseException]:
    """Walk down from an error to what caused it; requests' own layer says nothing."""
    while error is not None:
        if not isinstance(error, requests.RequestException):
            yield error
        error = error.__cause__ or error.__context__
