"""What to do when one was cheated: each step with its words, and which of them a loss needs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kiosk.screens import Agree, Choose, Fact, Option, Picture, Slip, Steps, Tell, Tone
from kiosk.text import Code, Day, Label, Text, just, t

CHEATED = Picture(name="cheated", alt=t("Money leaves a purse, and a hand stops it."))
IT_HAPPENS = t("It can happen to anyone.")
ORDER = (t("First"), t("Second"), t("Third"), t("Fourth"))


class Loss(Enum):
    """What has happened so far."""

    MONEY = "money"
    PHONE = "phone"
    """They had the phone in their hands from afar, or saw its screen."""
    CODE = "code"
    TALKED = "talked"
    UNSURE = "unsure"


@dataclass(frozen=True)
class ToDo:
    """One step: in short for the slip, and what its screen says."""

    short: Text
    title: Text
    body: tuple[Text, ...]
    done: Text
    picture: Picture
    facts: tuple[Fact, ...] = ()


# The hotlines of the largest banks and of the two wallets, as they print them on their cards and pages.
BANKS = (
    (Label.of({"zh_CN": "工商银行", "en": "ICBC"}), Code("95588")),
    (Label.of({"zh_CN": "农业银行", "en": "Agricultural Bank"}), Code("95599")),
    (Label.of({"zh_CN": "中国银行", "en": "Bank of China"}), Code("95566")),
    (Label.of({"zh_CN": "建设银行", "en": "Construction Bank"}), Code("95533")),
    (Label.of({"zh_CN": "邮储银行", "en": "Postal Savings Bank"}), Code("95580")),
    (Label.of({"zh_CN": "微信支付", "en": "WeChat Pay"}), Code("95017")),
    (Label.of({"zh_CN": "支付宝", "en": "Alipay"}), Code("95188")),
)
CALLED = t("I have called")
STOPPED = Picture(name="stopped", alt=t("A phone asleep, with a pause sign."))
THE_POLICE = Picture(name="police-call", alt=t("A handset, and a shield under the cap of the police."))

POLICE = ToDo(
    t("Call 110"),
    t("Call 110 now"),
    (t("Say: I was cheated, and my money is gone."), t("The sooner they know, the more can be stopped.")),
    CALLED,
    THE_POLICE,
    (Fact(label=t("Police"), value=just(Code("110")), big=True),),
)
POLICE_LINE = ToDo(
    t("Call 96110"),
    t("Call 96110 and tell what happened"),
    (t("It is the line of the police against fraud."), t("They tell you whether more must be done.")),
    CALLED,
    THE_POLICE,
    (Fact(label=t("Police against fraud"), value=just(Code("96110")), big=True),),
)
BANK = ToDo(
    t("Call your bank"),
    t("Call your bank now"),
    (t("Say: please freeze my account."), t("The number stands on the back of your bank card.")),
    CALLED,
    Picture(name="bank-call", alt=t("A handset, and a bank.")),
    tuple(Fact(label=just(name), value=just(number)) for name, number in BANKS),
)
PHONE_OFF = ToDo(
    t("Switch the phone off"),
    t("Switch the phone off now"),
    (t("Then nobody can steer it from afar."), t("For calls, take another phone. Staff help you.")),
    t("It is off"),
    STOPPED,
)
PASSWORDS = ToDo(
    t("Change the passwords"),
    t("Change your passwords"),
    (t("Those of the bank, of WeChat and of Alipay."), t("Staff or your family can do it with you.")),
    t("I do that"),
    Picture(name="password", alt=t("A lock with covered dots.")),
)
PROOF = ToDo(
    t("Keep the proof"),
    t("Keep everything as proof"),
    (t("Delete no message, no call, no receipt."), t("Show it all to the police.")),
    t("I keep it"),
    Picture(name="filed", alt=t("A paper with a stamp.")),
)
TO_DO: dict[Loss, tuple[ToDo, ...]] = {
    Loss.MONEY: (POLICE, BANK, PROOF),
    Loss.PHONE: (PHONE_OFF, BANK, POLICE_LINE, PROOF),
    Loss.CODE: (BANK, PASSWORDS, POLICE_LINE, PROOF),
    Loss.TALKED: (POLICE_LINE, PROOF),
    Loss.UNSURE: (POLICE_LINE, BANK, PROOF),
}


def stop_now(*, coming: bool) -> Tell:
    """Say the one thing that helps at once; somebody is on the way already."""
    return Tell(
        title=t("Hang up now, and pay nothing"),
        body=(
            IT_HAPPENS,
            t("Staff are on their way to you.") if coming else t("Please wave to the counter."),
        ),
        facts=(
            Fact(label=ORDER[0], value=t("Hang up, and do not answer again")),
            Fact(label=ORDER[1], value=t("Pay nothing, whatever they say")),
            Fact(label=ORDER[2], value=t("Tell no code to anybody")),
        ),
        tone=Tone.DANGER,
        picture=CHEATED,
        proceed=t("I have hung up"),
    )


def what_has_happened() -> Choose[Loss]:
    """Ask what has happened, the worst first."""
    return Choose(
        title=t("What has happened so far?"),
        body=(t("You are not to blame. We do it step by step."),),
        options=(
            Option(answer=Loss.MONEY, label=t("Money is gone"), icon="coins"),
            Option(answer=Loss.PHONE, label=t("They saw my screen, or I installed an app"), icon="phone"),
            Option(answer=Loss.CODE, label=t("I told a code or a password"), icon="key"),
            Option(answer=Loss.TALKED, label=t("I only talked with them"), icon="speech"),
            Option(answer=Loss.UNSURE, label=t("I am not sure"), icon="question"),
        ),
        picture=CHEATED,
        help=t("If several fit, touch the topmost of them."),
    )


def now_do(to_do: ToDo, steps: Steps) -> Tell:
    """Show one step, and where it stands among the others."""
    return Tell(
        title=to_do.title,
        body=to_do.body,
        steps=steps,
        facts=to_do.facts,
        picture=to_do.picture,
        tone=Tone.CARE,
        proceed=to_do.done,
        help=t("Without a phone at hand, staff call with you."),
    )


def take_this_along(today: Day, to_do: tuple[ToDo, ...]) -> Tell:
    """Give the slip with all the steps."""
    return Tell(
        title=t("Take this along"),
        body=(t("You have done the right thing."), IT_HAPPENS),
        picture=CHEATED,
        slip=Slip(
            title=t("What to do after fraud, {day}", day=today),
            lines=(
                *(
                    Fact(label=place, value=one.short, big=True)
                    for place, one in zip(ORDER, to_do, strict=False)
                ),
                Fact(label=t("If money is gone"), value=t("Call {number}", number=Code("110"))),
            ),
            advice=(
                t("Whoever brings it back for a fee is a cheat as well."),
                t("Tell your family. They can help you."),
            ),
        ),
        proceed=t("I have noted it"),
    )


def shall_we_stop_the_number() -> Agree:
    """Offer to stop the number, so that nobody gets the codes that come to it."""
    return Agree(
        title=t("Shall your number be stopped for now?"),
        body=(t("Then nobody gets your codes by SMS."), t("Later you have it restored here.")),
        picture=STOPPED,
        yes=t("Yes, stop it"),
        no=t("No, let it run"),
    )


def nobody_can_use_it() -> Tell:
    """The number is stopped already."""
    return Tell(
        title=t("This number is stopped already"),
        body=(t("Nobody can use it then."),),
        tone=Tone.DONE,
    )
