"""Verdicts on messages and calls: those that people got, every wish with every sender, and numbers."""

from __future__ import annotations

from collections import Counter
from itertools import product
from pathlib import Path

import pytest

from kiosk.domain.faults import Cheat, FraudRecord
from kiosk.domain.fraud_rules import (
    THE_THREE,
    Advice,
    Sender,
    Sign,
    Verdict,
    Want,
    is_from_abroad,
    judge,
    who_matters,
)

LINES = (Path(__file__).parent / "fraud_messages.txt").read_text(encoding="utf-8").splitlines()
MESSAGES = [line.split(maxsplit=4) for line in LINES if not line.startswith("#")]
TABLE = """
              code  screen secret contact money link   code_came nothing
office        false false  false  false   false false  quiet     quiet
public        false likely false  false   ask   likely quiet     quiet
phone_company false false  false  false   ask   likely quiet     quiet
bank          false false  false  false   false likely quiet     quiet
shop          false false  false  false   ask   likely quiet     quiet
relative      false false  false  ask     ask   likely quiet     quiet
stranger      false false  false  false   false false  quiet     quiet
warning       false false  false  false   false false  quiet     false
police_line   false likely false  false   false false  quiet     false
query         false false  false  false   false false  quiet     false
"""
WANTS = [Want(word) for word in TABLE.split("\n")[1].split()]
VERDICTS = {
    (want, Sender(sender)): Verdict(verdict)
    for sender, *verdicts in (line.split() for line in TABLE.strip().split("\n")[1:])
    for want, verdict in zip(WANTS, verdicts, strict=True)
}
EVERYTHING = list(product(Want, Sender))
SEVERAL, MANY = FraudRecord(3, Cheat.SHOP), FraudRecord(10, Cheat.SHOP)
CONFIRMED = FraudRecord(1, Cheat.SHOP, confirmed=True)


@pytest.mark.parametrize(("truth", "want", "sender", "verdict", "message"), MESSAGES)
def test_what_people_got_is_judged_as_it_should_be(
    truth: str, want: str, sender: str, verdict: str, message: str
) -> None:
    assert judge(Want(want), Sender(sender), exact=truth == "G").verdict.value == verdict, message


def test_no_fraud_is_soothed_and_hardly_anything_genuine_is_called_one() -> None:
    told = Counter((truth, verdict) for truth, _, _, verdict, _ in MESSAGES)
    assert told.total() == 78 and Counter(truth for truth, *_ in MESSAGES) == {"F": 42, "G": 36}
    assert told["F", "real"] == told["F", "quiet"] == 0
    assert told["G", "false"] <= 2 and told["G", "likely"] <= 5


@pytest.mark.parametrize(("want", "sender"), EVERYTHING)
def test_every_verdict_is_as_the_table_has_it_with_a_reason_and_something_to_do(
    want: Want, sender: Sender
) -> None:
    judged = judge(want, sender)
    assert judged.verdict is VERDICTS[want, sender]
    assert 1 <= len(judged.signs) <= 2 and 1 <= len(judged.advice) <= 3


def test_who_it_is_from_is_asked_only_where_it_changes_something() -> None:
    for want in Want:
        every = {judge(want, sender) for sender in Sender}
        assert who_matters(want) is (len(every) > 1)
        assert who_matters(want) or judge(want) in every


def test_only_the_three_that_ask_for_nothing_from_exactly_their_number_are_ever_real() -> None:
    real = {pair for pair in EVERYTHING if judge(*pair, exact=True).verdict is Verdict.REAL}
    assert real == {(Want.NOTHING, sender) for sender in THE_THREE}
    assert judge(Want.NOTHING, Sender.WARNING).signs == (Sign.NEARLY,)


@pytest.mark.parametrize(("want", "sender"), EVERYTHING)
def test_not_being_listed_changes_nothing_and_being_listed_only_makes_it_worse(
    want: Want, sender: Sender
) -> None:
    plain = judge(want, sender, exact=True)
    for harmless in (FraudRecord(0), FraudRecord(2, Cheat.OTHER)):
        assert judge(want, sender, exact=True, record=harmless, number="95588") == plain
    several, many, confirmed = (
        judge(want, sender, exact=True, record=record) for record in (SEVERAL, MANY, CONFIRMED)
    )
    assert several.signs[0] is many.signs[0] is Sign.REPORTED and confirmed.signs[0] is Sign.CONFIRMED
    assert several.verdict is plain.verdict and confirmed.verdict is Verdict.FALSE
    assert many.verdict is plain.verdict.or_worse(Verdict.LIKELY)
    assert all(len(judged.signs) <= 2 and judged.advice for judged in (several, many, confirmed))


def test_a_number_from_abroad_is_a_sign_and_one_of_ours_is_not() -> None:
    assert is_from_abroad("0085299009901") and not is_from_abroad("008613800001234")
    assert not is_from_abroad("13800001234") and not is_from_abroad("")
    judged = judge(Want.MONEY, Sender.SHOP, number="0085299009901", record=SEVERAL)
    assert judged.signs == (Sign.REPORTED, Sign.BORROWED_NAME)
    judged = judge(Want.MONEY, Sender.RELATIVE, number="0085299009901")
    assert judged.signs == (Sign.FROM_ABROAD, Sign.COPIED_VOICE) and judged.verdict is Verdict.ASK


@pytest.mark.parametrize(
    ("want", "sender", "sign", "advice"),
    [
        (Want.CODE, Sender.BANK, Sign.ASKS_CODE, Advice.BREAK_OFF),
        (Want.SECRET, Sender.OFFICE, Sign.ASKS_SILENCE, Advice.BREAK_OFF),
        (Want.CODE_CAME, Sender.BANK, Sign.NO_HARM, Advice.KEEP_THE_CODE),
        (Want.SCREEN, Sender.PUBLIC, Sign.BORROWED_NAME, Advice.FROM_THE_STORE),
        (Want.SCREEN, Sender.SHOP, Sign.ASKS_SCREEN, Advice.BREAK_OFF),
        (Want.CONTACT, Sender.RELATIVE, Sign.COPIED_VOICE, Advice.RING_BACK),
        (Want.CONTACT, Sender.SHOP, Sign.ASKS_CONTACT, Advice.BREAK_OFF),
        (Want.MONEY, Sender.PUBLIC, Sign.DUE, Advice.PAY_NOTHING),
        (Want.MONEY, Sender.QUERY, Sign.ASKS_STRANGELY, Advice.BREAK_OFF),
        (Want.LINK, Sender.SHOP, Sign.LINK, Advice.OPEN_NOTHING),
        (Want.LINK, Sender.WARNING, Sign.ASKS_STRANGELY, Advice.BREAK_OFF),
        (Want.NOTHING, Sender.STRANGER, Sign.NO_HARM, Advice.COME_BACK),
    ],
)
def test_the_reason_and_the_first_thing_to_do_fit(
    want: Want, sender: Sender, sign: Sign, advice: Advice
) -> None:
    judged = judge(want, sender)
    assert judged.signs[0] is sign and judged.advice[0] is advice
