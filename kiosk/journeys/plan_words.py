"""Plans, sums and what they hold, said as people say them."""

from __future__ import annotations

from kiosk.domain.offers import NOTHING, Offering
from kiosk.domain.subscriptions import Running, Subscription
from kiosk.screens import Fact, Mark
from kiosk.text import Data, Money, Text, just, t, tn


def describe(plan: Offering) -> Text:
    """Say what a plan holds, and that it binds where it does."""
    minutes, data = plan.allowance.minutes, Data(plan.allowance.megabytes)
    if plan.term_months:
        return t(
            "{minutes} minutes, {data}, binds for {months} months",
            minutes=minutes,
            data=data,
            months=plan.term_months,
        )
    return t("{minutes} minutes, {data}", minutes=minutes, data=data)


def each_month(plan: Offering) -> Fact:
    """Say what it costs each month."""
    return Fact(label=t("Each month"), value=just(plan.monthly), big=True)


def difference(now: Money, after: Money) -> Text:
    """Say how much less or more it is each month."""
    if after < now:
        return t("{sum} less each month", sum=now - after)
    if after > now:
        return t("{sum} more each month", sum=after - now)
    return t("none, the same each month")


def what_is_lost(line: Subscription) -> tuple[Fact, ...]:
    """Name each discount that ends with the present plan."""
    return tuple(
        Fact(label=t("You lose"), value=just(one.name), note=worth(one), mark=Mark.CARE)
        for one in line.discounts
        if one.monthly < NOTHING
    )


def worth(one: Running) -> Text:
    """Say what a discount takes off."""
    return t("It takes off {sum} each month.", sum=-one.monthly)


def months(count: int) -> Text:
    """Say how many months."""
    return tn("{count} month", "{count} months", count)


def minutes(count: int) -> Text:
    """Say how many minutes."""
    return tn("{count} minute", "{count} minutes", count)
