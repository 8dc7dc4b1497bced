"""A new service password: looked at by staff, typed twice, never shown, set once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.failures import Reason, Refused
from kiosk.domain.orders import Hindrance, Obstacle, OrderKind, Qualification
from kiosk.journeys.service_password import Outcome, hard_to_guess, service_password
from kiosk.screens import Enter, NotGood, Typed
from tests.fake_business import FakeBusiness, FakeReader, FakeStaff
from tests.fake_operators import WANG, FakeOperators, a_hall
from tests.talks import Talk, a_talk


def to_the_password(talk: Talk) -> Talk:
    talk.go_on().press("Yes, go on", "I have my card").answer("mobile")
    return talk.answer("0007", "2468")


def setting(business: FakeBusiness, **fakes: object) -> object:
    operators = FakeOperators(business=business, **fakes)  # type: ignore[arg-type]
    hall = a_hall(operators, id_cards=FakeReader(), staff=FakeStaff())
    return lambda: service_password(hall)


def test_the_password_is_set_once_and_seen_nowhere() -> None:
    business = FakeBusiness()
    with a_talk(setting(business)) as talk:  # type: ignore[arg-type]
        to_the_password(talk)
        assert isinstance(talk.screen, Enter) and talk.screen.kind is Typed.SECRET
        talk.answer("280517", "280517")
        assert "280517" not in repr(talk.screen)
        talk.press("I understand. Set it").sign()
        [asked] = business.passwords.asked
        assert (asked.password, asked.staff) == ("280517", "0007") and "280517" not in repr(asked)
        assert talk.title == "The new password counts now" and talk.go_on().outcome is Outcome.SET


def test_two_that_differ_begin_again() -> None:
    with a_talk(setting(FakeBusiness())) as talk:  # type: ignore[arg-type]
        to_the_password(talk).answer("280517")
        assert talk.answer("28051").session.problem is not None
        talk.answer("280516")
        assert talk.screen.problem is not None and talk.title.startswith("Type a new")  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "weak", ["111111", "123456", "654321", "890123", "491231", "194912", "123149", "12345"]
)
def test_a_password_that_others_guess_is_not_taken(weak: str) -> None:
    with pytest.raises(NotGood):
        hard_to_guess(weak, "19491231")
    assert hard_to_guess("280517", "") == "280517"


def test_where_no_birthday_is_known_none_is_compared() -> None:
    nobody = replace(WANG, id_number=None)
    with a_talk(setting(FakeBusiness(), identity=nobody)) as talk:  # type: ignore[arg-type]
        assert to_the_password(talk).answer("491231").title == "Please type it once more"


def test_a_no_sets_nothing() -> None:
    business = FakeBusiness()
    with a_talk(setting(business)) as talk:  # type: ignore[arg-type]
        to_the_password(talk).answer("280517", "280517").press("No, keep the old one")
        assert talk.go_on().outcome is Outcome.KEPT and business.passwords.asked == []


def test_what_stands_in_the_way_is_said_before_anything_is_typed() -> None:
    business = FakeBusiness()
    business.refusals[OrderKind.SET_PASSWORD, ""] = Qualification((Hindrance(Obstacle.NOT_ACTIVE),))
    with a_talk(setting(business)) as talk:  # type: ignore[arg-type]
        talk.go_on().press("Yes, go on", "I have my card").answer("mobile")
        assert talk.title == "The password cannot be set now" and talk.go_on().outcome is Outcome.NOT_NOW


def test_an_operator_that_refuses_is_believed() -> None:
    business = FakeBusiness()
    business.passwords.problem = Refused(Reason.NOT_ELIGIBLE)
    with a_talk(setting(business)) as talk:  # type: ignore[arg-type]
        to_the_password(talk).answer("280517", "280517").press("I understand. Set it").sign()
        assert talk.title == "Your phone company did not take the order"
        assert talk.go_on().outcome is Outcome.NOT_NOW
