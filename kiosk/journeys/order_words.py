"""The states of orders in plain words, and as a line of steps."""

from __future__ import annotations

from kiosk.domain.orders import OrderKind, OrderState
from kiosk.screens import Steps
from kiosk.text import Text, t

STANDS: dict[OrderState, Text] = {
    OrderState.ACKNOWLEDGED: t("Your phone company has got your order."),
    OrderState.IN_PROGRESS: t("It is being done now."),
    OrderState.PENDING: t("It goes on when the next step is taken."),
    OrderState.HELD: t("Somebody is looking at it. You need do nothing."),
    OrderState.PARTIAL: t("One part was done, another was not."),
    OrderState.COMPLETED: t("Everything was done."),
    OrderState.FAILED: t("It was not done. Nothing was charged for it."),
    OrderState.REJECTED: t("It was not taken. Nothing has changed."),
    OrderState.CANCELLED: t("It was called back. Nothing has changed."),
    OrderState.ASSESSING_CANCELLATION: t("The company checks whether it can be called back."),
    OrderState.PENDING_CANCELLATION: t("It is being called back."),
}

STEPS = (t("Received"), t("Being done"), t("Done"))
CALLED_BACK = (t("Received"), t("Being called back"), t("Called back"))
_DONE: dict[OrderState, int] = {
    OrderState.COMPLETED: 3,
    OrderState.CANCELLED: 3,
}
_HALTED = {
    OrderState.PENDING,
    OrderState.HELD,
    OrderState.PARTIAL,
    OrderState.FAILED,
    OrderState.REJECTED,
}
_BACK = {OrderState.CANCELLED, OrderState.ASSESSING_CANCELLATION, OrderState.PENDING_CANCELLATION}

KINDS: dict[OrderKind | None, Text] = {
    OrderKind.CHANGE_PLAN: t("Change the plan"),
    OrderKind.STOP_ADD_ON: t("Stop an extra"),
    OrderKind.SET_CAP: t("Set a limit"),
    OrderKind.TAKE_DISCOUNT: t("Take a discount"),
    OrderKind.END_CONTRACT: t("End a contract"),
    OrderKind.LET_CONTRACT_END: t("Let a contract end on its day"),
    OrderKind.CANCEL_NUMBER: t("Cancel a number"),
    OrderKind.REPLACE_SIM: t("Replace a SIM card"),
    OrderKind.STOP_NUMBER: t("Stop a number"),
    OrderKind.RESTORE_NUMBER: t("Restore a number"),
    OrderKind.SET_PASSWORD: t("Set the service password"),
    OrderKind.PORT_OUT: t("Change the company, keep the number"),
    None: t("Another order"),
}


def how_it_stands(state: OrderState) -> Text:
    """Say in one sentence how an order stands."""
    return STANDS[state]


def steps_of(state: OrderState) -> Steps:
    """Show an order's state as a line of steps."""
    steps = CALLED_BACK if state in _BACK else STEPS
    return Steps(steps=steps, done=_DONE.get(state, 1), halted=state in _HALTED)
