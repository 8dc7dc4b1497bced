"""Ports, and the addresses under which the kiosk and a real phone reach the sandbox."""

from __future__ import annotations

import socket
from dataclasses import replace

import ifaddr

from kiosk.sandbox.options import SandboxOptions

LOOPBACK = "127.0.0.1"
EVERYWHERE = frozenset({"0.0.0.0", ""})  # noqa: S104 - recognised here; whoever starts the sandbox chooses


def bound_socket(host: str, port: int) -> socket.socket:
    """Take a port (0: any free one) and listen on it; raises OSError when it is taken."""
    taken = socket.create_server((host, port))
    # asyncio knows such a socket only as a stream and would leave Nagle's algorithm on: 40 ms an answer.
    taken.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return taken


def addressed(options: SandboxOptions, host: str, port: int) -> SandboxOptions:
    """Fill in the addresses: issuers on this machine, the phone's pages where a phone can open them."""
    here = LOOPBACK if host in EVERYWHERE else host
    base = f"http://{here}:{port}"
    seen = f"http://{host_in_the_network(host)}:{port}"
    return replace(options, base_url=base, public_url=options.public_url or seen)


def host_in_the_network(host: str) -> str:
    """Return the address that other devices use; for 0.0.0.0 the first that this machine has there."""
    if host not in EVERYWHERE:
        return host
    found = [str(ip.ip) for card in ifaddr.get_adapters() for ip in card.ips if ip.is_IPv4]
    return next((ip for ip in found if not ip.startswith(("127.", "169.254."))), LOOPBACK)
