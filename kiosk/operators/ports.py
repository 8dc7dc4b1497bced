"""What the journeys may ask of the operators; the clients beside this file implement it over HTTP.

Every call runs on a worker thread and either returns or raises `Unavailable` (asking again may help) or
`Refused` (the operator said no); see `kiosk.domain.failures`. Desks that change something are `Commits`:
they are reached through the outbox alone. One long file: it is read as the list of all that can be asked.
"""

from __future__ import annotations

from typing import Protocol

from kiosk.domain.bills import Bill, Cap, Payee, Payment, PaymentDue, PaymentRequest, Usage
from kiosk.domain.faults import (
    FraudReceipt,
    FraudRecord,
    FraudReport,
    Home,
    Measure,
    Metric,
    Outage,
    Reach,
    ServiceState,
    Slot,
    TestBegun,
    Visit,
)
from kiosk.domain.id_cards import IdCard
from kiosk.domain.offers import Offering
from kiosk.domain.orders import (
    Cancelling,
    Certificate,
    NewPassword,
    Order,
    OrderKind,
    OrderRequest,
    Qualification,
    SimCard,
)
from kiosk.domain.people import (
    Access,
    CodeSent,
    Identity,
    Invitation,
    Line,
    LineCount,
    NationalQuery,
    NationalReceipt,
    Objection,
    Ticket,
)
from kiosk.domain.subscriptions import Subscription
from kiosk.domain.visits import VisitWish
from kiosk.domain.work_orders import Filed, WorkOrder
from kiosk.screens import Commits, Stop
from kiosk.text import PhoneNumber, Text


class SignInDesk(Protocol):
    """Signing in, at one of the connected operators: with one's own phone, or with one's ID card."""

    def invite(self, operator_id: str) -> Invitation:
        """Begin a sign-in by QR (RFC 8628, 3.1)."""

    def approval(self, invitation: Invitation, *, stop: Stop) -> Identity:
        """Wait until the phone has approved; raises Refused(SIGN_IN_DENIED or SIGN_IN_EXPIRED)."""

    def send_code(self, operator_id: str, phone: PhoneNumber) -> CodeSent:
        """Send a code by SMS; raises Refused(TOO_MANY_CODES, WRONG_INPUT or NOT_ALLOWED)."""

    def check_code(self, sent: CodeSent, code: str) -> Identity:
        """Sign in with the code; raises Refused(CODE_WRONG, CODE_EXPIRED, TOO_MANY_TRIES)."""

    def by_card(self, operator_id: str, card: IdCard) -> Identity:
        """Sign in with the ID card on the reader; raises Refused(NOT_FOUND) where the operator has nobody."""

    def vouch(self, identity: Identity, card: IdCard) -> Identity:
        """Have the operator confirm that a card belongs to who signed in (CAMARA kyc-match).

        The identity comes back with `by_card` set. Raises Refused(ID_MISMATCH) for somebody else's card.
        """

    def sign_out(self, access: Access) -> None:
        """Give the access back (RFC 7009: both tokens); best effort, never raises."""


class ConsentDesk(Protocol):
    """A clear yes by a code on one's own phone (C5)."""

    def send(self, identity: Identity, matter: Text) -> CodeSent:
        """Send a code whose SMS says what it agrees to; raises Refused as `SignInDesk.send_code`."""

    def check(self, sent: CodeSent, code: str) -> None:
        """Return when the code is right; raises Refused(CODE_WRONG, CODE_EXPIRED, TOO_MANY_TRIES)."""


class CountDesk(Protocol):
    """How many numbers run under one ID, operator by operator."""

    def count(self, operator_id: str, identity: Identity, *, stop: Stop) -> LineCount:
        """Ask one operator and wait for its answer.

        Raises Refused(ID_MISMATCH, ASKED_RECENTLY), or (PHONE_NOT_SEEN) where a code must show it.
        """


class LineDesk(Protocol):
    """The numbers a person holds at their own operator, and what runs on them."""

    def lines_of(self, identity: Identity) -> tuple[Line, ...]:
        """List the person's numbers."""

    def subscriptions_of(self, identity: Identity) -> tuple[Subscription, ...]:
        """List the person's numbers with plan, add-ons, discounts, contracts and sub-cards (TMF637)."""

    def sim_of(self, identity: Identity, line: Line) -> SimCard:
        """Look at the SIM card in a number (TMF639, CAMARA sim-swap)."""


class OfferDesk(Protocol):
    """What an operator sells, and what of it a person may have."""

    def plans(self, operator_id: str) -> tuple[Offering, ...]:
        """List every plan on sale (TMF620), also those that not everybody may have."""

    def discounts(self, operator_id: str) -> tuple[Offering, ...]:
        """List the discounts for the elderly and for people with a disability (TMF620)."""

    def plan_of(self, operator_id: str, offering_id: str) -> Offering:
        """Return one offering, on sale or not any more; raises Refused(NOT_FOUND)."""

    def qualify(
        self,
        identity: Identity,
        line_id: str,
        kind: OrderKind,
        offerings: tuple[str, ...] = (),
        certificate: Certificate | None = None,
    ) -> tuple[Qualification, ...]:
        """Ask whether something may be done on a number (TMF679), with all that stands in the way at once.

        With `offerings` there is one answer for each, in their order; without, one answer in all.
        """


