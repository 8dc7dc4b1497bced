"""Asking whether something may be done, and reading every reason that speaks against it (TMF679)."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.domain.failures import Reason, Unavailable
from kiosk.domain.orders import Action, Certificate, Hindrance, Obstacle, OrderKind, Qualification
from kiosk.domain.people import Access
from kiosk.operators.china import day_of
from kiosk.operators.http import Call
from kiosk.operators.labels import letters
from kiosk.operators.product_shapes import OfferingQualification, QualificationItem, UnavailabilityReason
from kiosk.operators.system import System
from kiosk.text import Label, Language, Words

API = "qualification"
_ACTIONS = {
    OrderKind.STOP_ADD_ON: Action.DELETE,
    OrderKind.TAKE_DISCOUNT: Action.ADD,
    OrderKind.END_CONTRACT: Action.DELETE,
    OrderKind.CANCEL_NUMBER: Action.DELETE,
    OrderKind.PORT_OUT: Action.DELETE,
}
_UNFINISHED = {
    "acknowledged": Reason.BUSY,
    "inprogress": Reason.BUSY,
    "terminatedwitherror": Reason.SYSTEM_DOWN,
}
ACCEPTED = {Language.ZH_CN: "zh-CN", Language.ZH_HK: "zh-HK, zh;q=0.9", Language.EN: "en"}
"""What to ask for in each language (RFC 9110, 12.5.4); any Chinese is better than another language."""

Json = dict[str, object]


@dataclass(frozen=True)
class Question:
    """What is wanted on a line; without offerings it is one question, with them one for each."""

    line_id: str
    kind: OrderKind
    offerings: tuple[str, ...] = ()
    certificate: Certificate | None = field(default=None, repr=False)


def qualified(system: System, access: Access, question: Question, words: Words) -> tuple[Qualification, ...]:
    """Ask, and answer in the order of the offerings; raises Unavailable where an answer is missing."""
    url = system.url(API, "productOfferingQualification")
    headers = {"Accept-Language": ACCEPTED[words.language]}
    call = Call("POST", url, json=_body(access, question), headers=headers)
    answer = system.ask(access, call, system.by()).shaped(OfferingQualification)
    if reason := _UNFINISHED.get(letters(answer.state)):
        raise Unavailable(reason, f"{system.id}: a question without its answer")
    found = {item.id: item for item in answer.product_offering_qualification_item}
    ids = [item_id for item_id, _ in _numbered(question)]
    if not set(ids) <= set(found):
        raise Unavailable(Reason.BROKEN_ANSWER, f"{system.id}: fewer answers than questions")
    return tuple(_qualification(found[id_], words.language) for id_ in ids)


def _body(access: Access, question: Question) -> Json:
    return {
        "instantSyncQualification": True,
        "provideUnavailabilityReason": True,
        "category": {"id": question.kind.value},
        "channel": {"id": "kiosk"},
        "relatedParty": [{"id": access.subject, "role": "customer", "@referredType": "Individual"}],
        "productOfferingQualificationItem": [_item(question, *one) for one in _numbered(question)],
    }


def _numbered(question: Question) -> list[tuple[str, str]]:
    """Return the number of each item, and the offering that it is about."""
    return [(str(number), id_) for number, id_ in enumerate(question.offerings or ("",), start=1)]


def _item(question: Question, number: str, offering_id: str) -> Json:
    told: list[tuple[str, object]] = [("line", question.line_id)]
    if question.certificate is not None:
        told.append(("certificateKind", question.certificate.kind))
        told.append(("certificateLevel", question.certificate.level))
    characteristics = [{"name": name, "value": value} for name, value in told]
    item: Json = {
        "id": number,
        "action": _ACTIONS.get(question.kind, Action.MODIFY).value,
        "product": {"id": question.line_id, "productCharacteristic": characteristics},
    }
    return item | ({"productOffering": {"id": offering_id}} if offering_id else {})


def _qualification(item: QualificationItem, language: Language) -> Qualification:
    """Read one answer; whatever is not a clear yes is a no."""
    if letters(item.qualification_item_result) == "qualified":
        day = item.expected_activation_date
        return Qualification(starts=None if day is None else day_of(day))
    reasons = item.eligibility_unavailability_reason or (UnavailabilityReason(),)
    return Qualification(tuple(_hindrance(reason, language) for reason in reasons))


def _hindrance(reason: UnavailabilityReason, language: Language) -> Hindrance:
    known = {obstacle.value: obstacle for obstacle in Obstacle}
    answered = Language.EN if language is Language.EN else Language.ZH_CN
    label = Label.of({answered: reason.label}) if reason.label else None
    return Hindrance(known.get(reason.code.strip().upper(), Obstacle.OTHER), label)
