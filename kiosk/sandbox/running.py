"""A sandbox that runs beside its caller, in a thread of its own, on a port of this machine."""

from __future__ import annotations

import threading
import time
from types import TracebackType
from typing import Any

from kiosk.sandbox.addresses import LOOPBACK, addressed, bound_socket
from kiosk.sandbox.hosting import server_of
from kiosk.sandbox.options import SandboxOptions
from kiosk.sandbox.pocket import PocketPhone
from kiosk.sandbox.server import create_app

START_WITHIN = 20.0
"""Seconds."""


class RunningSandbox:
    """`with RunningSandbox() as sandbox:` serves until the end of the block."""

    def __init__(self, options: SandboxOptions | None = None, host: str = LOOPBACK, port: int = 0) -> None:
        self._socket = bound_socket(host, port)
        self.options = addressed(options or SandboxOptions(), host, self._socket.getsockname()[1])
        self._server = server_of(create_app(self.options))
        self._failure: OSError | None = None
        self._thread = threading.Thread(target=self._serve, name="sandbox", daemon=True)

    @property
    def url(self) -> str:
        """The base URL on this machine."""
        return self.options.base_url

    @property
    def phone_url(self) -> str:
        """The citizen's phone, at an address that a real phone can open."""
        return f"{self.options.phone_url}/phone"

    @property
    def phone(self) -> PocketPhone:
        """The citizen's phone, for scripts."""
        return PocketPhone(self.url)

    def order(self, operator: str, api: str, fault: str, seconds: float = 0) -> None:
        """Make an API misbehave, as the control door does."""
        order: dict[str, Any] = {"operator": operator, "api": api, "fault": fault, "seconds": seconds}
        self.phone.post("/control/faults", order)

    def let(self, number: str, condition: str) -> None:
        """Let something be wrong with a line, or nothing with `none`, as the control door does."""
        self.phone.post("/control/conditions", {"number": number, "condition": condition})

    def reset(self) -> None:
        """Begin again with the people as they were."""
        self.phone.post("/control/reset", {})

    def start(self) -> None:
        """Serve; returns when the first request can be taken, raises RuntimeError when it cannot."""
        self._thread.start()
        deadline = time.monotonic() + START_WITHIN
        while not self._server.started:
            if not self._thread.is_alive() or time.monotonic() > deadline:
                raise RuntimeError("The sandbox did not start.") from self._failure
            time.sleep(0.005)

    def stop(self) -> None:
        """Stop serving and give everything back."""
        self._server.should_exit = True
        if self._thread.ident is not None:
            self._thread.join()
        self._socket.close()

    def _serve(self) -> None:
        try:
            self._server.run(sockets=[self._socket])
        except OSError as error:
            self._failure = error

    def __enter__(self) -> RunningSandbox:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
