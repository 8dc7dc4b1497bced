"""The stories: how each journey is shown, with people of the sandbox."""

from __future__ import annotations

from kiosk.storyboard.own_matters import OWN_MATTERS
from kiosk.storyboard.own_money import OWN_MONEY
from kiosk.storyboard.own_number import OWN_NUMBER
from kiosk.storyboard.own_safety import OWN_SAFETY
from kiosk.storyboard.own_trouble import TROUBLESHOOT
from kiosk.storyboard.scenes import ARRIVING, CARD_SIGN_IN, CODE_SIGN_IN, QR_SIGN_IN, WANGS_PHONE, tile
from kiosk.storyboard.script import (
    Adjust,
    Help,
    Scene,
    Story,
    TypeTheCode,
    choose,
    choose_number,
    count,
    go_on,
    press,
)

ONE_ID = Story(
    "one-id",
    (
        (
            *ARRIVING,
            *tile("Fraud, and my ID", "Numbers under my ID"),
            Scene("How many numbers run under your ID?", press("Look it up now")),
            Scene("May we look this up for you?", press("Yes, look it up")),
            *QR_SIGN_IN,
            Scene("The companies are counting", go_on()),
            Scene("Do you know all of these numbers?", press("Show my numbers at {operator}")),
            Scene("Touch a number that is not yours", choose_number(2)),
            Scene("Report this number as not yours?", press("Yes, report it")),
            Scene("Your report is filed", go_on()),
            Scene("Touch a number that is not yours", press("All the others are mine")),
            Scene("Do you know all the others?", press("Another company has too many")),
            Scene("Which company has too many?", choose("unicom")),
            Scene("{operator} lists its numbers itself", go_on()),
            Scene("Do you know all the others?", press("Yes, I know them all")),
            Scene("Shall the national service count for you?", press("Yes, send the query")),
            Scene("Your query is on its way", go_on()),
        ),
        (
            *ARRIVING,
            *tile("Fraud, and my ID", "Numbers under my ID"),
            Scene("How many numbers run under your ID?", press("I have the SMS already")),
            Scene("What does the SMS say?", count({"mobile": 3, "unicom": 1})),
            Scene("How many of them do you know?", count({"mine": 3})),
            Scene("{count} number is unknown to you", press("List my numbers here")),
            Scene("May we look this up for you?", press("Yes, look it up")),
            *CODE_SIGN_IN,
            Scene("Touch a number that is not yours", press("All of these are mine")),
        ),
        (
            *ARRIVING,
            *tile("Fraud, and my ID", "Numbers under my ID"),
            Scene("How many numbers run under your ID?", press("Look it up now")),
            Scene("May we look this up for you?", press("Yes, look it up")),
            *CARD_SIGN_IN,
            Scene("Do you have this phone with you?", press("Yes, send me a code")),
            Scene("Which code did you get?", TypeTheCode(WANGS_PHONE)),
            Scene("The companies are counting", go_on()),
            Scene("Do you know all of these numbers?", press("Yes, I know them all")),
            Scene("All is well", go_on()),
        ),
    ),
)

INTERNET_ACCOUNTS = Story(
    "internet-accounts",
    (
        (
            *ARRIVING,
            *tile("Fraud, and my ID", "Internet accounts of my number"),
            Scene("How many internet accounts use your number?", press("Ask the service")),
            Scene("May we look this up for you?", press("Yes, look it up")),
            *QR_SIGN_IN,
            Scene("Shall the national service count for you?", press("Yes, send the query")),
            Scene("Your query is on its way", go_on()),
        ),
        (
            *ARRIVING,
            Scene("What can we do for you?", Help()),
            Scene("How can we help you?", press("Call staff")),
            Scene("Somebody is coming", go_on()),
            Scene("What can we do for you?", Adjust()),
            Scene("What would make it easier?", press("Text size")),
            Scene("How large should the text be?", choose_number(3)),
            Scene("What would make it easier?", press("Good, go on")),
            *tile("Fraud, and my ID", "Internet accounts of my number"),
            Scene("How many internet accounts use your number?", press("I have the SMS already")),
            Scene("What does the SMS say?", count({"tencent": 2, "alipay": 1, "douyin": 1})),
            Scene("Do these accounts sound right to you?", press("No, some are not mine")),
            Scene("Three steps make you safe", go_on()),
        ),
    ),
)

STORIES = (
    ONE_ID, INTERNET_ACCOUNTS, *OWN_MATTERS, *OWN_MONEY, *OWN_NUMBER, TROUBLESHOOT, *OWN_SAFETY,
)  # fmt: skip


def story_named(name: str) -> Story:
    """Return a story by its journey's name; raises KeyError with the names that exist."""
    for story in STORIES:
        if story.name == name:
            return story
    raise KeyError(", ".join(story.name for story in STORIES))
