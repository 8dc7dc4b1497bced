"""Operators in memory, for the journeys' own tests; whole visits use the real sandbox over HTTP."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from kiosk.devices.absent import NoCardReader, NoScanner, NoStaff
from kiosk.devices.call_light import SimulatedLight
from kiosk.domain.bills import PaymentDue
from kiosk.domain.failures import Reason, Refused
from kiosk.domain.faults import FraudReceipt, Visit
from kiosk.domain.id_cards import IdCard
from kiosk.domain.orders import Order, SimCard
from kiosk.domain.people import (
    Access,
    CodeSent,
    Identity,
    Invitation,
    Line,
    LineCount,
    LineStatus,
    NationalQuery,
    NationalReceipt,
    Objection,
    Operator,
    Ticket,
)
from kiosk.domain.subscriptions import Subscription
from kiosk.guard_file import load_guard
from kiosk.journeys.hall import Hall
from kiosk.screens import Stop
from kiosk.text import Code, IdNumber, Label, PersonName, PhoneNumber
from tests.fake_business import FakeBusiness, FakeCommits
from tests.fake_trouble import FakeRatings, FakeTrouble

TODAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
WANG = Identity(
    name=PersonName("王秀英"),
    id_number=IdNumber("11010519491231002X"),
    phone=PhoneNumber("13800001234"),
    access=Access("mobile", "token"),
    phone_seen=True,
)


def a_line(line_id: str, digits: str, status: LineStatus = LineStatus.IN_USE) -> Line:
    place = Label.of({"zh_CN": "杭州", "en": "Hangzhou"})
    return Line(line_id, PhoneNumber(digits), place, date(2019, 3, 1), status)


@dataclass
class FakeOperators:
    """All desks; what they answer can be set, and what they were asked is remembered."""

    identity: Identity = WANG
    counted: dict[str, int | Exception] = field(default_factory=lambda: {"mobile": 3, "unicom": 1})
    held: tuple[Line, ...] = (a_line("1", "13800001234"), a_line("2", "13911112222"))
    approvals: list[Identity | Exception] = field(default_factory=lambda: [WANG])
    code_problems: list[Exception | None] = field(default_factory=list)
    code_checks: list[Identity | Exception] = field(default_factory=lambda: [WANG])
    filed: list[Objection] = field(default_factory=list)
    filing_problem: Exception | None = None
    asked: list[NationalQuery] = field(default_factory=list)
    asking_problem: Exception | None = None
    lapsed: set[str] = field(default_factory=set)
    """Who wants the phone shown once more before answering."""
    signed_out: list[Access] = field(default_factory=list)
    card_answers: list[Identity | Exception] = field(default_factory=list)
    business: FakeBusiness = field(default_factory=FakeBusiness)
    trouble: FakeTrouble = field(default_factory=FakeTrouble)

    @property
    def faults(self) -> FakeTrouble:
        return self.trouble

    @property
    def visits(self) -> FakeTrouble:
        return self.trouble

    @property
    def fraud(self) -> FakeTrouble:
        return self.trouble

    @property
    def visit_wishes(self) -> FakeCommits[Visit]:
        return self.trouble.visit_wishes

    @property
    def fraud_reports(self) -> FakeCommits[FraudReceipt]:
        return self.trouble.fraud_reports

    @property
    def sign_in(self) -> FakeOperators:
        return self

    def by_card(self, operator_id: str, card: IdCard) -> Identity:
        answer = self.card_answers.pop(0) if self.card_answers else None
        by_card = replace(self.identity, access=Access(operator_id, ""), by_card=True, phone_seen=False)
        return _value(answer or by_card)

    def vouch(self, identity: Identity, card: IdCard) -> Identity:
        answer = self.card_answers.pop(0) if self.card_answers else None
        return _value(answer or replace(identity, by_card=True))

    @property
    def consents(self) -> FakeBusiness:
        return self.business

    @property
    def offers(self) -> FakeBusiness:
        return self.business

    @property
    def bills(self) -> FakeBusiness:
        return self.business

    @property
    def pay(self) -> FakeBusiness:
        return self.business

    @property
    def matters(self) -> FakeBusiness:
        return self.business

    @property
    def orders(self) -> FakeCommits[Order]:
        return self.business.orders

    @property
    def cancellations(self) -> FakeCommits[Order]:
        return self.business.cancellations

    @property
    def passwords(self) -> FakeCommits[Order]:
        return self.business.passwords

    @property
    def payments(self) -> FakeCommits[PaymentDue]:
        return self.business.payments

    @property
    def work_orders(self) -> FakeCommits[Ticket]:
        return self.business.work_orders

    def subscriptions_of(self, identity: Identity) -> tuple[Subscription, ...]:
        return self.business.held

    def sim_of(self, identity: Identity, line: Line) -> SimCard:
        return self.business.sim

    @property
    def counts(self) -> FakeOperators:
        return self

    @property
    def lines(self) -> FakeOperators:
        return self

    @property
    def objections(self) -> FakeObjections:
        return FakeObjections(self)

    @property
    def national(self) -> FakeNational:
        return FakeNational(self)

    def invite(self, operator_id: str) -> Invitation:
        return Invitation(
            operator_id, "device", "https://phone.example/device?user_code=A", "phone.example", "47", 120, 5
        )

    def approval(self, invitation: Invitation, *, stop: Stop) -> Identity:
        return _value(self.approvals.pop(0) if self.approvals else self.identity)

    def send_code(self, operator_id: str, phone: PhoneNumber) -> CodeSent:
        problem = self.code_problems.pop(0) if self.code_problems else None
        if problem is not None:
            raise problem
        return CodeSent(operator_id, phone, "authentication")

    def check_code(self, sent: CodeSent, code: str) -> Identity:
        return _value(self.code_checks.pop(0) if self.code_checks else self.identity)

    def sign_out(self, access: Access) -> None:
        self.signed_out.append(access)

    def count(self, operator_id: str, identity: Identity, *, stop: Stop) -> LineCount:
        count = self.counted[operator_id]
        if operator_id != identity.operator_id or not identity.access.token:
            if identity.phone is None:
                raise Refused(Reason.ID_MISMATCH)
            self.want_the_phone(operator_id, shown=identity.phone_seen)
        if isinstance(count, Exception):
            raise count
        return LineCount(operator_id, count, 0, NOON)

    def want_the_phone(self, who: str, *, shown: bool = True) -> None:
        if not shown or who in self.lapsed:
            self.lapsed.discard(who)
            raise Refused(Reason.PHONE_NOT_SEEN)

    def lines_of(self, identity: Identity) -> tuple[Line, ...]:
        return self.held


def _value(answer: Identity | Exception) -> Identity:
    if isinstance(answer, Exception):
        raise answer
    return answer


@dataclass
class FakeObjections:
    operators: FakeOperators
    name: str = "objection"
    settles: bool = True

    def send(self, request: Objection, key: str) -> Ticket:
        if self.operators.filing_problem is not None:
            raise self.operators.filing_problem
        self.operators.filed.append(request)
        return Ticket("TT-2026-0001", TODAY + timedelta(days=15))

    def keep(self, request: Objection) -> Mapping[str, str]:
        return {"line": request.line_id}

    def settle(self, kept: Mapping[str, str], key: str) -> Ticket:
        raise Refused(Reason.NOT_FOUND)


@dataclass
class FakeNational:
    operators: FakeOperators
    name: str = "national-query"
    settles: bool = False

    def send(self, request: NationalQuery, key: str) -> NationalReceipt:
        self.operators.want_the_phone(self.name)
        if self.operators.asking_problem is not None:
            raise self.operators.asking_problem
        self.operators.asked.append(request)
        return NationalReceipt("Q-1", NOON, NOON + timedelta(hours=48), NOON + timedelta(hours=24))

    def keep(self, request: NationalQuery) -> Mapping[str, str]:
        return {}

    def settle(self, kept: Mapping[str, str], key: str) -> NationalReceipt:
        raise Refused(Reason.NOT_FOUND)


def an_operator(operator_id: str, hotline: str, *, connected: bool = True) -> Operator:
    return Operator(
        id=operator_id,
        name=Label.of({"en": operator_id.title()}),
        hotline=Code(hotline),
        hall=Label.of({"en": f"{operator_id.title()} hall"}),
        signs_in=connected,
        sends_codes=connected,
        takes_cards=connected,
        takes_payments=connected,
        does_business=connected,
        counts=connected,
        lists=connected,
    )


def a_hall(fakes: FakeOperators, **changes: Any) -> Hall:
    hall = Hall(
        place=Label.of({"zh_CN": "示范厅", "en": "Demonstration Hall"}),
        kiosk=Code("K-01"),
        operators=(
            an_operator("mobile", "10086"),
            an_operator("unicom", "10010"),
            an_operator("broadnet", "10099", connected=False),
        ),
        desks=fakes,
        light=SimulatedLight(),
        id_cards=NoCardReader(),
        scanner=NoScanner(),
        staff=NoStaff(),
        today=TODAY,
        ratings=FakeRatings(),
        entrance="https://query.example/m/",
        guard=load_guard(),
    )
    return replace(hall, **changes)
