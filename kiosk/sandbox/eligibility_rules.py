"""The rules of the sandbox's operators, one by one: what stands in the way of which orders."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from kiosk.domain.id_cards import age_on
from kiosk.domain.orders import Obstacle, OrderKind
from kiosk.sandbox.eligibility_case import GONE, Case
from kiosk.sandbox.holdings import ProductRecord
from kiosk.sandbox.places import GUANGZHOU

STAYS_AFTER_PORTING = timedelta(days=120)
"""Days that a number stays after it came from another operator (携号转网服务管理规定)."""

_CHANGE, _TAKE, _CANCEL = OrderKind.CHANGE_PLAN, OrderKind.TAKE_DISCOUNT, OrderKind.CANCEL_NUMBER
_PORT, _STOP, _RESTORE = OrderKind.PORT_OUT, OrderKind.STOP_NUMBER, OrderKind.RESTORE_NUMBER
_LEAVING = frozenset({_CANCEL, _PORT})
_ADDING = frozenset({_CHANGE, _TAKE})
_ENDING = frozenset({OrderKind.STOP_ADD_ON, OrderKind.END_CONTRACT, OrderKind.LET_CONTRACT_END})
_WEIGHTY = _LEAVING | {_CHANGE, OrderKind.END_CONTRACT, OrderKind.REPLACE_SIM}
"""What must not be done while another of these is under way."""
_HARMLESS = frozenset({OrderKind.STOP_ADD_ON, OrderKind.SET_CAP, OrderKind.LET_CONTRACT_END})
"""What only ever saves money; it may be done on a frozen number too."""
_MOBILE_ONLY = _ADDING | {OrderKind.SET_CAP, OrderKind.REPLACE_SIM, _PORT}
"""What a broadband account does not have."""
_SOLD_AS = {_CHANGE: "plan", _TAKE: "discount"}

Rule = tuple[frozenset[OrderKind], Callable[[Case], bool]]


def in_arrears(case: Case) -> bool:
    """Charges are owed for so long that the number was stopped."""
    return case.line.stop_reason == "arrears"


def is_bound(case: Case) -> bool:
    """A contract runs; a dearer plan keeps its promise, and an add-on may be part of it."""
    if case.kind is OrderKind.STOP_ADD_ON:
        return any(one.details.get("contract") for one in case.wanted())
    return any(is_broken(case, one) for one in case.contracts(special=False))


def is_special(case: Case) -> bool:
    """The number was given for a promise, which a cheaper plan would break."""
    return any(is_broken(case, one) for one in case.contracts(special=True))


def is_broken(case: Case, contract: ProductRecord) -> bool:
    """Tell whether what is wanted breaks a promise: leaving does, and paying less a month."""
    if case.kind is not _CHANGE or case.offering is None:
        return True
    return case.offering.fen < int(contract.details["fen"])


def carries_broadband(case: Case) -> bool:
    """Broadband hangs on the number, and the plan that is wanted carries none."""
    return case.broadband and not _takes_family(case)


def has_sub_cards(case: Case) -> bool:
    """Sub-cards hang on the number, and the plan that is wanted carries none."""
    return case.sub_cards > 0 and not _takes_family(case)


def _takes_family(case: Case) -> bool:
    return case.kind is _CHANGE and case.offering is not None and case.offering.family


def is_frozen(case: Case) -> bool:
    """Police, a court or the fraud guard stopped it; the guard's stop is lifted by its own order."""
    guarded = case.line.stop_reason == "protective" and case.kind is not _RESTORE
    return guarded or case.line.stop_reason == "authority"


def is_not_active(case: Case) -> bool:
    """The number is stopped, kept or ending."""
    return case.line.status != "active"


def is_too_young(case: Case) -> bool:
    """The offering is for an age that is not reached."""
    return case.offering is not None and age_on(case.owner.born, case.day) < case.offering.age_from


def lacks_certificate(case: Case) -> bool:
    """The offering asks for a certificate that was not named, or is not on the register like that."""
    if case.offering is None or not case.offering.certificates:
        return False
    return (
        case.said is None or case.said != case.registered or case.said.kind not in case.offering.certificates
    )


def is_excluded(case: Case) -> bool:
    """The discount goes with another plan alone."""
    goes_with = case.offering.only_with if case.offering else ""
    return bool(goes_with) and (case.plan is None or case.plan.id != goes_with)


