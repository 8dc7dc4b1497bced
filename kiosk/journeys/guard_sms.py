"""Messages that guard a number: what to write and to whom, and a code that opens it on one's own phone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kiosk.domain.guard import GuardRoutes, SmsRoute
from kiosk.domain.people import Operator
from kiosk.journeys.companies import company, the_company
from kiosk.journeys.hall import Hall
from kiosk.journeys.help import call_staff
from kiosk.screens import Agree, Choose, Fact, Option, Picture, Scan, Slip, Tell, Tone
from kiosk.text import Code, Day, Text, just, t

SEND_SMS = Picture(name="send-sms", alt=t("A message on its way out of a phone."))


class Sent(Enum):
    """What became of a message that is shown."""

    SENT = "sent"
    STAFF = "staff"
    LATER = "later"
    """At home: the phone is not here."""


@dataclass(frozen=True)
class Guarding:
    """What a message is for: the name of it on the slip, and what to know beside."""

    matter: Text
    picture: Picture
    advice: tuple[Text, ...] = ()


async def whose_phone(hall: Hall) -> Operator:
    """Return the company of a phone; nobody need sign in for that."""
    return await the_company(hall, which_company_is_it_with(hall))


def which_company_is_it_with(hall: Hall) -> Choose[str]:
    """Ask which company the phone is with."""
    return Choose(
        title=t("Which company is your phone with?"),
        options=tuple(company(operator, "signal") for operator in hall.operators),
        help=t("The company that sends you the bill. Its SMS come from the hotline."),
    )


def routes_of(hall: Hall, operator: Operator) -> GuardRoutes:
    """Return what a company offers by SMS; nothing where it is not known."""
    return hall.guard.routes_of(operator.hotline.value)


async def guarded_by(
    hall: Hall, operator: Operator, route: SmsRoute | None, undo: SmsRoute | None, guarding: Guarding
) -> bool:
    """Show the message until it is sent, and give the slip; tells whether there was one."""
    if route is None:
        if await there_is_no_sms(operator, routes_of(hall, operator).wechat, guarding):
            await call_staff(hall)
        return False
    partly = (t("It keeps many away, perhaps not all."),) if route.partly else ()
    now = await sent(hall, route, just(Code(route.text)), *partly)
    await take_the_message_along(hall, operator, route, undo, guarding, now=now)
    return True


async def sent(hall: Hall, route: SmsRoute, words: Text, *hints: Text) -> bool:
    """Show a message until it is sent, staff helping where wished; tells whether it was sent here."""
    while (what := await send_this(route, words, hints)) is Sent.STAFF:
        await call_staff(hall)
    return what is Sent.SENT


def send_this(route: SmsRoute, words: Text, hints: tuple[Text, ...]) -> Scan[Sent]:
    """Show what to write and to whom, and the code that opens it ready to send."""
    return Scan(
        title=t("Send this SMS with your phone"),
        body=(t("Scan the square. Your phone opens the SMS, you press send."), *hints),
        facts=(
            Fact(label=t("Write"), value=words, big=True),
            Fact(label=t("Send it to"), value=just(Code(route.to)), big=True),
        ),
        picture=SEND_SMS,
        code=f"smsto:{route.to}:{route.text}",
        options=(
            Option(answer=Sent.SENT, label=t("I have sent it"), icon="tick"),
            Option(answer=Sent.STAFF, label=t("Staff help me send it"), icon="help"),
            Option(answer=Sent.LATER, label=t("I send it at home"), icon="home"),
        ),
        help=t("Open the SMS on your phone and type it as shown."),
    )


def take_the_message_along(
    hall: Hall, operator: Operator, route: SmsRoute, undo: SmsRoute | None, guarding: Guarding, *, now: bool
) -> Tell:
    """Give the slip: what was sent or is to be sent at home, and how to undo it."""
    on = (Fact(label=t("Sent on"), value=just(Day(hall.today))),) if now else ()
    return Tell(
        title=t("The company answers by SMS") if now else t("Send this SMS at home"),
        body=(t("You began it: if it asks you to answer once more, do so."),),
        tone=Tone.DONE if now else Tone.CALM,
        picture=guarding.picture,
        slip=Slip(
            title=guarding.matter,
            lines=(
                *on,
                Fact(label=t("Company"), value=just(operator.name)),
                Fact(label=t("Write"), value=just(Code(route.text))),
                Fact(label=t("Send it to"), value=just(Code(route.to))),
                Fact(label=t("To undo it"), value=how_to_undo(operator, undo), big=True),
            ),
            advice=guarding.advice,
        ),
        proceed=t("I have noted it"),
    )


def how_to_undo(operator: Operator, undo: SmsRoute | None) -> Text:
    """Say how it is undone: by another message, or by the hotline."""
    if undo is None:
        return t("Call {hotline}", hotline=operator.hotline)
    return t("Write {text} to {number}", text=Code(undo.text), number=Code(undo.to))


def there_is_no_sms(operator: Operator, wechat: str, guarding: Guarding) -> Agree:
    """The company does not do it by SMS: name the hotline and its account in WeChat, and offer a person."""
    account = (Fact(label=t("Or look in WeChat for"), value=just(wechat)),) if wechat else ()
    return Agree(
        title=t("{operator} has no SMS for this", operator=operator.name),
        body=(t("Its people do it for you on the telephone, or here."),),
        facts=(Fact(label=t("Hotline"), value=just(operator.hotline), big=True), *account),
        picture=guarding.picture,
        yes=t("Call staff to me"),
        no=t("I call the hotline"),
    )
