"""Verdicts on messages and calls in plain words: what gives them away, what to do, and what is drawn."""

from __future__ import annotations

from kiosk.domain.fraud_rules import Advice, Judgement, Sender, Sign, Verdict, Want
from kiosk.domain.people import Operator
from kiosk.journeys.codes import SMS_CODE
from kiosk.journeys.guard_cheated_words import CHEATED, SCREEN_SEEN
from kiosk.screens import Picture, Tone
from kiosk.text import Text, t

TITLES: dict[Verdict, Text] = {
    Verdict.FALSE: t("This is fraud"),
    Verdict.LIKELY: t("Most likely false: do nothing yet"),
    Verdict.ASK: t("Ask first, then decide"),
    Verdict.QUIET: t("You need do nothing"),
    Verdict.REAL: t("Right to the last digit, and it asks for nothing: real"),
}
TONES: dict[Verdict, Tone] = {
    Verdict.FALSE: Tone.DANGER,
    Verdict.LIKELY: Tone.DANGER,
    Verdict.ASK: Tone.CARE,
    Verdict.QUIET: Tone.CALM,
    Verdict.REAL: Tone.DONE,
}
SIGNS: dict[Sign, Text] = {
    Sign.ASKS_CODE: t("Whoever asks for a code wants your money."),
    Sign.ASKS_SCREEN: t("Whoever sees your screen sees your passwords too."),
    Sign.ASKS_SILENCE: t("Whoever forbids you to tell your family is a cheat."),
    Sign.ASKS_CONTACT: t("A friend to add, a number to ring: that is the bait."),
    Sign.ASKS_STRANGELY: t("12381, 96110 and 10699000 never ask for anything."),
    Sign.NEARLY: t("A digit off, a number or a link in it: somebody borrows the name."),
    Sign.OFFICE_MONEY: t("Police and courts never ask for money on the phone."),
    Sign.BANK_MONEY: t("No bank asks you to send money anywhere."),
    Sign.STRANGER_MONEY: t("Strangers who ask for money are cheats."),
    Sign.DUE: t("Pay what is due where you always pay it."),
    Sign.LINK: t("A link can lead to a copied page."),
    Sign.BORROWED_NAME: t("Any name, and any number, can be faked."),
    Sign.COPIED_VOICE: t("Voices and faces can be copied."),
    Sign.NO_HARM: t("Open nothing, answer nothing, ring nobody: then nothing is lost."),
    Sign.WARNS: t("12381 warns you: you may have been talking with a cheat."),
    Sign.POLICE_WARN: t("The police ring you because they saw a danger."),
    Sign.ANSWERS: t("It answers a query that was made under your ID."),
    Sign.FROM_ABROAD: t("This number is from abroad."),
    Sign.REPORTED: t("Others have reported this number."),
    Sign.CONFIRMED: t("The police have confirmed that this number cheats."),
}
ADVICE: dict[Advice, Text] = {
    Advice.BREAK_OFF: t("Hang up, or leave it unanswered"),
    Advice.TELL_NOTHING: t("Tell no code, pay nothing, share nothing"),
    Advice.TELL_FAMILY: t("Tell your family, give nobody cash"),
    Advice.OPEN_NOTHING: t("Do not open the link"),
    Advice.ADD_NOBODY: t("Add nobody, ring no number of theirs"),
    Advice.PAY_NOTHING: t("Pay nothing before you have asked"),
    Advice.FROM_THE_STORE: t("Install only from the phone's own store; staff can watch"),
    Advice.ASK_OFFICE: t("Ask where you always go, or your family"),
    Advice.ASK_HOTLINE: t("Ask the hotline of your phone company"),
    Advice.ASK_BANK: t("Call the number on your bank card"),
    Advice.ASK_POLICE: t("Hang up, then ask at 96110"),
    Advice.LOOK_IN_APP: t("Look in the app where you ordered"),
    Advice.RING_BACK: t("Ring them on the number you know"),
    Advice.ANSWER_NOTHING: t("Leave it unanswered"),
    Advice.KEEP_THE_CODE: t("Tell this code to nobody, whoever asks"),
    Advice.COME_BACK: t("If it wants something later, ask us here"),
    Advice.HEED: t("Talk no more with who rang you"),
    Advice.PICK_UP: t("Pick up and listen"),
    Advice.KEEP_IT: t("Not yours? Show it to staff"),
}
OPEN_NOTHING_YET = t("Most likely false: open nothing yet")

GOOD = Picture(name="number-checked-good", alt=t("A telephone number, and a tick."))
BAD = Picture(name="number-checked-bad", alt=t("A telephone number, and a warning sign."))
RING_BACK = Picture(name="ring-back", alt=t("A handset, and a book of telephone numbers."))
SHOWN: dict[Want, Picture] = {
    Want.CODE: Picture(name="code-asked", alt=t("Somebody asks for six hidden signs, a hand covers them.")),
    Want.SCREEN: SCREEN_SEEN,
    Want.SECRET: Picture(name="keep-secret", alt=t("A face with a finger before its mouth.")),
    Want.CONTACT: Picture(name="contact-hook", alt=t("A handset on a hook, and a friend to add.")),
    Want.MONEY: CHEATED,
    Want.LINK: Picture(name="link-in-message", alt=t("A message with a link, and a hook in it.")),
    Want.CODE_CAME: SMS_CODE,
    Want.NOTHING: Picture(name="message-left", alt=t("A message that is left as it is, and a cup of tea.")),
}
ITS_NUMBER = {Sign.REPORTED, Sign.CONFIRMED, Sign.NEARLY}


def words_of(advice: Advice, operators: tuple[Operator, ...]) -> Text:
    """Say what to do; where one company alone is served here, its hotline is named."""
    if advice is Advice.ASK_HOTLINE and len(operators) == 1:
        return t("Call {hotline} and ask its people", hotline=operators[0].hotline)
    return ADVICE[advice]


def title_of(judged: Judgement, want: Want) -> Text:
    """Say the verdict; what is to be touched or installed must not be yet."""
    touched = want in {Want.LINK, Want.SCREEN}
    return OPEN_NOTHING_YET if touched and judged.verdict is Verdict.LIKELY else TITLES[judged.verdict]


def picture_of(judged: Judgement, want: Want, sender: Sender | None) -> Picture:
    """Show what decided: its number where that was compared or is known, family's own number, or the bait."""
    if judged.verdict is Verdict.REAL:
        return GOOD
    if ITS_NUMBER & set(judged.signs):
        return BAD
    return RING_BACK if sender is Sender.RELATIVE and judged.verdict is Verdict.ASK else SHOWN[want]
