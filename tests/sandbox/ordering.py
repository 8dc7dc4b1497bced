"""Orders as a client writes them, for tests."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from kiosk.sandbox.party import CARD_FILTER
from tests.sandbox.visitor import IDS, INVENTORY, PARTY, HandClock, Visitor

BASE = "/tmf-api/productOrderingManagement/v4"
ORDERS, CANCELS = f"{BASE}/productOrder", f"{BASE}/cancelProductOrder"
STEP, OTHER = 4, "another"
"""Seconds of a step, and a second public client."""
SIGNED = "M10 10 L400 90"
WANGS = "mobile-1001-1"


def consent(evidence: str = SIGNED, **changes: str) -> dict[str, str]:
    digest = sha256(evidence.encode()).hexdigest()
    return {"proof": "signature", "evidence": evidence, "digest": digest, **changes}


def item(
    action: str, product: str = "", offering: str = "", line: str = WANGS, **details: Any
) -> dict[str, Any]:
    told: dict[str, Any] = {"line": line, "consent": consent(), **details}
    of = {"id": product} if product else {}
    values = [{"name": name, "value": value} for name, value in told.items()]
    written: dict[str, Any] = {
        "id": "1",
        "action": action,
        "product": {**of, "productCharacteristic": values},
    }
    return written | ({"productOffering": {"id": offering}} if offering else {})


def order(kind: str, *items: dict[str, Any], party: str = "mobile-1001", staff: str = "") -> dict[str, Any]:
    parties = [{"id": party, "role": "customer", "@referredType": "Individual"}]
    if staff:
        parties.append({"id": staff, "role": "staff", "@referredType": "Employee"})
    return {
        "externalId": "key-1",
        "category": kind,
        "channel": [{"id": "kiosk"}],
        "relatedParty": parties,
        "productOrderItem": list(items),
    }


CAP = order("setCap", item("modify", WANGS, limit="50"))
STOP = order("stopNumber", item("modify", WANGS))
CHANGE = order("changePlan", item("modify", f"{WANGS}-plan", "STD39"))


def show_card(visitor: Visitor, person: str) -> None:
    """Let the client's reader see somebody's ID card; whose token it had, it keeps."""
    token = visitor.token
    number, name = IDS[person]
    visitor.act_for_itself()
    assert visitor.get(f"{PARTY}/individual", **{CARD_FILTER: number, "fullName": name}).ok
    visitor.token = token or visitor.token


def placed(visitor: Visitor, body: dict[str, Any], key: str = "key-1") -> dict[str, Any]:
    answer = visitor.post(ORDERS, body | {"externalId": key})
    assert answer.status_code == 201, answer.text
    told: dict[str, Any] = answer.json()
    assert answer.headers["Location"] == told["href"]
    return told


def state(visitor: Visitor, told: dict[str, Any]) -> str:
    found: str = visitor.get(told["href"]).json()["state"]
    return found


def states(visitor: Visitor, clock: HandClock, told: dict[str, Any], steps: int = 6) -> list[str]:
    """Tell every state that an order goes through, each once."""
    seen = [told["state"]]
    for _ in range(steps):
        clock.pass_by(seconds=STEP)
        if (now := state(visitor, told)) != seen[-1]:
            seen.append(now)
    return seen


def held(visitor: Visitor, id_: str = "") -> list[dict[str, Any]]:
    products: list[dict[str, Any]] = visitor.get(f"{INVENTORY}/product").json()
    return [one for one in products if one["id"].startswith(id_)]


def values(product: dict[str, Any]) -> dict[str, Any]:
    return {one["name"]: one["value"] for one in product["productCharacteristic"]}


def news(visitor: Visitor, phone: str = "+8613800130001") -> str:
    told: str = visitor.sandbox.phone.inbox(phone)[0]["text"]
    return told


def put(visitor: Visitor, told: dict[str, Any], state: str, note: str = "") -> int:
    body = {"id": told["id"], "state": state, "note": note}
    return visitor.http.post(f"{visitor.sandbox.url}/control/orders", json=body, timeout=10).status_code
