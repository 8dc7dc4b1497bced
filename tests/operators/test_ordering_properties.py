"""Whatever goes wrong, in whatever order: an order is placed at most once, and the outbox knows its end."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kiosk.domain.failures import Reason, Refused, Unavailable
from kiosk.domain.orders import Action, OrderItem, OrderKind, OrderRequest
from kiosk.operators.desks import OperatorSystems
from kiosk.screens import Commit, Commits
from kiosk.visit.commitments import Commitments, Unsettled
from kiosk.visit.outbox import LONGEST_WAIT, Outbox, State
from tests.effort import tries
from tests.operators.conftest import House, desks_for
from tests.operators.test_ordering import cap_of
from tests.visit.worlds import Events

SLOW, HASTE = 0.5, 0.2
"""Seconds that a slow answer takes, and that the kiosk waits for one while the visitor stands there."""
LUCK = st.lists(
    st.sampled_from(["none", "drop", "error", "lie", "slow", "signed out", "killed before", "killed after"]),
    max_size=6,
)


class Killed(BaseException):
    """The power is gone."""


def orders(desks: OperatorSystems) -> Commits[Any, Any]:
    return desks.orders


@dataclass
class Unlucky:
    """A desk, that of orders, on days when things go wrong one after another."""

    house: House
    luck: list[str]
    name: str = "order"
    api: str = "product_order"
    desk: Callable[[OperatorSystems], Commits[Any, Any]] = orders
    settles: bool = True

    def send(self, request: Any, key: str) -> object:
        luck = self._next()
        if luck == "killed before":
            raise Killed
        if luck == "signed out":
            return self._lost_and_signed_out(request, key)
        desks = desks_for(self.house.settings, self.house.clock, HASTE if luck == "slow" else 20)
        receipt: object = self.desk(desks).send(request, key)
        if luck == "killed after":
            raise Killed
        return receipt

    def keep(self, request: Any) -> Mapping[str, str]:
        return self.desk(self.house.desks).keep(request)

    def settle(self, kept: Mapping[str, str], key: str) -> object:
        if self._next() in {"killed before", "killed after"}:
            raise Unavailable(Reason.STOPPED)
        receipt: object = self.desk(self.house.desks).settle(kept, key)
        return receipt

    def _lost_and_signed_out(self, request: Any, key: str) -> object:
        self.house.sandbox.order("mobile", self.api, "drop")
        try:
            receipt: object = self.desk(self.house.desks).send(request, key)
            return receipt
        finally:
            self.house.sandbox.order("mobile", self.api, "none")
            self.house.desks.sign_in.sign_out(request.access)

    def _next(self) -> str:
        luck = self.luck.pop(0) if self.luck else "none"
        fault = luck if luck in {"drop", "error", "lie", "slow"} else "none"
        self.house.sandbox.order("mobile", self.api, fault, SLOW)
        return luck


def forbidden(request: OrderRequest) -> OrderRequest:
    """Ask for what the operator never grants: a third party's add-on, ended without staff."""
    item = OrderItem(Action.DELETE, f"{request.line_id}-addon-vip19")
    return replace(request, kind=OrderKind.STOP_ADD_ON, items=(item,))


def told(house: House, outbox: Outbox, desk: Unlucky, request: Any) -> None:
    """Carry a commitment out as the visit does, whatever becomes of it."""
    commitments = Commitments(outbox, {desk.name: desk}, lambda: house.clock().timestamp(), Events())
    with suppress(Refused, Unsettled, Killed):
        commitments.carry_out(Commit(desk, request))


def settle_all(house: House, outbox: Outbox, desk: Unlucky) -> None:
    """Ask after it for as long as something is open and things still go wrong, each time an hour later."""
    hours = count(1)
    begun = house.clock().timestamp()
    commitments = Commitments(
        outbox, {desk.name: desk}, lambda: begun + next(hours) * LONGEST_WAIT * 2, Events()
    )
    while any(fate not in {State.DONE, State.REFUSED} for _, fate in outbox.fates().values()):
        commitments.settle_what_is_due()


@example(luck=["signed out"], allowed=True)
@example(luck=["slow", "drop", "slow"], allowed=True)
@example(luck=["killed after", "drop", "lie"], allowed=True)
@example(luck=["slow", "killed before", "error"], allowed=False)
@given(luck=LUCK, allowed=st.booleans())
@settings(max_examples=tries(10), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_order_is_placed_at_most_once_and_its_end_is_known(
    house: House, luck: list[str], allowed: bool
) -> None:
    house.sandbox.reset()
    desk = Unlucky(house, luck=list(luck))
    identity = house.by_qr("wang-xiuying", "mobile")
    request = cap_of(identity) if allowed else forbidden(cap_of(identity))
    with TemporaryDirectory() as folder:
        outbox = Outbox(Path(folder) / "outbox.sqlite")
        told(house, outbox, desk, request)
        settle_all(house, outbox, desk)
        ((key, (_, fate)),) = outbox.fates().items()
        outbox.close()
    if "slow" in luck:
        time.sleep(SLOW)  # until the last request, long given up, has come to the operator
    placed = house.desks.matters.orders_of(house.by_qr("wang-xiuying", "mobile"))
    assert (fate is State.DONE) is allowed
    assert len(placed) == (1 if allowed else 0), key
