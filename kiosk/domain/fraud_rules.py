"""Whether a message or a call is real: what can be told from what it wants and who it says it is.

The rules follow the police's own sentences: whoever asks for a code, or for silence, cheats; 12381, 96110
and 10699000 ask for nothing. What it wants comes first, for that gives most cheats away by itself. Nothing
makes a claim true: only these three can be real, and a number that is on no list is not safe for it.
Longer than most files: what can be wanted, by whom, and what follows is one table, read together.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kiosk.domain.faults import FraudRecord


class Want(Enum):
    """What a message or a call wants, the gravest first."""

    CODE = "code"
    """A code, a password, the ID card or the face."""
    SCREEN = "screen"
    """That an app is installed, or the screen shared."""
    SECRET = "secret"  # noqa: S105 - what it wants, not one
    """That nobody is told, or that money is handed to somebody who comes for it."""
    CONTACT = "contact"
    """That somebody is added as a friend, or another number rung."""
    MONEY = "money"
    LINK = "link"
    """That a link is opened, or a square scanned."""
    CODE_CAME = "code_came"
    """Nothing: a code came, and nobody asks for it."""
    NOTHING = "nothing"


class Sender(Enum):
    """Who a message or a call says it is from."""

    OFFICE = "office"
    """Police or a court."""
    PUBLIC = "public"
    """Social insurance, electricity and water, a hospital, a school."""
    PHONE_COMPANY = "phone_company"
    BANK = "bank"
    SHOP = "shop"
    """A shop, a courier or an airline."""
    RELATIVE = "relative"
    """Family, a friend, a superior."""
    STRANGER = "stranger"
    WARNING = "warning"
    """An SMS from 12381, by which the ministry warns whoever may be talking with a cheat."""
    POLICE_LINE = "police_line"
    """A call from 96110, by which the police warn."""
    QUERY = "query"
    """An SMS from 10699000, which answers the national query."""


class Verdict(Enum):
    """What can be said of it, from the best to the worst."""

    REAL = "real"
    QUIET = "quiet"
    """It may be what it will: there is nothing to do, so nothing to lose."""
    ASK = "ask"
    """Somebody who knows has to be asked."""
    LIKELY = "likely"
    """It is most likely false."""
    FALSE = "false"

    def or_worse(self, other: Verdict) -> Verdict:
        """Return the worse of two."""
        return max(self, other, key=list(Verdict).index)


class Sign(Enum):
    """What speaks for a verdict."""

    ASKS_CODE = "asks_code"
    ASKS_SCREEN = "asks_screen"
    ASKS_SILENCE = "asks_silence"
    ASKS_CONTACT = "asks_contact"
    ASKS_STRANGELY = "asks_strangely"
    """Who never asks for anything does."""
    NEARLY = "nearly"
    """It is not exactly the number that it should be."""
    OFFICE_MONEY = "office_money"
    BANK_MONEY = "bank_money"
    STRANGER_MONEY = "stranger_money"
    DUE = "due"
    """What is really due can be paid where it always is."""
    LINK = "link"
    BORROWED_NAME = "borrowed_name"
    COPIED_VOICE = "copied_voice"
    NO_HARM = "no_harm"
    """Who does nothing loses nothing."""
    WARNS = "warns"
    POLICE_WARN = "police_warn"
    ANSWERS = "answers"
    FROM_ABROAD = "from_abroad"
    REPORTED = "reported"
    """Several have reported its number."""
    CONFIRMED = "confirmed"
    """The police have confirmed its number."""


class Advice(Enum):
    """What to do."""

    BREAK_OFF = "break_off"
    TELL_NOTHING = "tell_nothing"
    TELL_FAMILY = "tell_family"
    OPEN_NOTHING = "open_nothing"
    ADD_NOBODY = "add_nobody"
    PAY_NOTHING = "pay_nothing"
    FROM_THE_STORE = "from_the_store"
    """What is to be installed comes from the phone's own store."""
    ASK_OFFICE = "ask_office"
    ASK_HOTLINE = "ask_hotline"
    ASK_BANK = "ask_bank"
    ASK_POLICE = "ask_police"
    LOOK_IN_APP = "look_in_app"
    RING_BACK = "ring_back"
    """On a number that was known before."""
    ANSWER_NOTHING = "answer_nothing"
    KEEP_THE_CODE = "keep_the_code"
    COME_BACK = "come_back"
    """If it wants something later."""
    HEED = "heed"
    PICK_UP = "pick_up"
    KEEP_IT = "keep_it"


