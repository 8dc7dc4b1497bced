"""Bills and their lines as TMF678 describes them.

The standard's bill names an account but no product. Here it also names the number that it is for, as a
`LineBill` that extends CustomerBill (TMF630, polymorphism), so that bills can be asked for by product.id.
"""

from __future__ import annotations

from starlette.responses import Response

from kiosk.domain.offers import first_of_next_month
from kiosk.sandbox import bases
from kiosk.sandbox.access import closed
from kiosk.sandbox.bill_book import BillRecord, bills_of, charges_of
from kiosk.sandbox.characteristics import both, characteristic
from kiosk.sandbox.charging import ChargeRecord
from kiosk.sandbox.moments import start_of
from kiosk.sandbox.months import last_day_of
from kiosk.sandbox.open_lines import account_ref, line_ref, lines_open_to, owner_ref
from kiosk.sandbox.records import LineRecord
from kiosk.sandbox.tmf import Resource, cny, end_of, filter_of, listed, single
from kiosk.sandbox.turn import Turn, authorised
from kiosk.sandbox.web import Call

SCOPE = "bills:read"
BASE = bases.CUSTOMER_BILL
_TYPES = {"plan": "recurringCharge", "beyond": "usageCharge", "other": "appliedBillingCharge"}


def list_bills(call: Call) -> Response:
    """List the bills of the last twelve months, each line's newest first."""
    with authorised(call, SCOPE) as turn:
        found = [_bill(turn, line, bill) for line, bill in _open_bills(turn)]
    return listed(call, found)


def retrieve_bill(call: Call) -> Response:
    """Return one bill of the token's person."""
    with authorised(call, SCOPE) as turn:
        for line, bill in _open_bills(turn):
            if bill.id == turn.wanted_id:
                return single(call, _bill(turn, line, bill))
        raise closed(turn)


def list_rates(call: Call) -> Response:
    """List the lines of bills; filters choose a bill or an account."""
    with authorised(call, SCOPE) as turn:
        found = [rate for line, bill in _open_bills(turn) for rate in _rates(turn, line, bill)]
    return listed(call, found)


def retrieve_rate(call: Call) -> Response:
    """Return one line of a bill."""
    with authorised(call, SCOPE) as turn:
        for line, bill in _open_bills(turn):
            for rate in _rates(turn, line, bill):
                if rate["id"] == turn.wanted_id:
                    return single(call, rate)
        raise closed(turn)


def _open_bills(turn: Turn) -> list[tuple[LineRecord, BillRecord]]:
    party = filter_of(turn.call, "relatedParty.id")
    here = lines_open_to(turn, party)
    return [(line, bill) for line in here for bill in bills_of(turn.db, line, turn.today)]


def _bill(turn: Turn, line: LineRecord, bill: BillRecord) -> Resource:
    issued = first_of_next_month(bill.month)
    return {
        "id": bill.id,
        "href": f"{turn.root}/{BASE}/customerBill/{bill.id}",
        "billNo": bill.id,
        "billDate": start_of(issued),
        "category": "normal",
        "runType": "onCycle",
        "state": _state(turn, bill),
        "amountDue": cny(bill.total),
        "remainingAmount": cny(bill.open),
        "taxIncludedAmount": cny(bill.total),
        "billingPeriod": _period(bill),
        "paymentDueDate": end_of(last_day_of(issued)),
        "lastUpdate": start_of(issued),
        "billingAccount": account_ref(turn, line),
        "relatedParty": [owner_ref(turn, line)],
        "product": line_ref(turn, line),
        "@type": "LineBill",
        "@baseType": "CustomerBill",
    }


def _state(turn: Turn, bill: BillRecord) -> str:
    """Return the state: new on the day it is written, then sent until money comes."""
    if not bill.open:
        return "settled"
    if bill.paid:
        return "partiallyPaid"
    return "new" if first_of_next_month(bill.month) == turn.today else "sent"


def _period(bill: BillRecord) -> Resource:
    return {"startDateTime": start_of(bill.month), "endDateTime": end_of(last_day_of(bill.month))}


def _rates(turn: Turn, line: LineRecord, bill: BillRecord) -> list[Resource]:
    return [_rate(turn, line, bill, id_, charge) for id_, charge in charges_of(turn.db, bill)]


def _rate(turn: Turn, line: LineRecord, bill: BillRecord, id_: str, charge: ChargeRecord) -> Resource:
    inventory = f"{turn.root}/{bases.PRODUCT_INVENTORY}/product"
    rate: Resource = {
        "id": id_,
        "href": f"{turn.root}/{BASE}/appliedCustomerBillingRate/{id_}",
        "name": charge.name[0],
        "type": _TYPES[charge.part],
        "date": start_of(first_of_next_month(bill.month)),
        "isBilled": True,
        "bill": {"id": bill.id, "href": f"{turn.root}/{BASE}/customerBill/{bill.id}"},
        "billingAccount": account_ref(turn, line),
        "periodCoverage": _period(bill),
        "taxIncludedAmount": cny(charge.fen),
        "characteristic": [
            characteristic("part", charge.part),
            characteristic("displayName", both(charge.name)),
        ],
        "relatedParty": [owner_ref(turn, line)],
        "@type": "AppliedCustomerBillingRate",
    }
    if charge.product:
        href = f"{inventory}/{charge.product}"
        rate["product"] = {"id": charge.product, "href": href, "@referredType": "Product"}
    return rate
