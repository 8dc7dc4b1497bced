"""All desks together, built from the settings: what the journeys are handed."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import msgspec

from kiosk.domain.people import Operator
from kiosk.operators.billing import Billing
from kiosk.operators.cancelling import Cancellations
from kiosk.operators.client import Client
from kiosk.operators.consents import Consents
from kiosk.operators.counting import LONGEST, Counting
from kiosk.operators.faulty import Faults
from kiosk.operators.fraud import FraudList, FraudReports
from kiosk.operators.http import PATIENCE, Http
from kiosk.operators.inventory import Inventory
from kiosk.operators.matters import Matters
from kiosk.operators.national import NationalDesk
from kiosk.operators.objecting import Objecting, WorkOrders
from kiosk.operators.offers import Offers
from kiosk.operators.ordering import Ordering, Passwords
from kiosk.operators.paying import Paying, Payments
from kiosk.operators.sign_in import SignIns
from kiosk.operators.system import System
from kiosk.operators.visiting import VisitWishes
from kiosk.operators.visits import Visits
from kiosk.screens import Commits
from kiosk.settings import ClientSettings, OperatorSettings, Settings, SettingsError
from kiosk.text import Code, Label, Words


class OperatorSystems:
    """The operators' desks over HTTP. Raises SettingsError, naming the key, for a key or CA it cannot use.

    `words` is the language of SMS and tickets, `patience` the seconds that one call may take, `longest` the
    seconds for one operator's count, an order's next state or one measure of a line.
    """

    def __init__(
        self,
        settings: Settings,
        words: Words,
        now: Callable[[], datetime],
        *,
        patience: float = PATIENCE,
        longest: float = LONGEST,
    ) -> None:
        def built(id_: str, client: ClientSettings, apis: Mapping[str, str], where: str) -> System:
            return System(_http(id_, client, where, patience), Client(client, where, now), apis, now)

        systems = {
            operator.id: built(
                operator.id, operator.client, msgspec.structs.asdict(operator.apis), f"operators[{i}].client"
            )
            for i, operator in enumerate(settings.operators)
            if operator.client is not None
        }
        self.sign_in = SignIns(systems, display_of(settings), words)
        self.consents = Consents(systems, words)
        self.counts = Counting(systems, longest)
        self.lines = Inventory(systems)
        self.offers = Offers(systems, words)
        self.bills = Billing(systems)
        self.pay = Paying(systems)
        self.matters = Matters(systems, longest)
        self.objections = Objecting(systems, words)
        self.work_orders = WorkOrders(systems, words)
        self.orders = Ordering(systems)
        self.cancellations = Cancellations(systems)
        self.passwords = Passwords(self.orders)
        self.payments = Payments(systems)
        self.faults = Faults(systems, longest)
        self.visits = Visits(systems)
        self.visit_wishes = VisitWishes(systems, now)
        national = _national(settings, built)
        self.national = NationalDesk(national)
        self.fraud = FraudList(national)
        self.fraud_reports = FraudReports(national)

    @property
    def commits(self) -> tuple[Commits[Any, Any], ...]:
        """Everything that changes something, for the outbox to settle."""
        return (
            self.objections,
            self.work_orders,
            self.orders,
            self.cancellations,
            self.passwords,
            self.payments,
            self.visit_wishes,
            self.national,
            self.fraud_reports,
        )


def operators_of(settings: Settings) -> tuple[Operator, ...]:
    """Return the operators of this hall, and what each can do here."""
    return tuple(_operator(operator) for operator in settings.operators)


def display_of(settings: Settings) -> dict[str, str]:
    """Return the names of hall and kiosk, for the page on the visitor's phone."""
    names = settings.hall.name
    hall = names.get(settings.language) or next(iter(names.values()), "")
    return {"hall": hall, "kiosk": settings.hall.kiosk}


def _operator(operator: OperatorSettings) -> Operator:
    return Operator(
        id=operator.id,
        name=Label.of(operator.name),
        hotline=Code(operator.hotline),
        hall=Label.of(operator.hall or operator.name),
        signs_in=operator.client is not None,
        sends_codes=bool(operator.apis.one_time_password and operator.apis.party),
        takes_cards=bool(operator.client is not None and operator.apis.party),
        does_business=bool(
            operator.apis.product_inventory and operator.apis.qualification and operator.apis.product_order
        ),
        takes_payments=bool(operator.apis.account and operator.apis.balance and operator.apis.payment),
        counts=bool(operator.apis.subscription_count),
        lists=bool(operator.apis.product_inventory and operator.apis.trouble_ticket),
    )


def _national(
    settings: Settings, built: Callable[[str, ClientSettings, Mapping[str, str], str], System]
) -> System | None:
    national = settings.national
    if national.client is None:
        return None
    apis = {
        "subscription_count": national.subscription_count,
        "account_count": national.account_count,
        "fraud_list": national.fraud_list,
    }
    return built("national", national.client, apis, "national.client")


def _http(name: str, client: ClientSettings, where: str, patience: float) -> Http:
    try:
        return Http(name, client.ca_file, patience)
    except (ssl.SSLError, OSError):
        raise SettingsError(f"the key '{where}.ca_file' must name a file with certificates.") from None
