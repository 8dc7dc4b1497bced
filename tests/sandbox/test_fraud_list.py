"""The shared list of numbers that cheat."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.sandbox.fraud_book import plain
from kiosk.sandbox.seed_troubles import CHEATS
from tests.sandbox.troubles import CHEAT_CHECK, CHEAT_REPORTS
from tests.sandbox.visitor import Visitor


@pytest.fixture
def client(national: Visitor) -> Visitor:
    national.act_for_itself()
    return national


def known(visitor: Visitor, number: str) -> dict[str, Any]:
    told: dict[str, Any] = visitor.post(CHEAT_CHECK, {"number": number}).json()
    return told


def reported(visitor: Visitor, number: str, category: str, key: str) -> Any:
    return visitor.post(CHEAT_REPORTS, {"number": number, "category": category}, Idempotency_Key=key)


@pytest.mark.parametrize(("number", "cheat", "reports", "confirmed"), CHEATS)
def test_who_is_on_the_list(client: Visitor, number: str, cheat: Any, reports: int, confirmed: bool) -> None:
    wanted = {"listed": True, "reports": reports, "confirmed": confirmed, "category": cheat.value}
    assert known(client, number) == wanted


def test_reports_add_up(client: Visitor) -> None:
    assert known(client, "13999990099") == {"listed": False, "reports": 0, "confirmed": False}
    first = reported(client, "13999990099", "investment", "one")
    assert (first.status_code, first.json()["createdAt"]) == (201, "2026-11-23T08:00:00.000Z")
    assert first.json()["reference"].startswith("FR-")
    reported(client, "008613999990099", "investment", "two")
    assert known(client, "8613999990099") == {
        "listed": True, "reports": 2, "confirmed": False, "category": "investment",
    }  # fmt: skip
    assert known(client, "17199009901")["reports"] == 149
    reported(client, "17199009901", "other", "three")
    assert known(client, "17199009901")["reports"] == 150


def test_one_report_counts_once(client: Visitor) -> None:
    first = reported(client, "13999990099", "other", "one").json()
    assert reported(client, "13999990099", "other", "one").json() == first
    assert reported(client, "13999990099", "nuisance", "one").status_code == 409
    assert known(client, "13999990099")["reports"] == 1
    for _ in range(2):
        client.post(CHEAT_REPORTS, {"number": "13999990099", "category": "other"})
    assert known(client, "13999990099")["reports"] == 3


@pytest.mark.parametrize(
    "number", ["12", "1" * 21, "+8613999990099", "139 9999", "12a", "123\n", "１２３", 123]
)
def test_what_is_no_number(client: Visitor, number: object) -> None:
    assert client.post(CHEAT_CHECK, {"number": number}).status_code == 400
    assert client.post(CHEAT_REPORTS, {"number": number, "category": "other"}).status_code == 400


def test_only_what_the_list_knows_can_be_reported(client: Visitor) -> None:
    assert reported(client, "13999990099", "rudeness", "one").status_code == 400
    client.act_for_itself("fraud-list:check")
    assert reported(client, "13999990099", "other", "one").status_code == 403
    client.token = ""
    assert client.post(CHEAT_CHECK, {"number": "123"}).status_code == 401


def test_only_mobile_numbers_lose_their_country() -> None:
    assert [plain(one) for one in ("008613999990099", "8612", "0085299990099")] == [
        "13999990099", "8612", "0085299990099",
    ]  # fmt: skip
