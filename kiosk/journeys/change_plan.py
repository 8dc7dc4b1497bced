"""套餐变更: a plan that fits, the cheapest first, with every trap said before the choice."""

from __future__ import annotations

from enum import Enum

from kiosk.domain.bills import Usage, usual_use
from kiosk.domain.offers import Allowance, Offering, cheapest_first, first_of_next_month
from kiosk.domain.orders import Action, Obstacle, OrderItem, OrderKind, Qualification
from kiosk.domain.people import Identity
from kiosk.domain.subscriptions import Subscription
from kiosk.journeys.customer import Tier, customer
from kiosk.journeys.end_contract import what_to_do_about_contracts
from kiosk.journeys.hall import Hall
from kiosk.journeys.obstacles import in_plain_words, obstacles_as_facts
from kiosk.journeys.ordering import Wish, reviewed_and_ordered, the_receipt
from kiosk.journeys.plan_words import describe, difference, each_month, what_is_lost
from kiosk.journeys.which_number import which_number
from kiosk.screens import Change, Choose, Fact, Option, Picture, Review, Tell, Tone, read
from kiosk.text import Data, Day, Text, just, t, tn

FEW = 3
ALL = "all"
Offers = tuple[tuple[Offering, Qualification], ...]


class Need(Enum):
    """What would be better about the plan."""

    CHEAPER = "cheaper"
    MORE_DATA = "more_data"
    MORE_CALLS = "more_calls"
    UNSURE = "unsure"


class Outcome(Enum):
    """How the conversation ended."""

    CHANGED = "changed"
    KEPT = "kept"
    NOT_NOW = "not_now"


async def change_plan(hall: Hall) -> Outcome:
    """Ask what is needed, show what fits, review, and change."""
    need = await what_would_be_better()
    identity = await customer(hall, Tier.CARD)
    line = await which_number(hall, identity)
    if not await may_change(hall, identity, line):
        return Outcome.NOT_NOW

    months = await read(hall.desks.bills.usage, identity, line.line.id, doing=t("Looking at your use"))
    await what_you_use(months, line)
    offers = await offers_for(hall, identity, line)
    plan, terms = await which_plan(offers, better_for(need, months, line))
    wish = Wish(OrderKind.CHANGE_PLAN, line.line, matter(plan), (becomes(line, plan),))
    order = await reviewed_and_ordered(hall, identity, wish, shall_we_change(hall, line, plan, terms))
    if order is None:
        return Outcome.KEPT
    await the_receipt(hall, order, wish, each_month(plan), title=t("Your plan is changed"))
    return Outcome.CHANGED


def what_would_be_better() -> Choose[Need]:
    """Ask for the need, before any plan is named."""
    return Choose(
        title=t("What should your plan do better?"),
        options=(
            Option(answer=Need.CHEAPER, label=t("Cost less"), icon="wallet"),
            Option(answer=Need.MORE_DATA, label=t("More data"), icon="wifi"),
            Option(answer=Need.MORE_CALLS, label=t("More calls"), icon="phone"),
            Option(answer=Need.UNSURE, label=t("I do not know"), icon="question"),
        ),
        picture=Picture(name="plan", alt=t("A phone with two tickets of different size.")),
        help=t("A plan is your fixed service of each month. Your number stays the same."),
    )


# ------------------------------------------------------------------------------- may it be changed?


async def may_change(hall: Hall, identity: Identity, line: Subscription) -> bool:
    """Ask the operator first; where a contract is in the way, show what ending it takes."""
    [answer] = await read(hall.desks.offers.qualify, identity, line.line.id, OrderKind.CHANGE_PLAN)
    if answer.granted:
        return True
    if answer.has(Obstacle.CONTRACT) and line.contracts:
        await what_to_do_about_contracts(hall, identity, line)
        return False
    await not_now(answer)
    return False


def not_now(answer: Qualification) -> Tell:
    """Say all that stands in the way, each with its way out."""
    return Tell(
        title=t("The plan cannot be changed today"),
        body=(t("Nothing has changed."),),
        facts=obstacles_as_facts(answer.hindrances),
        tone=Tone.CARE,
    )


# -------------------------------------------------------------------------------- what is there now


