"""合约解除: what was promised, what ending it costs, and three ways: wait, pay, or object."""

from __future__ import annotations

from enum import Enum

from kiosk.domain.orders import Obstacle, OrderKind
from kiosk.domain.people import Identity
from kiosk.domain.subscriptions import Contract, Subscription
from kiosk.journeys.contract_ways import Way, Why, go, may, what_is_closed, which_way
from kiosk.journeys.contract_words import nothing_binds_you, what_ending_costs, what_you_promised
from kiosk.journeys.counter import staff_take_over
from kiosk.journeys.customer import Tier, customer
from kiosk.journeys.hall import Hall
from kiosk.journeys.which_number import which_number
from kiosk.screens import Choose, Option
from kiosk.text import Day, just, t

BLOCKABLE = (OrderKind.CHANGE_PLAN, OrderKind.CANCEL_NUMBER, OrderKind.PORT_OUT)


class Outcome(Enum):
    """How the conversation ended."""

    NOT_BOUND = "not_bound"
    ENDS_BY_ITSELF = "ends_by_itself"
    ENDED = "ended"
    OBJECTED = "objected"
    KEPT = "kept"


OUTCOMES = {
    Way.WAIT: Outcome.ENDS_BY_ITSELF,
    Way.PAY: Outcome.ENDED,
    Way.OBJECT: Outcome.OBJECTED,
    Way.LEAVE: Outcome.KEPT,
}


async def end_contract(hall: Hall) -> Outcome:
    """Learn who it is and which number, and see what can be done about its contracts."""
    identity = await customer(hall, Tier.CARD)
    line = await which_number(hall, identity)
    if not line.contracts:
        await nothing_binds_you()
        return Outcome.NOT_BOUND
    return await what_to_do_about_contracts(hall, identity, line)


async def what_to_do_about_contracts(hall: Hall, identity: Identity, line: Subscription) -> Outcome:
    """Look at one contract of a number, lay out what ending it costs, and take the way that is chosen."""
    contract = await which_contract(line.contracts)
    await what_you_promised(line, contract, hall.today, await what_it_blocks(hall, identity, line))
    why = await why_should_it_end()
    if why is Why.DIED:
        await staff_take_over(hall, t("We are sorry for your loss."), t("Staff look at the papers with you."))
    await what_ending_costs(contract, hall.today)
    way = await which_way(contract, hall.today, why, await what_is_closed(hall, identity, line))
    return OUTCOMES[await go(hall, identity, line, contract, way)]


# -------------------------------------------------------------------------------- which, what, why


async def which_contract(contracts: tuple[Contract, ...]) -> Contract:
    """Return the contract it is about: the only one at once, otherwise the one that is chosen."""
    if len(contracts) == 1:
        return contracts[0]
    chosen = await which_of_these(contracts)
    return next(contract for contract in contracts if contract.id == chosen)


def which_of_these(contracts: tuple[Contract, ...]) -> Choose[str]:
    """List the contracts of a number."""
    return Choose(
        title=t("Which contract is it about?"),
        options=tuple(
            Option(
                answer=contract.id,
                label=just(contract.name),
                detail=t("until {day}", day=Day(contract.ends)),
                icon="contract",
            )
            for contract in contracts
        ),
        help=t("A contract is a promise to stay until a day."),
    )


async def what_it_blocks(hall: Hall, identity: Identity, line: Subscription) -> tuple[OrderKind, ...]:
    """Ask the operator what a contract stands in the way of."""
    blocked = []
    for kind in BLOCKABLE:
        answer = await may(hall, identity, line, kind)
        if answer.has(Obstacle.CONTRACT) or answer.has(Obstacle.SPECIAL_NUMBER):
            blocked.append(kind)
    return tuple(blocked)


def why_should_it_end() -> Choose[Why]:
    """Ask for the reason: some have a better way than paying."""
    return Choose(
        title=t("Why should the contract end?"),
        options=(
            Option(answer=Why.NOT_TOLD, label=t("I did not know of it"), icon="question"),
            Option(answer=Why.TOO_DEAR, label=t("It costs too much"), icon="coins"),
            Option(answer=Why.MOVING, label=t("I am moving"), icon="home"),
            Option(answer=Why.NOT_NEEDED, label=t("I do not need it any more"), icon="cross"),
            Option(answer=Why.DIED, label=t("Somebody in the family has died"), icon="users"),
        ),
        help=t("We ask because some reasons have a better way."),
    )
