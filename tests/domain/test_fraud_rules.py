"""Verdicts on messages and calls: every sender with every wish, and what the list adds."""

from __future__ import annotations

from itertools import product

import pytest

from kiosk.domain.faults import Cheat, FraudRecord
from kiosk.domain.fraud_rules import REAL, Advice, Sender, Sign, Verdict, Want, judge

TABLE = """
              nothing  link     code   money    screen
warning       real     false    false  false    false
police_line   real     false    false  false    false
query         real     false    false  false    false
office        careful  careful  false  false    false
phone_company careful  careful  false  careful  false
bank          careful  careful  false  careful  false
shop          careful  careful  false  careful  false
relative      careful  careful  false  careful  false
stranger      careful  careful  false  false    false
"""
WANTS = [Want(word) for word in TABLE.split("\n")[1].split()]
VERDICTS = {
    (Sender(sender), want): Verdict(verdict)
    for sender, *verdicts in (line.split() for line in TABLE.strip().split("\n")[1:])
    for want, verdict in zip(WANTS, verdicts, strict=True)
}
EVERYTHING = list(product(Sender, Want))
REPORTED, CONFIRMED = FraudRecord(3, Cheat.SHOP), FraudRecord(9, Cheat.SHOP, confirmed=True)


@pytest.mark.parametrize(("sender", "want"), EVERYTHING)
def test_every_verdict_is_as_the_table_has_it_with_a_reason_and_something_to_do(
    sender: Sender, want: Want
) -> None:
    judged = judge(sender, want)
    assert judged.verdict is VERDICTS[sender, want]
    assert 1 <= len(judged.signs) <= 2 and 1 <= len(judged.advice) <= 3


@pytest.mark.parametrize(("sender", "want"), EVERYTHING)
def test_not_being_listed_changes_nothing_and_being_listed_only_makes_it_worse(
    sender: Sender, want: Want
) -> None:
    plain = judge(sender, want)
    assert judge(sender, want, FraudRecord(0)) == plain
    confirmed, reported = judge(sender, want, CONFIRMED), judge(sender, want, REPORTED)
    assert confirmed.verdict is Verdict.FALSE and confirmed.signs[0] is Sign.CONFIRMED
    assert reported.signs[0] is Sign.REPORTED and len(reported.signs) <= 2 and reported.advice
    assert reported.verdict is (Verdict.FALSE if plain.verdict is Verdict.FALSE else Verdict.CAREFUL)


def test_only_the_three_that_ask_for_nothing_are_ever_real() -> None:
    real = {pair for pair in EVERYTHING if judge(*pair).verdict is Verdict.REAL}
    assert real == {(sender, Want.NOTHING) for sender in REAL}


@pytest.mark.parametrize(
    ("sender", "want", "sign", "advice"),
    [
        (Sender.BANK, Want.CODE, Sign.ASKS_CODE, Advice.BREAK_OFF),
        (Sender.SHOP, Want.SCREEN, Sign.ASKS_SCREEN, Advice.BREAK_OFF),
        (Sender.POLICE_LINE, Want.LINK, Sign.ASKS_STRANGELY, Advice.BREAK_OFF),
        (Sender.OFFICE, Want.MONEY, Sign.OFFICE_MONEY, Advice.BREAK_OFF),
        (Sender.STRANGER, Want.MONEY, Sign.STRANGER_MONEY, Advice.BREAK_OFF),
        (Sender.RELATIVE, Want.MONEY, Sign.COPIED_VOICE, Advice.PAY_NOTHING),
        (Sender.SHOP, Want.LINK, Sign.BORROWED_NAME, Advice.OPEN_NOTHING),
        (Sender.PHONE_COMPANY, Want.NOTHING, Sign.BORROWED_NAME, Advice.ASK_HOTLINE),
        (Sender.WARNING, Want.NOTHING, Sign.WARNS, Advice.HEED),
    ],
)
def test_the_reason_and_the_first_thing_to_do_fit(
    sender: Sender, want: Want, sign: Sign, advice: Advice
) -> None:
    judged = judge(sender, want)
    assert judged.signs[0] is sign and judged.advice[0] is advice
