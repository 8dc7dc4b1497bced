"""The screens of keeping one's number at another company."""

from __future__ import annotations

from kiosk.domain.people import Operator
from kiosk.domain.subscriptions import Subscription
from kiosk.journeys.codes import SMS_CODE
from kiosk.screens import Agree, Fact, Mark, Picture, Slip, Steps, Tell, Tone
from kiosk.text import Code, Text, aloud, just, t

PORT_OUT = Picture(name="port-out", alt=t("A number moves from one house to another."))
OTHER_ADDRESS = {"10000": Code("10001")}
"""Where a company takes these SMS at another number than its hotline."""
MAY_IT_GO = t(
    "CXXZ#your name#your ID number",
    say=aloud("C X X Z, hash, your name, hash, your ID number"),
)
THE_CODE = t(
    "SQXZ#your name#your ID number",
    say=aloud("S Q X Z, hash, your name, hash, your ID number"),
)


def how_it_goes() -> Tell:
    """Explain the whole way before anything is asked."""
    return Tell(
        title=t("Change the company, keep the number"),
        body=(t("Your number stays yours. The company must let it go."),),
        steps=Steps(steps=(t("Check"), t("Get the code"), t("Go to the new company")), done=0),
        facts=(
            Fact(label=t("It costs"), value=t("nothing")),
            Fact(label=t("What changes"), value=t("A new SIM card and a new plan")),
            Fact(label=t("What ends"), value=t("Your plan and its extras here"), mark=Mark.CARE),
        ),
        picture=PORT_OUT,
    )


def sms_to(operator: Operator) -> Code:
    """Return where a company takes the two SMS."""
    return OTHER_ADDRESS.get(operator.hotline.value, operator.hotline)


def the_sms(operator: Operator, line: Subscription, words: Text) -> tuple[Fact, ...]:
    """Show an SMS in large letters; name and ID number are the visitor's to type, never shown here."""
    return (
        Fact(label=t("Write"), value=words, big=True),
        Fact(label=t("Send it to"), value=just(sms_to(operator)), big=True),
        Fact(label=t("From this phone"), value=just(line.line.number)),
    )


def ask_whether_it_may_go(operator: Operator, line: Subscription) -> Tell:
    """Show the SMS that asks the company for its own yes."""
    return Tell(
        title=t("Send this SMS with your phone"),
        body=(t("The company answers whether the number may go."),),
        facts=the_sms(operator, line, MAY_IT_GO),
        picture=Picture(name="sms-confirm", alt=t("A phone with a message and a tick.")),
        proceed=t("I have sent it"),
        help=t("Open the SMS on your phone and type it as shown."),
    )


def do_you_want_the_code_now() -> Agree:
    """Ask whether to get the code now: it holds for an hour only."""
    return Agree(
        title=t("Do you go to the new company now?"),
        body=(t("The next code is good for 60 minutes only."),),
        picture=PORT_OUT,
        yes=t("Yes, I go there now"),
        no=t("No, later"),
    )


def ask_for_the_code(operator: Operator, line: Subscription) -> Tell:
    """Show the SMS that asks for the code."""
    return Tell(
        title=t("Now ask for the code by SMS"),
        body=(t("It comes by SMS. It is good for 60 minutes."), t("Show it to the new company alone.")),
        facts=the_sms(operator, line, THE_CODE),
        picture=SMS_CODE,
        proceed=t("I have the code"),
    )


def go_there_with_it(operator: Operator, line: Subscription) -> Tell:
    """Give the slip for the new company: what to take along, and the SMS for the code."""
    return Tell(
        title=t("Take this to the new company's hall"),
        body=(t("They do all the rest."), t("Until then your number runs here.")),
        tone=Tone.DONE,
        picture=PORT_OUT,
        slip=Slip(
            title=t("Keep my number at a new company"),
            lines=(
                Fact(label=t("Number ends in"), value=just(line.line.number.tail)),
                Fact(label=t("Take along"), value=t("Your ID card, this phone, the code")),
                Fact(label=t("For the code, write"), value=THE_CODE, big=True),
                Fact(label=t("Send it to"), value=just(sms_to(operator))),
                Fact(label=t("The code is good for"), value=t("60 minutes"), big=True),
                Fact(label=t("Money left here"), value=t("Call {hotline}", hotline=operator.hotline)),
            ),
            advice=(t("Tell the code to nobody on the phone."),),
        ),
        proceed=t("I have noted it"),
    )
