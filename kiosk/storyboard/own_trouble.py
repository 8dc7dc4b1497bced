"""The stories of finding what is wrong: at home, in an area, in a phone, in a card."""

from __future__ import annotations

from kiosk.storyboard.scenes import ARRIVING, by_phone, tile
from kiosk.storyboard.script import Scene, Story, choose, choose_number, go_on, press

XIE, HAN, QIU, JIANG, HE, REN = (
    "xie-guiying",
    "han-fengqin",
    "qiu-meilan",
    "jiang-guodong",
    "he-shufen",
    "ren-guilan",
)
SEEN = Scene("This is what we see from here", go_on())
TESTED = Scene("Your line was tested", go_on())
NO_BETTER = press("Done, but no better")
DAY = Scene("On which day shall somebody come?", choose_number(0))
LATER = Scene("On which day shall somebody come?", choose_number(1))
TIME = Scene("At what time?", choose_number(0))
REPAIR_ON_FILE = (
    *tile("My orders, complaints", "My orders"),
    *by_phone(XIE),
    Scene("These are your orders and requests", press("A repair")),
)


def looked_at(symptom: str, person: str, operator: str = "mobile") -> tuple[Scene, ...]:
    """Choose what does not work, and let the kiosk look first."""
    return (
        Scene("What can we do for you?", press("Something does not work")),
        Scene("What does not work?", press(symptom)),
        Scene("Shall we look ourselves first?", press("Yes, look first")),
        *by_phone(person, operator),
        SEEN,
    )


TROUBLESHOOT = Story(
    "troubleshoot",
    (
        (
            *ARRIVING,
            *looked_at("My internet at home", XIE),
            TESTED,
            Scene("Your box does not answer. Which lamps are on at home?", press("LOS is red")),
            Scene("Push the thin cable straight in until it clicks", NO_BETTER),
            Scene("Lay the thin cable in wide bows", press("Nobody can do it now")),
            Scene("Try it at home yourself, or shall somebody come?", press("Somebody shall come")),
            Scene("Have it repaired?", press("Yes, have it repaired")),
            Scene("When shall somebody come?", press("Choose a day")),
            DAY,
            TIME,
            Scene("Shall somebody come at this time?", press("Yes, come then")),
            Scene("Your repair is on file", go_on()),
        ),
        (
            *ARRIVING,
            *REPAIR_ON_FILE,
            Scene("A repair", press("Choose another time")),
            LATER,
            TIME,
            Scene("Move the visit to this time?", press("Yes, move it")),
            Scene("Somebody comes at this time", go_on()),
            Scene("These are your orders and requests", press("A repair")),
            Scene("A repair", press("Cancel the visit")),
            Scene("Cancel this visit?", press("Yes, nobody need come")),
            Scene("The visit is cancelled", go_on()),
        ),
        (
            *ARRIVING,
            *looked_at("My internet at home", HAN, "telecom"),
            Scene("There is a fault in your area", press("Send me an SMS when it is over")),
            Scene("Have an SMS sent when it is over?", press("Yes, send me an SMS")),
            Scene("You get an SMS when it is over", go_on()),
        ),
        (
            *ARRIVING,
            *looked_at("I cannot make calls", QIU, "unicom"),
            Scene("Is a small aeroplane at the top? Switch it off", NO_BETTER),
            Scene("Switch your phone off and on again", NO_BETTER),
            Scene("Take the card out, wipe it dry, put it back", NO_BETTER),
            Scene("Staff put your card into the test phone. What does it show?", press("It can make calls")),
            Scene("Which phone is yours?", press("One with a large screen, 4G or 5G")),
            Scene("Your card is good. The phone has a fault.", go_on()),
        ),
        (
            *ARRIVING,
            *looked_at("My television", JIANG, "telecom"),
            TESTED,
            Scene("Is the small box's lamp on? Push in its plug", press("It works now")),
            Scene("It works again", go_on()),
        ),
        (
            *ARRIVING,
            *looked_at("I cannot make calls", HE),
            Scene("Your card is of an old kind", press("Not now")),
        ),
        (
            *ARRIVING,
            Scene("What can we do for you?", press("Something does not work")),
            Scene("What does not work?", press("I cannot make calls")),
            Scene("Shall we look ourselves first?", press("No, just ask me")),
            Scene("Which company is it with?", choose("unicom")),
            SEEN,
            Scene("Ring any number. What do you hear?", press("It rings, or it is engaged")),
            Scene("What is it exactly?", press("Nobody reaches me, it does not ring")),
            Scene("Have staff ring you. What does your phone do?", press("It shows nothing at all")),
            Scene("Have staff switch off call forwarding", press("Please help me with it")),
            Scene("Somebody is coming", go_on()),
            Scene("Have staff switch off call forwarding", press("It works now")),
            Scene("It works again", go_on()),
        ),
        (
            *ARRIVING,
            *looked_at("My internet at home", REN),
            TESTED,
            Scene("Where is it bad?", press("Everywhere it is gone or breaks off")),
            Scene("Push in the router's plug and its cable", press("Nobody can do it now")),
            Scene("Try it at home yourself, or shall somebody come?", press("I try it at home first")),
            Scene("Try this at home first", go_on()),
        ),
    ),
)
