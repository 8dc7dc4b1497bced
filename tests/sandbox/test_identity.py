from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.sandbox.brands import OPERATORS
from kiosk.sandbox.iccid import PREFIXES, check_digit
from kiosk.sandbox.likeness import likeness
from kiosk.sandbox.options import AT_ONCE, SandboxOptions
from kiosk.sandbox.party import CARD_FILTER
from kiosk.sandbox.records import lines_where
from kiosk.sandbox.running import RunningSandbox
from kiosk.sandbox.sims import replace_sim, sim_in
from kiosk.sandbox.storage import Store, engine_for
from kiosk.sandbox.tables import lines
from tests.sandbox.visitor import BEGINNING, IDS, INVENTORY, PARTY, WANG, WANG_PHONE, HandClock, Visitor

PEOPLE, PRODUCTS = f"{PARTY}/individual", f"{INVENTORY}/product"
RESOURCES = "/tmf-api/resourceInventoryManagement/v4/resource"
KYC, CHECK, DATE = "/kyc-match/v0.4/match", "/sim-swap/v2/check", "/sim-swap/v2/retrieve-date"
LI_PHONE = "+8613800130011"


def card_of(person: str) -> dict[str, str]:
    number, name = IDS[person]
    return {CARD_FILTER: number, "fullName": name}


def said_of(person: str, phone: str = WANG_PHONE) -> dict[str, str]:
    number, name = IDS[person]
    return {"phoneNumber": phone, "idDocument": number, "name": name}


@pytest.fixture
def kiosk(mobile: Visitor) -> Visitor:
    mobile.act_for_itself()
    return mobile


def opens(kiosk: Visitor) -> bool:
    return kiosk.get(PRODUCTS, **{"relatedParty.id": "mobile-1001"}).ok


def test_an_id_card_finds_its_holder_and_opens_her_record_for_half_an_hour(
    kiosk: Visitor, clock: HandClock
) -> None:
    assert not opens(kiosk)
    assert [one["id"] for one in kiosk.get(PEOPLE, **card_of(WANG)).json()] == ["mobile-1001"]
    assert opens(kiosk)
    clock.pass_by(minutes=29)
    kiosk.act_for_itself()
    assert opens(kiosk)
    clock.pass_by(minutes=1)
    assert not opens(kiosk)


@pytest.mark.parametrize(
    "query",
    [
        card_of(WANG) | {"fullName": "王秀"},
        {CARD_FILTER: IDS[WANG][0]},
        card_of(WANG) | {CARD_FILTER: IDS["liu-min"][0]},
        card_of("zhao-guifang"),
    ],
    ids=["other name", "no name", "other number", "no customer here"],
)
def test_a_card_that_is_not_exactly_right_finds_nobody(kiosk: Visitor, query: dict[str, str]) -> None:
    found = kiosk.get(PEOPLE, **query)
    assert (found.status_code, found.json()) == (200, [])
    assert not opens(kiosk)


def test_nobody_is_found_by_name_alone_or_by_a_client_without_a_reader(mobile: Visitor) -> None:
    mobile.act_for_itself()
    assert mobile.get(PEOPLE, fullName=IDS[WANG][1]).status_code == 403
    mobile.act_for_itself("party:read inventory:read")
    assert mobile.get(PEOPLE, **card_of(WANG)).status_code == 403
    assert not opens(mobile)


def test_number_and_card_belong_together(kiosk: Visitor) -> None:
    known = {
        "birthdate": "1954-03-12",
        "gender": "FEMALE",
        "idDocumentType": "national_id_card",
    }
    assert kiosk.post(KYC, said_of(WANG) | known | {"email": "a@b.example"}).json() == {
        "idDocumentMatch": "true",
        "nameMatch": "true",
        "birthdateMatch": "true",
        "genderMatch": "true",
        "idDocumentTypeMatch": "true",
        "emailMatch": "not_available",
    }
    assert opens(kiosk)


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        (said_of("liu-min"), {"idDocumentMatch": "false", "nameMatch": "false", "nameMatchScore": 0}),
        (
            said_of(WANG) | {"name": "王秀莹"},
            {"idDocumentMatch": "true", "nameMatch": "false", "nameMatchScore": 82},
        ),
        ({"phoneNumber": WANG_PHONE, "name": IDS[WANG][1]}, {"nameMatch": "true"}),
    ],
)
def test_half_a_match_proves_nothing(kiosk: Visitor, told: dict[str, str], answer: object) -> None:
    assert kiosk.post(KYC, told).json() == answer
    assert not opens(kiosk)


