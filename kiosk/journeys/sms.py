"""What both national queries share: beginning, or having the SMS in hand, and typing in what it says."""

from __future__ import annotations

from enum import Enum

from kiosk.screens import Choose, Option, Picture, Row, Tally
from kiosk.text import Text, t


class Start(Enum):
    """Where the visitor stands: at the beginning, or with the SMS in hand."""

    ASK = "ask"
    HAVE_SMS = "have_sms"


def where_do_you_stand(
    *, title: Text, body: tuple[Text, ...], picture: Picture, ask: Text, takes: Text, explanation: Text
) -> Choose[Start]:
    """Say what this is about in two sentences, and begin; `takes` says how long asking takes."""
    return Choose(
        title=title,
        body=body,
        picture=picture,
        options=(
            Option(answer=Start.ASK, label=ask, detail=takes, icon="search"),
            Option(
                answer=Start.HAVE_SMS,
                label=t("I have the SMS already"),
                detail=t("We explain what 10699000 wrote."),
                icon="message",
            ),
        ),
        help=explanation,
    )


def what_does_it_say(rows: tuple[Row[str], ...]) -> Tally[str]:
    """Ask for the counts as the SMS gives them, company by company."""
    return Tally(
        title=t("What does the SMS say?"),
        body=(t("Set the number for each company. Leave 0 where it names none."),),
        rows=rows,
        help=t("The SMS comes from 10699000. It names each company and a number."),
    )
