"""Agreeing by a code whose SMS says to what."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.catalogues import words_of
from kiosk.domain.failures import Reason, Refused
from kiosk.operators.consents import LONGEST, message_about
from kiosk.text import Language, t
from tests.operators.conftest import House

MATTER = t("Call staff to me")


def test_a_yes_by_code(house: House) -> None:
    identity = house.by_qr("wang-xiuying", "mobile")
    sent = house.desks.consents.send(identity, MATTER)
    assert sent.phone == identity.phone
    code = house.phone.last_code("+8613800130001")
    told = house.phone.inbox("+8613800130001")[0]["text"]
    assert (code in told, MATTER.shown(words_of(Language.ZH_CN)) in told) == (True, True)
    house.desks.consents.check(sent, code)
    with pytest.raises(Refused) as caught:
        house.desks.consents.check(sent, code)
    assert caught.value.reason is Reason.CODE_EXPIRED


def test_a_wrong_code_is_no_yes(house: House) -> None:
    sent = house.desks.consents.send(house.by_qr("wang-xiuying", "mobile"), MATTER)
    with pytest.raises(Refused) as caught:
        house.desks.consents.check(sent, "x")
    assert caught.value.reason is Reason.CODE_WRONG


def test_nobody_to_send_to(house: House) -> None:
    identity = replace(house.by_qr("wang-xiuying", "mobile"), phone=None)
    with pytest.raises(Refused) as caught:
        house.desks.consents.send(identity, MATTER)
    assert caught.value.reason is Reason.NOT_ALLOWED


@pytest.mark.parametrize("language", Language)
def test_a_long_matter_is_cut_to_one_sms(language: Language) -> None:
    words = words_of(language)
    for length in (1, 80, 140, 159, 160, 500):
        message = message_about(t("{text}", text="a" * length), words)
        assert len(message) <= LONGEST
        assert "{{code}}" in message
    assert len(message) == LONGEST
    assert "a…" in message
