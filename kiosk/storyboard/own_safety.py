"""The stories of staying safe from fraud, of complaining, and of saying how it was."""

from __future__ import annotations

from kiosk.storyboard.scenes import ARRIVING, CARD_SIGN_IN, NOTICE, SIGNED, WANG, by_card, by_phone, tile
from kiosk.storyboard.script import Scene, Story, choose, choose_number, go_on, press

GUARDED = (*ARRIVING, *tile("Fraud, and my ID", "Keep me safe from fraud"))
WHAT = "How can we keep you safe?"
WHOSE = "Which company is your phone with?"
SEND = "Send this SMS with your phone"
STRANGER, CHEAT = "17099009909", "4009900990"
"""A number that the sandbox's list does not know, and one that it does."""
FIRST_NUMBER = Scene("Which number is it about?", choose_number(0))
MATTERS = "My orders, complaints"

FRAUD_GUARD = Story(
    "fraud-guard",
    (
        (
            *GUARDED,
            Scene(WHAT, press("I may have been cheated")),
            Scene("Hang up now, and pay nothing", go_on()),
            Scene("What has happened so far?", press("They saw my screen, or I installed an app")),
            Scene("Switch the phone off now", go_on()),
            Scene("Call your bank now", go_on()),
            Scene("Call 96110 and tell what happened", go_on()),
            Scene("Keep everything as proof", go_on()),
            Scene("Take this along", go_on()),
            Scene("Shall your number be stopped for now?", press("Yes, stop it")),
            *by_card(WANG),
            FIRST_NUMBER,
            Scene("Stop this number now?", press("Yes, stop it now")),
            SIGNED,
            Scene("Your number is stopped", go_on()),
        ),
        (
            *GUARDED,
            Scene(WHAT, press("Block calls from abroad")),
            Scene("Do you have family or friends abroad who ring you?", press("No. Block them")),
            Scene(WHOSE, choose("mobile")),
            Scene(SEND, press("Staff help me send it")),
            Scene("Somebody is coming", go_on()),
            Scene(SEND, press("I have sent it")),
            Scene("The company answers by SMS", go_on()),
        ),
        (
            *GUARDED,
            Scene(WHAT, press("Block calls from abroad")),
            Scene(
                "Do you have family or friends abroad who ring you?",
                press("Yes, somebody does"),
            ),
            Scene("Then better let calls from abroad through", press("Keep nuisance calls away instead")),
            Scene(WHOSE, choose("unicom")),
            Scene("{operator} has no SMS for this", press("I call the hotline")),
        ),
        (
            *GUARDED,
            Scene(WHAT, press("Is this message or call real?")),
            Scene("Who does it say it is from?", press("Police, a court, a service number")),
            Scene("Which of these is it?", press("An SMS from 12381")),
            Scene("What does it want from you?", press("Nothing, it only tells me something")),
            Scene("This is real, as long as it asks for nothing", press("Thank you, I see")),
        ),
        (
            *GUARDED,
            Scene(WHAT, press("Is this message or call real?")),
            Scene("Who does it say it is from?", press("A shop or a courier")),
            Scene("What does it want from you?", press("That I open a link")),
            Scene("Which number is it from?", choose(STRANGER)),
            Scene("Be careful: this may be false", press("Thank you, I see")),
        ),
        (
            *GUARDED,
            Scene(WHAT, press("Is this message or call real?")),
            Scene("Who does it say it is from?", press("A bank")),
            Scene("What does it want from you?", press("A code or a password")),
            Scene("Which number is it from?", choose(CHEAT)),
            Scene("This is fraud", press("Report this number")),
            Scene("Was it a call or a message?", press("A message")),
            Scene("What did this number do?", press("Played a shop, a bank or a courier")),
            Scene(WHOSE, choose("mobile")),
            Scene("Report this number?", press("Yes, report the number")),
            Scene("The number is reported", go_on()),
            Scene(SEND, press("I have sent it")),
        ),
    ),
)

COMPLAINING = (*ARRIVING, *tile(MATTERS, "Make a complaint"))
ABOUT = "What is your complaint about?"
PENG = "peng-yaqin"
"""She has complained before, and has a no."""

COMPLAIN = Story(
    "complain",
    (
        (
            *COMPLAINING,
            Scene(ABOUT, press("Charges on the bill")),
            Scene("How much money is it about?", choose("120")),
            *by_phone(WANG),
            FIRST_NUMBER,
            Scene("When did it happen?", press("Longer ago")),
            Scene("How long ago is it?", press("Within the last two years")),
            Scene("You can still complain to the company", go_on()),
            Scene("What would make it good?", press("My money back")),
            Scene("May they call you about it?", press("Yes, they may call")),
            Scene("Send this complaint?", press("Yes, send it")),
            Scene("The complaint is taken in", go_on()),
            Scene("What else can we do for you?", press(MATTERS)),
            Scene(MATTERS, press("My orders")),
            Scene("These are your orders and requests", press("My complaint")),
            Scene("My complaint", go_on()),
            Scene("These are your orders and requests", press("I have seen enough")),
        ),
        (
            *COMPLAINING,
            Scene(ABOUT, press("The service at a counter")),
            Scene("Where was it?", press("Staff help me write it")),
            Scene("Somebody is coming", go_on()),
            Scene("Where was it?", press("In this hall")),
            NOTICE,
            *CARD_SIGN_IN,
            Scene("When did it happen?", press("Today")),
            Scene("What would make it good?", press("An apology")),
            Scene("May they call you about it?", press("No, please do not call")),
            Scene("Send this complaint?", press("Yes, send it")),
            Scene("The complaint is taken in", go_on()),
        ),
        (
            *COMPLAINING,
            Scene(ABOUT, press("Something else")),
            Scene("How would you like to tell it?", press("They call me, and I tell it in peace")),
            *by_phone(WANG),
            Scene("When did it happen?", press("This week")),
            Scene("What would make it good?", press("An explanation")),
            Scene("Send this complaint?", press("No, do not send it")),
            Scene("Good. Everything stays as it is.", go_on()),
        ),
        (
            *ARRIVING,
            *tile(MATTERS, "My orders"),
            *by_phone(PENG),
            Scene("These are your orders and requests", press("My complaint")),
            Scene("My complaint", go_on()),
            Scene("These are your orders and requests", press("I have seen enough")),
        ),
        (
            *COMPLAINING,
            Scene(ABOUT, press("A contract or a plan")),
            Scene("What went wrong?", press("Staff help me write it")),
        ),
        (
            *COMPLAINING,
            Scene(ABOUT, press("The network, or a repair")),
            Scene("What does not work well?", press("Staff help me write it")),
        ),
    ),
)

RATING = (*ARRIVING, *tile(MATTERS, "Say how it was"))

RATE = Story(
    "rate",
    (
        (
            *RATING,
            Scene("Could you do what you came for?", press("A part of it")),
            Scene("Was it easy to understand?", press("Hard")),
            Scene("How did people treat you?", press("I met nobody, or pass this over")),
            Scene("We are sorry. What can we do?", press("Please call me")),
            Scene("May the company know who you are?", press("Yes, it may know")),
            *by_phone(WANG),
            Scene("Shall {operator} call you?", press("Yes, please call me")),
            Scene("Your request is on file", go_on()),
        ),
        (
            *RATING,
            Scene("Could you do what you came for?", press("Yes, all of it")),
            Scene("Was it easy to understand?", press("Very easy")),
            Scene("How did people treat you?", press("Very good")),
            Scene("Thank you for telling us", go_on()),
        ),
    ),
)

OWN_SAFETY = (FRAUD_GUARD, COMPLAIN, RATE)
