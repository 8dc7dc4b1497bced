"""一证通查: how many numbers run under my ID, which of them I do not know, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import Enum

from kiosk.domain.failures import Reason, Unavailable
from kiosk.domain.people import Identity, LineCount, National, Operator
from kiosk.journeys.hall import Hall
from kiosk.journeys.national import MATTERS, ask_the_nation
from kiosk.journeys.not_mine import look_through_my_numbers, where_to_go
from kiosk.journeys.notice import they_agree
from kiosk.journeys.phone_at_hand import NotShown, phone_shown, wants_the_phone, with_phone
from kiosk.journeys.sign_in import signed_in
from kiosk.journeys.sms import Start, where_do_you_stand
from kiosk.journeys.sms_counts import explain_the_sms
from kiosk.screens import Choose, Fact, Failed, Mark, Option, Picture, Tell, Tone, Watch, until_told
from kiosk.text import Count, Moment, Text, just, t, tn

USUAL_MOST = 5  # cards one operator may open for one person (MIIT, 2016)


class Outcome(Enum):
    """How the conversation ended."""

    NOT_AGREED = "not_agreed"
    ALL_KNOWN = "all_known"
    OBJECTED = "objected"
    LEFT_OPEN = "left_open"
    SMS_EXPLAINED = "sms_explained"


class Known(Enum):
    """Whether the visitor knows all the numbers, and whose are to be looked at."""

    ALL = "all"
    MINE = "mine"
    OTHERS = "others"


async def one_id(hall: Hall) -> Outcome:
    """See the counts, say whether they are right, and object where they are not."""
    if await look_up_or_explain() is Start.HAVE_SMS:
        await explain_the_sms(hall)
        return Outcome.SMS_EXPLAINED
    if not await they_agree(
        hall,
        why=t("To count the numbers under your ID"),
        to_whom=t("The phone companies, nobody else without asking you"),
    ):
        return Outcome.NOT_AGREED

    identity = await with_phone(hall, await signed_in(hall), MATTERS[National.CARDS])
    if identity.phone is None and not identity.access.token:
        return await without_your_phone(hall, identity)
    arrived = await all_counts(hall, identity)
    counted = any(isinstance(count, LineCount) for count in arrived.values())
    outcome = await are_they_all_yours(hall, identity, arrived) if counted else Outcome.LEFT_OPEN
    if unanswered(hall, arrived):
        await ask_the_nation(hall, identity, National.CARDS)
    return outcome


def look_up_or_explain() -> Choose[Start]:
    """Say what this is about, and begin."""
    return where_do_you_stand(
        title=t("How many numbers run under your ID?"),
        body=(
            t("Somebody may have opened a number in your name."),
            t("We ask the phone companies and show you."),
        ),
        picture=Picture(name="one-id", alt=t("An ID card with several phones on strings.")),
        ask=t("Look it up now"),
        takes=t("Takes about two minutes."),
        explanation=t("The law gives everybody the right to look. It costs nothing."),
    )


# ------------------------------------------------------------------------------------ the counts

Arrived = Mapping[str, LineCount | Failed]


async def all_counts(hall: Hall, identity: Identity) -> Arrived:
    """Have everybody count; once more where it is a while since the phone was shown, and a code is wanted."""
    arrived = (await every_operator_counts(hall, identity)).arrived
    if any(wants_a_code(count) for count in arrived.values()):
        try:
            identity = await phone_shown(hall, identity, MATTERS[National.CARDS])
        except NotShown:
            return nobody_waits(hall, arrived)
        arrived = (await every_operator_counts(hall, identity)).arrived
    return nobody_waits(hall, arrived)


def wants_a_code(count: LineCount | Failed) -> bool:
    """Tell whether a company would count, had the phone been shown lately."""
    return isinstance(count, Failed) and wants_the_phone(count.error)


def every_operator_counts(hall: Hall, identity: Identity) -> Watch[str, LineCount, None]:
    """Ask all connected operators at once and show each answer as it comes."""
    return Watch(
        reads=tuple(
            (operator.id, until_told(hall.desks.counts.count, operator.id, identity))
            for operator in hall.operators
            if operator.counts
        ),
        show=lambda arrived: so_far(hall, arrived),
    )


def nobody_waits(hall: Hall, arrived: Arrived) -> Arrived:
    """Take the answers that have not come as not coming: the visitor has gone on."""
    not_waited_for = Failed(Unavailable(Reason.STOPPED))
    return {operator.id: arrived.get(operator.id, not_waited_for) for operator in hall.operators}


def so_far(hall: Hall, arrived: Arrived) -> Tell:
    """What is known so far: a line for each operator, and whether more is to come."""
    asked = sum(operator.counts for operator in hall.operators)
    waiting = asked - len(arrived)
    return Tell(
        title=t("The companies are counting") if waiting else how_many(arrived),
        body=(meaning(arrived),) if not waiting else (t("Each answer appears as it comes."),),
        facts=tuple(count_of(operator, arrived) for operator in hall.operators),
        picture=Picture(name="counting", alt=t("Cards are being counted.")),
        proceed=t("Go on without waiting") if waiting else t("Go on"),
        help=t("Cards in use are counted. Cancelled cards and house phones are not."),
    )


def how_many(arrived: Arrived) -> Text:
    """Say the sum in a sentence; where nobody has answered, there is none."""
    if any(wants_a_code(count) for count in arrived.values()):
        return t("One more code, please")
    counted = [count.mobile for count in arrived.values() if isinstance(count, LineCount)]
    if not counted:
        return t("No company could count just now")
    total = sum(counted)
    return tn("{count} number runs under your ID", "{count} numbers run under your ID", total)


def meaning(arrived: Arrived) -> Text:
    """Say what the figures mean; more than five at one company is worth a look."""
    if any(wants_a_code(count) for count in arrived.values()):
        return t("It is a while since you showed your phone.")
    if not any(isinstance(count, LineCount) for count in arrived.values()):
        return t("The national service can count for you by SMS.")
    if any(isinstance(count, LineCount) and count.mobile > USUAL_MOST for count in arrived.values()):
        return t("More than five at one company is unusual. Please look closely.")
    return t("These are phone cards in use, your own and your family's.")


def count_of(operator: Operator, arrived: Arrived) -> Fact:
    """One operator's line: its count with the time it was true, or honestly why there is none."""
    label = just(operator.name)
    if not operator.counts:
        return Fact(label=label, value=t("not connected here"), note=t("Ask by SMS"), mark=Mark.CARE)
    match arrived.get(operator.id):
        case None:
            return Fact(label=label, value=t("counting…"), mark=Mark.WAITING)
        case Failed(error) if wants_the_phone(error):
            return Fact(label=label, value=t("wants a code first"), mark=Mark.CARE)
        case Failed():
            return Fact(label=label, value=t("no answer now"), note=t("Ask by SMS"), mark=Mark.CARE)
        case count:
            return Fact(
                label=label,
                value=replace(just(Count(count.mobile)), say=numbers(count.mobile)),
                note=t("as of {time}", time=Moment(count.as_of)),
                mark=Mark.DONE,
                big=True,
            )


