"""What the tests of bills and payments send."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.sandbox.visitor import Visitor

BILLS = "/tmf-api/customerBillManagement/v4/customerBill"
RATES = "/tmf-api/customerBillManagement/v4/appliedCustomerBillingRate"
USE = "/tmf-api/usageConsumption/v4/queryUsageConsumption"
ACCOUNTS = "/tmf-api/accountManagement/v4/billingAccount"
BUCKETS = "/tmf-api/prepayBalanceManagement/v4/bucket"
PAYMENTS = "/payment/v4/payment"
PHONE_FILTER = "contact.contactMedium.characteristic.phoneNumber"
Json = dict[str, Any]


def about_use(line: str, party: str = "") -> Json:
    body: Json = {"searchCriteria": {"product": [{"id": line}]}}
    return body | ({"relatedParty": [{"id": party, "@referredType": "Individual"}]} if party else {})


def account_of(visitor: Visitor, number: str) -> Json:
    (found,) = visitor.get(ACCOUNTS, **{PHONE_FILTER: number}).json()
    account: Json = found
    return account


def payment_of(visitor: Visitor, number: str, yuan: object, key: str = "key-1") -> Json:
    return {
        "correlatorId": key,
        "account": {"id": account_of(visitor, number)["id"]},
        "totalAmount": {"unit": "CNY", "value": yuan},
        "paymentMethod": {"@type": "qrCode"},
    }


def secret_of(payment: Json) -> str:
    link: str = payment["paymentMethod"]["redirectUri"]
    return parse_qs(urlsplit(link).query)["payment"][0]


def balance_of(visitor: Visitor, number: str) -> float:
    (bucket,) = visitor.get(BUCKETS, **{"partyAccount.id": account_of(visitor, number)["id"]}).json()
    amount: float = bucket["remainingValue"]["amount"]
    return amount
