"""A server of raw sockets that answers as no server should; each fault is a function of its connection."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

Fault = Callable[[socket.socket, threading.Event], None]

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


def says(raw: bytes) -> Fault:
    def answer(sock: socket.socket, over: threading.Event) -> None:
        sock.recv(65536)
        sock.sendall(raw)

    return answer


def says_json(body: bytes, head: bytes = HEAD) -> Fault:
    return says(head + b"Content-Length: %d\r\n\r\n" % len(body) + body)


def silent(sock: socket.socket, over: threading.Event) -> None:
    over.wait(10)


def deaf(sock: socket.socket, over: threading.Event) -> None:
    sock.recv(65536)
    over.wait(10)


def drips(before: bytes, drop: bytes) -> Fault:
    def drip(sock: socket.socket, over: threading.Event) -> None:
        sock.recv(65536)
        sock.sendall(before)
        while not over.wait(0.02):
            sock.sendall(drop)

    return drip


def endless(sock: socket.socket, over: threading.Event) -> None:
    sock.recv(65536)
    sock.sendall(HEAD + b"Content-Length: 300000000\r\n\r\n")
    while not over.is_set():
        sock.sendall(b" " * 65536)


def hangs_up(sock: socket.socket, over: threading.Event) -> None:
    sock.recv(65536)


def resets(sock: socket.socket, over: threading.Event) -> None:
    sock.recv(65536)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")


@contextmanager
def serving(fault: Fault, tls: ssl.SSLContext | None = None) -> Iterator[int]:
    """Serve the fault on loopback and give its port."""
    over = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=_accept, args=(listener, fault, tls, over), daemon=True)
        thread.start()
        try:
            yield listener.getsockname()[1]
        finally:
            over.set()
            with suppress(OSError):
                socket.create_connection(listener.getsockname(), 1).close()
            thread.join(5)


def _accept(listener: socket.socket, fault: Fault, tls: ssl.SSLContext | None, over: threading.Event) -> None:
    while not over.is_set():
        sock, _ = listener.accept()
        with suppress(OSError), sock:
            sock.settimeout(5)
            if over.is_set():
                return
            if tls is None:
                fault(sock, over)
            else:
                with tls.wrap_socket(sock, server_side=True) as secure:
                    fault(secure, over)


def nobody() -> int:
    """Return a port where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port
