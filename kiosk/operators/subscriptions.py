"""Puts together what runs on each number, from the products of an inventory (TMF637)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NoReturn

from kiosk.domain.failures import Reason, Unavailable
from kiosk.domain.offers import NOTHING
from kiosk.domain.people import Line, LineStatus
from kiosk.domain.subscriptions import Contract, Running, StopReason, Subscription, months_later
from kiosk.operators.amounts import Amount, money_from
from kiosk.operators.answers import shaped
from kiosk.operators.china import day_of, last_day_of, phone_from
from kiosk.operators.labels import NAMELESS, label_from, letters, values_of
from kiosk.operators.prices import monthly_of, months_of, penalty_of
from kiosk.operators.product_shapes import Product
from kiosk.text import Label, Money, PhoneNumber

RUNS = {"active", "suspended", "pendingterminate"}
"""The states in which something runs; what is yet to begin or has ended does not."""
_REASONS = {letters(reason.value): reason for reason in StopReason} | {"customerrequest": StopReason.KEPT}

Values = Mapping[str, object]


def subscription_of(line: Line, product: Product, products: Sequence[Product], about: str) -> Subscription:
    """Put together one number; raises Unavailable(BROKEN_ANSWER) where fee or penalty are not told."""
    on_it = running_on(products, product.id)
    values = values_of(product.product_characteristic)
    main_number = _phone(values.get("mainNumber"))
    return Subscription(
        line=line,
        province=label_from(values.get("homeProvince")) or NAMELESS,
        plan=_plan(line, product, on_it, about, sub_card=main_number is not None),
        add_ons=tuple(_running(one, about) for one in of_kind(on_it, "addon")),
        discounts=tuple(_running(one, about) for one in of_kind(on_it, "discount")),
        contracts=tuple(_contract(one, about) for one in of_kind(on_it, "contract")),
        stop=_stop(line, values),
        stop_note=label_from(values.get("stopNote")),
        main_number=main_number,
        sub_cards=tuple(_phones(values.get("subNumbers"))),
        network=str(values.get("network", "")),
    )


def running_on(products: Iterable[Product], line_id: str) -> list[Product]:
    """Return what runs on a line, of any kind."""
    return [one for one in products if _relies_on(one, line_id) and letters(one.status) in RUNS]


def of_kind(products: Iterable[Product], kind: str) -> Iterator[Product]:
    """Return what is of one kind: plan, addon, discount, contract, cap."""
    return (one for one in products if letters(one.product_specification.name) == kind)


def _relies_on(product: Product, line_id: str) -> bool:
    return any(
        letters(one.relationship_type) == "relieson" and one.product.id == line_id
        for one in product.product_relationship
    )


def _plan(line: Line, product: Product, on_it: Sequence[Product], about: str, *, sub_card: bool) -> Running:
    """Return the plan: a product of its own, or the offering of the line; a sub-card may have none."""
    own = next(of_kind(on_it, "plan"), None)
    told = product if own is None else own
    monthly = monthly_of(told.product_price, about)
    if monthly is None and not sub_card:
        _broken(about, "a number without the fee of its plan")
    values = values_of(told.product_characteristic) if own else {}
    name = label_from(values.get("displayName")) or label_from(told.product_offering.name)
    return Running(
        id=told.id,
        offering_id=told.product_offering.id,
        name=name or NAMELESS,
        summary=label_from(values.get("summary")) or NAMELESS,
        monthly=monthly or NOTHING,
        since=_since(told) or line.since,
    )


def _running(product: Product, about: str) -> Running:
    """Read an add-on or a discount; one without a price costs nothing."""
    values = values_of(product.product_characteristic)
    used = values.get("used")
    end = product.termination_date
    return Running(
        id=product.id,
        offering_id=product.product_offering.id,
        name=_name(product, values),
        summary=label_from(values.get("summary")) or NAMELESS,
        monthly=monthly_of(product.product_price, about) or NOTHING,
        since=_since(product) or _broken(about, "an add-on without its day"),
        until=None if end is None else last_day_of(end),
        used=used if isinstance(used, bool) else None,
        sold_by=label_from(values.get("soldBy")),
        contract_id=str(values.get("contract", "")),
    )


def _contract(product: Product, about: str) -> Contract:
    """Read a promise; what it costs to break it is never guessed."""
    values = values_of(product.product_characteristic)
    starts = _since(product) or _broken(about, "a contract without its day")
    return Contract(
        id=product.id,
        name=_name(product, values),
        got=label_from(values.get("got")) or NAMELESS,
        starts=starts,
        ends=_ends(product, starts) or _broken(about, "a contract without its end"),
        monthly=monthly_of(product.product_price, about) or _broken(about, "a contract without its fee"),
        penalty=penalty_of(values) or _broken(about, "a contract without its rule"),
        instalment=_sum(values.get("instalment"), about),
        lender=label_from(values.get("lender")),
    )


def _ends(product: Product, starts: date) -> date | None:
    """Return the last day of a promise, as its term tells it, its end, or its length."""
    for end in (*(term.valid_for.end_date_time for term in product.product_term), product.termination_date):
        if end is not None:
            return last_day_of(end)
    months = months_of(product.product_term)
    return months_later(starts, months) - timedelta(days=1) if months else None


def _since(product: Product) -> date | None:
    begun = product.start_date or product.order_date
    return None if begun is None else day_of(begun)


def _name(product: Product, values: Values) -> Label:
    names = (values.get("displayName"), product.product_offering.name, product.name)
    return next((name for told in names if (name := label_from(told))), NAMELESS)


def _sum(told: object, about: str) -> Money:
    return NOTHING if told is None else money_from(shaped(told, Amount, about), about)


def _stop(line: Line, values: Values) -> StopReason | None:
    """Say why a number is stopped; None for one that is not."""
    if line.status is LineStatus.KEPT:
        return StopReason.KEPT
    if line.status is not LineStatus.STOPPED:
        return None
    return _REASONS.get(letters(str(values.get("stopReason", ""))), StopReason.OTHER)


def _phones(told: object) -> Iterator[PhoneNumber]:
    numbers = told if isinstance(told, list) else []
    return (phone for one in numbers if (phone := _phone(one)))


def _phone(told: object) -> PhoneNumber | None:
    return phone_from(told) if isinstance(told, str) else None


def _broken(about: str, what: str) -> NoReturn:
    raise Unavailable(Reason.BROKEN_ANSWER, f"{about}: {what}")
