"""How many numbers there are, company by company, as the answers come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kiosk.domain.failures import Reason, Unavailable
from kiosk.domain.people import Identity, LineCount, National, Operator
from kiosk.journeys.hall import Hall
from kiosk.journeys.national import MATTERS
from kiosk.journeys.phone_at_hand import NotShown, phone_shown, wants_the_phone
from kiosk.screens import Fact, Failed, Mark, Picture, Tell, Watch, until_told
from kiosk.text import Count, Moment, Text, just, t, tn

USUAL_MOST = 5  # cards one operator may open for one person (MIIT, 2016)
Arrived = Mapping[str, LineCount | Failed]


async def all_counts(hall: Hall, identity: Identity) -> Arrived:
    """Have everybody count; once more where it is a while since the phone was shown, and a code is wanted."""
    arrived = (await every_operator_counts(hall, identity)).arrived
    if a_code_is_wanted(arrived):
        try:
            identity = await phone_shown(hall, identity, MATTERS[National.CARDS])
        except NotShown:
            return nobody_waits(hall, arrived)
        arrived = (await every_operator_counts(hall, identity)).arrived
    return nobody_waits(hall, arrived)


def a_code_is_wanted(arrived: Arrived) -> bool:
    """Tell whether a company would count, had the phone been shown lately."""
    return any(isinstance(count, Failed) and wants_the_phone(count.error) for count in arrived.values())


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
    if a_code_is_wanted(arrived):
        return t("One more code, please")
    counted = [count.mobile for count in arrived.values() if isinstance(count, LineCount)]
    if not counted:
        return t("No company could count just now")
    total = sum(counted)
    return tn("{count} number runs under your ID", "{count} numbers run under your ID", total)


def meaning(arrived: Arrived) -> Text:
    """Say what the figures mean; more than five at one company is worth a look."""
    if a_code_is_wanted(arrived):
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


def in_short(fact: Fact) -> Fact:
    """Show a count without its time and its tick, which have been seen before."""
    return replace(fact, note=None, mark=Mark.NONE if fact.mark is Mark.DONE else fact.mark)
