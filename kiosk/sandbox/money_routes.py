"""The routes of bills, use, accounts and payments."""

from __future__ import annotations

from starlette.routing import Route

from kiosk.sandbox import accounts, customer_bill, payments, usage
from kiosk.sandbox.family import Family
from kiosk.sandbox.phone import pay


def routes(tmf: Family) -> list[Route]:
    """Return the routes of TMF678, TMF677, TMF666, TMF654 and TMF676 of one operator."""
    bills, rates = (f"/{customer_bill.BASE}/{one}" for one in ("customerBill", "appliedCustomerBillingRate"))
    queries, paid = f"/{usage.BASE}/queryUsageConsumption", f"/{payments.BASE}/payment"
    holders, buckets = f"/{accounts.BASE}/billingAccount", f"/{accounts.BALANCE_BASE}/bucket"
    return [
        tmf.route(bills, "customer_bill", GET=customer_bill.list_bills),
        tmf.route(f"{bills}/{{id}}", "customer_bill", GET=customer_bill.retrieve_bill),
        tmf.route(rates, "customer_bill", GET=customer_bill.list_rates),
        tmf.route(f"{rates}/{{id}}", "customer_bill", GET=customer_bill.retrieve_rate),
        tmf.route(queries, "usage", POST=usage.create_query),
        tmf.route(f"{queries}/{{id}}", "usage", GET=usage.retrieve_query),
        tmf.route(holders, "account", GET=accounts.list_accounts),
        tmf.route(f"{holders}/{{id}}", "account", GET=accounts.retrieve_account),
        tmf.route(buckets, "balance", GET=accounts.list_buckets),
        tmf.route(f"{buckets}/{{id}}", "balance", GET=accounts.retrieve_bucket),
        tmf.route(paid, "payment", GET=payments.list_payments, POST=payments.create_payment),
        tmf.route(f"{paid}/{{id}}", "payment", GET=payments.retrieve_payment),
    ]


def doors(pages: Family, plain: Family) -> list[Route]:
    """Return the citizen's phone's page for paying, and its side door for scripts."""
    return [
        pages.route("/phone/pay", None, GET=pay.show_payment, POST=pay.answer_payment),
        plain.route("/phone/api/pay", None, POST=pay.pay_by_script),
    ]
