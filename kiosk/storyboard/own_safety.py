"""The stories of staying safe from fraud, of complaining, and of saying how it was."""

from __future__ import annotations

from kiosk.storyboard.scenes import ARRIVING, CARD_SIGN_IN, NOTICE, SIGNED, WANG, by_card, by_phone, tile
from kiosk.storyboard.script import Help, Scene, Story, choose, choose_number, go_on, press

GUARDED = (*ARRIVING, *tile("Fraud, and my ID", "Keep me safe from fraud"))
WHAT = "How can we keep you safe?"
CHECK = "Is this message or call real?"
LIKE = "Is it like one of these?"
WANT = "Which of these does it want? If several, the topmost"
WHO = "Who does it say it is from?"
NUMBER = "Which number is it from?"
WHOSE = "Which company is your phone with?"
SEND = "Send this SMS with your phone"
NO_MONEY = "Send no money, hang up"
STRANGER, CHEAT = "17099009909", "4009900990"
"""A number that the sandbox's list does not know, and one that it does."""
FIRST_NUMBER = Scene("Which number is it about?", choose_number(0))
MATTERS = "My orders, complaints"
CHECKING = (*GUARDED, Scene(WHAT, press(CHECK)), Scene(LIKE, press("Like none of them")))

FRAUD_GUARD = Story(
    "fraud-guard",
    (
        (
            *GUARDED,
            Scene(WHAT, press("I may have been cheated")),
            Scene(NO_MONEY, press("Not yet, I have hung up")),
            Scene("What has happened so far?", press("They saw my screen, or I installed an app")),
            Scene("Switch the phone off now", go_on()),
            Scene("Which bank is your money with?", choose("95588")),
            Scene("Call your bank now", go_on()),
            Scene("Call {number} and tell what happened", go_on()),
            Scene("Change your passwords", go_on()),
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
            Scene(WHAT, press("I may have been cheated")),
            Scene(NO_MONEY, press("The money is gone already")),
            Scene("Can they still see your phone?", press("No, neither")),
            Scene("Call {number} now", go_on()),
            Scene("Which bank is your money with?", press("Another bank")),
            Scene("Call your bank now", go_on()),
            Scene("Keep everything as proof", go_on()),
            Scene("Take this along", go_on()),
        ),
        (
            *GUARDED,
            Scene(WHAT, press("I may have been cheated")),
            Scene(NO_MONEY, press("Not yet, I have hung up")),
            Scene("What has happened so far?", press("I set up call forwarding for them")),
            Scene("End the call forwarding now", go_on()),
            Scene("Which bank is your money with?", choose("95188")),
            Scene("Call your bank now", go_on()),
            Scene("Call {number} and tell what happened", go_on()),
            Scene("Keep everything as proof", go_on()),
            Scene("Take this along", go_on()),
        ),
        (
            *ARRIVING,
            *tile("Fraud, and my ID", "Numbers under my ID"),
            Scene("How many numbers run under your ID?", Help()),
            Scene("How can we help you?", press("I may have been cheated")),
            Scene(NO_MONEY, press("Not yet, I have hung up")),
            Scene("What has happened so far?", press("I gave cash or gold")),
            Scene("Call {number} now", go_on()),
            Scene("Keep everything as proof", go_on()),
            Scene("Take this along", go_on()),
            Scene("How many numbers run under your ID?", Help()),
            Scene("How can we help you?", press("Staff have helped me")),
        ),
        (
            *GUARDED,
            Scene(WHAT, press("Block calls from abroad")),
            Scene("Do you have family or friends abroad who ring you?", press("No. Block them")),
            Scene(WHOSE, choose("telecom")),
            Scene(SEND, press("Staff help me send it")),
            Scene("Somebody is coming", go_on()),
            Scene(SEND, press("I have sent it")),
            Scene("The company answers by SMS", go_on()),
        ),
        (
            *GUARDED,
            Scene(WHAT, press("Keep nuisance calls away")),
            Scene(WHOSE, choose("mobile")),
            Scene(SEND, press("I send it at home")),
            Scene("Send this SMS at home", go_on()),
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
            Scene(WHAT, press(CHECK)),
            Scene(LIKE, press("Parcel lost, money comes back")),
            Scene("This is fraud", press("Thank you, I see")),
        ),
        (
            *CHECKING,
            Scene(WANT, press("It only tells me something")),
            Scene(WHO, press("12381, 96110 or 10699000")),
            Scene("Which of these is it?", press("An SMS from 12381")),
            Scene("Is its sender exactly {number}?", press("Exactly this, and none of them")),
            Scene("Right to the last digit, and it asks for nothing: real", press("Thank you, I see")),
        ),
        (
            *CHECKING,
            Scene(WANT, press("It only tells me something")),
            Scene(WHO, press("12381, 96110 or 10699000")),
            Scene("Which of these is it?", press("A call from 96110")),
            Scene("Did exactly {number} call you?", press("Another number")),
            Scene("This is fraud", press("Thank you, I see")),
        ),
        (
            *CHECKING,
            Scene(WANT, press("A code came, nobody asks for it")),
            Scene("You need do nothing", press("Thank you, I see")),
        ),
        (
            *CHECKING,
            Scene(WANT, press("Pay or send money")),
            Scene(WHO, press("Insurance, power, hospital, school")),
            Scene(NUMBER, choose(STRANGER)),
            Scene("Ask first, then decide", press("Thank you, I see")),
        ),
        (
            *CHECKING,
            Scene(WANT, press("Pay or send money")),
            Scene(WHO, press("Family, a friend, my boss")),
            Scene(NUMBER, choose("0085299990099")),
            Scene("Most likely false: do nothing yet", press("Thank you, I see")),
        ),
        (
            *CHECKING,
            Scene(WANT, press("Add a friend or group, or ring a number")),
            Scene(WHO, press("I do not know them")),
            Scene("This is fraud", press("Report this number")),
            Scene(NUMBER, choose("96110")),
            Scene("{number} is a real service", go_on()),
        ),
        (
            *CHECKING,
            Scene(WANT, press("Install an app, meet online, show my screen")),
            Scene(WHO, press("Insurance, power, hospital, school")),
            Scene(NUMBER, press("Go on without the number")),
            Scene("Most likely false: open nothing yet", press("Thank you, I see")),
        ),
        (
            *CHECKING,
            Scene(WANT, press("Tell nobody, or give money to a messenger")),
            Scene("This is fraud", press("Thank you, I see")),
        ),
        (
            *CHECKING,
            Scene(WANT, press("Open a link, scan a square")),
            Scene(WHO, press("A bank, or paying by phone")),
            Scene(NUMBER, choose(CHEAT)),
            Scene("This is fraud", press("Report this number")),
            Scene("Was it a call or a message?", press("A message")),
            Scene(WHOSE, choose("mobile")),
            Scene("Report this number?", press("Yes, report the number")),
            Scene("The number is reported", go_on()),
            Scene(SEND, press("I have sent it")),
        ),
        (
            *GUARDED,
            Scene(WHAT, press("Report a number")),
            Scene(NUMBER, choose(STRANGER)),
            Scene("Was it a call or a message?", press("A call")),
            Scene("What did this number do?", press("Adverts, or rang once only")),
            Scene("Report this number?", press("No, do not report it")),
            Scene("Good. Everything stays as it is.", go_on()),
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
