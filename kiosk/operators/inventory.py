"""The numbers a person holds at their own operator (TMF637 product inventory)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kiosk.domain.failures import Reason, Unavailable
from kiosk.domain.orders import SimCard
from kiosk.domain.people import Access, Identity, Line, LineStatus
from kiosk.operators.answers import Answer
from kiosk.operators.china import day_of, phone_from
from kiosk.operators.deadline import Deadline
from kiosk.operators.http import Call
from kiosk.operators.shapes import Product
from kiosk.operators.sims import sim_of
from kiosk.operators.system import System, system_of
from kiosk.text import Label, PhoneNumber

API = "product_inventory"
FIELDS = "id,status,startDate,orderDate,productSpecification,productCharacteristic,relatedParty"
PAGE, MOST_PAGES = 50, 20
NOWHERE = Label.of({"en": "—"})

# TMF637 writes one ended state with a space at its end: "aborted ". Numbers not yet active are nobody's.
_STATUS = {
    "active": LineStatus.IN_USE,
    "suspended": LineStatus.STOPPED,
    "pendingTerminate": LineStatus.ENDING,
}


class Inventory:
    """Lists a person's numbers."""

    def __init__(self, systems: Mapping[str, System]) -> None:
        self._systems = systems

    def lines_of(self, identity: Identity) -> tuple[Line, ...]:
        """List the person's mobile numbers that are in use, stopped, kept or ending."""
        system = system_of(self._systems, identity.operator_id)
        products = _products(system, identity.access, system.by())
        return tuple(line for product in products if (line := _line(product, system.id)))

    def sim_of(self, identity: Identity, line: Line) -> SimCard:
        """Look at the SIM card in a number; raises Refused(NOT_FOUND) where there is none."""
        return sim_of(system_of(self._systems, identity.operator_id), identity, line)


def _products(system: System, access: Access, by: Deadline) -> Iterator[Product]:
    """Turn the pages until everything was seen; a server that ignores the offset ends it too."""
    seen: set[str] = set()
    for _ in range(MOST_PAGES):
        answer = _page(system, access, len(seen), by)
        new = [product for product in answer.shaped(list[Product]) if product.id not in seen]
        seen.update(product.id for product in new)
        yield from new
        if not new or len(seen) >= _total(answer, len(seen), full=len(new) == PAGE):
            return
    raise Unavailable(Reason.BROKEN_ANSWER, f"{system.id}: an inventory without end")


def _page(system: System, access: Access, offset: int, by: Deadline) -> Answer:
    query = {"fields": FIELDS, "limit": str(PAGE), "offset": str(offset)}
    if not access.token:
        query["relatedParty.id"] = access.subject
    return system.ask(access, Call("GET", system.url(API, "product"), query=query), by)


def _total(answer: Answer, seen: int, *, full: bool) -> int:
    """Return how many there are (X-Total-Count); where it is not told, a full page means more."""
    told = answer.headers.get("x-total-count", "")
    if told.isascii() and told.isdecimal():
        return int(told[:9])
    return seen + full


def _line(product: Product, operator_id: str) -> Line | None:
    """Read a product as a mobile number in service; None when it is something else."""
    values = {one.name: one.value for one in product.product_characteristic}
    number = _number(values)
    status = _STATUS.get(product.status)
    if number is None or status is None:
        return None
    if status is LineStatus.STOPPED and values.get("keepNumber") in {True, "true"}:
        status = LineStatus.KEPT
    since = product.start_date or product.order_date
    if since is None:
        raise Unavailable(Reason.BROKEN_ANSWER, f"{operator_id}: a number without its day")
    return Line(product.id, number, _place(values.get("homeCity")), day_of(since), status)


def _number(values: Mapping[str, object]) -> PhoneNumber | None:
    told = values.get("phoneNumber")
    return phone_from(told) if isinstance(told, str) else None


def _place(told: object) -> Label:
    """Take a name, or a name in each language."""
    names = told if isinstance(told, dict) else {"zh_CN": told}
    good = {language: name for language, name in names.items() if isinstance(name, str) and name}
    return Label.of(good) if good else NOWHERE