@dataclass(frozen=True)
class Judgement:
    """A verdict, what speaks for it, and what to do, the first thing first."""

    verdict: Verdict
    signs: tuple[Sign, ...]
    advice: tuple[Advice, ...]


THE_THREE: dict[Sender, Judgement] = {
    Sender.WARNING: Judgement(Verdict.REAL, (Sign.WARNS,), (Advice.HEED,)),
    Sender.POLICE_LINE: Judgement(Verdict.REAL, (Sign.POLICE_WARN,), (Advice.PICK_UP,)),
    Sender.QUERY: Judgement(Verdict.REAL, (Sign.ANSWERS,), (Advice.KEEP_IT,)),
}
"""Those who ask for nothing: real where nothing is asked and the number is theirs to the last digit."""

WHOM_TO_ASK: dict[Sender, Advice] = {
    Sender.PUBLIC: Advice.ASK_OFFICE,
    Sender.PHONE_COMPANY: Advice.ASK_HOTLINE,
    Sender.BANK: Advice.ASK_BANK,
    Sender.SHOP: Advice.LOOK_IN_APP,
    Sender.RELATIVE: Advice.RING_BACK,
    Sender.POLICE_LINE: Advice.ASK_POLICE,
}
GIVEN_AWAY: dict[Want, Judgement] = {
    Want.CODE: Judgement(Verdict.FALSE, (Sign.ASKS_CODE,), (Advice.BREAK_OFF, Advice.TELL_NOTHING)),
    Want.SECRET: Judgement(Verdict.FALSE, (Sign.ASKS_SILENCE,), (Advice.BREAK_OFF, Advice.TELL_FAMILY)),
    Want.CODE_CAME: Judgement(Verdict.QUIET, (Sign.NO_HARM,), (Advice.KEEP_THE_CODE,)),
}
"""What is clear whoever it is from."""

SEVERAL, MANY = 3, 10
"""So many reports are told, and so many make it likely; one or two may be somebody's grudge."""


def judge(
    want: Want,
    sender: Sender | None = None,
    *,
    exact: bool = False,
    number: str = "",
    record: FraudRecord | None = None,
) -> Judgement:
    """Say what can be told. `sender` is None where that need not be asked, see `who_matters`.

    `exact`: it comes from one of the three, to the last digit. `number` and what the shared list knows of it
    only make it worse.
    """
    told = by_what_it_wants(want, sender, exact=exact)
    signs, least = by_its_number(number, record)
    if not signs:
        return told
    verdict = told.verdict.or_worse(least)
    if verdict is told.verdict:
        return Judgement(verdict, (signs[0], told.signs[0]), told.advice)
    if verdict is Verdict.FALSE:
        return Judgement(verdict, signs[:1], (Advice.BREAK_OFF, Advice.TELL_NOTHING))
    return Judgement(verdict, signs[:1], (Advice.ANSWER_NOTHING, *told.advice[-1:]))


def who_matters(want: Want) -> bool:
    """Tell whether it changes anything who it says it is from."""
    return want not in GIVEN_AWAY


