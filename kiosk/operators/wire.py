"""Connections that keep a deadline: look-up of the name, connecting, TLS, sending and every byte read.

A time-out of requests holds for one read, so a server that drips a byte a second is never late. Here every
read gets only what is left of the whole. Each exchange has a connection of its own: one that was kept open
and has died in the meantime would look like a lost answer, and a commitment would be left in doubt.
"""

from __future__ import annotations

import http.client
import io
import queue
import socket
import ssl
import threading
from functools import cache, partial
from typing import Any

import urllib3
from requests.adapters import HTTPAdapter
from requests.utils import DEFAULT_CA_BUNDLE_PATH
from urllib3.connection import HTTPConnection, HTTPSConnection

from kiosk.operators.deadline import Deadline

Address = tuple[Any, Any, int, str, Any]


@cache
def trust(ca_file: str = "") -> ssl.SSLContext:
    """Trust the public authorities, or one private authority in their place (TLS 1.2 and later).

    Read once, for the public ones are many: every operator, and every thread, shares what came of it.
    """
    context = ssl.create_default_context(cafile=ca_file or DEFAULT_CA_BUNDLE_PATH)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def connect(host: str, port: int, by: Deadline) -> socket.socket:
    """Connect to the first address that answers; each gets a fair share of the time. Raises OSError."""
    addresses = _addresses(host, port, by)
    failure = OSError("the name has no address")
    for tries_left, (family, kind, protocol, _, address) in zip(
        range(len(addresses), 0, -1), addresses, strict=True
    ):
        sock = socket.socket(family, kind, protocol)
        try:
            sock.settimeout(by.remaining() / tries_left)
            sock.connect(address)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            sock.settimeout(by.remaining())
        except OSError as error:
            sock.close()
            failure = error
        else:
            return sock
    raise failure


def _addresses(host: str, port: int, by: Deadline) -> list[Address]:
    """Look the name up on a thread of its own: the system's look-up cannot be given a time."""
    found: queue.SimpleQueue[list[Address] | Exception] = queue.SimpleQueue()

    def look_up() -> None:
        try:
            found.put(list(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))
        except (OSError, UnicodeError) as error:
            found.put(error)

    threading.Thread(target=look_up, daemon=True).start()
    try:
        outcome = found.get(timeout=by.remaining())
    except queue.Empty:
        raise TimeoutError("the name was not found in time") from None
    if isinstance(outcome, Exception):
        raise OSError("the name was not found")
    return outcome


class _Incoming(io.RawIOBase):
    """What comes in over a socket, read no longer than until the deadline."""

    def __init__(self, sock: socket.socket, source: io.RawIOBase, by: Deadline) -> None:
        self._sock = sock
        self._source = source
        self._by = by

    def readable(self) -> bool:
        """Say that this can be read."""
        return True

    def readinto(self, buffer: Any) -> int | None:
        """Read what is there; raises TimeoutError at the deadline."""
        self._sock.settimeout(self._by.remaining())
        return self._source.readinto(buffer)

    def close(self) -> None:
        """Give the socket back."""
        self._source.close()
        super().close()


class _Response(http.client.HTTPResponse):
    """An answer whose head and body come in by the deadline; a malformed head is refused."""

    def __init__(self, sock: socket.socket, *args: Any, by: Deadline, **more: Any) -> None:
        super().__init__(sock, *args, **more)
        raw = self.fp.detach()
        self.fp = io.BufferedReader(_Incoming(sock, raw, by))

    def begin(self) -> None:
        """Read the head. urllib3 would log a malformed one with the URL, which may name a person."""
        super().begin()
        if self.msg.defects or self.msg.get_payload():
            raise http.client.HTTPException("malformed head")


class _Plain(HTTPConnection):
    """A connection that keeps a deadline."""

    def __init__(self, *args: Any, by: Deadline, **more: Any) -> None:
        super().__init__(*args, **more)
        self._by = by
        self.response_class: Any = partial(_Response, by=by)

    def _new_conn(self) -> socket.socket:
        return connect(self._dns_host, self.port, self._by)

    def send(self, data: Any) -> None:
        """Send, for no longer than is left."""
        if self.sock:
            self.sock.settimeout(self._by.remaining())
        super().send(data)


class _Secure(_Plain, HTTPSConnection):
    """The same over TLS."""


class DeadlineAdapter(HTTPAdapter):
    """Carries one request of requests over connections that keep a deadline and trust whom they are told."""

    def __init__(self, trusted: ssl.SSLContext, by: Deadline) -> None:
        self._trusted = trusted
        self._by = by
        super().__init__(max_retries=0)

    def init_poolmanager(self, *args: Any, **more: Any) -> None:
        """Make pools whose connections keep the deadline."""
        manager: Any = urllib3.PoolManager(1, maxsize=1)
        manager.pool_classes_by_scheme = {"http": self._plain_pool, "https": self._secure_pool}
        self.poolmanager = manager

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """Verify always; requests would add the public authorities to a private one."""
        conn.cert_reqs = "CERT_REQUIRED"

    def _plain_pool(self, host: str, port: int, **more: Any) -> Any:
        pool: Any = urllib3.HTTPConnectionPool(host, port, **more)
        pool.ConnectionCls = partial(_Plain, by=self._by)
        return pool

    def _secure_pool(self, host: str, port: int, **more: Any) -> Any:
        pool: Any = urllib3.HTTPSConnectionPool(host, port, **{**more, "ssl_context": self._trusted})
        pool.ConnectionCls = partial(_Secure, by=self._by)
        return pool
