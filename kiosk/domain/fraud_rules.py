"""Whether a message or a call is real: what can be told from who it says it is and what it wants.

The rules follow the police's own sentences: whoever asks for a code, or to see a screen, cheats; 12381, 96110
and 10699000 ask for nothing. Nothing makes a claim true, so that only these three can be real, and a number
that is on no list is not safe for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kiosk.domain.faults import FraudRecord


class Sender(Enum):
    """Who a message or a call says it is from."""

    WARNING = "warning"
    """An SMS from 12381, by which the ministry warns whoever may be talking with a cheat."""
    POLICE_LINE = "police_line"
    """A call from 96110, by which the police warn."""
    QUERY = "query"
    """An SMS from 10699000, which answers the national query."""
    OFFICE = "office"
    """Police, a court, or another office."""
    PHONE_COMPANY = "phone_company"
    BANK = "bank"
    SHOP = "shop"
    """A shop or a courier."""
    RELATIVE = "relative"
    STRANGER = "stranger"


class Want(Enum):
    """What a message or a call wants."""

    NOTHING = "nothing"
    LINK = "link"
    """That a link is opened."""
    CODE = "code"
    """A code or a password."""
    MONEY = "money"
    SCREEN = "screen"
    """That an app is installed, or the screen shared."""


class Verdict(Enum):
    """What can be said of it."""

    FALSE = "false"
    CAREFUL = "careful"
    REAL = "real"


class Sign(Enum):
    """What speaks for a verdict."""

    ASKS_CODE = "asks_code"
    ASKS_SCREEN = "asks_screen"
    ASKS_STRANGELY = "asks_strangely"
    """Who never asks for anything does."""
    OFFICE_MONEY = "office_money"
    STRANGER_MONEY = "stranger_money"
    LINK = "link"
    BORROWED_NAME = "borrowed_name"
    COPIED_VOICE = "copied_voice"
    ASKS_NOTHING = "asks_nothing"
    WARNS = "warns"
    POLICE_WARN = "police_warn"
    ANSWERS = "answers"
    REPORTED = "reported"
    """Others have reported its number."""
    CONFIRMED = "confirmed"
    """The police have confirmed its number."""


class Advice(Enum):
    """What to do."""

    BREAK_OFF = "break_off"
    TELL_NOTHING = "tell_nothing"
    OPEN_NOTHING = "open_nothing"
    PAY_NOTHING = "pay_nothing"
    ASK_POLICE = "ask_police"
    ASK_HOTLINE = "ask_hotline"
    ASK_BANK = "ask_bank"
    LOOK_IN_APP = "look_in_app"
    RING_BACK = "ring_back"
    """On a number that was known before."""
    ANSWER_NOTHING = "answer_nothing"
    HEED = "heed"
    PICK_UP = "pick_up"
    KEEP_IT = "keep_it"


@dataclass(frozen=True)
class Judgement:
    """A verdict, what speaks for it, and what to do, the first thing first."""

    verdict: Verdict
    signs: tuple[Sign, ...]
    advice: tuple[Advice, ...]


REAL: dict[Sender, Judgement] = {
    Sender.WARNING: Judgement(Verdict.REAL, (Sign.WARNS, Sign.ASKS_NOTHING), (Advice.HEED,)),
    Sender.POLICE_LINE: Judgement(Verdict.REAL, (Sign.POLICE_WARN, Sign.ASKS_NOTHING), (Advice.PICK_UP,)),
    Sender.QUERY: Judgement(Verdict.REAL, (Sign.ANSWERS, Sign.ASKS_NOTHING), (Advice.KEEP_IT,)),
}
"""Those who ask for nothing, as long as they do not."""

WHOM_TO_ASK: dict[Sender, Advice] = {
    Sender.OFFICE: Advice.ASK_POLICE,
    Sender.PHONE_COMPANY: Advice.ASK_HOTLINE,
    Sender.BANK: Advice.ASK_BANK,
    Sender.SHOP: Advice.LOOK_IN_APP,
    Sender.RELATIVE: Advice.RING_BACK,
    Sender.STRANGER: Advice.ANSWER_NOTHING,
}


def judge(sender: Sender, want: Want, record: FraudRecord | None = None) -> Judgement:
    """Say what can be told; `record` is what the shared list knows of the number, and only makes it worse."""
    told = by_what_it_says(sender, want)
    if record is None or not (record.reports or record.confirmed):
        return told
    sign = Sign.CONFIRMED if record.confirmed else Sign.REPORTED
    signs = (sign,) if told.verdict is Verdict.REAL else (sign, told.signs[0])
    if record.confirmed or told.verdict is Verdict.FALSE:
        return Judgement(Verdict.FALSE, signs, (Advice.BREAK_OFF, Advice.TELL_NOTHING))
    asked = told.advice if told.verdict is Verdict.CAREFUL else (Advice.ASK_POLICE,)
    return Judgement(Verdict.CAREFUL, signs, asked)


def by_what_it_says(sender: Sender, want: Want) -> Judgement:
    """Judge without the list."""
    if sender in REAL and want is Want.NOTHING:
        return REAL[sender]
    sign = surely_false(sender, want)
    if sign is not None:
        return Judgement(Verdict.FALSE, (sign,), (Advice.BREAK_OFF, Advice.TELL_NOTHING))
    return Judgement(Verdict.CAREFUL, doubts(sender, want), (*refrain(want), WHOM_TO_ASK[sender]))


def surely_false(sender: Sender, want: Want) -> Sign | None:
    """Return what gives a cheat away, or None where nothing does for sure."""
    match sender, want:
        case _, Want.CODE:
            return Sign.ASKS_CODE
        case _, Want.SCREEN:
            return Sign.ASKS_SCREEN
        case ((Sender.WARNING | Sender.POLICE_LINE | Sender.QUERY), _):
            return Sign.ASKS_STRANGELY
        case Sender.OFFICE, Want.MONEY:
            return Sign.OFFICE_MONEY
        case Sender.STRANGER, Want.MONEY:
            return Sign.STRANGER_MONEY
        case _:
            return None


def doubts(sender: Sender, want: Want) -> tuple[Sign, ...]:
    """Say why to be careful with what may be real."""
    name = Sign.COPIED_VOICE if sender is Sender.RELATIVE else Sign.BORROWED_NAME
    return (name, *{Want.LINK: (Sign.LINK,), Want.NOTHING: (Sign.ASKS_NOTHING,)}.get(want, ()))


def refrain(want: Want) -> tuple[Advice, ...]:
    """Say what not to do before somebody was asked."""
    return {Want.LINK: (Advice.OPEN_NOTHING,), Want.MONEY: (Advice.PAY_NOTHING,)}.get(want, ())
