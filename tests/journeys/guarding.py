"""A hall that guards against fraud, and what its slips say."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kiosk.catalogues import words_of
from kiosk.domain.guard import GuardRoutes, SmsRoute
from kiosk.guard_file import load_guard
from kiosk.journeys.services import service_named, walked
from kiosk.screens import Scan, Screen, Tell
from kiosk.text import Language
from tests.fake_operators import FakeOperators, a_hall
from tests.talks import a_talk

ROUTES = {
    "10086": GuardRoutes(
        abroad=SmsRoute("10086", "QXGJLH"),
        abroad_off=SmsRoute("10086", "KTGJLH"),
        spam=SmsRoute("10086", "KTFSR"),
        spam_off=SmsRoute("10086", "QXFSR"),
        report=SmsRoute("10086999", "{number}*{message}"),
    ),
    "10010": GuardRoutes(abroad=SmsRoute("10010", "GBGJLH", partly=True), wechat="联通助理"),
}
GUARD = replace(load_guard(), routes=ROUTES)
OTHER_NUMBERS = replace(GUARD, rescue=replace(GUARD.rescue, police_line="96119", query="10699001"))
SEND = "Send this SMS with your phone"


def guarding(fakes: FakeOperators | None = None, **hall: Any) -> Any:
    the_hall = a_hall(fakes or FakeOperators(), guard=GUARD, **hall)
    return a_talk(lambda: walked(service_named("fraud-guard"), the_hall))


def advice(screen: Screen[Any]) -> list[str]:
    """Return what the slip of a screen advises, in English."""
    assert isinstance(screen, Tell) and screen.slip is not None
    return [text.shown(words_of(Language.EN)) for text in screen.slip.advice]


def facts(screen: Screen[Any]) -> dict[str, str]:
    """Return what a screen or its slip says, by label; values that stand alone as they are."""
    assert isinstance(screen, Tell | Scan)
    lines = screen.slip.lines if isinstance(screen, Tell) and screen.slip else screen.facts
    told = {}
    for fact in lines:
        values = [getattr(value, "value", str(value)) for _, value in fact.value.values]
        told[fact.label.message] = " ".join(values) if values else fact.value.message
    return told
