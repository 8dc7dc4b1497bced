from __future__ import annotations

import os
import signal
import threading
import time
from contextlib import suppress

import pytest
import requests

from kiosk.sandbox.addresses import addressed, bound_socket, host_in_the_network
from kiosk.sandbox.options import SandboxOptions
from kiosk.sandbox.people import PEOPLE
from kiosk.sandbox.profile import sandbox_settings
from kiosk.sandbox.running import RunningSandbox
from kiosk.sandbox.server import serve
from kiosk.settings import Settings


def test_issuers_stay_here_and_the_phone_pages_go_out() -> None:
    everywhere = addressed(SandboxOptions(), "0.0.0.0", 9091)
    assert everywhere.base_url == "http://127.0.0.1:9091"
    assert everywhere.phone_url == f"http://{host_in_the_network('0.0.0.0')}:9091"
    assert addressed(SandboxOptions(), "127.0.0.1", 80).phone_url == "http://127.0.0.1:80"
    named = SandboxOptions(public_url="http://hall.example")
    assert addressed(named, "0.0.0.0", 80).phone_url == "http://hall.example"


def test_a_taken_port_is_told_at_once() -> None:
    with bound_socket("127.0.0.1", 0) as first, pytest.raises(OSError, match="in use"):
        bound_socket("127.0.0.1", first.getsockname()[1])


def test_a_sandbox_that_cannot_serve_says_so() -> None:
    sandbox = RunningSandbox()
    sandbox._socket.close()
    with pytest.raises(RuntimeError):
        sandbox.start()
    sandbox.stop()


def test_one_that_never_started_can_be_stopped() -> None:
    RunningSandbox().stop()


def test_the_phone_has_its_own_address() -> None:
    with RunningSandbox(SandboxOptions(public_url="http://192.0.2.1")) as sandbox:
        assert sandbox.phone_url == "http://192.0.2.1/phone"
        answer = requests.post(
            f"{sandbox.url}/mobile/device_authorization", {"client_id": "service-hall-kiosk"}, timeout=10
        )
        assert answer.json()["verification_uri"] == "http://192.0.2.1/device"


def test_serving_alone_until_interrupted(capsys: pytest.CaptureFixture[str]) -> None:
    with bound_socket("127.0.0.1", 0) as free:
        port = free.getsockname()[1]
    answers: list[int] = []

    def look_and_interrupt() -> None:
        for _ in range(200):
            with suppress(requests.ConnectionError):
                answers.append(requests.get(f"http://127.0.0.1:{port}/phone", timeout=10).status_code)
                os.kill(os.getpid(), signal.SIGINT)
                return
            time.sleep(0.02)

    visitor = threading.Thread(target=look_and_interrupt)
    visitor.start()
    serve(SandboxOptions(), "127.0.0.1", port)
    visitor.join()
    assert answers == [200]
    assert capsys.readouterr().out.splitlines() == [
        f"Operators: http://127.0.0.1:{port}",
        f"Citizen's phone: http://127.0.0.1:{port}/phone",
    ]


def test_the_profile_fits_the_settings_and_the_server() -> None:
    with RunningSandbox() as sandbox:
        operators, national = sandbox_settings(sandbox.url)
        Settings(operators=operators, national=national)
        clients = [operator.client for operator in operators if operator.client] + [national.client]
        assert len(clients) == 4
        for client in clients:
            assert client is not None
            found = requests.get(f"{client.issuer}/.well-known/openid-configuration", timeout=10).json()
            assert found["issuer"] == client.issuer
            assert set(f"{client.scope} {client.client_scope}".split()) <= set(found["scopes_supported"])
        for operator in operators:
            for url in (getattr(operator.apis, api) for api in operator.apis.__struct_fields__):
                assert url == "" or url.startswith(sandbox.url)
    broadnet = operators[3]
    assert (broadnet.client, broadnet.apis.party) == (None, "")
    assert any(holding.operator == "broadnet" for person in PEOPLE for holding in person.holdings)
