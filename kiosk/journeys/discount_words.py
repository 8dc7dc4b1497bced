"""Discounts in plain words: what they take off, until when, and why one is not to be had."""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum

from kiosk.domain.offers import Offering
from kiosk.domain.orders import Hindrance, Qualification
from kiosk.domain.people import Operator
from kiosk.domain.subscriptions import Subscription, months_later
from kiosk.journeys.filing import what_happens_then
from kiosk.journeys.obstacles import obstacles_as_facts
from kiosk.journeys.plan_words import difference
from kiosk.screens import Change, Choose, Fact, Option, Picture, Review, Tone
from kiosk.text import Day, just, t

DISCOUNT = Picture(name="discount", alt=t("A ticket with a corner cut off."))


class Ground(Enum):
    """Why something may be cheaper for a person."""

    AGE = "age"
    CERTIFICATE = "certificate"


class Instead(Enum):
    """What can be chosen in place of a discount."""

    KEEP = "keep"
    PEOPLE = "people"
    STAFF = "staff"


def why_a_discount() -> Choose[Ground]:
    """Ask on what ground; nothing is asked about a certificate yet."""
    return Choose(
        title=t("Why may it be cheaper for you?"),
        options=(
            Option(answer=Ground.AGE, label=t("Because of my age"), icon="user"),
            Option(answer=Ground.CERTIFICATE, label=t("I have a disability certificate"), icon="checked"),
        ),
        picture=DISCOUNT,
        help=t("Your age stands on your ID card. You need no other paper."),
    )


def these_are_yours(
    line: Subscription,
    cuts: tuple[tuple[Offering, Qualification], ...],
    plans: tuple[tuple[Offering, Qualification], ...],
) -> Choose[str | Instead]:
    """List the discounts and plans that are to be had, with what each makes of the month."""
    return Choose(
        title=t("These are yours to take"),
        facts=(Fact(label=t("You pay now each month"), value=just(line.monthly)),),
        picture=DISCOUNT,
        options=(
            *(as_discount(cut) for cut, _ in cuts),
            *(as_plan(line, plan) for plan, _ in plans),
            Option(answer=Instead.KEEP, label=t("Leave it as it is"), icon="back"),
        ),
        help=t("The company has looked: you may have each of these."),
    )


def as_discount(cut: Offering) -> Option[str | Instead]:
    """Offer a discount with what it takes off."""
    return Option(
        answer=cut.id,
        label=just(cut.name),
        figure=t("{sum} less each month", sum=-cut.monthly),
        detail=just(cut.summary),
        icon="percent",
    )


def as_plan(line: Subscription, plan: Offering) -> Option[str | Instead]:
    """Offer a plan that is meant for such people, with what it changes each month."""
    return Option(
        answer=plan.id,
        label=just(plan.name),
        figure=difference(line.plan.monthly, plan.monthly),
        detail=just(plan.summary),
        icon="plan",
    )


def shall_you_have_it(operator: Operator, line: Subscription, cut: Offering, starts: date) -> Review:
    """Lay now and after side by side, with the last day and what happens then."""
    return Review(
        title=t("Take this discount?"),
        changes=(
            Change(
                label=t("Each month"),
                now=just(line.monthly),
                after=just(line.monthly + cut.monthly),
                big=True,
            ),
        ),
        facts=(
            Fact(label=t("Discount"), value=just(cut.name), note=just(cut.summary)),
            Fact(label=t("Counts from"), value=just(Day(starts)), big=True),
            *what_it_gives(cut, starts),
            Fact(label=t("Taking it costs"), value=t("nothing")),
            Fact(label=t("To undo it"), value=t("Call {hotline}", hotline=operator.hotline)),
            Fact(label=t("Published number"), value=just(cut.number)),
        ),
        picture=DISCOUNT,
        yes=t("Yes, I take it"),
        no=t("No, leave it as it is"),
    )


def what_it_gives(cut: Offering, starts: date) -> tuple[Fact, ...]:
    """Say what it takes off, and until when; a right that is looked at again ends unless it is shown anew."""
    off = Fact(label=t("It takes off"), value=t("{sum} each month", sum=-cut.monthly), big=True)
    if not cut.recheck_months:
        return (off, Fact(label=t("Good until"), value=t("no end is set")))
    last_day = months_later(starts, cut.recheck_months) - timedelta(days=1)
    again = t("Then it is looked at again. Please come before.")
    return (off, Fact(label=t("Good until"), value=just(Day(last_day)), note=again))


def nothing_to_have(hindrances: tuple[Hindrance, ...]) -> Choose[Instead]:
    """Say why nothing is to be had; nobody is left alone with it."""
    return Choose(
        title=t("We found no discount for this number"),
        body=(
            t("Nothing has changed."),
            *(() if hindrances else (t("The company offers none of this kind."),)),
        ),
        facts=obstacles_as_facts(hindrances),
        tone=Tone.CARE,
        options=(
            Option(
                answer=Instead.PEOPLE,
                label=t("Have the company look at it"),
                detail=t("If you find that it is due to you."),
                icon="hand",
            ),
            Option(answer=Instead.STAFF, label=t("Ask staff for help"), icon="help"),
            Option(answer=Instead.KEEP, label=t("Leave it as it is"), icon="back"),
        ),
    )


def shall_they_look(operator: Operator, line: Subscription) -> Review:
    """Review before people of the company are asked."""
    return Review(
        title=t("Have the company look at it?"),
        facts=(
            Fact(label=t("For the number"), value=just(line.line.number), big=True),
            Fact(label=t("You say"), value=t("A discount is due to me")),
            *what_happens_then(operator),
        ),
        picture=DISCOUNT,
        yes=t("Yes, ask the company"),
        no=t("No, leave it as it is"),
    )
