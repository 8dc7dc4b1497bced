"""What tells who somebody is, held against the publishers' own files, where those are at hand."""

from __future__ import annotations

import pytest

from tests.sandbox.test_identity import (
    CHECK,
    DATE,
    KYC,
    LI_PHONE,
    PEOPLE,
    RESOURCES,
    card_of,
    said_of,
)
from tests.sandbox.test_standards import SPECS, check_camara, check_tmf
from tests.sandbox.visitor import WANG, WANG_PHONE, Visitor

pytestmark = pytest.mark.skipif(
    not SPECS.is_dir(), reason="The standards' files are not here: set KIOSK_SPECS to their folder."
)


def test_a_person_found_by_card(mobile: Visitor) -> None:
    mobile.act_for_itself()
    check_tmf(mobile.get(PEOPLE, **card_of(WANG)), 632, "/individual")
    check_tmf(mobile.get(PEOPLE, **card_of("zhao-guifang")), 632, "/individual")
    mobile.act_for_itself("party:read")
    check_tmf(mobile.get(PEOPLE, **card_of(WANG)), 632, "/individual")


def test_sim_cards(mobile: Visitor) -> None:
    check_tmf(mobile.get(RESOURCES), 639, "/resource")
    mobile.sign_in()
    listed = mobile.get(RESOURCES, limit="2")
    check_tmf(listed, 639, "/resource")
    check_tmf(mobile.get(listed.json()[0]["href"]), 639, "/resource/{id}")
    check_tmf(mobile.get(f"{RESOURCES}/none"), 639, "/resource/{id}")
    check_tmf(mobile.ask("DELETE", RESOURCES), 639, "/resource")


@pytest.mark.parametrize(
    "told",
    [
        said_of(WANG),
        said_of("liu-min") | {"birthdate": "1981-09-30", "email": "a@b.example"},
        {"name": "x"},
        {"phoneNumber": WANG_PHONE},
        {"phoneNumber": "1", "name": "x"},
        said_of(WANG, "+8613999999999"),
    ],
)
def test_matches(mobile: Visitor, told: dict[str, str]) -> None:
    for _ in ("without a token", "with one"):
        answer = mobile.post(KYC, told, x_correlator="c-1")
        check_camara(answer, "CAMARA/kyc-match/*.yaml", "/match")
        mobile.act_for_itself()


@pytest.mark.parametrize("path", [CHECK, DATE])
def test_changes_of_a_sim_card(mobile: Visitor, path: str) -> None:
    spec, operation = "CAMARA/sim-swap/*.yaml", f"/{path.rpartition('/')[2]}"
    check_camara(mobile.post(path, {"phoneNumber": LI_PHONE}, x_correlator="c-1"), spec, operation)
    mobile.act_for_itself()
    for phone in (LI_PHONE, "+8613999999999", "1"):
        check_camara(mobile.post(path, {"phoneNumber": phone}, x_correlator="c-1"), spec, operation)
    check_camara(mobile.post(path, {}, x_correlator="c-1"), spec, operation)
    mobile.sign_in()
    check_camara(mobile.post(path, {}, x_correlator="c-1"), spec, operation)
