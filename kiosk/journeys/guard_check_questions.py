"""What is asked about a message or a call: what it is like, what it wants, who it says it is, its number."""

from __future__ import annotations

from kiosk.domain.fraud_rules import Sender, Want
from kiosk.domain.scams import NONE_OF_THEM, Scam
from kiosk.screens import Agree, Choose, Option, Picture
from kiosk.text import Code, t

THREE = "three"
MESSAGE = Picture(name="message-real", alt=t("A message under a magnifying glass."))


def is_it_like_one_of_these(scams: tuple[Scam, ...]) -> Choose[str]:
    """Show the tricks that go round just now."""
    return Choose(
        title=t("Is it like one of these?"),
        options=(
            *(Option(answer=scam.name, label=scam.say, icon=scam.icon) for scam in scams),
            Option(answer=NONE_OF_THEM, label=t("Like none of them"), icon="forward"),
        ),
    )


def what_does_it_want() -> Choose[Want]:
    """Ask what it wants, the worst first."""
    return Choose(
        title=t("Which of these does it want? If several, the topmost"),
        options=(
            Option(answer=Want.CODE, label=t("Tell a code or password, show my ID or face"), icon="key"),
            Option(answer=Want.SCREEN, label=t("Install an app, meet online, show my screen"), icon="phone"),
            Option(answer=Want.SECRET, label=t("Tell nobody, or give money to a messenger"), icon="lock"),
            Option(answer=Want.CONTACT, label=t("Add a friend or group, or ring a number"), icon="users"),
            Option(answer=Want.MONEY, label=t("Pay or send money"), icon="coins"),
            Option(answer=Want.LINK, label=t("Open a link, scan a square"), icon="qr"),
            Option(answer=Want.CODE_CAME, label=t("A code came, nobody asks for it"), icon="sms"),
            Option(answer=Want.NOTHING, label=t("It only tells me something"), icon="info"),
        ),
        help=t("A missed call wants you to ring a number."),
    )


def who_does_it_say_it_is() -> Choose[Sender | str]:
    """Ask who it says it is from."""
    return Choose(
        title=t("Who does it say it is from?"),
        options=(
            Option[Sender | str](answer=Sender.OFFICE, label=t("Police or a court"), icon="shield"),
            Option(
                answer=Sender.PUBLIC,
                label=t("Insurance, power, hospital, school"),
                icon="building",
            ),
            Option(answer=Sender.PHONE_COMPANY, label=t("The phone company"), icon="signal"),
            Option(answer=Sender.BANK, label=t("A bank, or paying by phone"), icon="card"),
            Option(answer=Sender.SHOP, label=t("A shop, a courier, an airline"), icon="parcel"),
            Option(answer=Sender.RELATIVE, label=t("Family, a friend, my boss"), icon="users"),
            Option(answer=THREE, label=t("12381, 96110 or 10699000"), icon="shield-alert"),
            Option(answer=Sender.STRANGER, label=t("I do not know them"), icon="question"),
        ),
        help=t("Name who it says it is. Whether that is true we look at together."),
    )


def which_service_is_it() -> Choose[Sender]:
    """Tell the services that warn or answer from one another."""
    return Choose(
        title=t("Which of these is it?"),
        options=(
            Option(
                answer=Sender.WARNING,
                label=t("An SMS from 12381"),
                detail=t("It warns of fraud."),
                icon="message",
            ),
            Option(
                answer=Sender.POLICE_LINE,
                label=t("A call from 96110"),
                detail=t("The police against fraud."),
                icon="call",
            ),
            Option(
                answer=Sender.QUERY,
                label=t("An SMS from 10699000"),
                detail=t("It answers a query under your ID."),
                icon="id-card",
            ),
        ),
        picture=MESSAGE,
    )


def is_it_exactly_this_number(number: str, *, called: bool) -> Agree:
    """Have the sender's number compared: a digit more, or anything to ring or open, and it is false."""
    if called:
        return Agree(
            title=t("Did exactly {number} call you?", number=Code(number)),
            body=(t("A + or a 0 before it, and it is another number."),),
            picture=MESSAGE,
            yes=t("Exactly this number"),
            no=t("Another number"),
        )
    return Agree(
        title=t("Is its sender exactly {number}?", number=Code(number)),
        body=(t("Is there a telephone number or a link in it?"),),
        picture=MESSAGE,
        yes=t("Exactly this, and none of them"),
        no=t("Another, or one of them is in it"),
    )
