"""The stories of bills, plans, discounts and contracts."""

from __future__ import annotations

from kiosk.storyboard.scenes import ARRIVING, SIGNED, WANG, by_card, by_phone, tile
from kiosk.storyboard.script import Scene, Story, choose, choose_number, go_on, press

CHEN, ZHOU, LIU, LI = "chen-jianguo", "zhou-lei", "liu-min", "li-weidong"
MONEY = "My bill and my plan"
FIRST_NUMBER = Scene("Which number is it about?", choose_number(0))
EXTRAS = "Touch what you want to look at"
USING = "Are you using “{name}”?"

BILL_CHECK = Story(
    "bill-check",
    (
        (
            *ARRIVING,
            *tile(MONEY, "Look through my bill"),
            *by_phone(WANG),
            FIRST_NUMBER,
            Scene("{month}: {sum}", go_on()),
            Scene("These were your bills, month by month", go_on()),
            Scene(EXTRAS, choose_number(1)),
            Scene(USING, press("No. Stop it")),
            Scene("Stop “{name}”?", press("Yes, stop it")),
            SIGNED,
            Scene("Done. All is well.", go_on()),
            Scene("Ask for the money back?", press("Yes, ask for it")),
            Scene("Your request is on file", go_on()),
            Scene(EXTRAS, choose_number(3)),
            Scene(USING, press("No. Have it stopped")),
            Scene("Have “{name}” stopped?", press("Yes, stop it and ask for the money")),
            Scene("Your request is on file", go_on()),
            Scene(EXTRAS, choose_number(4)),
            Scene("Do you know “{name}”?", press("No. Ask for the money back")),
            Scene("Ask for the money back?", press("Yes, ask for it")),
            Scene("Your request is on file", go_on()),
            Scene(EXTRAS, choose("limit")),
            Scene("Where shall costs beyond the plan stop?", choose("30")),
            Scene("Set this limit?", press("Yes, set it so")),
            SIGNED,
            Scene("Done. All is well.", go_on()),
            Scene(EXTRAS, press("I am done")),
            Scene("This is what you have done today", go_on()),
        ),
        (
            *ARRIVING,
            *tile(MONEY, "Look through my bill"),
            *by_phone(LI, "unicom"),
            Scene("{month} is far above the others: {sum}", go_on()),
            Scene("These were your bills, month by month", go_on()),
            Scene("No other service runs on this number", choose("limit")),
            Scene("Where shall costs beyond the plan stop?", choose("keep")),
            Scene("No other service runs on this number", press("I am done")),
            Scene("Good that you looked", go_on()),
        ),
    ),
)

CHANGE_PLAN = Story(
    "change-plan",
    (
        (
            *ARRIVING,
            *tile(MONEY, "Change my plan"),
            Scene("What should your plan do better?", press("Cost less")),
            *by_card(LI, "unicom"),
            Scene("This is what you have and use", go_on()),
            Scene("These plans fit you, the cheapest first", press("Show all plans")),
            Scene("All plans on sale, the cheapest first", choose("STD39")),
            Scene("Change to this plan?", press("I understand. Change to this plan")),
            SIGNED,
            Scene("Your plan is changed", go_on()),
        ),
        (
            *ARRIVING,
            *tile(MONEY, "Change my plan"),
            Scene("What should your plan do better?", press("Cost less")),
            *by_card("sun-deshun"),
            Scene("This is what you have and use", go_on()),
            Scene("The plan cannot be changed today", press("Ask staff for help")),
            Scene("Staff go on with you from here", press("Go to the start")),
        ),
    ),
)

DISCOUNTS = Story(
    "discounts",
    (
        (
            *ARRIVING,
            *tile(MONEY, "Discounts for me"),
            Scene("Why may it be cheaper for you?", press("I have a disability certificate")),
            *by_card(LIU),
            Scene("May we ask about your certificate?", press("Yes, you may ask")),
            Scene("Which kind is in your certificate?", press("Hearing")),
            Scene("Which level is in your certificate?", press("Level one")),
            Scene("These are yours to take", choose("DIS50-STD39")),
            Scene("Take this discount?", press("Yes, I take it")),
            SIGNED,
            Scene("The discount is yours", go_on()),
        ),
        (
            *ARRIVING,
            *tile(MONEY, "Discounts for me"),
            Scene("Why may it be cheaper for you?", press("Because of my age")),
            *by_card(LIU),
            Scene("We found no discount for this number", press("Have the company look at it")),
            Scene("Have the company look at it?", press("Yes, ask the company")),
            Scene("Your request is on file", go_on()),
        ),
    ),
)

END_CONTRACT = Story(
    "end-contract",
    (
        (
            *ARRIVING,
            *tile(MONEY, "End a contract"),
            *by_card(CHEN, "telecom"),
            Scene("You promised to stay until {day}", go_on()),
            Scene("Why should the contract end?", press("I did not know of it")),
            Scene("Ending it today costs {sum}", go_on()),
            Scene("What shall happen with the contract?", press("I object: nobody told me")),
            Scene("Object to this contract?", press("Yes, I object")),
            Scene("Your request is on file", go_on()),
        ),
        (
            *ARRIVING,
            *tile(MONEY, "End a contract"),
            *by_card(ZHOU),
            FIRST_NUMBER,
            Scene("You promised to stay until {day}", go_on()),
            Scene("Why should the contract end?", press("It costs too much")),
            Scene("Ending it today costs {sum}", go_on()),
            Scene("What shall happen with the contract?", press("End it now and pay")),
            Scene("End the contract now and pay {sum}?", press("I understand. End it and pay {sum}")),
            SIGNED,
            Scene("A part of it is done", go_on()),
        ),
    ),
)

OWN_MONEY = (BILL_CHECK, CHANGE_PLAN, DISCOUNTS, END_CONTRACT)
