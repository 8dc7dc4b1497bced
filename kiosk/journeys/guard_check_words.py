"""Verdicts on messages and calls in plain words: what gives them away, and what to do."""

from __future__ import annotations

from kiosk.domain.fraud_rules import Advice, Judgement, Sign, Verdict, Want
from kiosk.screens import Picture, Tone
from kiosk.text import Text, t

TITLES: dict[Verdict, Text] = {
    Verdict.FALSE: t("This is fraud"),
    Verdict.CAREFUL: t("Be careful: this may be false"),
    Verdict.REAL: t("This is real, as long as it asks for nothing"),
}
TONES: dict[Verdict, Tone] = {
    Verdict.FALSE: Tone.DANGER,
    Verdict.CAREFUL: Tone.CARE,
    Verdict.REAL: Tone.DONE,
}
SIGNS: dict[Sign, Text] = {
    Sign.ASKS_CODE: t("Whoever asks for a code wants your money."),
    Sign.ASKS_SCREEN: t("Whoever sees your screen sees your passwords too."),
    Sign.ASKS_STRANGELY: t("12381, 96110 and 10699000 never ask for anything."),
    Sign.OFFICE_MONEY: t("Police and courts never ask for money on the phone."),
    Sign.STRANGER_MONEY: t("Strangers who ask for money are cheats."),
    Sign.LINK: t("A link can lead to a copied page."),
    Sign.BORROWED_NAME: t("Any name, and any number, can be faked."),
    Sign.COPIED_VOICE: t("Voices and faces can be copied."),
    Sign.ASKS_NOTHING: t("It asks for nothing, so it takes nothing from you."),
    Sign.WARNS: t("12381 warns you: you may have been talking with a cheat."),
    Sign.POLICE_WARN: t("The police ring you because they saw a danger."),
    Sign.ANSWERS: t("It answers a query that was made under your ID."),
    Sign.REPORTED: t("Others have reported this number."),
    Sign.CONFIRMED: t("The police have confirmed that this number cheats."),
}
ADVICE: dict[Advice, Text] = {
    Advice.BREAK_OFF: t("Hang up, or leave it unanswered"),
    Advice.TELL_NOTHING: t("Tell no code, pay nothing, share nothing"),
    Advice.OPEN_NOTHING: t("Do not open the link"),
    Advice.PAY_NOTHING: t("Pay nothing before you have asked"),
    Advice.ASK_POLICE: t("Hang up, then ask at 96110"),
    Advice.ASK_HOTLINE: t("Ask the hotline of your phone company"),
    Advice.ASK_BANK: t("Call the number on your bank card"),
    Advice.LOOK_IN_APP: t("Look in the app where you ordered"),
    Advice.RING_BACK: t("Ring them on the number you know"),
    Advice.ANSWER_NOTHING: t("Leave it unanswered"),
    Advice.HEED: t("Talk no more with who rang you"),
    Advice.PICK_UP: t("Pick up and listen"),
    Advice.KEEP_IT: t("Not yours? Show it to staff"),
}
GOOD = Picture(name="number-checked-good", alt=t("A telephone number, and a tick."))
BAD = Picture(name="number-checked-bad", alt=t("A telephone number, and a warning sign."))
SHOWN: dict[Want, Picture] = {
    Want.LINK: Picture(name="link-in-message", alt=t("A message with a link, and a hook in it.")),
    Want.CODE: Picture(name="code-asked", alt=t("Somebody asks for six hidden signs, a hand covers them.")),
    Want.MONEY: Picture(name="bank-call", alt=t("A handset, and a bank.")),
}


def picture_of(judged: Judgement, want: Want, *, checked: bool) -> Picture:
    """Show what was found out: the number where it was looked up, else what it wants."""
    if judged.verdict is Verdict.REAL:
        return GOOD
    return BAD if checked else SHOWN.get(want, BAD)
