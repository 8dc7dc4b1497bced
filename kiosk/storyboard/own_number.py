"""The stories of one's number and SIM card: cancelled, replaced, stopped and restored, taken elsewhere."""

from __future__ import annotations

from kiosk.storyboard.scenes import (
    ARRIVING,
    NOTICE,
    SIGNED,
    STAFF_LOOK,
    WANG,
    by_card,
    by_phone,
    lay_card,
    tile,
)
from kiosk.storyboard.script import PayByPhone, Scene, Story, choose, choose_number, go_on, press

MA, HUANG, PENG, LI = "ma-lihua", "huang-yulan", "peng-yaqin", "li-weidong"
SUN, WU, DENG = "sun-deshun", "wu-changhai", "deng-xiaohong"
CARD = "My number and SIM card"
FIRST = Scene("Which number is it about?", choose_number(0))
SECOND = Scene("Which number is it about?", choose_number(1))
SOMETHING_STANDS = Scene("{count} thing stands in the way", go_on())
FOR_TODAY = (
    Scene("What shall we do about it first?", press("Leave it for today")),
    Scene("Good. We leave it for today.", go_on()),
)


def card_for_all(person: str, operator: str) -> tuple[Scene, ...]:
    """Show the ID card where a phone would do: the phone is lost, or its number is stopped."""
    return (
        NOTICE,
        Scene("How would you like to show who you are?", press("My ID card")),
        *lay_card(person),
        Scene("Which company is it about?", choose(operator)),
    )


CANCEL_NUMBER = Story(
    "cancel-number",
    (
        (
            *ARRIVING,
            *tile(CARD, "Cancel a number"),
            *by_card(MA, "telecom"),
            FIRST,
            Scene("Who uses this number?", press("I do")),
            Scene("Nothing stands in the way", go_on()),
            Scene("Where shall your money go?", choose_number(0)),
            Scene("First take this number out of these", go_on()),
            Scene("Have you taken the number out?", press("Yes, everywhere")),
            *STAFF_LOOK,
            Scene("Cancel this number for good?", press("I understand. Cancel this number")),
            SIGNED,
            Scene("Your number is cancelled", go_on()),
        ),
        (
            *ARRIVING,
            *tile(CARD, "Cancel a number"),
            *by_card(HUANG),
            FIRST,
            Scene("Who uses this number?", press("Somebody I know")),
            Scene("Do they know that it will be gone?", press("Yes, they know")),
            SOMETHING_STANDS,
            Scene("What shall we do about it first?", press("Other cards hang on this number")),
            Scene("Have the other cards moved?", press("Yes, have them moved")),
            Scene("Your request is on file", go_on()),
            SOMETHING_STANDS,
            *FOR_TODAY,
        ),
    ),
)

REPLACE_SIM = Story(
    "replace-sim",
    (
        (
            *ARRIVING,
            *tile(CARD, "Lost or broken SIM card"),
            Scene("Why do you need a new card?", press("It is lost")),
            *card_for_all(PENG, "mobile"),
            FIRST,
            Scene("Stop this number now?", press("Yes, stop it now")),
            SIGNED,
            Scene("Your number is stopped", go_on()),
            Scene("Do you want a new card now?", press("Yes, get a new card")),
            *STAFF_LOOK,
            Scene("Get a new card for this number?", press("I understand. Get a new card")),
            SIGNED,
            Scene("Your new card is ready", go_on()),
        ),
        (
            *ARRIVING,
            *tile(CARD, "Lost or broken SIM card"),
            Scene("Why do you need a new card?", press("It does not work")),
            *by_card(LI),
            Scene("Somebody may have changed your card", press("Call staff to me")),
            Scene("Somebody is coming", go_on()),
        ),
    ),
)

SUSPEND_RESTORE = Story(
    "suspend-restore",
    (
        (
            *ARRIVING,
            *tile(CARD, "Stop a number, or restore it"),
            *card_for_all(SUN, "mobile"),
            Scene("This is not your fault", go_on()),
            *STAFF_LOOK,
            Scene("Let this number run again?", press("Yes, let it run again")),
            SIGNED,
            Scene("Your number runs again", go_on()),
        ),
        (
            *ARRIVING,
            *tile(CARD, "Stop a number, or restore it"),
            *card_for_all(WU, "unicom"),
            Scene("Something is still to be paid", go_on()),
            Scene("How much do you want to pay?", press("What is owed")),
            Scene("Is this the right number?", press("Yes, this is right")),
            Scene("Pay by scanning this", PayByPhone(WU)),
            Scene("It is paid", go_on()),
        ),
        (
            *ARRIVING,
            *tile(CARD, "Stop a number, or restore it"),
            *by_phone(WANG),
            SECOND,
            Scene("This number runs. Why should it stop?", press("I want to keep it, unused")),
            Scene("Stop this number now?", press("Yes, stop it now")),
            SIGNED,
            Scene("Your number is stopped", go_on()),
        ),
    ),
)

PORT_OUT = Story(
    "port-out",
    (
        (
            *ARRIVING,
            *tile(CARD, "Change the company, keep the number"),
            Scene("Change the company, keep the number", go_on()),
            *by_phone(WANG),
            SECOND,
            Scene("Nothing stands in the way", go_on()),
            Scene("Send this SMS with your phone", go_on()),
            Scene("Do you go to the new company now?", press("Yes, I go there now")),
            Scene("Now ask for the code by SMS", go_on()),
            Scene("Take this to the new company's hall", go_on()),
        ),
        (
            *ARRIVING,
            *tile(CARD, "Change the company, keep the number"),
            Scene("Change the company, keep the number", go_on()),
            *by_phone(DENG, "unicom"),
            SOMETHING_STANDS,
            Scene("What shall we do about it first?", press("Less than 120 days with this company")),
            Scene("A person helps you with this", press("Back to the list")),
            SOMETHING_STANDS,
            *FOR_TODAY,
        ),
    ),
)

OWN_NUMBER = (CANCEL_NUMBER, REPLACE_SIM, SUSPEND_RESTORE, PORT_OUT)
