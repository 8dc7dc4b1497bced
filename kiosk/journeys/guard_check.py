"""“Is this message or call real?”: who it says it is, what it wants, what the list knows, and what to do."""

from __future__ import annotations

from enum import Enum

from kiosk.domain.faults import FraudRecord
from kiosk.domain.fraud_rules import REAL, Judgement, Sender, Verdict, Want, judge
from kiosk.journeys.guard_cheated import help_the_cheated
from kiosk.journeys.guard_check_words import ADVICE, SIGNS, TITLES, TONES, picture_of
from kiosk.journeys.guard_number import NO_NUMBER, looked_up, which_number_is_it_from
from kiosk.journeys.guard_report import report_a_number
from kiosk.journeys.hall import Hall
from kiosk.screens import Choose, Fact, Mark, Option, Picture, read
from kiosk.text import Text, t, tn

OFFICIAL = "official"
PLACES = (t("First"), t("Second"), t("Third"))


class Then(Enum):
    """What to do after the verdict."""

    NOTED = "noted"
    REPORT = "report"
    CHEATED = "cheated"


async def is_this_real(hall: Hall) -> None:
    """Ask who and what, look the number up, tell the verdict, and do what is wished then."""
    sender = await who_is_it()
    want = await what_does_it_want()
    number, record, on_list = "", None, None
    if not (sender in REAL and want is Want.NOTHING):
        number = await the_number(hall)
        record = (
            await read(looked_up, hall, number, doing=t("Looking at the shared list")) if number else None
        )
        on_list = what_the_list_says(hall, number, record)
    match await this_is_what_we_think(judge(sender, want, record), want, number, on_list):
        case Then.CHEATED:
            await help_the_cheated(hall)
        case Then.REPORT:
            await report_a_number(hall, number)


async def who_is_it() -> Sender:
    """Ask who it says it is from; the services with short numbers are told apart in a second step."""
    said = await who_does_it_say_it_is()
    return said if isinstance(said, Sender) else await which_service_is_it()


async def the_number(hall: Hall) -> str:
    """Ask for the number where the list can be asked; empty where there is none."""
    if not hall.desks.fraud.connected:
        return ""
    typed = await which_number_is_it_from(needed=False)
    return "" if typed == NO_NUMBER else typed


def who_does_it_say_it_is() -> Choose[Sender | str]:
    """Ask who it says it is from."""
    return Choose(
        title=t("Who does it say it is from?"),
        options=(
            Option[Sender | str](
                answer=OFFICIAL,
                label=t("Police, a court, a service number"),
                detail=t("Such as 12381, 96110 or 10699000."),
                icon="shield",
            ),
            Option(answer=Sender.PHONE_COMPANY, label=t("The phone company"), icon="signal"),
            Option(answer=Sender.BANK, label=t("A bank"), icon="card"),
            Option(answer=Sender.SHOP, label=t("A shop or a courier"), icon="gift"),
            Option(answer=Sender.RELATIVE, label=t("A relative or a friend"), icon="users"),
            Option(answer=Sender.STRANGER, label=t("I do not know them"), icon="question"),
        ),
        picture=Picture(name="message-real", alt=t("A message under a magnifying glass.")),
        help=t("Name who it says it is. Whether that is true we look at together."),
    )


def which_service_is_it() -> Choose[Sender]:
    """Tell the services that warn or answer from offices that do not."""
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
            Option(answer=Sender.OFFICE, label=t("Police, a court, another office"), icon="building"),
        ),
        picture=Picture(name="police-call", alt=t("A handset, and a shield under the cap of the police.")),
    )


def what_does_it_want() -> Choose[Want]:
    """Ask what it wants, the worst first."""
    return Choose(
        title=t("What does it want from you?"),
        body=(t("If several fit, touch the topmost of them."),),
        options=(
            Option(answer=Want.CODE, label=t("A code or a password"), icon="key"),
            Option(answer=Want.SCREEN, label=t("To install an app, or see my screen"), icon="phone"),
            Option(answer=Want.MONEY, label=t("That I pay or send money"), icon="coins"),
            Option(answer=Want.LINK, label=t("That I open a link"), icon="globe"),
            Option(answer=Want.NOTHING, label=t("Nothing, it only tells me something"), icon="tick"),
        ),
    )


def what_the_list_says(hall: Hall, number: str, record: FraudRecord | None) -> Fact:
    """Say what the shared list knows, or honestly why it was not asked; not listed never means safe."""
    label = t("The companies' shared list")
    if not hall.desks.fraud.connected:
        return Fact(label=label, value=t("cannot be asked here"))
    if not number:
        return Fact(label=label, value=t("was not asked, without a number"))
    if record is None:
        return Fact(label=label, value=t("does not answer just now"))
    if record.confirmed:
        return Fact(label=label, value=t("The police know this number"), mark=Mark.CARE)
    if record.reports:
        value = tn("Reported by {count} person", "Reported by {count} people", record.reports)
        return Fact(label=label, value=value, mark=Mark.CARE)
    return Fact(label=label, value=t("not on it"), note=t("That does not make it safe."))


def this_is_what_we_think(judged: Judgement, want: Want, number: str, on_list: Fact | None) -> Choose[Then]:
    """Tell the verdict, why, and what to do; offer what follows from it."""
    doubtful = judged.verdict is not Verdict.REAL
    cheated = Option(
        answer=Then.CHEATED,
        label=t("I have told or paid something already"),
        detail=t("Staff come at once."),
        icon="siren",
        tone=TONES[Verdict.FALSE],
    )
    report = Option(answer=Then.REPORT, label=t("Report this number"), icon="megaphone")
    return Choose(
        title=TITLES[judged.verdict],
        body=tuple(SIGNS[sign] for sign in judged.signs),
        facts=(*as_steps(tuple(ADVICE[one] for one in judged.advice)), *((on_list,) if on_list else ())),
        tone=TONES[judged.verdict],
        picture=picture_of(judged, want, checked=bool(number)),
        options=(
            Option(answer=Then.NOTED, label=t("Thank you, I see"), icon="tick"),
            *((report,) if number and doubtful else ()),
            *((cheated,) if doubtful else ()),
        ),
    )


def as_steps(advice: tuple[Text, ...]) -> tuple[Fact, ...]:
    """Number what to do; a single thing needs no number."""
    if len(advice) == 1:
        return (Fact(label=t("What to do"), value=advice[0], big=True),)
    return tuple(Fact(label=place, value=one) for place, one in zip(PLACES, advice, strict=False))
