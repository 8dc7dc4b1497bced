"""Operators that answer late, wrongly or not at all: the visitor is told, nothing is lost or done twice."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
import requests

from kiosk.screens import Mark
from kiosk.storyboard.scenes import ARRIVING, QR_SIGN_IN
from kiosk.storyboard.script import Scene, choose, choose_number, go_on, press
from kiosk.visit.outbox import State
from tests.visits.kiosks import Hall, a_hall

COUNTED = Scene("The companies are counting", go_on())
TO_THE_COUNTS = (
    *ARRIVING,
    Scene("What can we do for you?", press("Fraud, and my ID")),
    Scene("Fraud, and my ID", press("Numbers under my ID")),
    Scene("How many numbers run under your ID?", press("Look it up now")),
    Scene("May we look this up for you?", press("Yes, look it up")),
    *QR_SIGN_IN,
)
TO_THE_REPORT = (
    *TO_THE_COUNTS,
    COUNTED,
    Scene("Do you know all of these numbers?", press("Show my numbers at {operator}")),
    Scene("Touch a number that is not yours", choose_number(2)),
    Scene("Report this number as not yours?", press("Yes, report it")),
)


def walk(hall: Hall, *scenes: Scene) -> None:
    for scene in scenes:
        hall.walker.play(scene)


def meet(hall: Hall, title: str) -> None:
    hall.walker.see(Scene(title, go_on()))


def facts(hall: Hall) -> list[Mark]:
    return [fact.mark for fact in hall.kiosk.reception.stage.screen.facts]


@pytest.mark.parametrize("fault", ["error", "lie", "down"])
def test_one_operator_out_of_order_does_not_hold_the_others(tmp_path: Path, fault: str) -> None:
    with a_hall(tmp_path) as hall:
        hall.sandbox.order("unicom", "subscription_count", fault)
        walk(hall, *TO_THE_COUNTS)
        meet(hall, "The companies are counting")
        assert facts(hall) == [Mark.DONE, Mark.CARE, Mark.DONE, Mark.CARE]
        walk(hall, COUNTED, Scene("Do you know all of these numbers?", press("Yes, I know them all")))
        walk(hall, Scene("All is well", go_on()))
        meet(hall, "Shall the national service count for you?")


def test_a_slow_operator_is_not_waited_for_by_who_does_not_want_to(tmp_path: Path) -> None:
    with a_hall(tmp_path) as hall:
        hall.sandbox.order("telecom", "subscription_count", "slow", seconds=3)
        walk(hall, *TO_THE_COUNTS)
        hall.walker.wait_until(lambda: facts(hall).count(Mark.DONE) == 2, "two of three")
        walk(hall, Scene("The companies are counting", go_on(), settled=False))
        meet(hall, "Do you know all of these numbers?")


def test_an_operator_that_cannot_be_reached_can_be_tried_again(tmp_path: Path) -> None:
    with a_hall(tmp_path) as hall:
        walk(hall, *TO_THE_COUNTS, COUNTED)
        hall.sandbox.order("mobile", "product_inventory", "error")
        walk(hall, Scene("Do you know all of these numbers?", press("Show my numbers at {operator}")))
        meet(hall, "No answer just now")
        hall.sandbox.order("mobile", "product_inventory", "none")
        walk(hall, Scene("No answer just now", press("Try again")))
        meet(hall, "Touch a number that is not yours")


@pytest.mark.parametrize(("fault", "arrived"), [("drop", 1), ("error", 0)])
def test_a_lost_report_is_asked_after_and_filed_once(tmp_path: Path, fault: str, arrived: int) -> None:
    with a_hall(tmp_path) as hall:
        hall.sandbox.order("mobile", "trouble_ticket", fault)
        walk(hall, *TO_THE_REPORT)
        meet(hall, "We do not know yet whether it arrived")
        hall.sandbox.order("mobile", "trouble_ticket", "none")
        walk(hall, Scene("We do not know yet whether it arrived", go_on()))
        assert len(tickets_filed(hall)) == arrived
        hall.clock.ahead = timedelta(seconds=120)
        hall.kiosk.commitments.settle_what_is_due()
        assert len(tickets_filed(hall)) == 1
        assert [state for _, state in hall.kiosk.outbox.fates().values()] == [State.DONE]


def test_a_lying_sign_in_is_told_and_another_way_is_there(tmp_path: Path) -> None:
    with a_hall(tmp_path) as hall:
        walk(hall, *TO_THE_COUNTS[:-2])
        hall.sandbox.order("mobile", "oauth", "lie")
        walk(hall, Scene("Which company is your phone with?", choose("mobile")))
        walk(hall, Scene("No answer just now", press("Stop and go to the start")))
        meet(hall, "What else can we do for you?")


def tickets_filed(hall: Hall) -> list[object]:
    """Ask the sandbox, with a token of the kiosk's own, what tickets it holds."""
    root = f"{hall.sandbox.url}/mobile"
    form = {"grant_type": "client_credentials", "client_id": "service-hall-kiosk", "scope": "tickets:write"}
    token = requests.post(f"{root}/token", data=form, timeout=5).json()["access_token"]
    answer = requests.get(
        f"{root}/tmf-api/troubleTicket/v4/troubleTicket",
        params={"externalId": hall.commitment_keys()[-1]},
        headers={"Authorization": f"Bearer {token}"},
        timeout=5,
    )
    found: list[object] = answer.json()
    return found
