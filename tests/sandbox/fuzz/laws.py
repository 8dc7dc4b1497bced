"""What must hold whatever is done: plans, orders and bills, as they are told by the sandbox."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tests.sandbox.money import BILLS, RATES, Json
from tests.sandbox.ordering import ORDERS, values
from tests.sandbox.visitor import INVENTORY, Visitor

ENDED = frozenset({"completed", "failed", "cancelled", "partial", "rejected"})
WEIGHTY = frozenset({"changePlan", "endContract", "cancelNumber", "replaceSim"})
GONE = frozenset({"terminated", "cancelled"})


class Book:
    """Remembers what was told, and compares it with what is told now."""

    def __init__(self, visitor: Visitor, party: str) -> None:
        self._visitor, self._party = visitor, party
        self.placed: list[tuple[Json, str]] = []
        self._ended: dict[str, str] = {}
        self._gone: set[str] = set()
        self._bills: dict[str, float] = {}
        self._orders_before = {one["id"] for one in self._all(ORDERS)}
        self._plans = self._running("plan", self.products())

    def products(self) -> list[Json]:
        """Return everything that the person holds."""
        return self._all(f"{INVENTORY}/product")

    def numbers(self) -> list[str]:
        """Return the person's numbers, and one that is nobody's."""
        found = [values(one).get("phoneNumber", "") for one in self.products() if _is_line(one)]
        return [number for number in found if number] or ["+8613999999999"]

    def note(self, body: Json, told: Json) -> None:
        """Remember an order that was taken."""
        self.placed.append((body, told["id"]))

    def has_ended(self, id_: str) -> bool:
        """Tell whether an order has ended now."""
        return self._visitor.get(f"{ORDERS}/{id_}").json()["state"] in ENDED

    def what_is_wrong(self) -> str:
        """Return the first law that is broken, or nothing."""
        return next(iter((*self._plans_and_lines(), *self._orders(), *self._money())), "")

    def _plans_and_lines(self) -> Iterator[str]:
        held = self.products()
        gone = {one["id"] for one in held if _is_line(one) and one["status"] in GONE}
        if self._gone - gone:
            yield f"{self._gone - gone} came back"
        self._gone = gone
        running, coming = self._running("plan", held), self._running("plan", held, "pendingActive")
        wanted = {line: count for line, count in self._plans.items() if line not in gone}
        if dict(running) != wanted or max(coming.values(), default=0) > 1:
            yield f"plans {dict(running)}, to come {dict(coming)}, wanted {wanted}"
        if max(self._running("cap", held).values(), default=0) > 1:
            yield "two caps on a line"
        sold = Counter(
            _of(one) + one.get("productOffering", {}).get("id", one["id"]) for one in held if _is_extra(one)
        )
        yield from (f"twice {name}" for name, count in sold.items() if count > 1)
        for line in gone:
            yield from (
                f"{one['id']} runs on {line}"
                for one in held
                if _of(one) == line and one["status"] == "active"
            )

    def _orders(self) -> Iterator[str]:
        told = {one["id"]: one for one in self._all(ORDERS)}
        if set(told) != self._orders_before | {id_ for _, id_ in self.placed}:
            yield "an order is lost, or one too many is there"
        yield from (f"{id_} was {was}" for id_, was in self._ended.items() if told[id_]["state"] != was)
        self._ended = {id_: one["state"] for id_, one in told.items() if one["state"] in ENDED}
        open_ = [one for id_, one in told.items() if id_ not in self._ended and one["category"] in WEIGHTY]
        lines = Counter(values(one["productOrderItem"][0]["product"])["line"] for one in open_)
        yield from (f"{count} weighty orders on {line}" for line, count in lines.items() if count > 1)

    def _money(self) -> Iterator[str]:
        rates: Counter[str] = Counter()
        for rate in self._all(RATES):
            rates[rate["bill"]["id"]] += round(rate["taxIncludedAmount"]["value"] * 100)
        bills = self._all(BILLS)
        for bill in bills:
            due, left = (round(bill[name]["value"] * 100) for name in ("amountDue", "remainingAmount"))
            if (
                rates[bill["id"]] != due
                or not 0 <= left <= due
                or (left == 0) != (bill["state"] == "settled")
            ):
                yield f"{bill['id']}: {rates[bill['id']]} of {due}, {left} left, {bill['state']}"
            if self._bills.get(bill["id"], due) != due:
                yield f"{bill['id']} was {self._bills[bill['id']]} and is {due}"
            self._bills[bill["id"]] = due

    def _running(self, kind: str, held: list[Json], status: str = "active") -> Counter[str]:
        return Counter(
            _of(one)
            for one in held
            if one["productSpecification"]["name"] == kind and one["status"] == status
        )

    def _all(self, path: str) -> list[Json]:
        found: list[Json] = []
        while True:
            page = self._visitor.get(path, **{"relatedParty.id": self._party, "offset": str(len(found))})
            assert page.status_code == 200, page.text
            found += page.json()
            if len(found) == int(page.headers["X-Total-Count"]):
                return found


def _is_line(product: Json) -> bool:
    return "productRelationship" not in product


def _is_extra(product: Json) -> bool:
    kind = product["productSpecification"]["name"]
    return kind in {"discount", "addOn"} and product["status"] not in GONE


def _of(product: Json) -> str:
    return "-".join(product["id"].split("-")[:3])