def what_you_use(months: tuple[Usage, ...], line: Subscription) -> Tell:
    """Say in plain words what is paid and used now."""
    use = usual_use(months)
    return Tell(
        title=t("This is what you have and use"),
        facts=(
            Fact(label=t("Your plan"), value=just(line.plan.name)),
            Fact(label=t("Each month"), value=just(line.plan.monthly), big=True),
            Fact(label=t("You call at most"), value=minutes(use.minutes)),
            Fact(label=t("You use at most"), value=just(Data(use.megabytes))),
        ),
        help=t("We looked at the last three months."),
    )


def minutes(count: int) -> Text:
    """Say how many minutes."""
    return tn("{count} minute", "{count} minutes", count)


# ------------------------------------------------------------------------------------ what there is


async def offers_for(hall: Hall, identity: Identity, line: Subscription) -> Offers:
    """Every plan on sale but the present one, the cheapest first, and whether this person may have it."""
    on_sale = await read(hall.desks.offers.plans, identity.operator_id, doing=t("Fetching the plans"))
    plans = cheapest_first(plan for plan in on_sale if plan.id != line.plan.offering_id)
    ids = tuple(plan.id for plan in plans)
    answers = await read(
        hall.desks.offers.qualify,
        identity,
        line.line.id,
        OrderKind.CHANGE_PLAN,
        ids,
        doing=t("Fetching the plans"),
    )
    return tuple(zip(plans, answers, strict=True))


def better_for(need: Need, months: tuple[Usage, ...], line: Subscription) -> Allowance:
    """Return what a plan must hold to be shown first: the present use, and more where more is wished."""
    use = usual_use(months)
    held = months[0].held if months else Allowance()
    match need:
        case Need.MORE_DATA:
            return Allowance(use.minutes, max(use.megabytes, held.megabytes + 1), use.messages)
        case Need.MORE_CALLS:
            return Allowance(max(use.minutes, held.minutes + 1), use.megabytes, use.messages)
        case _:
            return use


async def which_plan(offers: Offers, wanted: Allowance) -> tuple[Offering, Qualification]:
    """Offer at most three that fit, the cheapest first; or all there are."""
    fitting = tuple(one for one in offers if one[1].granted and one[0].allowance.covers(wanted))
    chosen = await these_fit(fitting[:FEW]) if fitting else ALL
    if chosen == ALL:
        chosen = await all_there_are(offers)
    return next(one for one in offers if one[0].id == chosen)


def these_fit(fitting: Offers) -> Choose[str]:
    """Show what fits best, with the way to all the rest."""
    return Choose(
        title=t("These plans fit you, the cheapest first"),
        options=(
            *(as_option(plan, answer) for plan, answer in fitting),
            Option(answer=ALL, label=t("Show all plans"), icon="list"),
        ),
        help=t("Sorted by price alone. Nobody pays to stand higher."),
    )


def all_there_are(offers: Offers) -> Choose[str]:
    """Show every plan on sale; those that cannot be had say why."""
    return Choose(
        title=t("All plans on sale, the cheapest first"),
        options=tuple(as_option(plan, answer) for plan, answer in offers),
        help=t("Sorted by price alone. Nobody pays to stand higher."),
    )


def as_option(plan: Offering, answer: Qualification) -> Option[str]:
    """Show one plan with its price; a trap is said here, before the choice."""
    return Option(
        answer=plan.id,
        label=just(plan.name),
        figure=t("{sum} a month", sum=plan.monthly),
        detail=describe(plan),
        hindrance=None if answer.granted else in_plain_words(answer.hindrances[0]),
    )


# --------------------------------------------------------------------------------------- the review


def matter(plan: Offering) -> Text:
    """Say in a few words what is agreed to."""
    return t("Change the plan to {plan}", plan=plan.name)


def becomes(line: Subscription, plan: Offering) -> OrderItem:
    """Order the plan's change."""
    return OrderItem(Action.MODIFY, product_id=line.plan.id, offering_id=plan.id)


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
            *binding(plan),
            *what_is_lost(line, plan),
            Fact(label=t("To undo it"), value=t("Change back here, from the month after")),
            Fact(label=t("Published number"), value=just(plan.number)),
        ),
        help=t("Until that day your present plan goes on as before."),
        yes=t("I understand. Change to this plan"),
        no=t("No, keep my plan"),
    )


def binding(plan: Offering) -> tuple[Fact, ...]:
    """Say how long it binds and what leaving early costs; that it does not bind is worth saying too."""
    if not plan.term_months:
        return (Fact(label=t("It binds you"), value=t("not at all")),)
    bound = tn("{count} month", "{count} months", plan.term_months)
    return (Fact(label=t("It binds you"), value=bound, note=t("Leaving earlier costs money.")),)
