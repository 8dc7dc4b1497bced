"""Closing a connection without an answer, so that a client meets a lost reply."""

from __future__ import annotations

import asyncio
from typing import Any

from starlette.types import Receive, Scope, Send
from uvicorn.config import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

EXTENSION = "kiosk.sandbox.close"


class ClosableProtocol(H11Protocol):
    """HTTP/1.1 of uvicorn that lets the application close the connection under it."""

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        inner = self.app

        async def closable(scope: Scope, receive: Receive, send: Send) -> None:
            scope["extensions"] = {**scope.get("extensions", {}), EXTENSION: self.transport.close}
            await inner(scope, receive, send)

        self.app = closable


async def lose_the_connection(scope: Scope, receive: Receive) -> None:
    """Close the connection and say nothing."""
    scope["extensions"][EXTENSION]()
    while (await receive())["type"] != "http.disconnect":
        pass
