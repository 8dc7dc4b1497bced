"""故障排除: from what she notices to what is wrong, and from there to whoever mends it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial

from kiosk.domain.faults import Home
from kiosk.domain.people import Identity
from kiosk.domain.trees import About, Order, Ordered, Solved, Tree
from kiosk.journeys.bill_check import bill_check
from kiosk.journeys.change_plan import change_plan
from kiosk.journeys.companies import the_company
from kiosk.journeys.complain import complain
from kiosk.journeys.counter import staff_take_over
from kiosk.journeys.customer import Tier, customer
from kiosk.journeys.following import follow_the_outage
from kiosk.journeys.fraud_guard import fraud_guard
from kiosk.journeys.hall import Hall
from kiosk.journeys.help import call_staff
from kiosk.journeys.measuring import Seen, Subject, line_tested, looked_first
from kiosk.journeys.own_account import pay_what_is_owed
from kiosk.journeys.repair import have_it_repaired
from kiosk.journeys.replace_sim import replace_sim
from kiosk.journeys.sim_words import Reason
from kiosk.journeys.suspend_restore import have_it_run_again
from kiosk.journeys.trees import AT_HOME, Hands, Tried, told_by_the_network, walked
from kiosk.journeys.trouble_words import (
    is_your_home_there,
    it_is_clear_now,
    shall_we_go_on,
    shall_we_look,
    take_it_home,
    what_is_wrong,
    which_company_is_it,
    which_home,
)
from kiosk.journeys.which_number import which_number
from kiosk.screens import Journey, read
from kiosk.text import t


class Outcome(Enum):
    """How the conversation ended."""

    SOLVED = "solved"
    EXPLAINED = "explained"
    ORDERED = "ordered"
    WENT_ON = "went_on"
    NOT_NOW = "not_now"


@dataclass(frozen=True)
class Case:
    """All that is known when a tree has been walked to its end."""

    tree: Tree
    subject: Subject
    seen: Seen
    tried: tuple[Tried, ...]


async def troubleshoot(hall: Hall) -> Outcome:
    """Begin with what she notices, look from afar, then go step by step to what helps."""
    if not hall.trees:
        await staff_take_over(hall, t("Staff find out with you what is wrong."))
    tree = hall.trees[await what_is_wrong(hall.trees)]
    subject = await what_is_it_about(hall, tree)
    seen = await seen_there(hall, subject, tree)
    reached = await walked(
        tree, seen.words, Hands(partial(line_tested, hall, subject), partial(call_staff, hall))
    )
    return await the_end(hall, Case(tree, subject, seen, reached.tried), reached.end)


async def seen_there(hall: Hall, subject: Subject, tree: Tree, *, away: bool = False) -> Seen:
    """Look from afar; of an outage near the hall an unknown home is asked, once, whether it lies there."""
    seen = await looked_first(hall, subject, tree)
    somewhere = tree.about in AT_HOME and subject.home is None
    if seen.outage is None or not somewhere:
        return seen
    return seen.elsewhere() if away or not await is_your_home_there(seen.outage) else seen


async def what_is_it_about(hall: Hall, tree: Tree) -> Subject:
    """Learn whose number or home it is, where she lets us look; else only the company."""
    if tree.about is About.NOTHING:
        return Subject(hall.operators[0], tree.about)
    if not await shall_we_look(tree.about):
        return Subject(await the_company(hall, which_company_is_it(hall)), tree.about)
    return await signed_in_subject(hall, tree.about)


async def signed_in_subject(hall: Hall, about: About) -> Subject:
    """Sign in, and choose the number or the home."""
    identity = await customer(hall, Tier.PHONE)
    operator = hall.operator(identity.operator_id)
    if about is About.NUMBER:
        return Subject(operator, about, identity, line=await which_number(hall, identity))
    return Subject(operator, about, identity, home=await the_home(hall, identity))


async def the_home(hall: Hall, identity: Identity) -> Home | None:
    """Return the home it is about; None where the operator knows none."""
    homes = await read(hall.desks.faults.homes_of, identity, doing=t("Looking for your broadband"))
    if len(homes) < 2:
        return homes[0] if homes else None
    return homes[await which_home(homes)]


# ------------------------------------------------------------------------------------------ the end


async def the_end(hall: Hall, case: Case, end: Ordered | Solved) -> Outcome:
    """Say what helped, or set going what does."""
    if isinstance(end, Solved):
        at_home = case.tree.about in AT_HOME and not end.well
        await (take_it_home(case.subject.operator, end) if at_home else it_is_clear_now(end))
        return Outcome.SOLVED if end.well else Outcome.EXPLAINED
    match end.order:
        case Order.REPAIR:
            return await repaired(hall, case, end)
        case Order.FOLLOW:
            assert case.seen.outage is not None, "a tree follows what it has seen"
            followed = await follow_the_outage(hall, case.subject, case.seen.outage)
            return Outcome.ORDERED if followed else Outcome.EXPLAINED
        case Order.STAFF:
            return await staff_take_over(hall, end.found, *end.more)
        case order:
            at_counter = order is Order.PAY and case.tree.about in AT_HOME
            if not await shall_we_go_on(end, at_counter=at_counter):
                return Outcome.NOT_NOW
            await go_on_with(hall, case.subject, order)
            return Outcome.WENT_ON


async def repaired(hall: Hall, case: Case, end: Ordered) -> Outcome:
    """Order the repair; whoever has not signed in yet does so now, and what the network tells then counts."""
    if case.subject.identity is None:
        subject = await signed_in_subject(hall, case.subject.about)
        seen = await seen_there(hall, subject, case.tree, away=case.seen.away)
        case = replace(case, subject=subject, seen=seen)
        sooner = told_by_the_network(case.tree, case.seen.words)
        if sooner is not None:
            return await the_end(hall, case, sooner)
    tried = (*case.seen.tried(), *case.tried)
    filed = await have_it_repaired(hall, case.subject, case.tree, end, tried)
    return Outcome.ORDERED if filed else Outcome.NOT_NOW


async def go_on_with(hall: Hall, subject: Subject, order: Order) -> None:
    """Hold the conversation of another service, about the number that it was about."""
    if order is Order.PAY:
        await pay_for_it(hall, subject)
    elif order is Order.RESTORE:
        await have_it_run_again(hall, subject.identity, subject.line)
    elif order in NEW_CARD:
        await replace_sim(hall, NEW_CARD[order], subject.line)
    else:
        await OTHERS[order](hall)


NEW_CARD = {Order.NEW_SIM: Reason.DAMAGED, Order.OTHER_SIZE: Reason.SIZE, Order.NEWER_SIM: Reason.OLD}
OTHERS: dict[Order, Callable[[Hall], Journey[Enum]]] = {
    Order.CHANGE_PLAN: change_plan,
    Order.BILL_CHECK: bill_check,
    Order.FRAUD_GUARD: fraud_guard,
    Order.COMPLAIN: complain,
}


async def pay_for_it(hall: Hall, subject: Subject) -> None:
    """Pay for the number; a broadband's bill is paid with staff, since its account has no number."""
    if subject.about in AT_HOME:
        await staff_take_over(hall, t("Staff take the money for it."))
    identity = subject.identity or await customer(hall, Tier.PHONE)
    line = subject.line or await which_number(hall, identity)
    await pay_what_is_owed(hall, identity, line.line)
