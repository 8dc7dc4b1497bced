"""“Is this message or call real?”: a known trick, else what it wants, who it says it is, its number."""

from __future__ import annotations

from kiosk.domain.faults import Cheat, FraudRecord
from kiosk.domain.fraud_rules import THE_THREE, Judgement, Sender, Verdict, Want, judge, who_matters
from kiosk.domain.scams import NONE_OF_THEM, Scam
from kiosk.journeys.guard_cheated import help_the_cheated
from kiosk.journeys.guard_check_questions import (
    is_it_exactly_this_number,
    is_it_like_one_of_these,
    what_does_it_want,
    which_service_is_it,
    who_does_it_say_it_is,
)
from kiosk.journeys.guard_number import NO_NUMBER, looked_up, which_number_is_it_from
from kiosk.journeys.guard_report import report_a_number
from kiosk.journeys.guard_verdict import Then, it_is_this_trick, this_is_what_we_think, what_the_list_says
from kiosk.journeys.hall import Hall
from kiosk.screens import Fact, read
from kiosk.text import t

PLAYED: dict[Sender, Cheat] = {
    Sender.OFFICE: Cheat.POLICE,
    Sender.PUBLIC: Cheat.POLICE,
    Sender.PHONE_COMPANY: Cheat.SHOP,
    Sender.BANK: Cheat.SHOP,
    Sender.SHOP: Cheat.SHOP,
    Sender.RELATIVE: Cheat.RELATIVE,
    **dict.fromkeys(THE_THREE, Cheat.POLICE),
}
"""What a number is reported for, by whom it played; of strangers that is not known."""
NOTHING_TOLD: tuple[Fact, ...] = ()


async def is_this_real(hall: Hall) -> None:
    """Tell a trick that she knows again at once; else ask, tell the verdict, and do what is wished then."""
    scam = await which_trick(hall)
    if scam is None:
        await judge_it(hall)
    else:
        await what_follows(hall, await it_is_this_trick(scam), "", scam.played)


async def which_trick(hall: Hall) -> Scam | None:
    """Ask whether it is like one that goes round; None where it is not."""
    if not hall.scams:
        return None
    like = await is_it_like_one_of_these(hall.scams)
    return None if like == NONE_OF_THEM else next(scam for scam in hall.scams if scam.name == like)


async def judge_it(hall: Hall) -> None:
    """Ask what it wants, then who where that matters, and its number where it can still tell something."""
    want = await what_does_it_want()
    sender = await who_is_it() if who_matters(want) else None
    exact = want is Want.NOTHING and sender in THE_THREE and await is_it_exactly(hall, sender)
    judged = judge(want, sender, exact=exact)
    number, on_list = "", NOTHING_TOLD
    if judged.verdict in {Verdict.ASK, Verdict.LIKELY} and hall.desks.fraud.connected:
        number, judged, record = await with_its_number(hall, want, sender)
        on_list = (what_the_list_says(number, record),)
    played = PLAYED.get(sender) if sender is not None else None
    await what_follows(hall, await this_is_what_we_think(hall, judged, want, sender, on_list), number, played)


async def who_is_it() -> Sender:
    """Ask who it says it is from; the three services are told apart in a second step."""
    said = await who_does_it_say_it_is()
    return said if isinstance(said, Sender) else await which_service_is_it()


async def is_it_exactly(hall: Hall, sender: Sender) -> bool:
    """Have her compare the number of one of the three, digit by digit."""
    rescue = hall.guard.rescue
    numbers = {
        Sender.WARNING: rescue.warning,
        Sender.POLICE_LINE: rescue.police_line,
        Sender.QUERY: rescue.query,
    }
    return await is_it_exactly_this_number(numbers[sender], called=sender is Sender.POLICE_LINE)


async def with_its_number(
    hall: Hall, want: Want, sender: Sender | None
) -> tuple[str, Judgement, FraudRecord | None]:
    """Ask for the number, look it up, and judge once more."""
    typed = await which_number_is_it_from(needed=False)
    number = "" if typed == NO_NUMBER else typed
    record = None
    if number:
        record = await read(looked_up, hall, number, doing=t("Looking at the shared list"))
    return number, judge(want, sender, number=number, record=record), record


async def what_follows(hall: Hall, then: Then, number: str, played: Cheat | None) -> None:
    """Help whoever was cheated already, or report the number."""
    match then:
        case Then.CHEATED:
            await help_the_cheated(hall)
        case Then.REPORT:
            await report_a_number(hall, number, played)
