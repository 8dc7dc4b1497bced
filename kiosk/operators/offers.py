"""What an operator sells (TMF620), and what of it a person may have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from urllib.parse import quote

from kiosk.domain.failures import Reason, Unavailable
from kiosk.domain.offers import Allowance, Offering
from kiosk.domain.orders import Certificate, OrderKind, Qualification
from kiosk.domain.people import Identity
from kiosk.operators.china import last_day_of
from kiosk.operators.http import Call
from kiosk.operators.labels import NAMELESS, label_from, letters, whole
from kiosk.operators.pages import every
from kiosk.operators.prices import beyond_of, monthly_of, months_of, penalty_of
from kiosk.operators.product_shapes import Period, ProductOffering
from kiosk.operators.qualifying import Question, qualified
from kiosk.operators.system import System, system_of
from kiosk.text import Words

API = "product_catalog"
SOLD = {"", "active", "launched"}
"""The states of TMF620 in which something is on sale; a catalogue that tells none sells what it lists."""


class Offers:
    """Reads catalogues and asks what a person may have; `words` is the language that operators answer in."""

    def __init__(self, systems: Mapping[str, System], words: Words) -> None:
        self._systems = systems
        self._words = words

    def plans(self, operator_id: str) -> tuple[Offering, ...]:
        """List every plan on sale, also those that not everybody may have."""
        return tuple(self._on_sale(operator_id, "plan"))

    def discounts(self, operator_id: str) -> tuple[Offering, ...]:
        """List the discounts for the elderly and for people with a disability."""
        return tuple(self._on_sale(operator_id, "discount"))

    def plan_of(self, operator_id: str, offering_id: str) -> Offering:
        """Return one offering, on sale or not any more; raises Refused(NOT_FOUND)."""
        system = system_of(self._systems, operator_id)
        url = system.url(API, f"productOffering/{quote(offering_id, safe='')}")
        found = system.ask_as_kiosk(Call("GET", url), system.by()).shaped(ProductOffering)
        offering = offering_from(found, system.id)
        if offering is None:
            raise Unavailable(Reason.BROKEN_ANSWER, f"{system.id}: an offering without its fee")
        return offering

    def qualify(
        self,
        identity: Identity,
        line_id: str,
        kind: OrderKind,
        offerings: tuple[str, ...] = (),
        certificate: Certificate | None = None,
    ) -> tuple[Qualification, ...]:
        """Ask whether something may be done on a number, with all that stands in the way at once."""
        system = system_of(self._systems, identity.operator_id)
        question = Question(line_id, kind, offerings, certificate)
        return qualified(system, identity.access, question, self._words)

    def _on_sale(self, operator_id: str, category: str) -> Iterator[Offering]:
        """Read one category; what has no fee cannot be offered to anybody."""
        system = system_of(self._systems, operator_id)
        narrowed = {"category.id": category, "isSellable": "true"}
        url = system.url(API, "productOffering")
        for found in every(system, None, url, list[ProductOffering], system.by(), **narrowed):
            if _belongs(found, category) and _is_sold(found, system.now()):
                offering = offering_from(found, system.id)
                if offering is not None:
                    yield offering


def offering_from(told: ProductOffering, about: str) -> Offering | None:
    """Read an offering; None where it has no monthly fee."""
    monthly = monthly_of(told.product_offering_price, about)
    if monthly is None:
        return None
    values = {use.name: use.value for use in told.prod_spec_char_value_use}
    end = told.valid_for.end_date_time
    return Offering(
        id=told.id,
        number=str(values.get("publishedNumber") or told.id),
        name=label_from(values.get("displayName")) or label_from(told.name) or NAMELESS,
        summary=label_from(values.get("summary")) or label_from(told.description) or NAMELESS,
        monthly=monthly,
        allowance=Allowance(*(whole(values.get(name)) for name in ("minutes", "megabytes", "messages"))),
        beyond=beyond_of(told.product_offering_price, about, capped=values.get("capped") is True),
        term_months=months_of(told.product_offering_term),
        penalty=penalty_of(values),
        recheck_months=whole(values.get("recheckMonths")),
        sold_until=None if end is None else last_day_of(end),
        age_from=whole(values.get("minimumAge")),
        certificates=_kinds(values.get("certificateKinds")),
    )


def _kinds(told: object) -> tuple[int, ...]:
    return tuple(whole(one) for one in told) if isinstance(told, list) else ()


def _belongs(told: ProductOffering, category: str) -> bool:
    """Tell whether it is of a category; where none is told, the operator's own narrowing is trusted."""
    told_of = {letters(word) for one in told.category for word in (one.id, one.name)}
    return not told_of or letters(category) in told_of


def _is_sold(told: ProductOffering, now: datetime) -> bool:
    return told.is_sellable and letters(told.lifecycle_status) in SOLD and _holds(told.valid_for, now)


def _holds(period: Period, now: datetime) -> bool:
    begun = period.start_date_time is None or period.start_date_time <= now
    return begun and (period.end_date_time is None or now <= period.end_date_time)