def is_so_already(case: Case) -> bool:
    """What is wanted runs already, or is as it should be."""
    if case.kind is _RESTORE:
        return case.line.status == "active"
    if case.kind is OrderKind.LET_CONTRACT_END:
        bound = [*case.contracts(special=False), *case.contracts(special=True)]
        return bool(bound) and not any(one.details.get("renews") for one in bound)
    return bool(case.wanted())


def changed_already(case: Case) -> bool:
    """Another plan was ordered this month and is still to begin."""
    return any(one.kind == "plan" for one in case.held if one not in case.running)


def came_lately(case: Case) -> bool:
    """The number came from another operator too short a time ago."""
    return "PORTED_IN" in case.marks and case.day < case.line.since + STAYS_AFTER_PORTING


def needs_staff(case: Case) -> bool:
    """A third party sells it, or a card of another province wants one more look at the person."""
    if case.kind is OrderKind.REPLACE_SIM:
        return case.line.province_zh != GUANGZHOU.province_zh
    return any(one.details.get("soldBy") for one in case.wanted())


def is_nothing_there(case: Case) -> bool:
    """The line is over or takes none, what should end is not there, or what is wanted is not sold."""
    if case.line.status in GONE or (case.line.kind != "mobile" and case.kind in _MOBILE_ONLY):
        return True
    if case.kind is OrderKind.STOP_ADD_ON:
        return bool(case.offering_id) and not case.wanted()
    if case.kind in {OrderKind.END_CONTRACT, OrderKind.LET_CONTRACT_END}:
        return not any(one.kind == "contract" for one in case.running)
    return bool(case.offering_id) and not _is_sold(case)


def _is_sold(case: Case) -> bool:
    offering, sold_as = case.offering, _SOLD_AS.get(case.kind)
    return offering is not None and offering.category == sold_as and offering.is_sold_on(case.day)


def _marked(code: str) -> Callable[[Case], bool]:
    return lambda case: code in case.marks


RULES: Mapping[Obstacle, Rule] = {
    Obstacle.ARREARS: (_LEAVING | _ADDING | {_RESTORE}, in_arrears),
    Obstacle.UNBILLED: (_LEAVING, _marked("UNBILLED")),
    Obstacle.CONTRACT: (_LEAVING | {_CHANGE, OrderKind.STOP_ADD_ON}, is_bound),
    Obstacle.SPECIAL_NUMBER: (_LEAVING | {_CHANGE}, is_special),
    Obstacle.BROADBAND: (_LEAVING | {_CHANGE}, carries_broadband),
    Obstacle.SUB_CARDS: (_LEAVING | {_CHANGE}, has_sub_cards),
    Obstacle.IS_SUB_CARD: (_ADDING | {_PORT}, lambda case: bool(case.line.sub_card_of)),
    Obstacle.GROUP: (_LEAVING | {_CHANGE}, _marked("GROUP")),
    Obstacle.FROZEN: (frozenset(OrderKind) - _HARMLESS, is_frozen),
    Obstacle.NOT_ACTIVE: (_ADDING | {_PORT, _STOP}, is_not_active),
    Obstacle.NEW_CUSTOMERS_ONLY: (
        _ADDING,
        lambda case: case.offering is not None and case.offering.newcomers_only,
    ),
    Obstacle.AGE: (_ADDING, is_too_young),
    Obstacle.CERTIFICATE: (_ADDING, lacks_certificate),
    Obstacle.EXCLUDED: (frozenset({_TAKE}), is_excluded),
    Obstacle.ALREADY_HAS: (_ADDING | {_RESTORE, OrderKind.LET_CONTRACT_END}, is_so_already),
    Obstacle.CHANGED_THIS_MONTH: (frozenset({_CHANGE}), changed_already),
    Obstacle.PORTED_LATELY: (frozenset({_PORT}), came_lately),
    Obstacle.NOT_REAL_NAME: (frozenset({_PORT}), _marked("NOT_REAL_NAME")),
    Obstacle.ORDER_OPEN: (_WEIGHTY, lambda case: bool(case.under_way & _WEIGHTY)),
    Obstacle.NEEDS_STAFF: (frozenset({OrderKind.STOP_ADD_ON, OrderKind.REPLACE_SIM}), needs_staff),
    Obstacle.OTHER: (frozenset(OrderKind), is_nothing_there),
}
