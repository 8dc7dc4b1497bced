"""Contracts in plain words: what was promised, what ending it costs, and the reviews of each way out."""

from __future__ import annotations

from datetime import date

from kiosk.domain.offers import NOTHING, Counted
from kiosk.domain.orders import OrderKind
from kiosk.domain.people import Operator
from kiosk.domain.subscriptions import Contract, Penalty, Subscription, penalty_for
from kiosk.journeys.filing import what_happens_then
from kiosk.journeys.order_words import KINDS
from kiosk.journeys.plan_words import months
from kiosk.screens import Change, Fact, Mark, Picture, Review, Tell
from kiosk.text import Day, Percent, Text, just, t

COUNTED = {
    Counted.BEGUN: t("A month that has begun counts."),
    Counted.FULL: t("Only full months count."),
}
ENDS = Picture(name="contract-end", alt=t("A contract with a line under it."))


def nothing_binds_you() -> Tell:
    """There is no contract on the number: good news, and worth saying."""
    return Tell(
        title=t("No contract binds this number"),
        body=(t("You can change or cancel it without paying for that."),),
        picture=Picture(name="contract", alt=t("A paper with two signatures.")),
    )


# --------------------------------------------------------------------------------- what was promised


def what_you_promised(
    line: Subscription, contract: Contract, today: date, blocked: tuple[OrderKind, ...]
) -> Tell:
    """Say what a contract gave, from when to when it binds, and what cannot be done until then."""
    left = penalty_for(contract, today).months
    return Tell(
        title=t("You promised to stay until {day}", day=Day(contract.ends)),
        body=(t("A contract is a promise to stay until a day."),),
        facts=(
            Fact(label=t("Contract"), value=just(contract.name)),
            Fact(label=t("You got"), value=just(contract.got)),
            Fact(label=t("It began on"), value=just(Day(contract.starts))),
            Fact(label=t("Still to go"), value=months(left), big=True),
            *(Fact(label=t("Not before then"), value=KINDS[kind], mark=Mark.CARE) for kind in blocked),
            *what_belongs_to(line, contract),
        ),
        picture=Picture(name="contract", alt=t("A paper with two signatures.")),
    )


def what_belongs_to(line: Subscription, contract: Contract) -> tuple[Fact, ...]:
    """Name the extras that a contract carries, and that end with it alone."""
    return tuple(
        Fact(label=t("It belongs to the contract"), value=just(one.name))
        for one in line.add_ons
        if one.contract_id == contract.id
    )


# ------------------------------------------------------------------------------ what ending it costs


def what_ending_costs(contract: Contract, today: date) -> Tell:
    """Lay out the sum so that anybody can check it; what is owed for a phone stands apart."""
    penalty = penalty_for(contract, today)
    return Tell(
        title=t("Ending it today costs {sum}", sum=penalty.total),
        body=(t("Waiting until its last day costs nothing."),),
        facts=(
            Fact(label=t("Still to go"), value=months(penalty.months), note=COUNTED[contract.penalty.months]),
            Fact(label=t("Fee of a month"), value=just(contract.monthly)),
            Fact(label=t("Share of it"), value=just(Percent(penalty.percent))),
            Fact(label=t("The sum"), value=just(penalty.total), note=as_a_sum(penalty), big=True),
            *still_owed(contract),
        ),
        help=t("This is what ending early costs. The company must tell you before you agree."),
    )


def as_a_sum(penalty: Penalty) -> Text:
    """Write a sum as one does on paper."""
    return t(
        "{months} × {fee} × {share} = {total}",
        say=t(
            "{months} months times {fee}, of that {share}",
            months=penalty.months,
            fee=penalty.monthly,
            share=Percent(penalty.percent),
        ),
        months=penalty.months,
        fee=penalty.monthly,
        share=Percent(penalty.percent),
        total=penalty.total,
    )


def still_owed(contract: Contract) -> tuple[Fact, ...]:
    """Say what is still to be paid for a phone, and to whom: it does not end with the contract."""
    if contract.instalment == NOTHING:
        return ()
    apart = (
        t("Paid apart, to {company}. It goes on.", company=contract.lender)
        if contract.lender
        else t("Paid apart, to another company. It goes on.")
    )
    return (
        Fact(
            label=t("Still owed for the phone"),
            value=just(contract.instalment),
            note=apart,
            mark=Mark.CARE,
        ),
    )


# -------------------------------------------------------------------------------------- the reviews


def shall_it_end_by_itself(contract: Contract) -> Review:
    """Review before a contract is let run out: it costs nothing, and does not go on by itself."""
    return Review(
        title=t("Let the contract end on its day?"),
        changes=(
            Change(
                label=t("After {day}", day=Day(contract.ends)),
                now=t("it may go on by itself"),
                after=t("nothing binds you"),
                big=True,
            ),
        ),
        facts=(
            Fact(label=t("Contract"), value=just(contract.name)),
            Fact(label=t("Until then"), value=t("Everything goes on as before")),
            Fact(label=t("It costs"), value=t("nothing"), big=True),
            *still_owed(contract),
            Fact(label=t("To undo it"), value=t("Make a new contract, whenever you like")),
        ),
        picture=ENDS,
        yes=t("Yes, let it end on that day"),
        no=t("No, change nothing"),
    )


def shall_it_end_now(contract: Contract, today: date) -> Review:
    """Review before a contract is broken: the sum once more, and that there is no way back."""
    penalty = penalty_for(contract, today)
    return Review(
        title=t("End the contract now and pay {sum}?", sum=penalty.total),
        changes=(
            Change(
                label=t("You are bound"),
                now=t("until {day}", day=Day(contract.ends)),
                after=t("not any more"),
                big=True,
            ),
        ),
        facts=(
            Fact(label=t("You pay"), value=just(penalty.total), note=as_a_sum(penalty), big=True),
            Fact(label=t("When"), value=t("With your next bill")),
            Fact(label=t("Contract"), value=just(contract.name)),
            *still_owed(contract),
            Fact(label=t("To undo it"), value=t("It cannot be undone"), mark=Mark.CARE),
        ),
        picture=ENDS,
        yes=t("I understand. End it and pay {sum}", sum=penalty.total),
        no=t("No, change nothing"),
    )


def shall_we_object(operator: Operator, contract: Contract) -> Review:
    """Review before an objection is filed: who looks at it, and what holds meanwhile."""
    return Review(
        title=t("Object to this contract?"),
        body=(t("You say: nobody told me of it, or not rightly."),),
        facts=(
            Fact(label=t("Contract"), value=just(contract.name), big=True),
            Fact(label=t("Until then"), value=t("Everything goes on as before")),
            *what_happens_then(operator),
            Fact(label=t("If you have a paper"), value=t("Show it to staff. They add a copy.")),
        ),
        picture=Picture(name="objection", alt=t("A raised hand over a paper.")),
        yes=t("Yes, I object"),
        no=t("No, change nothing"),
    )
