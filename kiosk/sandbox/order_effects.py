"""What an order does when it is carried out: plans, add-ons, contracts, stops and SIM cards really change."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection

from kiosk.domain.calendar import CHINA
from kiosk.domain.orders import OrderKind
from kiosk.sandbox.bill_book import take_in, take_out
from kiosk.sandbox.conditions import Condition, mend
from kiosk.sandbox.holdings import (
    ENDED,
    ProductRecord,
    add_product,
    change_details,
    change_plan,
    coming_plan,
    end_everything,
    end_product,
    held_on,
    plan_on,
    product_with,
    running_on,
)
from kiosk.sandbox.order_tables import OrderRecord
from kiosk.sandbox.records import IN_SERVICE, LineRecord, line_with, lines_where
from kiosk.sandbox.sims import replace_sim
from kiosk.sandbox.tables import lines
from kiosk.sandbox.tariff_table import tariff_with

Words = dict[str, str]
"""The same in Chinese and English, by language."""


class CannotBeDone(Exception):  # noqa: N818 - it reads as what it says
    """An order met something that stands in its way now; nothing was changed."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.words: Words = {"zh_CN": zh, "en": en}


@dataclass(frozen=True)
class Doing:
    """An order that is being carried out."""

    db: Connection
    order: OrderRecord
    line: LineRecord
    day: date
    at: datetime

    @property
    def starts(self) -> date:
        """The day from which it counts."""
        return date.fromisoformat(self.order.document["starts"])

    @property
    def items(self) -> list[dict[str, Any]]:
        """Its items."""
        items: list[dict[str, Any]] = self.order.document["items"]
        return items

    def detail(self, name: str) -> str:
        """Return a characteristic of the first item, or nothing."""
        told = self.items[0]["product"]["productCharacteristic"]
        return next((str(one["value"] or "") for one in told if one["name"] == name), "")

    def product(self, item: dict[str, Any]) -> ProductRecord:
        """Return what an item is about, still running; raises CannotBeDone where it is over."""
        found = product_with(self.db, item["product"].get("id", ""))
        if found is None or found.state_on(self.day) in ENDED:
            raise CannotBeDone("这一项已经停了，没有再改。", "This has ended already; nothing was changed.")
        return found

    def set_line(self, **values: Any) -> None:
        """Change the line itself."""
        self.db.execute(lines.update().where(lines.c.id == self.line.id).values(values))


def carry_out(db: Connection, order: OrderRecord, at: datetime) -> Words | None:
    """Make an order true; returns what was left undone, if anything. Raises CannotBeDone."""
    doing = Doing(db, order, line_with(db, order.line), at.astimezone(CHINA).date(), at)
    if doing.line.status in ENDED:
        raise CannotBeDone("这个号码已经注销，没有再改。", "This number is cancelled; nothing was changed.")
    return _EFFECTS[order.what](doing)


def fen_in(limit: str) -> int:
    """Read a sum of yuan, 50 or 50.00, exactly; raises ValueError for anything else."""
    if not re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,2})?", limit):
        raise ValueError("not a sum of yuan")
    return int(Decimal(limit) * 100)


def standing(db: Connection, line: LineRecord, day: date) -> str:
    """Describe how a line stands, so that an order can see whether another one came between."""
    now, later = plan_on(db, line.id, day), coming_plan(db, line.id, day)
    return f"{line.status} {now and now.id} {later and later.id}"


def _undisturbed(doing: Doing) -> None:
    if doing.order.document["standing"] != standing(doing.db, doing.line, doing.day):
        raise CannotBeDone(
            "这个号码刚办了别的业务，这一单没有办。",
            "Something else was done on this number meanwhile; this order was not.",
        )


def _change_plan(doing: Doing) -> None:
    _undisturbed(doing)
    change_plan(doing.db, doing.line.id, doing.items[0]["productOffering"]["id"], doing.starts)


