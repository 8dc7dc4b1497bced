"""The screens of paying."""

from __future__ import annotations

from kiosk.domain.bills import Payee, Payment, PaymentDue, PaymentRequest
from kiosk.domain.people import Operator
from kiosk.journeys.by_card import NOT_CONNECTED
from kiosk.journeys.companies import company
from kiosk.journeys.hall import Hall
from kiosk.journeys.sign_in_by_code import eleven_digits
from kiosk.screens import (
    Agree,
    Choose,
    Enter,
    Fact,
    Option,
    Picture,
    Review,
    Scan,
    Slip,
    Tell,
    Tone,
    Typed,
)
from kiosk.text import Code, Moment, PhoneNumber, Tail, just, t

PAY = Picture(name="pay", alt=t("A phone pays by scanning a code."))


def which_company_gets_it(hall: Hall) -> Choose[str]:
    """Ask which company the number is with."""
    return Choose(
        title=t("Which company is the number with?"),
        options=tuple(
            company(operator, "signal", None if operator.takes_payments else NOT_CONNECTED)
            for operator in hall.operators
        ),
        picture=PAY,
    )


def which_number_gets_it() -> Enter:
    """Ask for the number, one's own or another's."""
    return Enter(
        title=t("Which number do you pay for?"),
        body=(t("Your own, or somebody's in your family."),),
        kind=Typed.PHONE,
        length=11,
        parse=eleven_digits,
        proceed=t("This is the number"),
    )


def not_known_there(operator: Operator) -> Agree:
    """The company does not know the number: most often it is a slip of the finger, or another company."""
    return Agree(
        title=t("{operator} does not know this number", operator=operator.name),
        body=(t("Perhaps one digit is wrong, or it is another company."), t("Nothing was paid.")),
        tone=Tone.CARE,
        yes=t("Type it again"),
        no=t("Ask staff for help"),
    )


def is_this_right(hall: Hall, request: PaymentRequest, phone: PhoneNumber) -> Review:
    """Read it all back: a wrong number is the main risk."""
    operator = hall.operator(request.payee.operator_id)
    return Review(
        title=t("Is this the right number?"),
        facts=(
            Fact(label=t("You pay"), value=just(request.amount), big=True),
            Fact(label=t("For the number"), value=just(phone), big=True),
            Fact(label=t("Name"), value=just(request.payee.shown_name)),
            Fact(label=t("Company"), value=just(operator.name)),
            Fact(label=t("To undo it"), value=t("Until you pay, you can still say no")),
        ),
        picture=PAY,
        help=t("The next screen shows a code. You pay by scanning it with your phone."),
        yes=t("Yes, this is right"),
        no=t("No, do not pay"),
    )


def pay_with_your_phone(request: PaymentRequest, due: PaymentDue) -> Scan[str]:
    """Show the operator's own code to pay with."""
    return Scan(
        title=t("Pay by scanning this"),
        body=(t("Your phone shows {sum}. Check it, then pay.", sum=request.amount),),
        code=due.link,
        site=just(due.site),
        lasts=due.lasts,
        options=(Option(answer="later", label=t("I do not want to pay now"), icon="back"),),
        help=t("This machine takes no money. Your phone company does, on your phone."),
    )


def it_is_paid(hall: Hall, request: PaymentRequest, payment: Payment) -> Tell:
    """Say that it is paid, and give the slip."""
    operator = hall.operator(request.payee.operator_id)
    return Tell(
        title=t("It is paid"),
        tone=Tone.DONE,
        picture=Picture(name="paid", alt=t("A receipt with a tick.")),
        slip=Slip(
            title=t("Payment"),
            lines=(
                Fact(label=t("You paid"), value=just(request.amount), big=True),
                Fact(label=t("Number ends in"), value=just(Tail(request.number_tail)), big=True),
                Fact(label=t("Company"), value=just(operator.name)),
                Fact(label=t("Paid at"), value=just(Moment(payment.at))),
                Fact(label=t("Reference"), value=just(Code(payment.id))),
                Fact(label=t("Questions"), value=t("Call {hotline}", hotline=operator.hotline)),
            ),
            advice=(t("A stopped number runs again within a day."),),
        ),
        proceed=t("I have noted it"),
    )


def it_was_not_paid() -> Tell:
    """The payment ended without money: refused on the phone, or its time ran out."""
    return Tell(
        title=t("Nothing was paid"),
        body=(t("Your phone did not pay, or the code ran out."), t("You can try it again at any time.")),
        tone=Tone.CARE,
    )


def not_known_yet(due: PaymentDue, *, asked: bool) -> Tell:
    """The visitor has gone on, or nobody could tell how it ended: say what to watch for."""
    why = t("The company could not tell us how it ended.") if asked else t("You have not paid yet.")
    return Tell(
        title=t("The payment is not finished"),
        body=(why, t("If you paid, an SMS tells you. Do not pay twice.")),
        tone=Tone.CARE,
        slip=Slip(
            title=t("Please keep this reference"),
            lines=(Fact(label=t("Reference"), value=just(Code(due.id)), big=True),),
            advice=(t("A code that is not used runs out by itself."),),
        ),
        proceed=t("I have noted it"),
    )


def nothing_was_paid() -> Tell:
    """Confirm that a no was heard."""
    return Tell(title=t("Good. Nothing was paid."), body=(t("You can come back at any time."),))


def could_not_be_begun() -> Tell:
    """The operator did not begin the payment."""
    return Tell(
        title=t("The payment could not begin"),
        body=(t("Nothing was paid."), t("At the counter you can pay in cash.")),
        tone=Tone.CARE,
    )


def pay_at_the_counter(hall: Hall, payee: Payee, phone: PhoneNumber) -> Tell:
    """Give the slip that saves saying it all at the counter."""
    operator = hall.operator(payee.operator_id)
    return Tell(
        title=t("Please go to the counter"),
        body=(t("Show them this slip. They take cash."),),
        slip=Slip(
            title=t("Pay in cash"),
            lines=(
                Fact(label=t("Number ends in"), value=just(phone.tail), big=True),
                Fact(label=t("Name"), value=just(payee.shown_name)),
                Fact(label=t("Company"), value=just(operator.name)),
                Fact(label=t("Still to pay"), value=just(payee.owed), big=True),
            ),
        ),
        proceed=t("I have noted it"),
    )
