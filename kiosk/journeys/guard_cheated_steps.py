"""What to do when one was cheated: which steps a loss needs, in which order, and the words of each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kiosk.domain.guard import Bank, Rescue
from kiosk.journeys.stopping import STOPPED
from kiosk.screens import Choose, Fact, Option, Picture, Steps, Tell, Tone
from kiosk.text import Code, Text, just, t


class Loss(Enum):
    """What has happened so far, the worst first."""

    MONEY = "money"
    CASH = "cash"
    """Cash or gold was handed over."""
    PHONE = "phone"
    """They had the phone in their hands from afar, or saw its screen."""
    CODE = "code"
    ID_CARD = "id_card"
    """The ID card was photographed, or the face."""
    FORWARDED = "forwarded"
    """Calls were sent on to them."""
    TALKED = "talked"
    """Only talked, or she is not sure."""


class Step(Enum):
    """One thing to do."""

    PHONE_OFF = "phone_off"
    POLICE = "police"
    FORWARDING_OFF = "forwarding_off"
    BANK = "bank"
    POLICE_LINE = "police_line"
    PASSWORDS = "passwords"
    PROOF = "proof"


STEPS: dict[Loss, tuple[Step, ...]] = {
    Loss.MONEY: (Step.POLICE, Step.BANK, Step.PROOF),
    Loss.CASH: (Step.POLICE, Step.PROOF),
    Loss.PHONE: (Step.PHONE_OFF, Step.BANK, Step.POLICE_LINE, Step.PASSWORDS, Step.PROOF),
    Loss.CODE: (Step.BANK, Step.PASSWORDS, Step.POLICE_LINE, Step.PROOF),
    Loss.ID_CARD: (Step.BANK, Step.POLICE_LINE, Step.PROOF),
    Loss.FORWARDED: (Step.FORWARDING_OFF, Step.BANK, Step.POLICE_LINE, Step.PROOF),
    Loss.TALKED: (Step.POLICE_LINE, Step.PROOF),
}
IF_WATCHED = (Step.PHONE_OFF, Step.POLICE, Step.BANK, Step.PASSWORDS, Step.PROOF)
"""Money is gone, and they can still see the phone: first of all they must not."""


@dataclass(frozen=True)
class ToDo:
    """What the screen of a step says."""

    title: Text
    body: tuple[Text, ...]
    done: Text
    picture: Picture
    facts: tuple[Fact, ...] = ()


NAMES: dict[Step, Text] = {
    Step.PHONE_OFF: t("Switch the phone off"),
    Step.FORWARDING_OFF: t("End the call forwarding"),
    Step.BANK: t("Call your bank"),
    Step.PASSWORDS: t("Change the passwords"),
    Step.PROOF: t("Keep the proof"),
}
CALLED = t("I have called")
THE_POLICE = Picture(name="police-call", alt=t("A handset, and a shield under the cap of the police."))
THE_BANK = Picture(name="bank-call", alt=t("A handset, and a bank."))
OTHER_BANK = "other"


def name_of(step: Step, rescue: Rescue) -> Text:
    """Name a step in short, as it stands in the row of all."""
    match step:
        case Step.POLICE:
            return t("Call {number}", number=Code(rescue.police))
        case Step.POLICE_LINE:
            return t("Call {number}", number=Code(rescue.police_line))
        case _:
            return NAMES[step]


def may_be_read(steps: tuple[Step, ...]) -> bool:
    """Tell whether somebody may read the codes that come to the phone."""
    return Step.PHONE_OFF in steps


def on_the_slip(step: Step, rescue: Rescue, bank: Bank | None) -> Text:
    """Say a step in a line, with the number to call."""
    match step:
        case Step.FORWARDING_OFF:
            return t("Dial {number}", number=Code(rescue.forwarding_off))
        case Step.BANK if bank is not None:
            return t("Call {bank}, {number}", bank=bank.name, number=Code(bank.hotline))
        case _:
            return name_of(step, rescue)


def which_bank(banks: tuple[Bank, ...]) -> Choose[str]:
    """Ask for the bank, so that one number alone is shown; the answer is its hotline."""
    return Choose(
        title=t("Which bank is your money with?"),
        options=(
            *(Option(answer=bank.hotline, label=just(bank.name), icon="card") for bank in banks),
            Option(answer=OTHER_BANK, label=t("Another bank"), icon="question"),
        ),
        help=t("We show you its number."),
    )


def now_do(step: Step, rescue: Rescue, bank: Bank | None, line: Steps) -> Tell:
    """Show one step, and where it stands among the others."""
    to_do = what_to_do(step, rescue, bank)
    return Tell(
        title=to_do.title,
        body=to_do.body,
        steps=line,
        facts=to_do.facts,
        picture=to_do.picture,
        tone=Tone.CARE,
        proceed=to_do.done,
        help=t("Without a phone at hand, staff call with you."),
    )


def big(label: Text, number: str) -> Fact:
    """Show one number to call, large."""
    return Fact(label=label, value=just(Code(number)), big=True)


def what_to_do(step: Step, rescue: Rescue, bank: Bank | None) -> ToDo:
    """Return the words of a step, with the numbers that this hall knows."""
    hotline = () if bank is None else (big(just(bank.name), bank.hotline),)
    match step:
        case Step.PHONE_OFF:
            return ToDo(
                t("Switch the phone off now"),
                (
                    t("Then nobody can steer it from afar."),
                    t("For calls, take another phone. Staff help you."),
                ),
                t("It is off"),
                STOPPED,
            )
        case Step.POLICE:
            return ToDo(
                t("Call {number} now", number=Code(rescue.police)),
                (
                    t("Say: I was cheated, and my money is gone."),
                    t("The sooner they know, the more can be stopped."),
                ),
                CALLED,
                THE_POLICE,
                (big(t("Police"), rescue.police),),
            )
        case Step.FORWARDING_OFF:
            return ToDo(
                t("End the call forwarding now"),
                (
                    t("Dial this like a number, and press call."),
                    t("Then nobody else gets your calls. Staff help you."),
                ),
                t("It is done"),
                Picture(name="call-forward", alt=t("A call goes past a phone, and a cross on its way.")),
                (big(t("Dial"), rescue.forwarding_off),),
            )
        case Step.BANK:
            return ToDo(
                t("Call your bank now"),
                (t("Say: please freeze my account."), t("The number stands on the back of your bank card.")),
                CALLED,
                THE_BANK,
                hotline,
            )
        case Step.POLICE_LINE:
            return ToDo(
                t("Call {number} and tell what happened", number=Code(rescue.police_line)),
                (
                    t("It is the line of the police against fraud."),
                    t("They tell you whether more must be done."),
                ),
                CALLED,
                THE_POLICE,
                (big(t("Police against fraud"), rescue.police_line),),
            )
        case Step.PASSWORDS:
            return ToDo(
                t("Change your passwords"),
                (
                    t("Those of the bank, of WeChat and of Alipay."),
                    t("Staff or your family can do it with you."),
                ),
                t("I do that"),
                Picture(name="password", alt=t("A lock with covered dots.")),
            )
        case _:
            return ToDo(
                t("Keep everything as proof"),
                (t("Delete no message, no call, no receipt."), t("Show it all to the police.")),
                t("I keep it"),
                Picture(name="filed", alt=t("A paper with a stamp.")),
            )
