"""Orders: what is asked of an operator, whether it may be, and how it stands (TMF622, TMF679)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from kiosk.domain.consent import Consent
from kiosk.domain.people import Access
from kiosk.text import Label


class OrderKind(Enum):
    """What an order is for; the value is its `category`, by which it is known again."""

    CHANGE_PLAN = "changePlan"
    STOP_ADD_ON = "stopAddOn"
    SET_CAP = "setCap"
    TAKE_DISCOUNT = "takeDiscount"
    END_CONTRACT = "endContract"
    LET_CONTRACT_END = "letContractEnd"
    """Do not renew: it ends by itself on its last day."""
    CANCEL_NUMBER = "cancelNumber"
    REPLACE_SIM = "replaceSim"
    STOP_NUMBER = "stopNumber"
    RESTORE_NUMBER = "restoreNumber"
    SET_PASSWORD = "setPassword"  # noqa: S105 - the name of a kind
    PORT_OUT = "portOut"
    """Only ever asked about, never ordered here: the new operator does it."""


class Action(Enum):
    """What an item does (TMF622 OrderItemActionType)."""

    ADD = "add"
    MODIFY = "modify"
    DELETE = "delete"


@dataclass(frozen=True)
class OrderItem:
    """One thing to add, change or end; `details` are characteristics of the product."""

    action: Action
    product_id: str = ""
    """What there is already: a product of the inventory."""
    offering_id: str = ""
    """What is to be: an offering of the catalogue."""
    details: tuple[tuple[str, str], ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class OrderRequest:
    """What a visitor has agreed to on a review, and how she agreed."""

    kind: OrderKind
    operator_id: str
    access: Access = field(repr=False)
    line_id: str
    number_tail: str = field(repr=False)
    items: tuple[OrderItem, ...]
    consent: Consent = field(repr=False)
    starts: date | None = None
    """The day from which it is to count; None: at once, or as the operator's rule has it."""
    staff: str = ""
    """The staff member who checked the person, where the order needs one."""


class OrderState(Enum):
    """How an order stands (TMF622 ProductOrderStateType)."""

    ACKNOWLEDGED = "acknowledged"
    REJECTED = "rejected"
    PENDING = "pending"
    HELD = "held"
    IN_PROGRESS = "inProgress"
    PARTIAL = "partial"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"
    ASSESSING_CANCELLATION = "assessingCancellation"
    PENDING_CANCELLATION = "pendingCancellation"

    @property
    def ended(self) -> bool:
        """Whether nothing more will happen to the order."""
        return self in {
            OrderState.REJECTED,
            OrderState.PARTIAL,
            OrderState.COMPLETED,
            OrderState.FAILED,
            OrderState.CANCELLED,
        }

    @property
    def waits_for_somebody(self) -> bool:
        """Whether it goes on only after a person has acted."""
        return self in {OrderState.PENDING, OrderState.HELD}

    @property
    def can_be_cancelled(self) -> bool:
        """Whether it makes sense to ask for its cancelling; the operator has the last word."""
        return self in {
            OrderState.ACKNOWLEDGED,
            OrderState.PENDING,
            OrderState.HELD,
            OrderState.IN_PROGRESS,
        }


@dataclass(frozen=True)
class Order:
    """An order on file at the operator."""

    id: str
    """Its public reference."""
    operator_id: str
    kind: OrderKind | None
    """None where the operator has a kind that this kiosk does not know."""
    state: OrderState
    placed: datetime
    starts: date | None = None
    """From when it counts, where the operator has said so."""
    expected: datetime | None = None
    """When it should be done."""
    note: Label | None = None
    """The operator's own words: why it is held, failed or rejected."""
    number_tail: str = field(default="", repr=False)


@dataclass(frozen=True)
class Cancelling:
    """The wish that an order be called back (TMF622 cancelProductOrder)."""

    operator_id: str
    access: Access = field(repr=False)
    order_id: str


class Obstacle(Enum):
    """Why something may not be done now; the value is a code of TMF679 (eligibilityUnavailabilityReason)."""

    ARREARS = "ARREARS"
    UNBILLED = "UNBILLED"
    """Charges that are not on a bill yet (roaming abroad)."""
    CONTRACT = "CONTRACT"
    SPECIAL_NUMBER = "SPECIAL_NUMBER"
    """A promise for a beautiful number (靓号)."""
    BROADBAND = "BROADBAND"
    SUB_CARDS = "SUB_CARDS"
    IS_SUB_CARD = "IS_SUB_CARD"
    GROUP = "GROUP"
    """The number belongs to a company or a group."""
    FROZEN = "FROZEN"
    """Stopped by police, a court or the fraud guard."""
    NOT_ACTIVE = "NOT_ACTIVE"
    NEW_CUSTOMERS_ONLY = "NEW_CUSTOMERS_ONLY"
    AGE = "AGE"
    CERTIFICATE = "CERTIFICATE"
    """No certificate of this kind was found for the person."""
    EXCLUDED = "EXCLUDED"
    """It does not go together with something that runs already."""
    ALREADY_HAS = "ALREADY_HAS"
    CHANGED_THIS_MONTH = "CHANGED_THIS_MONTH"
    PORTED_LATELY = "PORTED_LATELY"
    """Less than 120 days with this operator."""
    NOT_REAL_NAME = "NOT_REAL_NAME"
    ORDER_OPEN = "ORDER_OPEN"
    """Another order on this number is still under way."""
    NEEDS_STAFF = "NEEDS_STAFF"
    OTHER = "OTHER"


@dataclass(frozen=True)
class Hindrance:
    """One obstacle as the operator named it; its own words stand for kinds this kiosk does not know."""

    obstacle: Obstacle
    label: Label | None = None


@dataclass(frozen=True)
class Qualification:
    """Whether something may be done for this person on this number, by the operator's own rules."""

    hindrances: tuple[Hindrance, ...] = ()
    starts: date | None = None
    """The day from which it would count, where the operator tells."""

    @property
    def granted(self) -> bool:
        """Whether nothing stands in the way."""
        return not self.hindrances

    def has(self, obstacle: Obstacle) -> bool:
        """Tell whether this is among what stands in the way."""
        return any(hindrance.obstacle is obstacle for hindrance in self.hindrances)


@dataclass(frozen=True)
class Certificate:
    """What a visitor says of the certificate of disability: its kind (1-7) and level (1-4), nothing more."""

    kind: int = field(repr=False)
    level: int = field(repr=False)


@dataclass(frozen=True)
class NewPassword:
    """A new service password on its way to the operator; never kept, never shown, never spoken."""

    operator_id: str
    access: Access = field(repr=False)
    line_id: str
    password: str = field(repr=False)
    consent: Consent = field(repr=False)
    staff: str


@dataclass(frozen=True)
class SimCard:
    """The SIM card in a number (TMF639): the last four of its ICCID, and whether it works."""

    iccid_tail: str = field(repr=False)
    works: bool
    changed: datetime | None
    """When the card was last changed (CAMARA sim-swap), where the operator tells."""
