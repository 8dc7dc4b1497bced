"""Bills made visible: one month in three parts, and a year as a row of months."""

from __future__ import annotations

from kiosk.domain.bills import Bill, Part, is_sudden
from kiosk.screens import Bar, Bars, Fact, Mark, Picture, Tell, Tone
from kiosk.text import Month, Text, just, t

PARTS = {
    Part.PLAN: t("Your plan"),
    Part.BEYOND: t("Beyond the plan"),
    Part.OTHER: t("Other services"),
}


def no_bill_yet() -> Tell:
    """There is no bill on file."""
    return Tell(
        title=t("There is no bill yet"),
        body=(t("Your first bill comes at the end of a month."),),
        picture=Picture(name="bill", alt=t("A bill with three lines.")),
    )


def this_month(bills: tuple[Bill, ...]) -> Tell:
    """Show the newest bill in three parts; a sudden one is said in red, as the law asks (电信条例 33)."""
    newest, sudden = bills[0], is_sudden(bills)
    return Tell(
        title=suddenly(newest)
        if sudden
        else t("{month}: {sum}", month=Month(newest.month), sum=newest.total),
        body=about_a_sudden_bill() if sudden else (),
        bars=in_three_parts(newest, sudden=sudden),
        facts=tuple(
            Fact(label=just(charge.name), value=just(charge.amount))
            for charge in newest.charges
            if charge.part is not Part.PLAN
        ),
        tone=Tone.DANGER if sudden else Tone.CALM,
        picture=Picture(name="bill-high", alt=t("A bill that rises far above the others."))
        if sudden
        else Picture(name="bill", alt=t("A bill with three lines.")),
        help=t("Your plan is the fixed service of each month. All else is added to it."),
    )


def suddenly(bill: Bill) -> Text:
    """Say that a month is far above the others."""
    return t("{month} is far above the others: {sum}", month=Month(bill.month), sum=bill.total)


def about_a_sudden_bill() -> tuple[Text, ...]:
    """Say how far above, and that somebody can explain it."""
    return (t("It is over five times as high as usual."), t("Staff can explain it to you."))


def in_three_parts(bill: Bill, *, sudden: bool) -> Bars:
    """Lay the three parts beside one another; in a sudden bill, the largest is marked."""
    sums = {part: bill.sum_of(part) for part in PARTS}
    largest = max(sums, key=lambda part: sums[part])
    return Bars(
        title=t("What it is for"),
        bars=tuple(
            Bar(
                label=PARTS[part],
                value=just(amount),
                amount=max(0, amount.fen),
                mark=Mark.CARE if sudden and part is largest else Mark.NONE,
            )
            for part, amount in sums.items()
        ),
    )


def the_months(bills: tuple[Bill, ...]) -> Tell:
    """Show the bills of up to twelve months, the oldest first."""
    dearest = max(bill.total for bill in bills)
    return Tell(
        title=t("These were your bills, month by month"),
        bars=Bars(
            title=t("The sum of each month"),
            bars=tuple(
                Bar(
                    label=just(Month(bill.month, brief=True)),
                    value=just(bill.total),
                    amount=max(0, bill.total.fen),
                )
                for bill in reversed(bills)
            ),
            upright=True,
        ),
        facts=(Fact(label=t("The highest"), value=just(dearest), big=True),),
        help=t("The list of a bill is free. Staff can print it."),
    )
