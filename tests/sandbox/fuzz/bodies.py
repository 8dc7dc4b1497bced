"""Bodies that are right, and ways to spoil them."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from tests.sandbox.money import about_use
from tests.sandbox.ordering import CAP, CHANGE, STOP, WANGS, item, order
from tests.sandbox.test_identity import said_of
from tests.sandbox.test_qualification import question
from tests.sandbox.test_tickets import objection
from tests.sandbox.troubles import a_visit, for_ticket, line_test, repair
from tests.sandbox.visitor import WANG, WANG_PHONE, asking

Place = tuple[str | int, ...]

DEEP, TWICE, HUGE, TINY, LONE = "@deep", "@twice", "@huge", "@tiny", "@lone"
RAW = {
    DEEP: "[" * 3000 + "]" * 3000,
    TWICE: '{"id":"1","id":"2"}',
    HUGE: "1e999999999",
    TINY: "0." + "0" * 400 + "1",
    LONE: '"\\ud800"',
}
"""What no JSON writer writes: put in as it is, in place of a mark."""

ODD_VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 0.001, 1e308, 10**30, float("nan"), float("inf"), "", " ",
    "none", "NaN", "sNaN",
    "Infinity", "\x00", "a\nb", "\u202e😀", "x" * 257, "x" * 60_000, "1" * 5000, "１２", [],
    [[]], {}, {"id": None},
    [None], "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2027-02-30T00:00:00Z",
    "2027-03-01T00:00:00", *RAW,
)  # fmt: skip
ODD_BODIES = (
    b"", b"[]", b"{}", b"null", b"0", b'"x"', b"{", b"NaN", b"\xff\xfe{}",
    b"\xef\xbb\xbf{}", b'{"a":1}{"a":1}',
    b'{"a":' * 3000, RAW[DEEP].encode(), b'{"x":"' + b"x" * 60_000 + b'"}', b'"' + b"x" * 70_000 + b'"',
)  # fmt: skip

_PRODUCT = {"id": WANGS, "@referredType": "Product"}
CUSTOMER = {"id": "mobile-1001", "role": "customer", "@referredType": "Individual"}
GOOD: dict[str, tuple[Any, ...]] = {
    "/productOrder": (
        CAP,
        CHANGE,
        STOP,
        order("stopAddOn", item("delete",
        f"{WANGS}-addon-vrbt6")) | {"requestedStartDate": "2026-12-01T00:00:00Z"},
        order("takeDiscount", item("add", "", "DIS50-STD39", certificateKind="1", certificateLevel="1")),
        order("replaceSim", item("modify", WANGS), staff="S7"),
        order("restoreNumber", item("modify", WANGS), staff="S7"),
        order("cancelNumber", item("delete", WANGS), staff="S7"),
    ),
    "/cancelProductOrder": ({"productOrder": {"id": "@made"}, "cancellationReason": "x"},),
    "/troubleTicket": (repair("mobile-1001-4", externalId="key-2", relatedParty=[CUSTOMER]),
        objection(), objection(externalId=None, note=[{"text": "x"}],
    channel={"id": "kiosk"})),
    "/troubleTicket/{id}": ({"status": "cancelled", "statusChangeReason": "x"},
    {"note": [{"text": "x"}]}),
    "/payment": (
        {
            "correlatorId": "key-1",
            "account": {"id": f"A-{WANGS}"},
            "totalAmount": {"unit": "CNY", "value": 19.9},
            "paymentMethod": {"@type": "qrCode"},
        },
    ),
    "/queryUsageConsumption": (
        about_use(WANGS, "mobile-1001"),
        {"searchCriteria": {"product": [{"id": WANGS}], "validPeriod": {
        "startDateTime": "2026-09-01T00:00:00+08:00", "endDateTime": "2026-11-30T23:59:59+08:00"}}},
    ),
    "/productOfferingQualification": (
        question(WANGS, "changePlan", "STD39", "DIS15", certificateKind="2", certificateLevel="1"),
        question(WANGS, "cancelNumber", line=WANGS)
        | {"relatedParty": [{"id": "mobile-1001", "@referredType": "Individual"}]},
    ),
    "/searchTimeSlot": ({"relatedEntity": for_ticket("@repair"), "relatedParty": CUSTOMER},),
    "/appointment": (
        a_visit("@repair", {"startDateTime": "2026-11-24T09:00:00+08:00",
        "endDateTime": "2026-11-24T11:00:00+08:00"}, note=[{"text": "x"}], relatedParty=[CUSTOMER]),
    ),
    "/appointment/{id}": (
        {"validFor": {"startDateTime": "2026-11-25T09:00:00+08:00",
        "endDateTime": "2026-11-25T11:00:00+08:00"}, "status": "cancelled", "description": "x"},
    ),
    "/serviceTest": (line_test("mobile-1001-4", relatedParty=[CUSTOMER]),),
    "/retrieve": ({"device": {"phoneNumber": WANG_PHONE, "networkAccessIdentifier": "x",
    "ipv4Address": {"publicAddress": "192.0.2.1", "publicPort": 9}}}, {}),
    "/retrive-subscription-status": ({"phoneNumber": WANG_PHONE}, {}),
    "/match": (said_of(WANG) | {"birthdate": "1954-03-12", "gender": "FEMALE", "email": "a@b.example"},),
    "/check": ({"phoneNumber": WANG_PHONE, "maxAge": 240}, {}),
    "/retrieve-date": ({"phoneNumber": WANG_PHONE}, {}),
    "/send-code": ({"phoneNumber": WANG_PHONE, "message": "{{code}}"},),
    "/validate-code": ({"authenticationId": "@made", "code": "123456"},),
    "/queries": (asking(WANG), asking(WANG, phoneNumber=WANG_PHONE)),
}  # fmt: skip


@st.composite
def spoiled(draw: st.DrawFn, good: Any) -> bytes:
    """Write a right body with up to two of its values left out or put wrong."""
    body = copy.deepcopy(good)
    for _ in range(draw(st.integers(0, 2))):
        *way, last = draw(st.sampled_from(list(_places(body)) or [("odd",)]))
        within = body
        for step in way:
            within = within[step]
        if draw(st.booleans()) or isinstance(within, list):
            within[last] = copy.deepcopy(draw(st.sampled_from(ODD_VALUES)))
        else:
            within.pop(last, None)
    return _written(body)


def bodies(path: str) -> st.SearchStrategy[bytes]:
    """Bodies for a path: mostly nearly right, sometimes nothing like it."""
    if path not in GOOD:
        return st.sampled_from(ODD_BODIES)
    nearly = st.sampled_from(GOOD[path]).flatmap(spoiled)
    return st.one_of(nearly, nearly, nearly, st.sampled_from(ODD_BODIES))


def _places(body: Any, way: Place = ()) -> Iterator[Place]:
    inner = body.items() if isinstance(body, dict) else enumerate(body) if isinstance(body, list) else ()
    for name, value in inner:
        yield (*way, name)
        yield from _places(value, (*way, name))


def _written(body: Any) -> bytes:
    text = json.dumps(body, ensure_ascii=False)
    for mark, raw in RAW.items():
        text = text.replace(f'"{mark}"', raw)
    return text.encode()
