"""What a company has answered to a work order, wherever a TMF621 server writes it."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.catalogues import words_of
from kiosk.domain.work_orders import WorkOrder, WorkOrderKind
from kiosk.operators.answering import LONGEST, answer_in, fit_to_show
from kiosk.operators.shapes import TroubleTicket
from kiosk.text import Language, just, t
from tests.operators.conftest import House

CHINESE, ENGLISH = words_of(Language.ZH_CN), words_of(Language.EN)
FILED, LATER, LAST = (f"2026-11-{day}T08:00:00Z" for day in ("01", "05", "09"))
PARTY = {"id": "party-7", "name": "王秀英", "role": "customer"}
SAID = {"text": "She said this."}


def answered(
    *notes: dict[str, str], status: str = "resolved", party: str = "party-7", **more: Any
) -> str | None:
    told = {"id": "TT1", "creationDate": FILED, "status": status, "relatedParty": [PARTY], "note": notes}
    answer = answer_in(msgspec.convert(told | more, TroubleTicket), party)
    return answer.shown(ENGLISH) if answer else None


@pytest.mark.parametrize(
    "hers",
    [
        SAID,
        SAID | {"date": FILED},
        SAID | {"author": "party-7", "date": LATER},
        SAID | {"author": "王秀英", "date": LATER},
        SAID | {"date": "2026-11-01T08:00:01Z"},
    ],
)
def test_her_own_notes_are_no_answer(hers: dict[str, str]) -> None:
    assert answered(hers) is None
    assert answered(hers, {"text": "Mended.", "date": LATER}) == "Mended."
    assert answered(hers, {"text": "Mended.", "author": "Company"}) == "Mended."


def test_her_own_notes_are_no_answer_where_the_reply_names_nobody() -> None:
    hers, theirs = SAID | {"author": "party-7"}, {"text": "Mended.", "author": "Company", "date": LATER}
    assert answered(hers, relatedParty=[]) is None
    assert answered(hers, relatedParty=[], party="") is None
    assert answered(hers, theirs, relatedParty=[]) == "Mended."
    assert answered(hers, theirs, relatedParty=[], party="") == "Mended."


def test_the_newest_note_counts_and_the_reason_where_there_is_none() -> None:
    old, new = {"text": "We look.", "date": LATER}, {"text": "Done.", "date": LAST}
    assert answered(new, old, statusChangeReason="decided") == "Done."
    assert answered(SAID, statusChangeReason="decided") == "decided"
    assert answered(SAID, status="cancelled", statusChangeReason="mine") is None
    assert answered({"date": LAST}) is None


def test_an_answer_may_have_two_languages() -> None:
    notes = [{"id": "zh_CN", "text": "好了。", "date": LATER}, {"id": "en", "text": "Done.", "date": LATER}]
    told = {"id": "TT1", "creationDate": FILED, "note": notes}
    answer = answer_in(msgspec.convert(told, TroubleTicket), "party-7")
    assert answer is not None and (answer.shown(CHINESE), answer.shown(ENGLISH)) == ("好了。", "Done.")


def test_numbers_of_phones_and_id_cards_are_covered() -> None:
    told = "打 13800001234，\n身份证11010519491231002X，编号20261123138000012345。"
    assert fit_to_show(told) == "打 138 **** 1234， 身份证**** 002X，编号20261123138000012345。"


@pytest.mark.parametrize("country", ["", "86", "+86", "0086", "+86 ", "86-", "0086 "])
@pytest.mark.parametrize("number", ["13800138000", "138 0013 8000", "138-0013-8000"])
def test_a_phone_is_covered_however_it_is_written(country: str, number: str) -> None:
    assert fit_to_show(f"请打{country}{number}。") == f"请打{country}138 **** 8000。"


@pytest.mark.parametrize(
    "number", ["11010519491231002X", "110105 1949 1231 002X", "110105-19491231-002X", "110105 19491231002X"]
)
def test_the_number_of_an_id_card_is_covered_however_it_is_written(number: str) -> None:
    assert fit_to_show(f"身份证{number}。") == "身份证**** 002X。"


@given(st.text(max_size=3 * LONGEST))
def test_whatever_is_written_stands_on_one_line_that_ends(text: str) -> None:
    shown = fit_to_show(text)
    assert len(shown) <= LONGEST and shown.split() == shown.split(" ") * bool(shown)
    assert fit_to_show(shown) == shown


def test_the_sandbox_answers_and_the_kiosk_reads_it(house: House) -> None:
    identity = house.by_sms("13800130001", "mobile")
    said = (just(t("It happened: {when}.", when=t("Today"))),)
    wish = WorkOrder(WorkOrderKind.COMPLAINT, "mobile", identity.access, "", "", said=said)
    ticket = house.desks.work_orders.send(wish, "key-1")
    assert house.desks.matters.tickets_of(identity)[0].answer is None
    decision = {"id": ticket.reference, "status": "rejected"}
    house.phone.post("/control/tickets", decision)
    (filed,) = house.desks.matters.tickets_of(identity)
    assert filed.state == "rejected" and filed.answer is not None
    assert "cannot agree" in filed.answer.shown(ENGLISH) and "不能同意" in filed.answer.shown(CHINESE)
