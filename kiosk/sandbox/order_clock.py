"""Orders go on with time: each knows its next steps, and takes them when they are due."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection

from kiosk.domain.orders import OrderKind, OrderState
from kiosk.sandbox.moments import moment
from kiosk.sandbox.order_effects import CannotBeDone, Words, carry_out
from kiosk.sandbox.order_news import tell
from kiosk.sandbox.order_tables import OrderRecord, Step, first_due, move, orders
from kiosk.sandbox.world import World

_USUAL = ((OrderState.IN_PROGRESS, 1), (OrderState.COMPLETED, 2))
_STEPS = {
    OrderKind.REPLACE_SIM: ((OrderState.PENDING, 1), (OrderState.COMPLETED, 5)),
    OrderKind.CANCEL_NUMBER: ((OrderState.IN_PROGRESS, 1), (OrderState.COMPLETED, 6)),
}
_CHECKED = ((OrderState.HELD, 1), (OrderState.COMPLETED, 5))
_CALLED_BACK = ((OrderState.PENDING_CANCELLATION, 1), (OrderState.CANCELLED, 2))
_WHY: dict[OrderState, Words] = {
    OrderState.PENDING: {
        "zh_CN": "请到柜台领新卡，工作人员帮您装好。",
        "en": "Staff hand you the new card and put it in.",
    },
    OrderState.HELD: {
        "zh_CN": "正在核对您的身份，核对好马上恢复。",
        "en": "Your identity is being checked; then it is restored at once.",
    },
}
"""Why an order waits, and for whom; in the sandbox it goes on as if staff had acted."""
CANCELS_WITHIN = timedelta(hours=24)
"""The longest that cancelling a number may take (the service rule of 2009)."""


def steps_of(kind: OrderKind, begun: datetime, pace: float, *, protective: bool) -> list[Step]:
    """Return the states that an order will go through; `pace` is the seconds of a step."""
    checked = kind is OrderKind.RESTORE_NUMBER and protective
    return _timed(_CHECKED if checked else _STEPS.get(kind, _USUAL), begun, pace)


def steps_back(begun: datetime, pace: float) -> list[Step]:
    """Return the states that an order goes through when it is called back."""
    return _timed(_CALLED_BACK, begun, pace)


def expected(kind: OrderKind, begun: datetime, steps: list[Step]) -> datetime:
    """Return when an order should be done."""
    if kind is OrderKind.CANCEL_NUMBER:
        return begun + CANCELS_WITHIN
    return begun + timedelta(seconds=steps[-1][1] - begun.timestamp())


def bring_up_to_date(world: World) -> None:
    """Let every order take the steps that are due, in the order of time over all of them.

    Each step is a transaction of its own: who holds one order never waits for another.
    """
    now = world.now()
    while _took_a_step(world, now):
        pass


def go_on_with(db: Connection, order_id: str, now: datetime) -> None:
    """Let one order, held by this transaction, take the steps that are due."""
    while (order := first_due(db, now, orders.c.id == order_id)) is not None:
        _step(db, order, now)


def _took_a_step(world: World, now: datetime) -> bool:
    with world.store.begin() as db:
        order = first_due(db, now)
        if order is not None:
            _step(db, order, now)
        return order is not None


def _step(db: Connection, order: OrderRecord, now: datetime) -> None:
    (state, at), *rest = order.steps
    stand(db, order, OrderState(state), now.fromtimestamp(at, now.tzinfo), rest=rest)


def stand(
    db: Connection,
    order: OrderRecord,
    state: OrderState,
    at: datetime,
    *,
    rest: list[Step] | None = None,
    note: Words | None = None,
) -> OrderRecord:
    """Let an order stand in a state from a moment on; completing it makes it true, and any end is told."""
    note = note or _WHY.get(state)
    if state is OrderState.COMPLETED:
        state, note = _completed(db, order, at)
    dated = {"ended": moment(at)} if state.ended else {}
    moved = move(db, order, state, [] if state.ended else rest or [], note=note, **dated)
    if state.ended:
        tell(db, moved, at)
    return moved


def _completed(db: Connection, order: OrderRecord, at: datetime) -> tuple[OrderState, Words | None]:
    try:
        left = carry_out(db, order, at)
    except CannotBeDone as error:
        return OrderState.FAILED, error.words
    return (OrderState.PARTIAL if left else OrderState.COMPLETED), left


def _timed(plan: tuple[tuple[OrderState, int], ...], begun: datetime, pace: float) -> list[Step]:
    return [(state.value, begun.timestamp() + count * pace) for state, count in plan]
