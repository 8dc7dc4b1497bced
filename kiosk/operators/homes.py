"""The homes that broadband runs to, from the products of an inventory (TMF637)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kiosk.domain.faults import Home
from kiosk.domain.people import Identity
from kiosk.operators.inventory import API
from kiosk.operators.labels import NAMELESS, label_from, letters, values_of
from kiosk.operators.pages import every
from kiosk.operators.product_shapes import Place, Product
from kiosk.operators.subscriptions import RUNS, of_kind, running_on
from kiosk.operators.system import System
from kiosk.text import Code, Label

FIELDS = (
    "id,name,status,productSpecification,productOffering,productCharacteristic,productRelationship,"
    "place,relatedParty"
)
_DIVISION = re.compile(r"[0-9]{6,12}")
"""An administrative division (GB/T 2260); other places of an operator's own are none."""
KINDS = ("broadband", "plan")
"""What a home's line is sold as: a product of its own kind, or a plan."""


def homes_of(system: System, identity: Identity) -> tuple[Home, ...]:
    """List the homes with broadband in the person's name, also those where it is stopped."""
    url = system.url(API, "product")
    products = list(every(system, identity.access, url, list[Product], system.by(), fields=FIELDS))
    homes = (
        _home(product, products)
        for product in of_kind(products, "broadband")
        if letters(product.status) in RUNS
    )
    return tuple(home for home in homes if home)


def _home(product: Product, products: Sequence[Product]) -> Home | None:
    """Read a product as the line of a home; None for what is only sold on one."""
    values = values_of(product.product_characteristic)
    account = values.get("accountNumber")
    if not isinstance(account, str) or not account:
        return None
    place = next((one for one in product.place if letters(one.role) == "installationaddress"), Place())
    return Home(
        id=product.id,
        account=Code(account),
        place=label_from(values.get("district")) or label_from(place.name) or NAMELESS,
        area=place.id if _DIVISION.fullmatch(place.id) else "",
        plan=_plan(product, running_on(products, product.id)),
        television=values.get("television") is True,
        suspended=letters(product.status) == "suspended",
    )


def _plan(line: Product, on_it: Sequence[Product]) -> Label:
    """Name what runs on a line; where nothing does, what the line itself is sold as."""
    sold = next((one for kind in KINDS for one in of_kind(on_it, kind)), line)
    names = (values_of(sold.product_characteristic).get("displayName"), sold.product_offering.name)
    return next((name for told in names if (name := label_from(told))), NAMELESS)
