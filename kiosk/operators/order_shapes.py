"""The parts of TMF622's answers that the kiosk reads, and what they say of an order."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from kiosk.domain.failures import Reason, Unavailable
from kiosk.domain.orders import Order, OrderKind, OrderState
from kiosk.operators.china import day_of, in_china
from kiosk.operators.labels import label_from, values_of
from kiosk.operators.shapes import Characteristic, Instant, Shape, Short
from kiosk.operators.system import System
from kiosk.text import Label

TAIL = 4


class Note(Shape, frozen=True):
    """A remark; its id names its language."""

    text: str
    id: str = ""


class ItemProduct(Shape, frozen=True):
    """What an item makes of a product, and from when."""

    start_date: Instant | None = None
    product_characteristic: tuple[Characteristic, ...] = ()


class ProductOrderItem(Shape, frozen=True):
    """One thing that an order does."""

    product: ItemProduct = ItemProduct()


class ProductOrder(Shape, frozen=True):
    """An order on file (ProductOrder)."""

    id: Short
    external_id: str = ""
    category: str = ""
    state: Annotated[str, Meta(max_length=64)] = ""
    order_date: Instant | None = None
    requested_start_date: Instant | None = None
    expected_completion_date: Instant | None = None
    note: tuple[Note, ...] = ()
    product_order_item: tuple[ProductOrderItem, ...] = ()


class OrderRef(Shape, frozen=True):
    """Points at an order."""

    id: Short


class CancelProductOrder(Shape, frozen=True):
    """A wish to call an order back, on file."""

    product_order: OrderRef
    state: Annotated[str, Meta(max_length=64)] = ""


def order_from(system: System, told: ProductOrder) -> Order:
    """Read an order; raises Unavailable(BROKEN_ANSWER) for a state that TMF622 does not know."""
    product = told.product_order_item[0].product if told.product_order_item else ItemProduct()
    starts = product.start_date or told.requested_start_date
    expected = told.expected_completion_date
    tail = values_of(product.product_characteristic).get("numberTail")
    return Order(
        id=told.id,
        operator_id=system.id,
        kind=_kind(told.category),
        state=_state(system, told.state),
        placed=in_china(told.order_date or system.now()),
        starts=day_of(starts) if starts else None,
        expected=in_china(expected) if expected else None,
        note=_words_of(told.note),
        number_tail=tail[-TAIL:] if isinstance(tail, str) else "",
    )


def _kind(category: str) -> OrderKind | None:
    try:
        return OrderKind(category)
    except ValueError:
        return None


def _state(system: System, told: str) -> OrderState:
    """Take a state; some standards write a space at its end ("aborted ")."""
    try:
        return OrderState(told.strip())
    except ValueError:
        raise Unavailable(Reason.BROKEN_ANSWER, f"{system.id}: an unknown state of an order") from None


def _words_of(notes: tuple[Note, ...]) -> Label | None:
    """Put notes into one name in each language; a note without a language is Chinese."""
    return label_from({"en" if note.id == "en" else "zh_CN": note.text for note in notes})