class BillDesk(Protocol):
    """Bills and use."""

    def bills(self, identity: Identity, line_id: str) -> tuple[Bill, ...]:
        """List the last twelve months at the most, the newest first (TMF678)."""

    def usage(self, identity: Identity, line_id: str) -> tuple[Usage, ...]:
        """List the last three whole months, the newest first (TMF677)."""

    def so_far(self, identity: Identity, line_id: str) -> Usage | None:
        """Tell the use of the month under way (TMF677); None where the operator does not tell it yet."""

    def cap(self, identity: Identity, line_id: str) -> Cap:
        """Tell the limit at which use beyond the plan stops."""


class PayDesk(Protocol):
    """Paying for a number, one's own or another's."""

    def payee(self, operator_id: str, phone: PhoneNumber) -> Payee:
        """Find the account behind a number (TMF666, TMF654); raises Refused(NOT_FOUND)."""

    def paid(self, due: PaymentDue, *, stop: Stop) -> Payment:
        """Wait until a payment has ended, one way or another (TMF676)."""


class OrderDesk(Protocol):
    """A person's orders and work orders."""

    def orders_of(self, identity: Identity) -> tuple[Order, ...]:
        """List the person's orders, the newest first (TMF622)."""

    def tickets_of(self, identity: Identity) -> tuple[Filed, ...]:
        """List the person's work orders, the newest first (TMF621)."""

    def after(self, identity: Identity, order: Order, *, stop: Stop) -> Order:
        """Wait until an order stands otherwise than it did, and return it; as it was after some 20 s."""


class FaultDesk(Protocol):
    """What the operator can see of a line without the visitor's help."""

    def outages(self, operator_id: str, area: str) -> tuple[Outage, ...]:
        """List the open outages of an area (TMF656), the newest first; none for an empty area."""

    def homes_of(self, identity: Identity) -> tuple[Home, ...]:
        """List the homes with broadband in the person's name (TMF637)."""

    def reach_of(self, identity: Identity, line: Line) -> Reach:
        """Tell how the network reaches a phone (CAMARA device-reachability-status)."""

    def state_of(self, identity: Identity, line: Line) -> ServiceState:
        """Tell what a number may do now (CAMARA subscription-status)."""

    def test_line(self, identity: Identity, home: Home) -> TestBegun:
        """Begin a test of a home's line (TMF653); it changes nothing there."""

    def measured(self, identity: Identity, test: TestBegun, metric: Metric, *, stop: Stop) -> Measure:
        """Wait until a test has measured one thing; raises Unavailable where it ends without."""


class VisitDesk(Protocol):
    """A technician's visits (TMF646)."""

    def slots(self, identity: Identity, ticket: str) -> tuple[Slot, ...]:
        """List the free times for a repair on file, the earliest first."""

    def visit_for(self, identity: Identity, ticket: str) -> Visit | None:
        """Find the newest visit for a repair."""


class FraudDesk(Protocol):
    """The operators' shared list of numbers that cheat."""

    @property
    def connected(self) -> bool:
        """Whether the list can be asked here."""

    def check(self, number: str) -> FraudRecord:
        """Look a number up: digits as they were typed, of any kind of number."""


class Operators(Protocol):
    """All desks together, as a journey is handed them."""

    @property
    def sign_in(self) -> SignInDesk:
        """Signing in."""

    @property
    def consents(self) -> ConsentDesk:
        """Agreeing by a code."""

    @property
    def counts(self) -> CountDesk:
        """Counting the numbers under one ID."""

    @property
    def lines(self) -> LineDesk:
        """The person's own numbers."""

    @property
    def offers(self) -> OfferDesk:
        """What is on sale, and for whom."""

    @property
    def bills(self) -> BillDesk:
        """Bills and use."""

    @property
    def pay(self) -> PayDesk:
        """Paying."""

    @property
    def matters(self) -> OrderDesk:
        """The person's orders and work orders."""

    @property
    def objections(self) -> Commits[Objection, Ticket]:
        """Filing "this one is not mine" as a trouble ticket (TMF621)."""

    @property
    def work_orders(self) -> Commits[WorkOrder, Ticket]:
        """Asking the operator's people to look at something (TMF621)."""

    @property
    def national(self) -> Commits[NationalQuery, NationalReceipt]:
        """The national query by SMS; raises Refused(ASKED_RECENTLY) within 24 h of the last."""

    @property
    def orders(self) -> Commits[OrderRequest, Order]:
        """Placing an order (TMF622); raises Refused(NOT_ELIGIBLE or PROOF_NEEDED) where it is not taken."""

    @property
    def cancellations(self) -> Commits[Cancelling, Order]:
        """Calling an order back (TMF622 cancelProductOrder); raises Refused(TOO_LATE)."""

    @property
    def passwords(self) -> Commits[NewPassword, Order]:
        """Setting the service password; cannot be settled without the visitor, since nothing is kept."""

    @property
    def payments(self) -> Commits[PaymentRequest, PaymentDue]:
        """Beginning a payment that the visitor's own phone then makes (TMF676)."""

    @property
    def faults(self) -> FaultDesk:
        """What is wrong with a line."""

    @property
    def visits(self) -> VisitDesk:
        """A technician's visits."""

    @property
    def fraud(self) -> FraudDesk:
        """The shared list of numbers that cheat."""

    @property
    def visit_wishes(self) -> Commits[VisitWish, Visit]:
        """Booking, moving or cancelling a visit (TMF646).

        Raises Refused(TOO_LATE) for a time that is gone, NOT_ELIGIBLE where a technician comes already.
        """

    @property
    def fraud_reports(self) -> Commits[FraudReport, FraudReceipt]:
        """Putting a number on the shared list."""