def by_what_it_wants(want: Want, sender: Sender | None, *, exact: bool) -> Judgement:
    """Judge without the number."""
    if want in GIVEN_AWAY:
        return GIVEN_AWAY[want]
    assert sender is not None
    match want:
        case Want.NOTHING:
            return of_nothing(sender, exact=exact)
        case Want.SCREEN:
            return of_the_screen(sender)
        case Want.CONTACT:
            return of_contact(sender)
        case Want.MONEY:
            return of_money(sender)
        case _:
            return of_a_link(sender)


def of_nothing(sender: Sender, *, exact: bool) -> Judgement:
    """Whoever wants nothing takes nothing; one of the three is real, or somebody borrows its name."""
    if sender not in THE_THREE:
        return Judgement(Verdict.QUIET, (Sign.NO_HARM,), (Advice.COME_BACK,))
    return THE_THREE[sender] if exact else _false(Sign.NEARLY)


def of_the_screen(sender: Sender) -> Judgement:
    """Offices and the police have apps of their own; nobody else has any business on her screen."""
    if sender in {Sender.PUBLIC, Sender.POLICE_LINE}:
        return Judgement(Verdict.LIKELY, (Sign.BORROWED_NAME,), (Advice.FROM_THE_STORE, WHOM_TO_ASK[sender]))
    return _false(Sign.ASKS_SCREEN)


def of_contact(sender: Sender) -> Judgement:
    """Only family has new numbers."""
    if sender is Sender.RELATIVE:
        return Judgement(Verdict.ASK, (Sign.COPIED_VOICE,), (Advice.RING_BACK,))
    return _false(Sign.ASKS_CONTACT, Advice.ADD_NOBODY)


def of_money(sender: Sender) -> Judgement:
    """Bills are real, and so are children; police, banks and strangers never ask."""
    never = {
        Sender.OFFICE: Sign.OFFICE_MONEY,
        Sender.BANK: Sign.BANK_MONEY,
        Sender.STRANGER: Sign.STRANGER_MONEY,
        **dict.fromkeys(THE_THREE, Sign.ASKS_STRANGELY),
    }
    if sender in never:
        return _false(never[sender])
    sign = {Sender.PUBLIC: Sign.DUE, Sender.RELATIVE: Sign.COPIED_VOICE}.get(sender, Sign.BORROWED_NAME)
    return Judgement(Verdict.ASK, (sign,), (Advice.PAY_NOTHING, WHOM_TO_ASK[sender]))


def of_a_link(sender: Sender) -> Judgement:
    """Real links exist, and cannot be told from false ones by looking."""
    if sender in THE_THREE:
        return _false(Sign.ASKS_STRANGELY, Advice.OPEN_NOTHING)
    if sender in {Sender.OFFICE, Sender.STRANGER}:
        return _false(Sign.LINK, Advice.OPEN_NOTHING)
    return Judgement(Verdict.LIKELY, (Sign.LINK,), (Advice.OPEN_NOTHING, WHOM_TO_ASK[sender]))


def by_its_number(number: str, record: FraudRecord | None) -> tuple[tuple[Sign, ...], Verdict]:
    """Return what its number tells, the gravest first, and the least that is to be feared."""
    signs: tuple[Sign, ...] = (Sign.FROM_ABROAD,) if is_from_abroad(number) else ()
    if record is not None and record.confirmed:
        return (Sign.CONFIRMED, *signs), Verdict.FALSE
    if record is not None and record.reports >= SEVERAL:
        signs = (Sign.REPORTED, *signs)
        return signs, Verdict.LIKELY if record.reports >= MANY else Verdict.REAL
    return signs, Verdict.REAL


def is_from_abroad(number: str) -> bool:
    """Tell whether a number as typed is from abroad: with 00, where a phone shows +, and not 0086."""
    return number.startswith("00") and not number.startswith("0086")


def _false(sign: Sign, second: Advice = Advice.TELL_NOTHING) -> Judgement:
    return Judgement(Verdict.FALSE, (sign,), (Advice.BREAK_OFF, second))
