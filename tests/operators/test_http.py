"""Every fault of a server, and the plain reason that comes of it, in time."""

from __future__ import annotations

import queue
import socket
import ssl
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme

from kiosk.domain.failures import OperatorError, Reason, Refused, Unavailable
from kiosk.operators import wire
from kiosk.operators.answers import Answer
from kiosk.operators.deadline import Deadline
from kiosk.operators.http import Call, Http
from tests.operators import faults
from tests.operators.faults import HEAD, Fault, says, says_json, serving

PATIENCE = 0.4
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"


def reason_of(port: int, http: Http | None = None, scheme: str = "http", host: str = "127.0.0.1") -> Reason:
    """Ask for a dictionary of numbers and tell what went wrong, within the deadline."""
    began = time.monotonic()
    with pytest.raises(OperatorError) as caught:
        (http or Http("op", patience=PATIENCE)).exchange(
            Call("GET", f"{scheme}://{host}:{port}/x?phone=13800130001")
        ).checked().shaped(dict[str, int])
    assert time.monotonic() - began < PATIENCE + 2
    assert "13800130001" not in str(caught.value)
    assert caught.value.__cause__ is None
    return caught.value.reason


FAULTS: dict[str, tuple[Fault, Reason]] = {
    "accepts and is silent": (faults.silent, Reason.TIMED_OUT),
    "reads and is silent": (faults.deaf, Reason.TIMED_OUT),
    "drips its status": (faults.drips(b"", b"H"), Reason.TIMED_OUT),
    "drips headers": (faults.drips(HEAD, b"X: y\r\n"), Reason.TIMED_OUT),
    "drips half a header": (faults.drips(HEAD, b"x"), Reason.TIMED_OUT),
    "drips its body": (faults.drips(HEAD + b"Content-Length: 9999\r\n\r\n", b" "), Reason.TIMED_OUT),
    "drips chunks": (faults.drips(CHUNKED, b"1\r\n \r\n"), Reason.TIMED_OUT),
    "says continue for ever": (faults.drips(b"", b"HTTP/1.1 100 Continue\r\n\r\n"), Reason.TIMED_OUT),
    "sends too much": (faults.endless, Reason.BROKEN_ANSWER),
    "sends too many headers": (says(HEAD + b"X: y\r\n" * 200 + b"\r\n"), Reason.BROKEN_ANSWER),
    "sends a header too long": (says(HEAD + b"X: " + b"y" * 70000 + b"\r\n\r\n"), Reason.BROKEN_ANSWER),
    "malforms a header": (says(HEAD + b"no colon\r\nContent-Length: 2\r\n\r\n{}"), Reason.BROKEN_ANSWER),
    "hangs up": (faults.hangs_up, Reason.UNREACHABLE),
    "resets": (faults.resets, Reason.UNREACHABLE),
    "cuts the body": (says(HEAD + b"Content-Length: 99\r\n\r\n{"), Reason.BROKEN_ANSWER),
    "cuts a chunk": (says(CHUNKED + b"9\r\n{"), Reason.BROKEN_ANSWER),
    "says garbage": (says(b"\x16\x03\x01 garbage\r\n\r\n"), Reason.BROKEN_ANSWER),
    "packs the body": (
        says(HEAD + b"Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}"), Reason.BROKEN_ANSWER,
    ),
    "speaks HTML": (
        says_json(b"{}", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"), Reason.BROKEN_ANSWER,
    ),
    "speaks Latin": (
        says_json(b"{}", b"HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=latin-1\r\n"),
        Reason.BROKEN_ANSWER,
    ),
    "nests deeply": (says_json(b"[" * 100_000), Reason.BROKEN_ANSWER),
    "says a key twice": (says_json(b'{"a": 1, "a": 2}'), Reason.BROKEN_ANSWER),
    "says NaN": (says_json(b'{"a": NaN}'), Reason.BROKEN_ANSWER),
    "says nothing": (says_json(b""), Reason.BROKEN_ANSWER),
    "has another shape": (says_json(b'{"a": "b"}'), Reason.BROKEN_ANSWER),
    "leads elsewhere": (
        says(b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"),
        Reason.BROKEN_ANSWER,
    ),
    "fails": (says(b"HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n"), Reason.SYSTEM_DOWN),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_every_fault_has_its_reason_in_time(name: str) -> None:
    fault, reason = FAULTS[name]
    with serving(fault) as port:
        assert reason_of(port) is reason


def test_nobody_listens() -> None:
    assert reason_of(faults.nobody()) is Reason.UNREACHABLE


def test_a_name_that_does_not_exist(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror("no such name")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert reason_of(80, host="operator.invalid") is Reason.UNREACHABLE


def test_a_name_server_that_never_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [over.wait(5)])
    assert reason_of(80, host="operator.invalid") is Reason.TIMED_OUT
    over.set()


def test_a_name_without_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [])
    assert reason_of(80, host="operator.invalid") is Reason.UNREACHABLE


def test_the_second_address_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    def address(port: int) -> wire.Address:
        return (socket.AF_INET, socket.SOCK_STREAM, 0, "", ("127.0.0.1", port))

    with serving(says_json(b'{"a": 1}')) as port:
        addresses = [address(faults.nobody()), address(port)]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: addresses)
        answer = Http("op").exchange(Call("GET", "http://operator.invalid/x"))
    assert answer.shaped(dict[str, int]) == {"a": 1}


def test_a_url_that_is_none() -> None:
    with pytest.raises(Unavailable) as caught:
        Http("op").exchange(Call("GET", "http://[nowhere"))
    assert caught.value.reason is Reason.BROKEN_ANSWER


def test_an_earlier_deadline_holds() -> None:
    with serving(faults.deaf) as port, pytest.raises(Unavailable) as caught:
        Http("op").exchange(Call("GET", f"http://127.0.0.1:{port}/"), Deadline(0.1))
    assert caught.value.reason is Reason.TIMED_OUT


def test_a_deadline_that_is_over_asks_nobody() -> None:
    with pytest.raises(Unavailable) as caught:
        Http("op").exchange(Call("GET", "http://127.0.0.1:1/"), Deadline(0))
    assert caught.value.reason is Reason.TIMED_OUT


def test_the_environment_is_not_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{faults.nobody()}")
    heard: queue.SimpleQueue[bytes] = queue.SimpleQueue()

    def listens(sock: socket.socket, over: threading.Event) -> None:
        heard.put(sock.recv(65536))
        sock.sendall(HEAD + b"Content-Length: 2\r\n\r\n{}")

    with serving(listens) as port:
        Http("op").exchange(Call("POST", f"http://127.0.0.1:{port}/x", json={"名": 1})).checked()
    request = heard.get().lower()
    assert request.startswith(b"post /x ")
    assert b"x-correlator: " in request
    assert b"authorization" not in request


# ---------------------------------------------------------------------------------- false operators


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module")
def ca_file(authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("ca") / "ca.pem"
    authority.cert_pem.write_to_path(str(path))
    return str(path)


def server_of(
    authority: trustme.CA, name: str = "127.0.0.1", expires: datetime | None = None
) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name, not_after=expires).configure_cert(context)
    return context


def test_the_private_authority_is_trusted(authority: trustme.CA, ca_file: str) -> None:
    with serving(says_json(b'{"a": 1}'), server_of(authority)) as port:
        answer = Http("op", ca_file).exchange(Call("GET", f"https://127.0.0.1:{port}/"))
    assert answer.shaped(dict[str, int]) == {"a": 1}


@pytest.mark.parametrize(
    "false", ["unknown authority", "public authorities", "expired", "wrong host", "no TLS"]
)
def test_a_false_operator_is_not_spoken_to(authority: trustme.CA, ca_file: str, false: str) -> None:
    tls: ssl.SSLContext | None = server_of(authority)
    match false:
        case "unknown authority":
            tls = server_of(trustme.CA())
        case "public authorities":
            ca_file = ""
        case "expired":
            tls = server_of(authority, expires=datetime.now(UTC) - timedelta(days=1))
        case "wrong host":
            tls = server_of(authority, "operator.example")
        case _:
            tls = None
    with serving(says_json(b'{"a": 1}'), tls) as port:
        assert reason_of(port, Http("op", ca_file, PATIENCE), "https") is Reason.INSECURE


def test_a_handshake_that_hangs_ends_in_time(ca_file: str) -> None:
    with serving(faults.silent) as port:
        assert reason_of(port, Http("op", ca_file, PATIENCE), "https") is Reason.TIMED_OUT


def test_a_body_that_drips_through_tls_ends_in_time(authority: trustme.CA, ca_file: str) -> None:
    drip = faults.drips(HEAD + b"Content-Length: 9999\r\n\r\n", b" ")
    with serving(drip, server_of(authority)) as port:
        assert reason_of(port, Http("op", ca_file, PATIENCE), "https") is Reason.TIMED_OUT


# ----------------------------------------------------------------------------------- what a no means


def answer(status: int, body: bytes = b"", **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer("op GET x", status, {"content-type": "application/json", **named}, body)


@pytest.mark.parametrize(
    ("status", "kind", "reason"),
    [
        (302, Unavailable, Reason.BROKEN_ANSWER),
        (400, Refused, Reason.WRONG_INPUT),
        (401, Refused, Reason.SIGNED_OUT),
        (403, Refused, Reason.NOT_ALLOWED),
        (404, Refused, Reason.NOT_FOUND),
        (405, Refused, Reason.WRONG_INPUT),
        (408, Unavailable, Reason.TIMED_OUT),
        (409, Refused, Reason.CONFLICT),
        (422, Refused, Reason.WRONG_INPUT),
        (429, Unavailable, Reason.BUSY),
        (503, Unavailable, Reason.SYSTEM_DOWN),
    ],
)
def test_a_status_has_its_meaning(status: int, kind: type[OperatorError], reason: Reason) -> None:
    with pytest.raises(kind) as caught:
        answer(status).checked()
    assert caught.value.reason is reason


def test_a_code_of_the_api_wins_over_the_status() -> None:
    with pytest.raises(Refused) as caught:
        answer(429, b'{"code": "QUOTA"}', retry_after="60").checked({"QUOTA": Reason.ASKED_RECENTLY})
    assert (caught.value.reason, caught.value.retry_after) == (Reason.ASKED_RECENTLY, 60)
    assert caught.value.detail == "op GET x 429 QUOTA"


@pytest.mark.parametrize("body", [b"[]", b"<html>", b'{"code": 60}', b'{"code": "13800130001"}'])
def test_a_code_that_is_none_is_left_out(body: bytes) -> None:
    assert answer(400, body).code == ""


def test_busy_says_when_to_come_back() -> None:
    with pytest.raises(Unavailable) as caught:
        answer(503, retry_after="7").checked()
    assert (caught.value.reason, caught.value.retry_after) == (Reason.BUSY, 7)


def test_a_date_to_come_back_is_turned_into_seconds() -> None:
    soon = answer(503, retry_after=f"{datetime.now(UTC) + timedelta(seconds=90):%a, %d %b %Y %H:%M:%S GMT}")
    assert soon.retry_after is not None
    assert 80 < soon.retry_after <= 90
    assert answer(503, retry_after="Thu, 01 Jan 1970 00:00:00 GMT").retry_after == 0
    assert answer(503, retry_after="9" * 400).retry_after == 48 * 3600
    assert answer(503, retry_after="tomorrow").retry_after is None