def numbers(count: int) -> Text:
    """Say how many numbers there are, as people say it."""
    return tn("{count} number", "{count} numbers", count)


def unanswered(hall: Hall, arrived: Arrived) -> bool:
    """Whether some operator's count is still unknown."""
    return any(not isinstance(arrived.get(operator.id), LineCount) for operator in hall.operators)


# ------------------------------------------------------------------------------ are they all yours?


async def are_they_all_yours(hall: Hall, identity: Identity, arrived: Arrived) -> Outcome:
    """Ask until the visitor knows all the rest; each number that is not theirs is reported on the way."""
    outcome = Outcome.ALL_KNOWN
    while True:
        match await do_you_know_them(hall, identity, arrived, again=outcome is not Outcome.ALL_KNOWN):
            case Known.ALL:
                if outcome is Outcome.ALL_KNOWN:
                    await all_is_well()
                return outcome
            case Known.MINE:
                reported = await look_through_my_numbers(hall, identity)
                outcome = Outcome.OBJECTED if reported else outcome
            case _:
                await where_to_go(hall, others(hall, identity))
                outcome = Outcome.LEFT_OPEN if outcome is Outcome.ALL_KNOWN else outcome


async def without_your_phone(hall: Hall, identity: Identity) -> Outcome:
    """Nobody counts without the phone: what a card alone opens, until the visitor is content."""
    outcome = Outcome.LEFT_OPEN
    while True:
        match await what_a_card_opens(hall, identity):
            case Known.MINE:
                reported = await look_through_my_numbers(hall, identity)
                outcome = Outcome.OBJECTED if reported else outcome
            case Known.OTHERS:
                await where_to_go(hall, others(hall, identity))
            case _:
                return outcome


def what_a_card_opens(hall: Hall, identity: Identity) -> Choose[Known]:
    """Say what is possible still, and what to bring for the rest."""
    own = hall.operator(identity.operator_id)
    options = (
        *((show_mine(own),) if own.lists else ()),
        Option(
            answer=Known.OTHERS,
            label=t("Ask another company"),
            detail=t("We say where to go."),
            icon="building",
        ),
        Option(answer=Known.ALL, label=t("That is enough for today"), icon="tick"),
    )
    return Choose(
        title=t("Without your phone they do not count"),
        body=(t("Come with the phone in your name, and you see them all."),),
        picture=Picture(name="sms-code", alt=t("A phone with a message of six dots.")),
        tone=Tone.CARE,
        options=options,
        help=t("So nobody can look you up with your card alone."),
    )


def show_mine(own: Operator) -> Option[Known]:
    """Offer the list of the numbers at one's own company."""
    return Option(
        answer=Known.MINE,
        label=t("Show my numbers at {operator}", operator=own.name),
        detail=t("One by one."),
        icon="list",
    )


def others(hall: Hall, identity: Identity) -> tuple[Operator, ...]:
    """Every operator whose numbers cannot be listed here for this visitor."""
    own = identity.operator_id
    return tuple(operator for operator in hall.operators if operator.id != own or not operator.lists)


def do_you_know_them(hall: Hall, identity: Identity, arrived: Arrived, *, again: bool) -> Choose[Known]:
    """Ask whether all the numbers are known."""
    own = hall.operator(identity.operator_id)
    return Choose(
        title=t("Do you know all the others?") if again else t("Do you know all of these numbers?"),
        body=(t("Think of your family, your watch, your tablet."),),
        facts=tuple(in_short(count_of(operator, arrived)) for operator in hall.operators),
        options=(
            Option(answer=Known.ALL, label=t("Yes, I know them all"), icon="tick"),
            *((show_mine(own),) if own.lists else ()),
            Option(
                answer=Known.OTHERS,
                label=t("Another company has too many"),
                detail=t("We say where to go."),
                icon="building",
            ),
        ),
    )


def in_short(fact: Fact) -> Fact:
    """Show a count without its time and its tick, which have been seen before."""
    return replace(fact, note=None, mark=Mark.NONE if fact.mark is Mark.DONE else fact.mark)


def all_is_well() -> Tell:
    """Praise the care taken, and say when to look again."""
    return Tell(
        title=t("All is well"),
        body=(
            t("You know every number. Well done for looking."),
            t("Looking once or twice a year is enough."),
        ),
        picture=Picture(name="all-known", alt=t("A tick beside several cards.")),
        tone=Tone.DONE,
    )