@pytest.mark.parametrize(
    ("told", "status", "code"),
    [
        ({"name": "王秀英"}, 422, "MISSING_IDENTIFIER"),
        ({"phoneNumber": WANG_PHONE}, 400, "KNOW_YOUR_CUSTOMER.INVALID_PARAM_COMBINATION"),
        ({"phoneNumber": "13800130001", "name": "x"}, 400, "INVALID_ARGUMENT"),
        (said_of(WANG, "+8618600130001"), 404, "IDENTIFIER_NOT_FOUND"),
    ],
)
def test_questions_that_cannot_be_answered(
    kiosk: Visitor, told: dict[str, str], status: int, code: str
) -> None:
    answer = kiosk.post(KYC, told)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_a_person_who_signed_in_matches_nobody(mobile: Visitor) -> None:
    mobile.sign_in()
    assert mobile.post(KYC, said_of(WANG)).status_code == 403


def test_a_card_was_changed_twenty_hours_ago(kiosk: Visitor) -> None:
    told = {"phoneNumber": LI_PHONE}
    assert kiosk.post(DATE, told).json() == {"latestSimChange": "2026-11-22T12:00:00.000Z"}
    assert kiosk.post(CHECK, told | {"maxAge": 20}).json() == {"swapped": False}
    assert kiosk.post(CHECK, told | {"maxAge": 21}).json() == {"swapped": True}
    assert kiosk.post(CHECK, {"phoneNumber": WANG_PHONE}).json() == {"swapped": False}


@pytest.mark.parametrize("path", [CHECK, DATE])
def test_sim_swap_wants_a_number(kiosk: Visitor, path: str) -> None:
    assert kiosk.post(path, {}).json()["code"] == "MISSING_IDENTIFIER"
    assert kiosk.post(path, {"phoneNumber": "+8613999999999"}).status_code == 404
    assert kiosk.post(CHECK, {"phoneNumber": LI_PHONE, "maxAge": 2401}).status_code == 400


def test_the_sim_cards_of_a_person(mobile: Visitor) -> None:
    mobile.sign_in()
    cards = mobile.get(RESOURCES, **{"resourceRelationship.id": "mobile-1001-1"}).json()
    assert [card["resourceStatus"] for card in cards] == ["available"]
    assert mobile.get(f"{RESOURCES}/{cards[0]['id']}").json() == cards[0]
    assert len(mobile.get(RESOURCES).json()) == 3
    assert mobile.get(f"{RESOURCES}/none").status_code == 404


def test_a_client_reads_the_cards_of_whom_it_has_proven(kiosk: Visitor) -> None:
    wanted = {"relatedParty.id": "mobile-1001"}
    assert kiosk.get(RESOURCES, **wanted).status_code == 403
    kiosk.get(PEOPLE, **card_of(WANG))
    assert len(kiosk.get(RESOURCES, **wanted).json()) == 3
    assert kiosk.get(RESOURCES).status_code == 403


def test_a_lost_card_is_suspended(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'sandbox.db'}"
    with RunningSandbox(SandboxOptions(database=url, pace=AT_ONCE)) as sandbox:
        with engine_for(url).begin() as db:
            db.execute(lines.update().where(lines.c.id == "mobile-1001-1").values(stop_reason="lost"))
        with Visitor(sandbox, "mobile") as mobile:
            mobile.sign_in()
            cards = mobile.get(RESOURCES).json()
    states = [(card["resourceStatus"], card["operationalState"]) for card in cards]
    assert states == [("suspended", "disable"), *[("available", "enable")] * 2]


def test_a_new_card_takes_the_place_of_the_old_one() -> None:
    store, later = Store("", BEGINNING), BEGINNING + timedelta(hours=1)
    with store.begin() as db:
        old = sim_in(db, "mobile-1001-1")
        replace_sim(db, "mobile-1001-1", later)
        new = sim_in(db, "mobile-1001-1")
        assert old and new
        assert (old.iccid != new.iccid, new.changed_at) == (True, later)
        assert check_digit(new.iccid[:-1]) == int(new.iccid[-1])
        assert sim_in(db, "mobile-1001-4") is None
    store.close()


def test_every_number_has_a_card_of_its_operator() -> None:
    store = Store("", BEGINNING)
    with store.begin() as db:
        found = {line: sim_in(db, line.id) for line in lines_where(db, lines.c.kind == "mobile")}
    store.close()
    assert {line.operator for line in found} == {brand.id for brand in OPERATORS} == set(PREFIXES)
    for line, sim in found.items():
        assert sim is not None
        assert sim.iccid.startswith(PREFIXES[line.operator])
        assert (len(sim.iccid), int(sim.iccid[-1])) == (20, check_digit(sim.iccid[:-1]))


def test_luhn() -> None:
    assert check_digit("7992739871") == 3


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [
        ("MARTHA", "MARHTA", 0.961),
        ("DWAYNE", "DUANE", 0.840),
        ("DIXON", "DICKSONX", 0.813),
        ("", "x", 0),
        ("x", "x", 1),
    ],
)
def test_likeness_as_winkler_published_it(one: str, other: str, value: float) -> None:
    assert round(likeness(one, other), 3) == value
