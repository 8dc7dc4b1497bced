"""The parts of TMF678, 677, 666, 654 and 676 that the kiosk reads: bills, use, accounts, payments."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from msgspec import Meta

from kiosk.operators.amounts import Amount
from kiosk.operators.product_shapes import Period, Reference
from kiosk.operators.shapes import Characteristic, Instant, Shape, Short, Word


class CustomerBill(Shape, frozen=True):
    """A month's bill; `product` is the extension that names the line it is for (LineBill)."""

    id: Short
    state: str = ""
    bill_date: Instant | None = None
    billing_period: Period = Period()
    amount_due: Amount | None = None
    tax_included_amount: Amount | None = None
    remaining_amount: Amount | None = None
    billing_account: Reference = Reference()
    product: Reference = Reference()


class BillingRate(Shape, frozen=True):
    """One line of a bill (AppliedCustomerBillingRate)."""

    id: Short
    name: str = ""
    type: str = ""
    tax_included_amount: Amount | None = None
    bill: Reference = Reference()
    product: Reference = Reference()
    characteristic: tuple[Characteristic, ...] = ()


class Measure(Shape, frozen=True):
    """So many units, exactly."""

    amount: Decimal = Decimal(0)
    units: str = ""


class Counter(Shape, frozen=True):
    """One figure about a bucket: what was used, or what it held (ConsumptionSummary)."""

    counter_type: str = ""
    value: Measure = Measure()


class UsedBucket(Shape, frozen=True):
    """Calls, data or messages of one month (BucketRefOrValue)."""

    usage_type: str = ""
    remaining_value: Measure | None = None
    bucket_counter: tuple[Counter, ...] = ()


class UsageConsumption(Shape, frozen=True):
    """What was used in one period."""

    state: str = ""
    valid_period: Period = Period()
    bucket_ref_or_value: tuple[UsedBucket, ...] = ()


class UsageReport(Shape, frozen=True):
    """The answer to a question about use (QueryUsageConsumption)."""

    id: Short
    usage_consumption: tuple[UsageConsumption, ...] = ()


class BillingAccount(Shape, frozen=True):
    """The account behind a number; the operator masks its name."""

    id: Short
    name: Short


class Bucket(Shape, frozen=True):
    """A balance (TMF654)."""

    id: Short
    usage_type: str = ""
    remaining_value: Measure = Measure()
    party_account: Reference = Reference()


class QrMethod(Shape, frozen=True):
    """The extension of PaymentMethod that carries a link for the payer's phone (`@type` qrCode)."""

    redirect_uri: Annotated[str, Meta(max_length=1024)] = ""
    valid_for: Period = Period()


class PaymentTold(Shape, frozen=True):
    """A payment, and how it stands (TMF676)."""

    id: Word
    correlator_id: str = ""
    status: str = ""
    status_date: Instant | None = None
    payment_method: QrMethod = QrMethod()
