"""My orders: how each stands, what comes next, and calling one back where that can be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kiosk.catalogues import words_of
from kiosk.domain.failures import Reason, Refused
from kiosk.domain.orders import OrderKind, OrderState
from kiosk.domain.work_orders import DECIDED, Filed, WorkOrderKind
from kiosk.journeys.my_orders import Outcome, my_orders
from kiosk.journeys.one_order import NEXT
from kiosk.journeys.one_request import REQUESTS, TICKET_STANDS
from kiosk.screens import Journey, Mark
from kiosk.text import Hearing, Language, Letter
from tests.fake_business import NOON, FakeBusiness, an_order, named
from tests.fake_operators import FakeOperators, a_hall
from tests.talks import Talk, a_talk

ENGLISH = words_of(Language.EN)
RUNNING = an_order(
    OrderState.IN_PROGRESS, kind=OrderKind.CHANGE_PLAN, starts=date(2026, 12, 1), expected=NOON,
    number_tail="1234", note=named("They are at it."),
)  # fmt: skip


def a_ticket(state: str = "inProgress", due: date = date(2026, 12, 8), kind: str = "refundRequest") -> Filed:
    return Filed("TT-9", WorkOrderKind.REFUND, kind, state, NOON, due)


def seeing(**business: Any) -> tuple[FakeBusiness, Any]:
    fakes = FakeBusiness(**business)
    hall = a_hall(FakeOperators(business=fakes))

    def begin() -> Journey[Outcome]:
        return my_orders(hall)

    return fakes, begin


def to_the_list(talk: Talk) -> Talk:
    return talk.press("Yes, go on", "Scan with my phone").answer("mobile")


def test_an_order_under_way_can_be_called_back_and_the_list_is_asked_for_anew() -> None:
    business, begin = seeing(open_orders=(RUNNING,), tickets=(a_ticket(),))
    with a_talk(begin) as talk:
        assert to_the_list(talk).title == "These are your orders and requests"
        talk.press("Change the plan")
        assert [fact.label.message for fact in talk.screen.facts] == [
            "Ordered on", "Number ends in", "Counts from", "Done by", "Reference", "Questions",
        ]  # fmt: skip
        talk.press("Call this order back", "Yes, call it back")
        assert business.cancellations.asked[0].order_id == "PO-1"
        assert talk.title == "The order was called back"
        talk.go_on().press("I have seen enough")
        assert talk.outcome is Outcome.SEEN


@pytest.mark.parametrize("noes", [["Back to the list"], ["Call this order back", "No, let it go on"]])
def test_a_no_lets_it_go_on(noes: list[str]) -> None:
    business, begin = seeing(open_orders=(RUNNING, an_order(OrderState.ACKNOWLEDGED)))
    with a_talk(begin) as talk:
        to_the_list(talk).press("Change the plan", *noes)
        assert talk.title == "These are your orders and requests" and business.cancellations.asked == []


@pytest.mark.parametrize(
    ("reason", "title"),
    [
        (Reason.TOO_LATE, "It is too late to call it back"),
        (Reason.NOT_ALLOWED, "It could not be called back"),
    ],
)
def test_a_no_of_the_company_is_told(reason: Reason, title: str) -> None:
    business, begin = seeing(open_orders=(RUNNING,))
    business.cancellations.problem = Refused(reason)
    with a_talk(begin) as talk:
        to_the_list(talk).press("Change the plan", "Call this order back", "Yes, call it back")
        assert talk.title == title
        assert talk.go_on().title == "These are your orders and requests"


@pytest.mark.parametrize("state", OrderState)
def test_every_state_says_what_comes_next(state: OrderState) -> None:
    _, begin = seeing(open_orders=(an_order(state),))
    with a_talk(begin) as talk:
        to_the_list(talk).press("Another order")
        assert talk.screen.body[-1] == NEXT[state] and talk.screen.steps is not None
        talk.press("Back to the list")
        assert talk.title == "These are your orders and requests"


@pytest.mark.parametrize("state", [*TICKET_STANDS, "odd"])
def test_a_request_says_when_its_answer_is_due(state: str) -> None:
    _, begin = seeing(tickets=(a_ticket(state, kind="odd"),))
    with a_talk(begin) as talk:
        to_the_list(talk).press("Another request")
        assert talk.screen.facts[1].mark is Mark.NONE and not talk.screen.private
        appeals = [text.message for text in talk.screen.body if "appeal" in text.message]
        assert bool(appeals) is (state in DECIDED) and (len(talk.screen.body) == 4) is (state in DECIDED)
        assert talk.go_on().title == "These are your orders and requests"


def test_what_the_company_has_answered_is_hers_alone() -> None:
    answer = Letter(named("We put it right."))
    answered = replace(a_ticket("rejected", kind="complaint"), answer=answer)
    _, begin = seeing(tickets=(answered,))
    with a_talk(begin) as talk:
        to_the_list(talk).press("My complaint")
        stands, written, appeal, how_soon = talk.screen.body
        assert stands.message == "The company said no." and talk.screen.private
        assert written.shown(ENGLISH) == "The company writes: We put it right."
        assert written.spoken(ENGLISH, Hearing.HEADPHONES) == written.shown(ENGLISH)
        assert "right" not in written.spoken(ENGLISH, Hearing.SPEAKER)
        assert "看屏幕" in written.spoken(words_of(Language.ZH_CN), Hearing.SPEAKER)
        assert appeal.shown(ENGLISH) == "Not content? You can appeal to 12300."
        assert "five working days" in how_soon.message
        assert talk.screen.facts[-1].value.shown(ENGLISH) == "Call 10086"


def test_a_late_answer_leads_to_12300() -> None:
    _, begin = seeing(tickets=(a_ticket(due=date(2026, 11, 22)), a_ticket("closed", date(2026, 11, 22))))
    with a_talk(begin) as talk:
        to_the_list(talk).press("Money back")
        assert talk.screen.facts[1].mark is Mark.CARE and len(talk.screen.body) == 3


def test_where_there_is_nothing_it_says_so() -> None:
    _, begin = seeing()
    with a_talk(begin) as talk:
        assert to_the_list(talk).title == "There is no order and no request"
        assert talk.go_on().outcome is Outcome.NOTHING


def test_all_kinds_of_requests_have_words() -> None:
    assert {kind.value for kind in WorkOrderKind} <= set(REQUESTS)
