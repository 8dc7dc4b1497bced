"""Repair orders and complaints: by when they must be answered, and what is kept with them."""

from __future__ import annotations

import pytest

from tests.sandbox.troubles import SHEN, SHENS_HOME, XIE, filed, repair
from tests.sandbox.visitor import Visitor


@pytest.mark.parametrize(
    ("person", "home", "kind", "due"),
    [
        (XIE, "mobile-1019-2", "repair", "2026-11-25T08"),
        (XIE, "mobile-1019-2-broadband", "outageReport", "2026-11-25T08"),
        (XIE, "", "repair", "2026-11-25T08"),
        (SHEN, SHENS_HOME, "repair", "2026-11-26T08"),
        (SHEN, "mobile-1028-2-broadband", "repair", "2026-11-26T08"),
        ("he-shufen", "mobile-1011-1", "outageReport", "2026-11-26T08"),
        (SHEN, SHENS_HOME, "complaint", "2026-12-08T08"),
    ],
)
def test_by_when_it_is_answered(mobile: Visitor, person: str, home: str, kind: str, due: str) -> None:
    mobile.sign_in(person)
    told = filed(mobile, repair(home, ticketType=kind))
    assert told["expectedResolutionDate"].startswith(due)
    assert mobile.get(told["href"]).json() == told


def test_what_was_said_is_kept(mobile: Visitor) -> None:
    mobile.sign_in(XIE)
    said = [{"text": "光猫重启过了。"}, {"text": "下午在家。"}]
    told = filed(mobile, repair(note=said))
    assert told["note"] == said
    assert told["relatedEntity"][0]["id"] == "mobile-1019-2"
    assert [one["status"] for one in told["statusChange"]] == ["acknowledged", "inProgress"]
