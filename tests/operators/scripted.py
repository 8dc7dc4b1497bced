"""A server whose answers are written down beforehand, one after another for each path."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from urllib.parse import parse_qs, urlsplit

from kiosk.settings import ClientSettings, OperatorApis, OperatorSettings, Settings


@dataclass(frozen=True)
class Asked:
    """What was asked: method, path, query, headers in lower case, body."""

    method: str
    path: str
    query: dict[str, list[str]]
    headers: dict[str, str]
    body: bytes

    @property
    def form(self) -> dict[str, str]:
        return {name: values[0] for name, values in parse_qs(self.body.decode()).items()}


@dataclass(frozen=True)
class Says:
    """An answer: a body (JSON unless bytes), a status and headers."""

    body: object = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


Answer = Says | Callable[[Asked], Says]


class Scripted:
    """An operator `op` of few words; the last answer of a path is repeated for ever."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self._answers: dict[str, list[Answer]] = {}
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = False  # so that closing waits for every answer under way
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self.says("/.well-known/openid-configuration", Says(self.metadata()))
        self.says("/token", Says({"access_token": "own", "token_type": "Bearer", "expires_in": 600}))

    def metadata(self, **more: str) -> dict[str, str]:
        """Describe this issuer."""
        return {
            "issuer": self.url,
            "token_endpoint": f"{self.url}/token",
            "device_authorization_endpoint": f"{self.url}/device",
            "revocation_endpoint": f"{self.url}/revoke",
            **more,
        }

    def says(self, path: str, *answers: Answer) -> None:
        """Write down the answers of a path, in their order."""
        self._answers[path] = list(answers)

    def of(self, path: str) -> list[Asked]:
        """Return what was asked of a path."""
        return [asked for asked in self.asked if asked.path == path]

    def settings(self, scope: str = "openid", **apis: str) -> Settings:
        """Describe this operator to a kiosk; `apis` are paths here."""
        client = ClientSettings(issuer=self.url, client_authentication="none", scope=scope)
        bases = OperatorApis(**{name: self.url + path for name, path in apis.items()})
        operator = OperatorSettings(id="op", name={"en": "Op"}, hotline="1", client=client, apis=bases)
        return Settings(operators=(operator,))

    def __enter__(self) -> Scripted:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def _answer(self, asked: Asked) -> Says:
        self.asked.append(asked)
        answers = self._answers.get(asked.path, [Says({}, 404)])
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        return answer if isinstance(answer, Says) else answer(asked)

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        answer_to = self._answer

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                parts = urlsplit(self.path)
                headers = {name.lower(): value for name, value in self.headers.items()}
                body = self.rfile.read(int(headers.get("content-length", 0)))
                says = answer_to(Asked(self.command, parts.path, parse_qs(parts.query), headers, body))
                content = says.body if isinstance(says.body, bytes) else json.dumps(says.body).encode()
                self.send_response(says.status)
                for name, value in {"Content-Type": "application/json", **says.headers}.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            do_POST = do_PATCH = do_GET  # noqa: N815 - the library's own names

            def log_message(self, *_: object) -> None:
                """Say nothing on the terminal."""

        return Handler
