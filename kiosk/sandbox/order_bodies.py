"""The bodies of TMF622 requests."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Annotated, Any, Literal

from msgspec import UNSET, Meta, Struct, UnsetType, field, to_builtins

from kiosk.domain.consent import Proof
from kiosk.domain.orders import Certificate
from kiosk.sandbox.errors import Problem
from kiosk.sandbox.filing import digest_of
from kiosk.sandbox.ticket_bodies import Channel, Note, RelatedParty, Word

NEVER_TOLD = frozenset({"servicePassword", "certificateKind", "certificateLevel"})
"""What an order may carry but nobody reads again."""


class Characteristic(Struct):
    """One property of a product."""

    name: Word
    value: Any


class ProductRef(Struct):
    """What an item is about: a product that is there, with what it shall be like."""

    id: Word | UnsetType = UNSET
    productCharacteristic: list[Characteristic] = []  # noqa: N815 - the standard's own names


class OfferingRef(Struct):
    """What an item orders."""

    id: Word


class Item(Struct):
    """One thing to add, change or end."""

    id: Word
    action: Literal["add", "modify", "delete", "noChange"]
    product: ProductRef = field(default_factory=ProductRef)
    productOffering: OfferingRef | UnsetType = UNSET  # noqa: N815

    @property
    def product_id(self) -> str:
        """The product it is about, or nothing."""
        return self.product.id or ""

    @property
    def offering_id(self) -> str | None:
        """The offering it orders, or none."""
        return self.productOffering.id if self.productOffering else None

    def detail(self, name: str) -> Any:
        """Return the value of a characteristic; None where it is not given."""
        return next((one.value for one in self.product.productCharacteristic if one.name == name), None)


class CreateOrder(Struct):
    """The body of POST productOrder (ProductOrder_Create)."""

    category: Word
    productOrderItem: Annotated[list[Item], Meta(min_length=1, max_length=20)]  # noqa: N815
    externalId: Word | UnsetType = UNSET  # noqa: N815
    requestedStartDate: Annotated[datetime, Meta(tz=True)] | UnsetType = UNSET  # noqa: N815
    relatedParty: list[RelatedParty] = []  # noqa: N815
    channel: list[Channel] = []
    note: list[Note] = []
    description: Word | UnsetType = UNSET

    @property
    def staff(self) -> str:
        """Who of the staff has checked the person, or nothing."""
        return next((one.id for one in self.relatedParty if one.referredType == "Employee"), "")


class OrderRef(Struct):
    """Points at an order."""

    id: Word


class CreateCancellation(Struct):
    """The body of POST cancelProductOrder (CancelProductOrder_Create)."""

    productOrder: OrderRef  # noqa: N815
    cancellationReason: Word | UnsetType = UNSET  # noqa: N815
    requestedCancellationDate: Annotated[datetime, Meta(tz=True)] | UnsetType = UNSET  # noqa: N815


class Consent(Struct, forbid_unknown_fields=True):
    """How the customer said yes; the evidence is left out where an order is sent again later."""

    proof: Literal["signature", "smsCode"]
    digest: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
    evidence: Annotated[str, Meta(min_length=1)] | UnsetType = UNSET

    @property
    def by_code(self) -> bool:
        """Whether it was a code."""
        return self.proof == Proof.SMS_CODE.value


def certificate_in(item: Item) -> Certificate | None:
    """Read what is said of a certificate of disability; raises Problem 400 where it is not digits."""
    kind, level = item.detail("certificateKind"), item.detail("certificateLevel")
    if kind is None:
        return None
    try:
        return Certificate(int(kind), int(level))
    except (TypeError, ValueError):
        raise Problem(400, "certificateKind and certificateLevel must be digits.") from None


def digest_of_order(body: CreateOrder) -> str:
    """Return a fingerprint that is the same with and without the evidence of the consent."""
    return digest_of(json.dumps(_without({"evidence"}, to_builtins(body)), sort_keys=True))


def items_told(body: CreateOrder) -> list[dict[str, Any]]:
    """Return the items as they may be told again."""
    items: list[dict[str, Any]] = _without({"evidence"}, to_builtins(body.productOrderItem))
    for item in items:
        told = item["product"]["productCharacteristic"]
        item["product"]["productCharacteristic"] = [one for one in told if one["name"] not in NEVER_TOLD]
    return items


def _without(names: set[str], value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without(names, one) for name, one in value.items() if name not in names}
    return [_without(names, one) for one in value] if isinstance(value, list) else value
