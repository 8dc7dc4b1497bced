"""一证通查: how many numbers run under my ID, which of them I do not know, and what to do about it."""

from __future__ import annotations

from kiosk.domain.people import LineCount, National
from kiosk.journeys.counts import all_counts, unanswered
from kiosk.journeys.hall import Hall
from kiosk.journeys.knowing import Outcome, are_they_all_yours, without_your_phone
from kiosk.journeys.national import MATTERS, ask_the_nation
from kiosk.journeys.notice import they_agree
from kiosk.journeys.phone_at_hand import with_phone
from kiosk.journeys.sign_in import signed_in
from kiosk.journeys.sms import Start, where_do_you_stand
from kiosk.journeys.sms_counts import explain_the_sms
from kiosk.screens import Choose, Picture
from kiosk.text import t


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
