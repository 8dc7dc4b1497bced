"""What somebody may wish: any kind of order, about anything on any of their lines."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

from requests import Response

from kiosk.domain.orders import OrderKind
from kiosk.sandbox.people import PEOPLE
from kiosk.sandbox.tariff_table import TARIFFS
from tests.sandbox.money import Json
from tests.sandbox.ordering import item
from tests.sandbox.test_qualification import question

KINDS = [kind for kind in OrderKind if kind is not OrderKind.PORT_OUT]
ADDING = {OrderKind.CHANGE_PLAN, OrderKind.TAKE_DISCOUNT}
ABOUT = {
    OrderKind.STOP_ADD_ON: "addOn",
    OrderKind.END_CONTRACT: "contract",
    OrderKind.LET_CONTRACT_END: "contract",
}
ODD = 0.1
"""How often something is wished that makes no sense."""
CERTIFICATES = [one.certificate for one in PEOPLE if one.certificate]


@dataclass(frozen=True)
class Wish:
    """One order to be."""

    kind: OrderKind
    line: str
    product: str = ""
    offering: str = ""
    """What is wanted, or what the product is sold as."""
    details: tuple[tuple[str, str], ...] = ()


def a_wish(random: Random, products: list[Json]) -> Wish:
    """Wish something about one of these products; most of it makes sense."""
    line = random.choice([one for one in products if "productRelationship" not in one])["id"]
    here = [one for one in products if one["id"].startswith(f"{line}-")]
    kind = random.choice(KINDS)
    if kind in ADDING:
        return Wish(kind, line, "", random.choice(TARIFFS).id, _certificate(random))
    if kind is OrderKind.SET_CAP:
        return Wish(kind, line, line, "", (("limit", random.choice(["", "0", "50", "29.90"])),))
    if kind is OrderKind.STOP_NUMBER:
        return Wish(kind, line, line, "", (("reason", random.choice(["lost", "kept", "away"])),))
    if kind not in ABOUT:
        return Wish(kind, line, line)
    meant = [one for one in here if one["productSpecification"]["name"] == ABOUT[kind]]
    one = random.choice((here if random.random() < ODD else meant) or [{"id": line}])
    return Wish(kind, line, one["id"], one.get("productOffering", {}).get("id", ""))


def items_of(wish: Wish) -> list[Json]:
    """Write the wish as items of an order."""
    ending = wish.kind in {OrderKind.CANCEL_NUMBER, OrderKind.STOP_ADD_ON}
    offering = wish.offering if wish.kind in ADDING else ""
    told: dict[str, Any] = dict(wish.details)
    return [item("delete" if ending else "modify", wish.product, offering, wish.line, **told)]


def asks(wish: Wish, party: str) -> Json:
    """Write the wish as a question."""
    told: dict[str, Any] = dict(wish.details)
    asked = question(wish.line, wish.kind.value, wish.offering, **told)
    return asked | {"relatedParty": [{"id": party, "@referredType": "Individual"}]}


def forbidden(kind: OrderKind, answer: Response) -> bool | None:
    """Tell whether the operator said no to what staff does; None where it said nothing."""
    if answer.status_code != 201:
        return None
    (item,) = answer.json()["productOfferingQualificationItem"]
    reasons = item.get("eligibilityUnavailabilityReason", [])
    lifted = {"NEEDS_STAFF"} if kind is OrderKind.REPLACE_SIM else set()
    return bool({reason["code"] for reason in reasons} - lifted)


def _certificate(random: Random) -> tuple[tuple[str, str], ...]:
    kind, level = random.choice(CERTIFICATES)
    return (("certificateKind", str(kind)), ("certificateLevel", str(level)))
