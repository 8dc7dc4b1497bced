"""The parts of TMF620, TMF637 and TMF679 that the kiosk reads: what is sold, what is held, what may be."""

from __future__ import annotations

from decimal import Decimal

from kiosk.operators.amounts import Amount
from kiosk.operators.shapes import Characteristic, Instant, Shape, Short


class Reference(Shape, frozen=True):
    """Points at something by its id, its name or both."""

    id: str = ""
    name: str = ""


class Period(Shape, frozen=True):
    """From when to when something is valid."""

    start_date_time: Instant | None = None
    end_date_time: Instant | None = None


class Quantity(Shape, frozen=True):
    """So many units."""

    amount: float = 1
    units: str = ""


class Term(Shape, frozen=True):
    """How long something binds."""

    duration: Quantity | None = None
    valid_for: Period = Period()


class PriceValue(Shape, frozen=True):
    """A sum with its taxes, or the sum itself: releases of the standards differ."""

    tax_included_amount: Amount | None = None
    unit: str = ""
    value: Decimal | None = None


class PriceTag(Shape, frozen=True):
    """One price: of a month, or of a minute or a gigabyte."""

    price_type: str = ""
    recurring_charge_period: str = ""
    recurring_charge_period_length: int = 1
    unit_of_measure: Quantity = Quantity()
    price: PriceValue = PriceValue()


class Relationship(Shape, frozen=True):
    """How a product hangs on another."""

    relationship_type: str = ""
    product: Reference = Reference()


class Place(Shape, frozen=True):
    """Where something is, and what for."""

    id: str = ""
    name: str = ""
    role: str = ""


class Product(Shape, frozen=True):
    """Something a customer holds: a line, or what runs on it (TMF637)."""

    id: Short
    name: str = ""
    status: str = ""
    start_date: Instant | None = None
    order_date: Instant | None = None
    termination_date: Instant | None = None
    product_specification: Reference = Reference()
    product_offering: Reference = Reference()
    product_characteristic: tuple[Characteristic, ...] = ()
    product_price: tuple[PriceTag, ...] = ()
    product_term: tuple[Term, ...] = ()
    product_relationship: tuple[Relationship, ...] = ()
    place: tuple[Place, ...] = ()


class PossibleValue(Shape, frozen=True):
    """A value that a characteristic of an offering has, or could have."""

    value: object = None
    is_default: bool = False


class ValueUse(Shape, frozen=True):
    """One characteristic of an offering."""

    name: str
    product_spec_characteristic_value: tuple[PossibleValue, ...] = ()

    @property
    def value(self) -> object:
        """The value it has: the default, or the first."""
        values = sorted(self.product_spec_characteristic_value, key=lambda one: not one.is_default)
        return values[0].value if values else None


class ProductOffering(Shape, frozen=True):
    """Something in the catalogue (TMF620)."""

    id: Short
    name: str = ""
    description: str = ""
    is_sellable: bool = True
    lifecycle_status: str = ""
    valid_for: Period = Period()
    category: tuple[Reference, ...] = ()
    product_offering_price: tuple[PriceTag, ...] = ()
    product_offering_term: tuple[Term, ...] = ()
    prod_spec_char_value_use: tuple[ValueUse, ...] = ()


class UnavailabilityReason(Shape, frozen=True):
    """One thing that stands in the way (EligibilityUnavailabilityReason)."""

    code: str = ""
    label: str = ""


class QualificationItem(Shape, frozen=True):
    """The answer to one thing that was asked."""

    id: str
    qualification_item_result: str = ""
    expected_activation_date: Instant | None = None
    eligibility_unavailability_reason: tuple[UnavailabilityReason, ...] = ()


class OfferingQualification(Shape, frozen=True):
    """The answer to a question (TMF679)."""

    state: str = ""
    product_offering_qualification_item: tuple[QualificationItem, ...] = ()
