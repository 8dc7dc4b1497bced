"""The verdict on a message or a call: what gives it away, what to do, and what follows from it."""

from __future__ import annotations

from enum import Enum

from kiosk.domain.faults import FraudRecord
from kiosk.domain.fraud_rules import SEVERAL, Judgement, Sender, Verdict, Want
from kiosk.domain.scams import Scam
from kiosk.journeys.guard_check_words import SIGNS, TITLES, TONES, picture_of, title_of, words_of
from kiosk.journeys.hall import Hall
from kiosk.journeys.in_order import in_order
from kiosk.screens import Choose, Fact, Mark, Option, Picture, Tone
from kiosk.text import Text, t, tn


class Then(Enum):
    """What to do after the verdict."""

    NOTED = "noted"
    REPORT = "report"
    CHEATED = "cheated"


def this_is_what_we_think(
    hall: Hall, judged: Judgement, want: Want, sender: Sender | None, on_list: tuple[Fact, ...]
) -> Choose[Then]:
    """Tell the verdict, why, and what to do; offer what follows from it."""
    advice = tuple(words_of(one, hall.operators) for one in judged.advice)
    return Choose(
        title=title_of(judged, want),
        body=tuple(SIGNS[sign] for sign in judged.signs),
        facts=(*as_steps(advice), *on_list),
        tone=TONES[judged.verdict],
        picture=picture_of(judged, want, sender),
        options=what_may_follow(judged.verdict),
    )


def it_is_this_trick(scam: Scam) -> Choose[Then]:
    """Name a trick that goes round, and what to do."""
    return Choose(
        title=TITLES[Verdict.FALSE],
        body=scam.trick,
        facts=as_steps(scam.todo),
        tone=Tone.DANGER,
        picture=Picture(name=scam.picture, alt=scam.shows),
        options=what_may_follow(Verdict.FALSE),
    )


def what_may_follow(verdict: Verdict) -> tuple[Option[Then], ...]:
    """Offer help first to whoever has told or paid; what is harmless needs nothing."""
    noted = Option(answer=Then.NOTED, label=t("Thank you, I see"), icon="tick")
    if verdict in {Verdict.REAL, Verdict.QUIET}:
        return (noted,)
    cheated = Option(
        answer=Then.CHEATED,
        label=t("I have told or paid something already"),
        detail=t("Staff come at once."),
        icon="siren",
        tone=Tone.DANGER,
    )
    report = Option(answer=Then.REPORT, label=t("Report this number"), icon="megaphone")
    return (cheated, noted, report) if verdict is Verdict.FALSE else (noted, report, cheated)


def what_the_list_says(number: str, record: FraudRecord | None) -> Fact:
    """Say what the shared list knows, or honestly why it was not asked; not listed never means safe."""
    label = t("The companies' shared list")
    if not number:
        return Fact(label=label, value=t("was not asked, without a number"))
    if record is None:
        return Fact(label=label, value=t("does not answer just now"))
    if record.confirmed:
        return Fact(label=label, value=t("The police know this number"), mark=Mark.CARE)
    if record.reports:
        value = tn("Reported by {count} person", "Reported by {count} people", record.reports)
        several = record.reports >= SEVERAL
        return Fact(label=label, value=value, mark=Mark.CARE if several else Mark.NONE)
    return Fact(label=label, value=t("not on it"), note=t("That does not make it safe."))


def as_steps(advice: tuple[Text, ...]) -> tuple[Fact, ...]:
    """Number what to do; a single thing needs no number."""
    if len(advice) == 1:
        return (Fact(label=t("What to do"), value=advice[0], big=True),)
    return in_order(advice)
