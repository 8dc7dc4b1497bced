"""The last look at another plan, its order, and its slip."""

from __future__ import annotations

from kiosk.domain.offers import Offering, first_of_next_month
from kiosk.domain.orders import Action, Certificate, OrderItem, OrderKind, Qualification
from kiosk.domain.people import Identity
from kiosk.domain.subscriptions import Subscription
from kiosk.journeys.hall import Hall
from kiosk.journeys.ordering import TROUBLE, Wish, reviewed_and_ordered, the_receipt
from kiosk.journeys.plan_words import describe, difference, each_month, months, what_is_lost
from kiosk.screens import Change, Fact, Picture, Review
from kiosk.text import Day, Percent, Text, just, t


async def changed_to(
    hall: Hall,
    identity: Identity,
    line: Subscription,
    choice: tuple[Offering, Qualification],
    certificate: Certificate | None = None,
) -> bool:
    """Review a plan, order it, and give the slip; tells whether it is on its way."""
    plan, terms = choice
    item = OrderItem(Action.MODIFY, line.plan.id, plan.id, shown_with(certificate))
    matter = t("Change the plan to {plan}", plan=plan.name)
    wish = Wish(OrderKind.CHANGE_PLAN, line.line, matter, (item,))
    order = await reviewed_and_ordered(hall, identity, wish, shall_we_change(hall, line, plan, terms))
    if order is None:
        return False
    picture = Picture(name="plan", alt=t("A phone with two tickets of different size."))
    await the_receipt(hall, order, wish, each_month(plan), title=t("Your plan is changed"), picture=picture)
    return order.state not in TROUBLE


def shown_with(certificate: Certificate | None) -> tuple[tuple[str, str], ...]:
    """Write kind and level of a certificate into an order, where there is one; nothing more is known."""
    if certificate is None:
        return ()
    return (("certificateKind", str(certificate.kind)), ("certificateLevel", str(certificate.level)))


def shall_we_change(hall: Hall, line: Subscription, plan: Offering, terms: Qualification) -> Review:
    """Lay now and after side by side, with all it costs and how to undo it."""
    starts = terms.starts or first_of_next_month(hall.today)
    return Review(
        title=t("Change to this plan?"),
        changes=(
            Change(label=t("Each month"), now=just(line.plan.monthly), after=just(plan.monthly), big=True),
            Change(label=t("Plan"), now=just(line.plan.name), after=just(plan.name)),
        ),
        facts=(
            Fact(label=t("Counts from"), value=just(Day(starts)), big=True),
            Fact(label=t("Difference"), value=difference(line.plan.monthly, plan.monthly)),
            Fact(label=t("It holds"), value=describe(plan)),
            *use_beyond(plan),
            *binding(plan),
            *what_is_lost(line),
            Fact(label=t("To undo it"), value=t("Change back here, from the month after")),
            Fact(label=t("Published number"), value=just(plan.number)),
        ),
        help=t("Until that day your present plan goes on as before."),
        yes=t("I understand. Change to this plan"),
        no=t("No, keep my plan"),
    )


def use_beyond(plan: Offering) -> tuple[Fact, ...]:
    """Say what more costs than the plan holds, and whether that can grow without end."""
    if plan.beyond is None:
        return ()
    price = t(
        "{minute} a minute, {gigabyte} a gigabyte", minute=plan.beyond.minute, gigabyte=plan.beyond.gigabyte
    )
    note = t("It stops at a limit.") if plan.beyond.capped else t("You can set a limit here.")
    return (Fact(label=t("Beyond it"), value=price, note=note),)


def binding(plan: Offering) -> tuple[Fact, ...]:
    """Say how long it binds and what leaving early costs; that it does not bind is worth saying too."""
    if not plan.term_months:
        return (Fact(label=t("It binds you"), value=t("not at all")),)
    return (Fact(label=t("It binds you"), value=months(plan.term_months), note=leaving(plan)),)


def leaving(plan: Offering) -> Text:
    """Say what leaving early costs."""
    if plan.penalty is None:
        return t("Leaving earlier may cost money.")
    share = Percent(plan.penalty.percent)
    return t("Leaving earlier costs {share} of each month left.", share=share)
