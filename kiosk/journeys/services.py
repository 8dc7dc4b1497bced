"""The services of this kiosk: one line for each, under the tiles of the first screen.

Longer than most files: it is one table, and to add a journey is to add one entry to it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from kiosk.journeys.bill_check import bill_check
from kiosk.journeys.cancel_number import cancel_number
from kiosk.journeys.change_plan import change_plan
from kiosk.journeys.complain import complain
from kiosk.journeys.discounts import discounts
from kiosk.journeys.end_contract import end_contract
from kiosk.journeys.fraud_guard import fraud_guard
from kiosk.journeys.hall import Hall
from kiosk.journeys.internet_accounts import internet_accounts
from kiosk.journeys.my_orders import my_orders
from kiosk.journeys.one_id import one_id
from kiosk.journeys.parting import Parted
from kiosk.journeys.pay import pay
from kiosk.journeys.port_out import port_out
from kiosk.journeys.rate import rate
from kiosk.journeys.replace_sim import replace_sim
from kiosk.journeys.service_password import service_password
from kiosk.journeys.suspend_restore import suspend_restore
from kiosk.journeys.troubleshoot import troubleshoot
from kiosk.screens import Choose, Journey, Option, Picture
from kiosk.text import Text, t


class Group(Enum):
    """The tiles of the first screen."""

    SAFETY = "safety"
    MONEY = "money"
    CARD = "card"
    TROUBLE = "trouble"
    MATTERS = "matters"


@dataclass(frozen=True)
class Tile:
    """What a tile says."""

    group: Group
    title: Text
    detail: Text
    icon: str


TILES: tuple[Tile, ...] = (
    Tile(
        Group.SAFETY,
        t("Fraud, and my ID"),
        t("Stop cheats, see who uses it."),
        "shield",
    ),
    Tile(Group.MONEY, t("My bill and my plan"), t("Pay, see costs, stop extras."), "wallet"),
    Tile(Group.CARD, t("My number and SIM card"), t("Lost, stopped, cancel, move."), "sim-card"),
    Tile(Group.TROUBLE, t("Something does not work"), t("Phone, internet, television."), "stethoscope"),
    Tile(Group.MATTERS, t("My orders, complaints"), t("Follow them, say how it was."), "list"),
)


@dataclass(frozen=True)
class Service:
    """A service: its name for commands and logs, its tile, its words, and the conversation behind it."""

    name: str
    group: Group
    title: Text
    detail: Text
    icon: str
    walk: Callable[[Hall], Journey[Enum]]
    logged: bool = True
    """Whether the log may know that it was held in a visit."""


SERVICES: tuple[Service, ...] = (
    Service(
        "fraud-guard",
        Group.SAFETY,
        t("Keep me safe from fraud"),
        t("Cheated? Strange calls?"),
        "shield-alert",
        fraud_guard,
    ),
    Service(
        "one-id",
        Group.SAFETY,
        t("Numbers under my ID"),
        t("See how many phone numbers are in your name."),
        "id-card",
        one_id,
    ),
    Service(
        "internet-accounts",
        Group.SAFETY,
        t("Internet accounts of my number"),
        t("See how many accounts use your phone number."),
        "globe",
        internet_accounts,
    ),
    Service(
        "pay",
        Group.MONEY,
        t("Pay for a number"),
        t("Yours or your family's."),
        "coins",
        pay,
    ),
    Service(
        "bill-check",
        Group.MONEY,
        t("Look through my bill"),
        t("See what it is for, stop extras, set a limit."),
        "bill",
        bill_check,
    ),
    Service(
        "change-plan",
        Group.MONEY,
        t("Change my plan"),
        t("Find one that fits, the cheapest first."),
        "plan",
        change_plan,
    ),
    Service(
        "discounts",
        Group.MONEY,
        t("Discounts for me"),
        t("Because of age, or with a certificate."),
        "percent",
        discounts,
    ),
    Service(
        "end-contract",
        Group.MONEY,
        t("End a contract"),
        t("See what it costs, or object to it."),
        "contract",
        end_contract,
    ),
    Service(
        "replace-sim",
        Group.CARD,
        t("Lost or broken SIM card"),
        t("Stop a lost one, get a new one."),
        "sim-card",
        replace_sim,
    ),
    Service(
        "suspend-restore",
        Group.CARD,
        t("Stop a number, or restore it"),
        t("Lost, away, or stopped already."),
        "stopped",
        suspend_restore,
    ),
    Service(
        "cancel-number",
        Group.CARD,
        t("Cancel a number"),
        t("Wherever it is from. Money left comes back."),
        "end",
        cancel_number,
    ),
    Service(
        "port-out",
        Group.CARD,
        t("Change the company, keep the number"),
        t("See what it takes, get the code."),
        "swap",
        port_out,
    ),
    Service(
        "service-password",
        Group.CARD,
        t("Service password"),
        t("Set a new one."),
        "key",
        service_password,
    ),
    Service(
        "troubleshoot",
        Group.TROUBLE,
        t("Something does not work"),
        t("Phone, internet, television."),
        "stethoscope",
        troubleshoot,
    ),
    Service(
        "my-orders",
        Group.MATTERS,
        t("My orders"),
        t("See how far they are."),
        "orders",
        my_orders,
    ),
    Service(
        "complain",
        Group.MATTERS,
        t("Make a complaint"),
        t("The company must answer within 15 days."),
        "megaphone",
        complain,
    ),
    Service(
        "rate",
        Group.MATTERS,
        t("Say how it was"),
        t("Three short questions, without your name."),
        "star",
        rate,
        logged=False,
    ),
)


class AtHome(Enum):
    """What can be chosen on the first screen beside the services."""

    STAFF = "staff"


async def what_can_we_do(*, again: bool) -> str | AtHome:
    """Ask what the visitor came for: first the kind of thing, then the thing; answers a service's name."""
    group = await what_kind_of_thing(again=again)
    if isinstance(group, AtHome):
        return group
    services = services_in(group)
    if len(services) == 1:
        return services[0].name
    return await which_service(group, services)


