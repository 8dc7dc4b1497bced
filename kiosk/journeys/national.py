"""The national query: asked here, answered by an SMS from 10699000 within 48 hours, once in 24 hours."""

from __future__ import annotations

from kiosk.domain.failures import Reason, Refused
from kiosk.domain.people import Identity, National, NationalQuery, NationalReceipt
from kiosk.journeys.hall import Hall
from kiosk.journeys.notice import WHO_YOU_ARE
from kiosk.journeys.phone_at_hand import NotShown, phone_shown, wants_the_phone
from kiosk.screens import Fact, Option, Picture, Review, Scan, Slip, Tell, Tone, commit
from kiosk.text import Code, Count, Moment, PhoneNumber, Text, just, t

ONE_DAY = 24
MATTERS = {
    National.CARDS: t("counting the numbers under your ID"),
    National.ACCOUNTS: t("counting the internet accounts of your number"),
}
PHONE_GETS_IT = Picture(name="sms-arrives", alt=t("A letter arrives on a phone."))


async def ask_the_nation(hall: Hall, identity: Identity, what: National) -> bool:
    """File the query in the visitor's name, or show how to ask with one's own phone; tells if it is filed."""
    if identity.phone is None:
        await come_with_your_phone(hall)
        return False
    query = query_of(identity, identity.phone, what)
    if what not in hall.national or query is None:
        await ask_with_your_phone(hall)
        return False
    if not await shall_we_ask(hall, query):
        return False
    try:
        receipt = await filed(hall, identity, query)
    except Refused as refused:
        await it_was_not_taken(refused)
        return False
    except NotShown:
        await come_with_your_phone(hall)
        return False
    await it_is_on_its_way(hall, receipt)
    return True


def query_of(identity: Identity, phone: PhoneNumber, what: National) -> NationalQuery | None:
    """Fill in the query, or None where the sign-in has not told the ID number."""
    if identity.id_number is None:
        return None
    return NationalQuery(what, identity.name, identity.id_number, phone)


async def filed(hall: Hall, identity: Identity, query: NationalQuery) -> NationalReceipt:
    """Send the query, once more where it was so long ago that the phone was shown that a code is wanted."""
    sending = commit(hall.desks.national, query, doing=t("Sending your query"))
    try:
        return await sending
    except Refused as refused:
        if not wants_the_phone(refused):
            raise
    await phone_shown(hall, identity, MATTERS[query.what])
    return await sending


def shall_we_ask(hall: Hall, query: NationalQuery) -> Review:
    """Review before the query is sent: what is asked, where the answer goes, when, and what it costs."""
    asked = {
        National.CARDS: t("How many phone cards every company has under your ID"),
        National.ACCOUNTS: t("How many internet accounts use your number"),
    }[query.what]
    return Review(
        title=t("Shall the national service count for you?"),
        facts=(
            Fact(label=t("It asks"), value=asked),
            Fact(label=t("It gets"), value=WHO_YOU_ARE),
            Fact(label=t("The answer goes to"), value=just(query.phone)),
            Fact(label=t("It comes as"), value=t("an SMS from {sender}", sender=sender_of(hall))),
            Fact(label=t("When"), value=t("within 48 hours")),
            Fact(label=t("It costs"), value=t("nothing")),
        ),
        body=(t("The answer comes to your phone, not to this screen."),),
        picture=PHONE_GETS_IT,
        help=t("You can ask once in 24 hours. A query cannot be called back."),
        yes=t("Yes, send the query"),
        no=t("No, not now"),
    )


def it_is_on_its_way(hall: Hall, receipt: NationalReceipt) -> Tell:
    """Give the slip: when it was asked, until when the answer comes, from whom, and when to ask again."""
    return Tell(
        title=t("Your query is on its way"),
        tone=Tone.DONE,
        picture=PHONE_GETS_IT,
        slip=Slip(
            title=t("National query"),
            lines=(
                Fact(label=t("Asked at"), value=just(Moment(receipt.asked_at))),
                Fact(label=t("SMS comes by"), value=just(Moment(receipt.answer_by)), big=True),
                Fact(label=t("Sender"), value=just(sender_of(hall)), big=True),
                Fact(label=t("Ask again from"), value=just(Moment(receipt.next_at))),
                Fact(label=t("Reference"), value=just(Code(receipt.reference))),
            ),
            advice=beware(),
        ),
        proceed=t("I have noted it"),
    )


def beware() -> tuple[Text, ...]:
    """What a true SMS never does."""
    return (
        t("A true answer asks for no code and no link."),
        t("Never tell a code to anybody who calls you."),
    )


def it_was_not_taken(refused: Refused) -> Tell:
    """The service said no: within 24 hours of the last query, or because the details do not fit."""
    if refused.reason is not Reason.ASKED_RECENTLY:
        fits = refused.reason is not Reason.ID_MISMATCH
        why = t("It gave no reason.") if fits else t("Your details did not fit its records.")
        return Tell(
            title=t("The national service did not take it"),
            body=(why, t("Staff can look at it with your ID card.")),
            tone=Tone.CARE,
        )
    hours = ONE_DAY if refused.retry_after is None else max(1, round(refused.retry_after / 3600))
    return Tell(
        title=t("You have asked already today"),
        body=(
            t("The service answers once in 24 hours."),
            t("You can ask again in about {hours} hours.", hours=Count(hours)),
            t("The SMS from the last query may still be on its way."),
        ),
        picture=PHONE_GETS_IT,
        tone=Tone.CARE,
    )


def come_with_your_phone(hall: Hall) -> Tell:
    """The answer comes by SMS, so without the phone nothing is asked."""
    return Tell(
        title=t("The answer goes to your own phone"),
        body=(
            t("The national service sends it by SMS, so it asks for the phone."),
            t("Come again with your phone, or ask from home: {site}", site=site_of(hall)),
        ),
        picture=PHONE_GETS_IT,
        proceed=t("Go on"),
    )


def sender_of(hall: Hall) -> Code:
    """Return the number that the answer comes from."""
    return Code(hall.guard.rescue.query)


def site_of(hall: Hall) -> str:
    """Return the address of the public page, short enough to read."""
    return hall.entrance.split("/")[2]


def ask_with_your_phone(hall: Hall) -> Scan[None]:
    """Where this kiosk cannot file the query: the public page for one's own phone."""
    return Scan(
        title=t("Ask the national service with your phone"),
        body=(
            t("This kiosk is not connected to it. Your phone can do it."),
            t("The answer comes by SMS from {sender} within 48 hours.", sender=sender_of(hall)),
        ),
        code=hall.entrance,
        site=just(site_of(hall)),
        options=(Option(answer=None, label=t("Done, go on"), icon="tick"),),
        help=t("Scan the square, type what the page asks for, and wait for the SMS."),
    )
