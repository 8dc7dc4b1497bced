"""The services of this kiosk: one line for each tile on the first screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from kiosk.journeys.hall import Hall
from kiosk.journeys.internet_accounts import internet_accounts
from kiosk.journeys.one_id import one_id
from kiosk.screens import Choose, Journey, Option, Picture
from kiosk.text import Text, t


@dataclass(frozen=True)
class Service:
    """A service: its name for commands and logs, its tile, and the conversation behind it."""

    name: str
    title: Text
    detail: Text
    icon: str
    walk: Callable[[Hall], Journey[Enum]]


SERVICES: tuple[Service, ...] = (
    Service(
        "one-id",
        t("Numbers under my ID"),
        t("See how many phone numbers are in your name."),
        "id-card",
        one_id,
    ),
    Service(
        "internet-accounts",
        t("Internet accounts of my number"),
        t("See how many accounts use your phone number."),
        "globe",
        internet_accounts,
    ),
)


class AtHome(Enum):
    """What can be chosen on the first screen beside the services."""

    STAFF = "staff"


def what_can_we_do(*, again: bool) -> Choose[str | AtHome]:
    """Ask what the visitor came for; answers a service's name."""
    tiles: tuple[Option[str | AtHome], ...] = tuple(
        Option(answer=service.name, label=service.title, detail=service.detail, icon=service.icon)
        for service in SERVICES
    )
    staff = Option[str | AtHome](
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


def service_named(name: str) -> Service:
    """Return a service by its name."""
    return next(service for service in SERVICES if service.name == name)
