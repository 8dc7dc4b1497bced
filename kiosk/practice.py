"""Practice mode: the sandbox in a process of its own that ends with the kiosk, however that happens."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import msgspec

from kiosk.sandbox.addresses import addressed, bound_socket
from kiosk.sandbox.options import SandboxOptions
from kiosk.sandbox.profile import sandbox_settings
from kiosk.settings import Settings

MAIN = Path(__file__).parent.parent / "main.py"


class PracticeOperators:
    """The sandbox beside this kiosk; start it, use its `place`, stop it."""

    def __init__(self, settings: Settings) -> None:
        self._wanted = settings.sandbox
        self._port = free_port(settings.sandbox.host, settings.sandbox.port)
        at = addressed(SandboxOptions(), settings.sandbox.host, self._port)
        self.place = (at.base_url, at.phone_url)
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the sandbox; it needs about a second, while the window opens."""
        command = [sys.executable, str(MAIN), "sandbox", "--while-stdin"]
        command += ["--host", self._wanted.host, "--port", str(self._port)]
        if self._wanted.database:
            command += ["--database", self._wanted.database]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE)

    def stop(self) -> None:
        """End the sandbox."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(timeout=10)
            if self._process.stdin is not None:
                self._process.stdin.close()


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


def end_with_stdin() -> None:
    """End this process as soon as its standard input ends: whoever started it is gone."""

    def watch() -> None:
        sys.stdin.buffer.read()
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, name="parent", daemon=True).start()
