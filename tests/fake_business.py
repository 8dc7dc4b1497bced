"""What an operator sells, bills and orders, in memory, for the journeys' own tests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, Generic, TypeVar

from kiosk.devices.ports import StaffError, StaffProblem
from kiosk.domain.bills import Bill, Cap, Charge, Part, Payee, Payment, PaymentDue, PaymentState, Usage
from kiosk.domain.failures import Reason, Refused
from kiosk.domain.id_cards import IdCard
from kiosk.domain.offers import Allowance, Beyond, Offering, PenaltyRule
from kiosk.domain.orders import Certificate, Order, OrderKind, OrderState, Qualification, SimCard
from kiosk.domain.people import CodeSent, Identity, Line, LineStatus, Ticket
from kiosk.domain.subscriptions import Contract, Running, Subscription
from kiosk.domain.work_orders import Filed
from kiosk.screens import Stop
from kiosk.text import IdNumber, Label, Money, PersonName, PhoneNumber, Text

TODAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
CARD = IdCard(PersonName("王秀英"), IdNumber("11010519491231002X"), date(1949, 12, 31), None)
R = TypeVar("R")


def named(name: str) -> Label:
    return Label.of({"en": name})


def a_plan(offering_id: str, yuan: int, *, minutes: int = 100, gigabytes: int = 5, **more: Any) -> Offering:
    return Offering(
        id=offering_id,
        number=f"26ZS{offering_id}",
        name=named(f"Plan {yuan}"),
        summary=named(f"{minutes} minutes and {gigabytes} gigabytes."),
        monthly=Money.yuan(yuan),
        allowance=Allowance(minutes, gigabytes * 1024, 0),
        beyond=Beyond(Money(10), Money(500)),
        **more,
    )


def running(offering_id: str, yuan: int, **more: Any) -> Running:
    return Running(
        id=f"p-{offering_id}",
        offering_id=offering_id,
        name=named(f"Thing {offering_id}"),
        summary=named("It does something."),
        monthly=Money.yuan(yuan),
        since=more.pop("since", date(2024, 3, 1)),
        **more,
    )


LINE = Line(
    "1", PhoneNumber("13800001234"), Label.of({"zh_CN": "杭州", "en": "Hangzhou"}), date(2019, 3, 1),
    LineStatus.IN_USE,
)  # fmt: skip
SUBSCRIPTION = Subscription(line=LINE, province=named("Zhejiang"), plan=running("STD59", 59))
CONTRACT = Contract(
    "c-1", named("Family plan contract"), named("A free router"), date(2025, 6, 20), date(2027, 6, 19),
    Money.yuan(129), PenaltyRule(30),
)  # fmt: skip

NO_CAP = Cap("", None)
GOOD_SIM = SimCard("4321", works=True, changed=None)
GOOD_ACCOUNT = Payee("mobile", "acc-1", "王*", Money(0), Money(2000))


def a_bill(month: date, *yuan: int, paid: bool = True) -> Bill:
    """Make a bill of up to three charges: plan, beyond, other."""
    charges = tuple(
        Charge(named(part.value), part, Money.yuan(amount), "p-a")
        for part, amount in zip(Part, yuan, strict=False)
    )
    return Bill(f"b-{month}", month, Money.yuan(sum(yuan)), paid, charges)


@dataclass
class FakeCommits(Generic[R]):
    """Takes everything, or raises what it is told to; remembers what it was asked."""

    name: str
    receipt: R
    settles: bool = True
    problem: Exception | None = None
    asked: list[Any] = field(default_factory=list)

    def send(self, request: object, key: str) -> R:
        if self.problem is not None:
            raise self.problem
        self.asked.append(request)
        return self.receipt

    def keep(self, request: object) -> Mapping[str, str]:
        return {}

    def settle(self, kept: Mapping[str, str], key: str) -> R:
        raise Refused(Reason.NOT_FOUND)


def an_order(
    state: OrderState = OrderState.ACKNOWLEDGED, kind: OrderKind | None = None, **more: Any
) -> Order:
    return Order("PO-1", "mobile", kind, state, NOON, **more)


@dataclass
class FakeBusiness:
    """Every desk of an operator's business; all of it can be set."""

    held: tuple[Subscription, ...] = (SUBSCRIPTION,)
    on_sale: tuple[Offering, ...] = (a_plan("BASE8", 8, minutes=30, gigabytes=0), a_plan("STD39", 39))
    discounted: tuple[Offering, ...] = ()
    refusals: dict[tuple[OrderKind, str], Qualification] = field(default_factory=dict)
    """By kind and offering (empty: the line itself); whatever is not named is granted."""
    certificates: list[Certificate | None] = field(default_factory=list)
    billed: tuple[Bill, ...] = ()
    months: tuple[Usage, ...] = ()
    this_month: Usage | None = None
    capped: Cap = NO_CAP
    sim: SimCard = GOOD_SIM
    account: Payee | Exception = GOOD_ACCOUNT
    payment: PaymentState = PaymentState.COMPLETED
    order_ends: list[OrderState] = field(default_factory=lambda: [OrderState.COMPLETED])
    """The states that an order comes to, one at each look."""
    open_orders: tuple[Order, ...] = ()
    tickets: tuple[Filed, ...] = ()
    code_checks: list[Exception | None] = field(default_factory=list)
    sent: list[Text] = field(default_factory=list)
    orders: FakeCommits[Order] = field(default_factory=lambda: FakeCommits("order", an_order()))
    cancellations: FakeCommits[Order] = field(
        default_factory=lambda: FakeCommits("order-cancellation", an_order(OrderState.CANCELLED))
    )
    passwords: FakeCommits[Order] = field(
        default_factory=lambda: FakeCommits("service-password", an_order(OrderState.COMPLETED), settles=False)
    )
    payments: FakeCommits[PaymentDue] = field(
        default_factory=lambda: FakeCommits(
            "payment", PaymentDue("pay-1", "mobile", "https://pay.example/1", "pay.example", 300)
        )
    )
    work_orders: FakeCommits[Ticket] = field(
        default_factory=lambda: FakeCommits("work-order", Ticket("TT-9", TODAY + timedelta(days=15)))
    )

    def plans(self, operator_id: str) -> tuple[Offering, ...]:
        return self.on_sale

    def discounts(self, operator_id: str) -> tuple[Offering, ...]:
        return self.discounted

    def plan_of(self, operator_id: str, offering_id: str) -> Offering:
        for offering in (*self.on_sale, *self.discounted):
            if offering.id == offering_id:
                return offering
        raise Refused(Reason.NOT_FOUND)

    def qualify(
        self,
        identity: Identity,
        line_id: str,
        kind: OrderKind,
        offerings: tuple[str, ...] = (),
        certificate: Certificate | None = None,
    ) -> tuple[Qualification, ...]:
        self.certificates.append(certificate)
        granted = Qualification(starts=date(2026, 12, 1))
        return tuple(self.refusals.get((kind, offering), granted) for offering in offerings or ("",))

    def bills(self, identity: Identity, line_id: str) -> tuple[Bill, ...]:
        return self.billed

    def usage(self, identity: Identity, line_id: str) -> tuple[Usage, ...]:
        return self.months

    def so_far(self, identity: Identity, line_id: str) -> Usage | None:
        return self.this_month

    def cap(self, identity: Identity, line_id: str) -> Cap:
        return self.capped

    def payee(self, operator_id: str, phone: PhoneNumber) -> Payee:
        if isinstance(self.account, Exception):
            raise self.account
        return self.account

    def paid(self, due: PaymentDue, *, stop: Stop) -> Payment:
        return Payment(due.id, self.payment, NOON)

    def orders_of(self, identity: Identity) -> tuple[Order, ...]:
        return self.open_orders

    def tickets_of(self, identity: Identity) -> tuple[Filed, ...]:
        return self.tickets

    def after(self, identity: Identity, order: Order, *, stop: Stop) -> Order:
        return replace(order, state=self.order_ends.pop(0) if self.order_ends else OrderState.COMPLETED)

    def send(self, identity: Identity, matter: Text) -> CodeSent:
        self.sent.append(matter)
        assert identity.phone is not None
        return CodeSent(identity.operator_id, identity.phone, "authentication")

    def check(self, sent: CodeSent, code: str) -> None:
        problem = self.code_checks.pop(0) if self.code_checks else None
        if problem is not None:
            raise problem


@dataclass
class FakeReader:
    """A card reader; what lies on it is read in turn."""

    cards: list[IdCard | Exception] = field(default_factory=lambda: [CARD])
    present: bool = True

    def read(self, *, stop: Stop) -> IdCard:
        card = self.cards.pop(0) if self.cards else CARD
        if isinstance(card, Exception):
            raise card
        return card


@dataclass
class FakeStaff:
    """One staff member: 0007 with PIN 2468."""

    enlisted: bool = True
    locked_for: float = 0

    def check(self, number: str, pin: str) -> None:
        if self.locked_for:
            raise StaffError(StaffProblem.LOCKED, self.locked_for)
        if (number, pin) != ("0007", "2468"):
            raise StaffError(StaffProblem.WRONG)