def _stop_add_ons(doing: Doing) -> Words | None:
    left: Words | None = None
    ended = 0
    for item in doing.items:
        try:
            product, last_day = doing.product(item), doing.starts - timedelta(days=1)
            end_product(doing.db, product.id, min(last_day, product.until or last_day))
            ended += 1
        except CannotBeDone as error:
            left = error.words
    if left and not ended:
        raise CannotBeDone(left["zh_CN"], left["en"])
    return left


def _set_cap(doing: Doing) -> None:
    limit = doing.detail("limit")
    running = running_on(doing.db, doing.line.id, doing.day)
    cap = next((one for one in running if one.kind == "cap"), None)
    if cap and limit:
        change_details(doing.db, cap.id, limit=fen_in(limit))
    elif cap:
        end_product(doing.db, cap.id, None)
    elif limit:
        add_product(doing.db, doing.line.id, "cap", "", doing.day, details={"limit": fen_in(limit)})


def _take_discount(doing: Doing) -> None:
    _undisturbed(doing)
    offering = doing.items[0]["productOffering"]["id"]
    if any(one.offering == offering for one in held_on(doing.db, doing.line.id, doing.day)):
        raise CannotBeDone(
            "这项优惠已经有了，没有再办。", "This discount is there already; it was not added again."
        )
    tariff = tariff_with(offering)
    last_day = tariff.last_day(doing.starts) if tariff else None
    add_product(doing.db, doing.line.id, "discount", offering, doing.starts, until=last_day)


def _end_contract(doing: Doing) -> Words | None:
    contract = doing.product(doing.items[0])
    end_product(doing.db, contract.id, None)
    if not contract.details.get("instalment"):
        return None
    return {
        "zh_CN": "合约已停。手机分期是另一家公司的，还要接着还。",
        "en": "The contract has ended. The phone's instalments, owed to another company, go on.",
    }


def _let_contract_end(doing: Doing) -> None:
    change_details(doing.db, doing.product(doing.items[0]).id, renews=False)


def _pay_back(doing: Doing) -> None:
    """Put what is left on another number of the same person; where none is named, it goes to a bank."""
    left = take_out(doing.db, doing.line, doing.day)
    for other in lines_where(doing.db, lines.c.id == doing.detail("refundTo")):
        if other.owner == doing.line.owner and other.status in IN_SERVICE:
            take_in(doing.db, other, left, doing.day)


def _cancel_number(doing: Doing) -> None:
    _pay_back(doing)
    end_everything(doing.db, doing.line.id, doing.day)
    doing.set_line(status="terminated", stop_reason="", keep_number=False)


def _replace_sim(doing: Doing) -> None:
    replace_sim(doing.db, doing.line.id, doing.at)
    if doing.line.stop_reason == "lost":  # the lost card is dead now: nothing is left to guard against
        _restore_number(doing)


def _stop_number(doing: Doing) -> None:
    reason = doing.detail("reason")
    why = "customerRequest" if reason in {"kept", "away"} else "lost"
    doing.set_line(status="suspended", stop_reason=why, keep_number=reason == "kept")


def _restore_number(doing: Doing) -> None:
    mend(doing.db, doing.line.id, Condition.CALLS_OUT_OFF)
    doing.set_line(status="active", stop_reason="", keep_number=False)


def _set_password(doing: Doing) -> None:
    """Nothing to see: the sandbox asks for no password, so it remembers none."""


_EFFECTS: dict[OrderKind, Callable[[Doing], Words | None]] = {
    OrderKind.CHANGE_PLAN: _change_plan,
    OrderKind.STOP_ADD_ON: _stop_add_ons,
    OrderKind.SET_CAP: _set_cap,
    OrderKind.TAKE_DISCOUNT: _take_discount,
    OrderKind.END_CONTRACT: _end_contract,
    OrderKind.LET_CONTRACT_END: _let_contract_end,
    OrderKind.CANCEL_NUMBER: _cancel_number,
    OrderKind.REPLACE_SIM: _replace_sim,
    OrderKind.STOP_NUMBER: _stop_number,
    OrderKind.RESTORE_NUMBER: _restore_number,
    OrderKind.SET_PASSWORD: _set_password,
}
