"""Bills, use, accounts, balances and payments, held against the publishers' own files."""

from __future__ import annotations

import pytest

from kiosk.sandbox.accounts import BALANCE_BASE
from tests.sandbox.money import ACCOUNTS, BILLS, BUCKETS, PAYMENTS, RATES, USE, about_use, payment_of
from tests.sandbox.test_standards import SPECS, check, check_tmf, tmf
from tests.sandbox.visitor import Visitor

pytestmark = pytest.mark.skipif(
    not SPECS.is_dir(), reason="The standards' files are not here: set KIOSK_SPECS to their folder."
)
WU = "+8618600130014"


@pytest.mark.parametrize("person", ["wu-changhai", "li-weidong"])
def test_bills_and_their_lines(unicom: Visitor, person: str) -> None:
    check_tmf(unicom.get(BILLS), 678, "/customerBill")
    unicom.sign_in(person)
    bills, rates = unicom.get(BILLS, limit="5"), unicom.get(RATES, limit="5")
    check_tmf(bills, 678, "/customerBill")
    check_tmf(rates, 678, "/appliedCustomerBillingRate")
    check_tmf(unicom.get(bills.json()[0]["href"]), 678, "/customerBill/{id}")
    check_tmf(unicom.get(rates.json()[0]["href"]), 678, "/appliedCustomerBillingRate/{id}")
    check_tmf(unicom.get(f"{BILLS}/none"), 678, "/customerBill/{id}")
    check_tmf(unicom.ask("DELETE", BILLS), 678, "/customerBill")


def test_use(unicom: Visitor) -> None:
    unicom.sign_in("li-weidong")
    line = unicom.get(BILLS).json()[0]["product"]["id"]
    check(about_use(line), {"$ref": "#/definitions/QueryUsageConsumption_Create"}, tmf(677))
    told = unicom.post(USE, about_use(line))
    check_tmf(told, 677, "/queryUsageConsumption", "post")
    check_tmf(unicom.get(told.headers["Location"]), 677, "/queryUsageConsumption/{id}")
    check_tmf(unicom.post(USE, {}), 677, "/queryUsageConsumption", "post")


def test_accounts_and_balances(unicom: Visitor) -> None:
    unicom.act_for_itself()
    found = unicom.get(ACCOUNTS, **{"contact.contactMedium.characteristic.phoneNumber": WU})
    check_tmf(found, 666, "/billingAccount")
    check_tmf(unicom.get(ACCOUNTS), 666, "/billingAccount")
    check_tmf(unicom.get(found.json()[0]["href"]), 666, "/billingAccount/{id}")
    balances = unicom.get(BUCKETS, **{"partyAccount.id": found.json()[0]["id"]})
    check_tmf(balances, 654, "/bucket")
    check_tmf(unicom.get(balances.json()[0]["href"]), 654, "/bucket/{id}")
    check_tmf(unicom.get(f"/{BALANCE_BASE}/bucket/none"), 654, "/bucket/{id}")


def test_payments(unicom: Visitor) -> None:
    unicom.act_for_itself()
    body = payment_of(unicom, WU, 19.95)
    check(body, {"$ref": "#/definitions/Payment_Create"}, tmf(676))
    begun = unicom.post(PAYMENTS, body)
    check_tmf(begun, 676, "/payment", "post")
    check_tmf(unicom.get(PAYMENTS), 676, "/payment")
    check_tmf(unicom.get(begun.headers["Location"]), 676, "/payment/{id}")
    conflict = payment_of(unicom, WU, 20)
    check_tmf(unicom.post(PAYMENTS, conflict), 676, "/payment", "post")
    check_tmf(unicom.post(PAYMENTS, {}), 676, "/payment", "post")
    check_tmf(unicom.get(f"{PAYMENTS}/none"), 676, "/payment/{id}")
