"""Practice mode: the sandbox in a process of its own that ends with the kiosk, however that happens."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec

from kiosk.sandbox.addresses import addressed, bound_socket
from kiosk.sandbox.options import SandboxOptions
from kiosk.sandbox.profile import sandbox_settings
from kiosk.settings import Settings

MAIN = Path(__file__).parent.parent / "main.py"


@contextmanager
def practice_operators(settings: Settings) -> Iterator[tuple[str, str]]:
    """Run the sandbox; gives its address here and for phones. It needs a second, while the window opens."""
    wanted = settings.sandbox
    port = free_port(wanted.host, wanted.port)
    command = [sys.executable, str(MAIN), "sandbox", "--while-stdin"]
    command += ["--host", wanted.host, "--port", str(port), "--database", wanted.database]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as process:
        at = addressed(SandboxOptions(), wanted.host, port)
        yield at.base_url, at.phone_url
        process.terminate()


def practising(settings: Settings, place: Sequence[str]) -> Settings:
    """Return the settings with a sandbox as operators; `place` is its address here and for phones."""
    operators, national = sandbox_settings(*place)
    return msgspec.structs.replace(settings, operators=operators, national=national)


def free_port(host: str, wanted: int) -> int:
    """Return the wanted port, or a free one where it is taken."""
    for port in (wanted, 0):
        try:
            with bound_socket(host, port) as taken:
                number: int = taken.getsockname()[1]
                return number
        except OSError:
            continue
    raise OSError(f"no port can be opened on {host}")


def serve_a_kiosk() -> None:
    """Let the window go first, and end as soon as the input ends: whoever started this process is gone."""
    if hasattr(os, "nice"):
        os.nice(5)

    def watch() -> None:
        sys.stdin.buffer.read()
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, name="parent", daemon=True).start()
