"""超套封顶: a limit at which use beyond the plan stops, so that no bill grows without end."""

from __future__ import annotations

from kiosk.domain.bills import Cap
from kiosk.domain.orders import Action, OrderItem, OrderKind, Qualification
from kiosk.domain.people import Identity
from kiosk.domain.subscriptions import Subscription
from kiosk.journeys.hall import Deed, Hall
from kiosk.journeys.obstacles import obstacles_as_facts
from kiosk.journeys.ordering import TROUBLE, Wish, reviewed_and_ordered, the_receipt
from kiosk.screens import (
    Change,
    Choose,
    Enter,
    Fact,
    Mark,
    NotGood,
    Option,
    Picture,
    Review,
    Tell,
    Tone,
    Typed,
    do,
    read,
)
from kiosk.text import Money, Text, just, t

LIMITS = (10, 30, 50)
OTHER, NONE, KEEP = "other", "none", "keep"
CAP = Picture(name="cap", alt=t("A line that a rising bar cannot cross."))


async def set_a_limit(hall: Hall, identity: Identity, line: Subscription) -> None:
    """Say what holds now, ask for a limit, review and set it."""
    cap = await read(hall.desks.bills.cap, identity, line.line.id, doing=t("Looking at your limit"))
    [answer] = await read(hall.desks.offers.qualify, identity, line.line.id, OrderKind.SET_CAP)
    if not answer.granted:
        await no_limit_now(answer)
        return
    chosen = await how_high(cap)
    if chosen != KEEP:
        limit = await limit_of(chosen)
        await limited_to(hall, identity, line, cap, limit)


async def limit_of(chosen: str) -> Money | None:
    """Return the sum that was chosen or is typed; None where no limit is wished."""
    if chosen == NONE:
        return None
    return Money.yuan(int(await another_sum() if chosen == OTHER else chosen))


async def limited_to(
    hall: Hall, identity: Identity, line: Subscription, cap: Cap, limit: Money | None
) -> None:
    """Review, order, and note it."""
    details = (("limit", "" if limit is None else in_yuan(limit)),)
    item = OrderItem(Action.MODIFY, product_id=cap.product_id or line.line.id, details=details)
    wish = Wish(OrderKind.SET_CAP, line.line, in_a_few_words(limit), (item,))
    order = await reviewed_and_ordered(hall, identity, wish, shall_it_be(cap, limit))
    if order is None:
        return
    noted = Fact(label=t("Limit beyond the plan"), value=says(limit), big=True)
    await the_receipt(hall, order, wish, noted, picture=CAP)
    if order.state not in TROUBLE:
        await do(hall.deeds.add, Deed.LIMITED, line.line.id, noted)


def in_yuan(sum_: Money) -> str:
    """Write a sum as an order has it: 50.00."""
    return f"{sum_.fen // 100}.{sum_.fen % 100:02}"


def in_a_few_words(limit: Money | None) -> Text:
    """Say what is agreed to."""
    if limit is None:
        return t("No limit for costs beyond the plan")
    return t("A limit of {sum} for costs beyond the plan", sum=limit)


def says(limit: Money | None) -> Text:
    """Say how high a limit is."""
    return t("no limit") if limit is None else just(limit)


# -------------------------------------------------------------------------------------- the screens


def how_high(cap: Cap) -> Choose[str]:
    """Say what holds now, and ask for the limit."""
    off = Option(answer=NONE, label=t("No limit"), detail=t("Costs may grow."), icon="cross")
    return Choose(
        title=t("Where shall costs beyond the plan stop?"),
        body=(t("Calls and data beyond the plan stop there. The plan goes on."),),
        facts=(Fact(label=t("Your limit now"), value=says(cap.limit), big=True),),
        picture=CAP,
        options=(
            *(as_option(Money.yuan(yuan), yuan, cap) for yuan in LIMITS),
            Option(answer=OTHER, label=t("Another sum"), icon="keyboard"),
            *((off,) if cap.limit is not None else ()),
            Option(answer=KEEP, label=t("Leave it as it is"), icon="back"),
        ),
        help=t("With a limit, no bill can grow without end. Emergency calls always work."),
    )


def as_option(limit: Money, yuan: int, cap: Cap) -> Option[str]:
    """Offer one limit."""
    same = cap.limit == limit
    return Option(
        answer=str(yuan),
        label=just(limit),
        icon="barred",
        chosen=same,
        hindrance=t("This is your limit already.") if same else None,
    )


def another_sum() -> Enter:
    """Ask for another limit, in whole yuan."""
    return Enter(
        title=t("How many yuan shall the limit be?"),
        kind=Typed.YUAN,
        length=3,
        parse=one_yuan_or_more,
        proceed=t("This is my limit"),
        help=t("For example 20. It is a limit for each month."),
    )


def one_yuan_or_more(typed: str) -> str:
    """Take whole yuan; raises NotGood where there are none."""
    if not typed.isdecimal() or int(typed) < 1 or len(typed) > 3:
        raise NotGood(t("Please type a sum from 1 to 999."))
    return str(int(typed))


def shall_it_be(cap: Cap, limit: Money | None) -> Review:
    """Lay the limit now and after side by side."""
    return Review(
        title=t("Set this limit?") if limit is not None else t("Take the limit away?"),
        changes=(Change(label=t("Beyond the plan"), now=says(cap.limit), after=says(limit), big=True),),
        facts=(
            Fact(label=t("Counts from"), value=t("at once")),
            Fact(label=t("Setting it costs"), value=t("nothing")),
            what_then(limit),
            Fact(label=t("To undo it"), value=t("Set another limit here, at any time")),
        ),
        picture=CAP,
        yes=t("Yes, set it so"),
        no=t("No, leave it as it is"),
    )


def what_then(limit: Money | None) -> Fact:
    """Say what happens at the limit, or without one."""
    if limit is None:
        return Fact(label=t("Then"), value=t("Costs beyond the plan may grow"), mark=Mark.CARE)
    return Fact(label=t("At the limit"), value=t("An SMS tells you, and use beyond stops"))


def no_limit_now(answer: Qualification) -> Tell:
    """Say all that stands in the way, each with its way out."""
    return Tell(
        title=t("The limit cannot be changed now"),
        body=(t("Nothing has changed."),),
        facts=obstacles_as_facts(answer.hindrances),
        tone=Tone.CARE,
    )
