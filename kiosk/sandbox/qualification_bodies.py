"""The body of TMF679 questions: what is wanted, on which line, with which certificate."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import Meta, Struct, field

from kiosk.domain.orders import Certificate
from kiosk.sandbox.errors import Problem
from kiosk.sandbox.ticket_bodies import RelatedParty, Word


class Named(Struct):
    """A reference."""

    id: Word


class Characteristic(Struct):
    """One property that the product would have."""

    name: Word
    value: Any


class Product(Struct):
    """What is there, and how it should be."""

    id: str = ""
    productCharacteristic: list[Characteristic] = []  # noqa: N815 - the standard's own names


class Item(Struct):
    """One thing that is asked about."""

    id: Word
    product: Product
    action: Literal["add", "modify", "delete", "noChange"] = "modify"
    productOffering: Named | None = None  # noqa: N815

    @property
    def characteristics(self) -> dict[str, Any]:
        """The properties by name."""
        return {one.name: one.value for one in self.product.productCharacteristic}

    @property
    def line(self) -> str:
        """The line that it is about: told as a characteristic, or the product itself."""
        return str(self.characteristics.get("line", self.product.id))

    @property
    def certificate(self) -> Certificate | None:
        """The certificate that the person speaks of."""
        told = self.characteristics
        try:
            return Certificate(int(told["certificateKind"]), int(told["certificateLevel"]))
        except KeyError:
            return None
        except (TypeError, ValueError) as error:
            raise Problem(400, "certificateKind and certificateLevel must be whole numbers.") from error


class CreateQualification(Struct):
    """The body of POST productOfferingQualification; the category says what kind of order it would be."""

    category: Named
    items: Annotated[list[Item], Meta(min_length=1, max_length=100)] = field(
        name="productOfferingQualificationItem"
    )
    relatedParty: list[RelatedParty] = []  # noqa: N815
    instantSyncQualification: bool = True  # noqa: N815
    provideUnavailabilityReason: bool = True  # noqa: N815
