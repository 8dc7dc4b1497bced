"""The HTTP server around the sandbox."""

from __future__ import annotations

import uvicorn
from starlette.applications import Starlette

from kiosk.sandbox.connection import ClosableProtocol


def server_of(app: Starlette) -> uvicorn.Server:
    """Prepare uvicorn; without an access log, since queries name phone numbers."""
    return uvicorn.Server(
        uvicorn.Config(
            app,
            http=ClosableProtocol,
            ws="none",
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=1,
        )
    )
