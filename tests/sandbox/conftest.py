from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from joserfc.jwk import ECKey

from kiosk.sandbox.options import AT_ONCE, DEMO_CLIENT, RegisteredClient, SandboxOptions
from kiosk.sandbox.running import RunningSandbox
from tests.sandbox.ordering import OTHER, STEP, show_card
from tests.sandbox.visitor import STRICT, WANG, HandClock, Visitor


@pytest.fixture(scope="session")
def clock() -> HandClock:
    return HandClock()


@pytest.fixture(scope="session")
def strict_key() -> ECKey:
    return ECKey.generate_key("P-256", {"kid": "one"})


@pytest.fixture(scope="session")
def served(clock: HandClock, strict_key: ECKey) -> Iterator[RunningSandbox]:
    strict = RegisteredClient(STRICT, "A strict client", {"keys": [strict_key.as_dict(private=False)]})
    options = SandboxOptions(clock=clock, pace=AT_ONCE, clients=(DEMO_CLIENT, strict))
    with RunningSandbox(options) as sandbox:
        yield sandbox


@pytest.fixture
def sandbox(served: RunningSandbox, clock: HandClock) -> RunningSandbox:
    clock.rewind()
    served.reset()
    return served


@pytest.fixture(scope="session")
def paced(clock: HandClock) -> Iterator[RunningSandbox]:
    """A sandbox whose orders take their time."""
    clients = (DEMO_CLIENT, RegisteredClient(OTHER, "Another"))
    options = SandboxOptions(clock=clock, pace=replace(AT_ONCE, order_step=STEP), clients=clients)
    with RunningSandbox(options) as sandbox:
        yield sandbox


@pytest.fixture
def wang(paced: RunningSandbox, clock: HandClock) -> Iterator[Visitor]:
    """A client that has seen the ID card and the phone of 王秀英."""
    clock.rewind()
    paced.reset()
    with Visitor(paced, "mobile") as visitor:
        show_card(visitor, WANG)
        visitor.sign_in()
        yield visitor


@pytest.fixture
def mobile(sandbox: RunningSandbox) -> Iterator[Visitor]:
    with Visitor(sandbox, "mobile") as visitor:
        yield visitor


@pytest.fixture
def unicom(sandbox: RunningSandbox) -> Iterator[Visitor]:
    with Visitor(sandbox, "unicom") as visitor:
        yield visitor


@pytest.fixture
def national(sandbox: RunningSandbox) -> Iterator[Visitor]:
    with Visitor(sandbox, "national") as visitor:
        yield visitor
