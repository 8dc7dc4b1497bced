"""What is looked at before an order is taken: what it is about, the consent, the identity, the rules."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import msgspec
from sqlalchemy import select

from kiosk.domain.calendar import CHINA
from kiosk.domain.orders import Action, Obstacle, OrderKind
from kiosk.sandbox.eligibility import hindrances, starts_on
from kiosk.sandbox.errors import Problem
from kiosk.sandbox.filing import digest_of
from kiosk.sandbox.holdings import ProductRecord, product_with
from kiosk.sandbox.order_bodies import Consent, CreateOrder, Item, certificate_in
from kiosk.sandbox.order_effects import fen_in
from kiosk.sandbox.proofs import CARD_PROOF_LASTS, SERVICE_LASTS, proven_by_card
from kiosk.sandbox.records import LineRecord, PersonRecord, lines_where
from kiosk.sandbox.tables import codes, lines
from kiosk.sandbox.tariff_table import tariff_with
from kiosk.sandbox.turn import Turn

NOT_ELIGIBLE, PROOF_NEEDED = "NOT_ELIGIBLE", "IDENTITY_PROOF_NEEDED"
FARTHEST = timedelta(days=367)
"""An order may count from a day within a year; this is how soon after its first possible day."""

_BY_PHONE = frozenset(
    {OrderKind.LET_CONTRACT_END, OrderKind.STOP_ADD_ON, OrderKind.SET_CAP, OrderKind.STOP_NUMBER}
)
_BY_STAFF = frozenset({OrderKind.CANCEL_NUMBER, OrderKind.REPLACE_SIM, OrderKind.SET_PASSWORD})
_OFFERED = frozenset({OrderKind.CHANGE_PLAN, OrderKind.TAKE_DISCOUNT})
_ABOUT = {
    OrderKind.STOP_ADD_ON: "addOn",
    OrderKind.END_CONTRACT: "contract",
    OrderKind.LET_CONTRACT_END: "contract",
}
"""What must already be on the line, and of which kind."""


def kind_of(body: CreateOrder) -> OrderKind:
    """Return what an order is for; raises Problem 400 for what cannot be ordered here."""
    orderable = {kind.value: kind for kind in OrderKind if kind is not OrderKind.PORT_OUT}
    if body.category not in orderable:
        raise Problem(400, "category is none that can be ordered here.")
    return orderable[body.category]


def line_of(turn: Turn, person: PersonRecord, body: CreateOrder) -> LineRecord:
    """Return the customer's line that an order is about; raises Problem 400."""
    first = body.productOrderItem[0]
    named = (lines.c.id == str(first.detail("line") or first.product_id), lines.c.owner == person.id)
    found = lines_where(turn.db, *named, lines.c.operator == turn.brand.id)
    if not found:
        raise Problem(400, "The first item must name a line of this customer.")
    return found[0]


def check_items(turn: Turn, kind: OrderKind, line: LineRecord, body: CreateOrder) -> None:
    """Raise Problem 400 where an item names what is not there, or not what its kind needs."""
    if kind is not OrderKind.STOP_ADD_ON and len(body.productOrderItem) > 1:
        raise Problem(400, "An order of this kind has one item.")
    for item in body.productOrderItem:
        held = _held(turn, line, item)
        if item.product_id not in {"", line.id} and held is None:
            raise Problem(400, "An item names a product that is not on this line.")
        if kind in _ABOUT and (held is None or held.kind != _ABOUT[kind]):
            raise Problem(400, "An item must name the product that it changes.")
        if kind in _OFFERED and tariff_with(item.offering_id or "") is None:
            raise Problem(400, "An item must name an offering of the catalogue.")
        if kind is OrderKind.CANCEL_NUMBER and item.action != Action.DELETE.value:
            raise Problem(400, "To cancel a number is to delete it.")
        if kind is OrderKind.SET_CAP:
            _check_limit(item)


def check_consent(turn: Turn, body: CreateOrder) -> None:
    """Raise Problem 400 where no clear yes is there, or its proof does not hold."""
    try:
        consent = msgspec.convert(body.productOrderItem[0].detail("consent"), Consent)
    except msgspec.ValidationError:
        raise Problem(400, "The first item must carry the customer's consent.") from None
    if consent.evidence is msgspec.UNSET:
        return
    if digest_of(consent.evidence) != consent.digest:
        raise Problem(400, "The digest of the consent is not that of its evidence.")
    if consent.by_code and not _was_right(turn, consent.evidence):
        raise Problem(400, "The code of the consent was not checked.")


def sent_again(body: CreateOrder) -> bool:
    """Tell whether an order carries the consent's digest alone: the first one was lost on its way."""
    consent = msgspec.convert(body.productOrderItem[0].detail("consent"), Consent)
    return consent.evidence is msgspec.UNSET


def check_identity(
    turn: Turn, person: PersonRecord, kind: OrderKind, line: LineRecord, body: CreateOrder
) -> None:
    """Raise Problem 403 where the kind needs the ID card, or the staff beside it, and it was not shown."""
    if kind in _BY_PHONE:
        return
    lasts = SERVICE_LASTS if sent_again(body) else CARD_PROOF_LASTS
    if person.id not in proven_by_card(turn.call, turn.db, turn.grant.client_id, lasts):
        raise Problem(403, "The ID card of this customer was not seen lately.", PROOF_NEEDED)
    protective = kind is OrderKind.RESTORE_NUMBER and line.stop_reason == "protective"
    if (kind in _BY_STAFF or protective) and not body.staff:
        raise Problem(403, "A member of staff must have checked this customer.", PROOF_NEEDED)


def check_rules(turn: Turn, kind: OrderKind, line: LineRecord, body: CreateOrder) -> None:
    """Raise Problem 409 where the operator's rules forbid it."""
    for item in body.productOrderItem:
        held = _held(turn, line, item)
        offering = item.offering_id or (held.offering if held else None)
        looked_at = kind in _BY_STAFF and bool(body.staff)
        found = [
            one
            for one in hindrances(turn, line, kind, offering, certificate_in(item))
            if not (looked_at and one.code is Obstacle.NEEDS_STAFF)
        ]
        if found:
            reasons = "; ".join(f"{hindrance.code.value}: {hindrance.en}" for hindrance in found)
            raise Problem(409, reasons, NOT_ELIGIBLE)


def starts_of(turn: Turn, kind: OrderKind, body: CreateOrder) -> date:
    """Return the day from which an order counts: as asked for, but not before the rule has it."""
    earliest = starts_on(turn, kind)
    if not body.requestedStartDate:
        return earliest
    begins = datetime.combine(earliest, time(), CHINA)
    if body.requestedStartDate >= begins + FARTHEST:
        raise Problem(400, "requestedStartDate is too far away.")
    return max(body.requestedStartDate, begins).astimezone(CHINA).date()


def _held(turn: Turn, line: LineRecord, item: Item) -> ProductRecord | None:
    held = product_with(turn.db, item.product_id)
    return held if held is not None and held.line == line.id else None


def _check_limit(item: Item) -> None:
    limit = item.detail("limit")
    try:
        fen_in("0" if limit in {None, ""} else limit)
    except (TypeError, ValueError):
        raise Problem(400, "limit must be a sum of yuan, or empty for none.") from None


def _was_right(turn: Turn, authentication_id: str) -> bool:
    mine = (codes.c.id == authentication_id, codes.c.client_id == turn.grant.client_id)
    return turn.db.execute(select(codes).where(*mine, codes.c.used)).first() is not None
