"""Signing in by ID card, and having a card confirmed, wherever it is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk.domain.failures import OperatorError, Reason
from kiosk.domain.id_cards import IdCard
from kiosk.domain.people import Access, Identity
from kiosk.operators.desks import OperatorSystems
from kiosk.sandbox.people import PEOPLE
from kiosk.text import IdNumber, PersonName, PhoneNumber
from tests.operators.conftest import WANG, Clock, House, desks_for
from tests.operators.scripted import Says, Scripted

WANGS_CARD = IdCard(PersonName("王秀英"), IdNumber("990101195403120288"), date(1954, 3, 12), None)
LIUS_CARD = replace(WANGS_CARD, name=PersonName("刘敏"), id_number=IdNumber("990101198109300465"))
HERE = replace(WANG, access=Access("op", "hers", subject="42"))


def card_of(person_id: str) -> IdCard:
    person = next(person for person in PEOPLE if person.id == person_id)
    return IdCard(PersonName(person.name), IdNumber(person.id_number), person.born, None)


def individual(**more: object) -> dict[str, object]:
    card = {"identificationType": "national_id_card", "identificationId": "990101195403120288"}
    return {"id": "42", "fullName": "王秀英", "individualIdentification": [card], **more}


def desks(scripted: Scripted, clock: Clock, *apis: str) -> OperatorSystems:
    return desks_for(scripted.settings(**{api: f"/{api}" for api in apis}), clock)


def refused(call: object, *arguments: object) -> Reason:
    with pytest.raises(OperatorError) as caught:
        call(*arguments)  # type: ignore[operator]
    return caught.value.reason


def test_a_card_signs_its_holder_in(house: House) -> None:
    identity = house.desks.sign_in.by_card("mobile", card_of("wang-xiuying"))
    assert (identity.name, identity.by_card, identity.phone_seen) == (PersonName("王秀英"), True, False)
    assert identity.id_number == card_of("wang-xiuying").id_number
    assert identity.phone == PhoneNumber("13800130001")
    assert identity.access == Access("mobile", token="", subject="mobile-1001")
    assert len(house.desks.lines.lines_of(identity)) == 3
    assert "990101" not in repr(identity)


def test_a_customer_without_a_phone_signs_in_too(house: House) -> None:
    assert house.desks.sign_in.by_card("unicom", card_of("chen-jianguo")).phone is None


def test_a_card_that_no_customer_has(house: House) -> None:
    sign_in = house.desks.sign_in
    assert refused(sign_in.by_card, "mobile", card_of("zhao-guifang")) is Reason.NOT_FOUND
    renamed = replace(card_of("wang-xiuying"), name=PersonName("王秀"))
    assert refused(sign_in.by_card, "mobile", renamed) is Reason.NOT_FOUND
    assert refused(sign_in.by_card, "broadnet", card_of("wang-xiuying")) is Reason.NOT_ALLOWED


@pytest.mark.parametrize(
    "people",
    [
        [individual(fullName="王秀")],
        [individual(individualIdentification=[])],
        [individual(individualIdentification=[{"identificationType": "passport"}])],
        [individual(), individual(id="43")],
    ],
    ids=["other name", "no number", "other document", "two people"],
)
def test_an_answer_must_be_about_this_card(scripted: Scripted, clock: Clock, people: object) -> None:
    scripted.says("/party/individual", Says(people))
    assert refused(desks(scripted, clock, "party").sign_in.by_card, "op", WANGS_CARD) is Reason.BROKEN_ANSWER
    (asked,) = scripted.of("/party/individual")
    assert asked.headers["authorization"] == "Bearer own"
    assert asked.query == {
        "individualIdentification.identificationId": ["990101195403120288"],
        "fullName": ["王秀英"],
    }


def test_a_card_confirms_who_signed_in_by_phone(house: House) -> None:
    identity = house.by_qr("wang-xiuying", "mobile")
    vouched = house.desks.sign_in.vouch(identity, card_of("wang-xiuying"))
    assert vouched == replace(identity, by_card=True)
    house.desks.sign_in.sign_out(identity.access)
    by_card = replace(vouched, access=replace(vouched.access, token=""))
    assert len(house.desks.lines.lines_of(by_card)) == 3


def test_the_owner_of_a_number_and_not_who_carries_it(house: House) -> None:
    carried = replace(house.by_qr("zhao-guifang", "mobile"), id_number=None)
    assert refused(house.desks.sign_in.vouch, carried, card_of("zhao-guifang")) is Reason.ID_MISMATCH
    assert house.desks.sign_in.vouch(carried, card_of("zhou-lei")).by_card


def test_another_number_on_the_card_needs_no_question(scripted: Scripted, clock: Clock) -> None:
    sign_in = desks(scripted, clock, "party", "kyc_match").sign_in
    assert refused(sign_in.vouch, HERE, LIUS_CARD) is Reason.ID_MISMATCH
    assert scripted.asked == []


def vouched(scripted: Scripted, clock: Clock, identity: Identity, *apis: str) -> Identity:
    return desks(scripted, clock, *apis).sign_in.vouch(identity, WANGS_CARD)


def test_a_match_is_asked_by_phone(scripted: Scripted, clock: Clock) -> None:
    scripted.says("/kyc_match/match", Says({"idDocumentMatch": "true", "nameMatch": "true"}))
    nameless = replace(HERE, id_number=None)
    assert vouched(scripted, clock, nameless, "kyc_match") == replace(HERE, by_card=True)
    (asked,) = scripted.of("/kyc_match/match")
    assert asked.headers["authorization"] == "Bearer own"
    assert b'"phoneNumber": "+8613800130001"' in asked.body


@pytest.mark.parametrize(
    ("says", "reason"),
    [
        (Says({"idDocumentMatch": "true", "nameMatch": "false"}), Reason.ID_MISMATCH),
        (Says({"idDocumentMatch": "maybe", "nameMatch": "true"}), Reason.BROKEN_ANSWER),
        (Says({"code": "KNOW_YOUR_CUSTOMER.ID_DOCUMENT_MISMATCH"}, 403), Reason.ID_MISMATCH),
        (Says({"code": "SERVICE_NOT_APPLICABLE"}, 422), Reason.NOT_ALLOWED),
        (Says({"idDocumentMatch": "not_available", "nameMatch": "true"}), Reason.NOT_ALLOWED),
        (Says({}, 503), Reason.SYSTEM_DOWN),
    ],
)
def test_what_else_a_match_may_answer(scripted: Scripted, clock: Clock, says: Says, reason: Reason) -> None:
    scripted.says("/kyc_match/match", says)
    assert refused(vouched, scripted, clock, HERE, "kyc_match") is reason


@pytest.mark.parametrize("identity", [HERE, replace(HERE, phone=None)])
def test_without_a_match_the_card_is_looked_up(scripted: Scripted, clock: Clock, identity: Identity) -> None:
    scripted.says("/kyc_match/match", Says({}))
    scripted.says("/party/individual", Says([individual()]))
    assert vouched(scripted, clock, identity, "kyc_match", "party").by_card


@pytest.mark.parametrize(
    ("says", "reason"),
    [
        (Says([]), Reason.ID_MISMATCH),
        (Says([individual(id="43")]), Reason.ID_MISMATCH),
        (Says({}, 403), Reason.NOT_ALLOWED),
        (Says({}, 500), Reason.SYSTEM_DOWN),
    ],
)
def test_a_look_up_that_finds_somebody_else(
    scripted: Scripted, clock: Clock, says: Says, reason: Reason
) -> None:
    scripted.says("/party/individual", says)
    assert refused(vouched, scripted, clock, HERE, "party") is reason