def services_in(group: Group) -> tuple[Service, ...]:
    """Return the services under a tile."""
    return tuple(service for service in SERVICES if service.group is group)


def what_kind_of_thing(*, again: bool) -> Choose[Group | AtHome]:
    """Show the tiles that have something behind them, and the way to a person."""
    tiles: tuple[Option[Group | AtHome], ...] = tuple(
        Option(answer=tile.group, label=tile.title, detail=tile.detail, icon=tile.icon)
        for tile in TILES
        if services_in(tile.group)
    )
    staff = Option[Group | AtHome](
        answer=AtHome.STAFF,
        label=t("Find a person"),
        detail=t("Staff come to you."),
        icon="help",
    )
    return Choose(
        title=t("What else can we do for you?") if again else t("What can we do for you?"),
        options=(*tiles, staff),
        picture=Picture(name="welcome", alt=t("A desk with a warm lamp.")),
        help=t("Touch what you came for. You can go back at any time."),
    )


def which_service(group: Group, services: tuple[Service, ...]) -> Choose[str]:
    """Show what is under a tile."""
    title = next(tile.title for tile in TILES if tile.group is group)
    return Choose(
        title=title,
        options=tuple(
            Option(answer=service.name, label=service.title, detail=service.detail, icon=service.icon)
            for service in services
        ),
        help=t("Touch what you came for. You can go back at any time."),
    )


def service_named(name: str) -> Service:
    """Return a service by its name."""
    return next(service for service in SERVICES if service.name == name)


async def walked(service: Service, hall: Hall) -> Enum:
    """Hold a service's conversation; where it ends early, the reason is its outcome."""
    try:
        return await service.walk(hall)
    except Parted as parted:
        return parted.parting
