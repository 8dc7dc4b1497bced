"""What somebody has ordered and asked for before the sandbox's first day: some done, some under way."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from kiosk.domain.calendar import CHINA
from kiosk.domain.orders import OrderKind, OrderState
from kiosk.sandbox.brands import BRANDS
from kiosk.sandbox.moments import moment
from kiosk.sandbox.order_tables import OrderRecord, save
from kiosk.sandbox.tables import tickets
from kiosk.sandbox.ticket_answers import WORDS, decided

WHOSE = "peng-yaqin"
COUNTER = "counter"
"""The client that placed them: staff at a counter."""
REFUND = ("refundRequest", "客户要求退还一项没有用过的业务的钱。")
COMPLAINT = ("complaint", "客户投诉：合约没说清楚。")


def fill_matters(db: Connection, number: int, now: datetime) -> None:
    """Write down her matters; `number` is that of the person, by which lines are named."""
    customer = {"id": f"mobile-{number}", "role": "customer", "@referredType": "Individual"}
    used, lost = f"mobile-{number}-1", f"mobile-{number}-2"
    two_days_ago, this_morning = now - timedelta(days=2), now - timedelta(hours=2)
    done = _order(OrderKind.STOP_NUMBER, (lost, "0023"), two_days_ago, customer)
    under_way = _order(OrderKind.SET_CAP, (used, "0024"), this_morning, customer)
    save(db, _standing(done, OrderState.COMPLETED, ended=moment(two_days_ago)))
    save(db, _standing(under_way, OrderState.IN_PROGRESS))
    late, answered = now - timedelta(days=20), now - timedelta(days=9)
    db.execute(tickets.insert(), _ticket("C3", REFUND, used, late, customer))
    complaint = _ticket("C4", COMPLAINT, used, answered, customer)
    no = decided(complaint["document"], "rejected", two_days_ago, BRANDS["mobile"], WORDS["rejected"])
    db.execute(tickets.insert(), complaint | {"document": no})


def _standing(order: dict[str, Any], state: OrderState, **told: str) -> OrderRecord:
    return OrderRecord(**order | {"state": state.value, "document": order["document"] | told})


def _order(kind: OrderKind, of: tuple[str, str], when: datetime, customer: dict[str, str]) -> dict[str, Any]:
    line, digits = of
    item = {
        "id": "1",
        "action": "modify",
        "product": {"id": line, "productCharacteristic": [{"name": "line", "value": line}]},
    }
    return {
        "id": f"PO{when.astimezone(CHINA):%Y%m%d}-SEED{digits}",
        "operator": "mobile",
        "client_id": COUNTER,
        "external_id": None,
        "digest": "",
        "person": WHOSE,
        "line": line,
        "kind": kind.value,
        "document": {
            "items": [item],
            "relatedParty": [customer],
            "channel": [{"id": COUNTER}],
            "starts": when.astimezone(CHINA).date().isoformat(),
            "expected": moment(when + timedelta(hours=24)),
            "standing": "",
            "tail": digits,
        },
        "created_at": when,
    }


def _ticket(
    name: str, asked: tuple[str, str], line: str, filed: datetime, customer: dict[str, str]
) -> dict[str, Any]:
    kind, description = asked
    return {
        "id": f"TT{filed.astimezone(CHINA):%Y%m%d}-SEED{name}",
        "operator": "mobile",
        "client_id": COUNTER,
        "external_id": None,
        "body": "",
        "person": WHOSE,
        "document": {
            "description": description,
            "severity": "medium",
            "ticketType": kind,
            "relatedParty": [customer],
            "relatedEntity": [{"id": line, "role": "line", "@referredType": "Product"}],
            "statusChange": [{"status": "acknowledged", "changeDate": moment(filed)}],
        },
        "created_at": filed,
    }
