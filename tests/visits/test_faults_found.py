"""Faults of the sandbox's people, found over real HTTP: what the operators know is never asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.events import Event
from kiosk.storyboard.own_trouble import TESTED, looked_at
from kiosk.storyboard.scenes import ARRIVING
from kiosk.storyboard.script import Scene, go_on
from tests.visits.kiosks import a_hall

NET, CALLS, DATA = "My internet at home", "I cannot make calls", "My phone has no internet"


@pytest.mark.parametrize(
    ("person", "operator", "symptom", "tested", "found"),
    [
        ("luo-jianhua", "unicom", NET, True, "Have it repaired?"),
        ("song-yumei", "mobile", NET, False, "The broadband is stopped. Something is to be paid."),
        ("han-fengqin", "telecom", "My television", False, "There is a fault in your area"),
        ("shen-suzhen", "mobile", NET, True, "Lay the thin cable in wide bows"),
        ("ren-guilan", "mobile", NET, True, "Where is it bad?"),
        (
            "cao-deming",
            "mobile",
            "The phone does not know my card",
            False,
            "Your SIM card does not work any more",
        ),
        ("cao-deming", "mobile", CALLS, False, "Your SIM card does not work any more"),
        ("pan-xiaodong", "mobile", DATA, False, "This month's data is used up"),
        ("ye-xiufang", "telecom", CALLS, False, "Something is still to be paid"),
        ("wu-changhai", "unicom", CALLS, False, "Something is still to be paid"),
        ("he-shufen", "mobile", DATA, False, "Your card is of an old kind"),
    ],
)
def test_what_the_operator_knows_is_found_without_a_question(
    person: str, operator: str, symptom: str, tested: bool, found: str, tmp_path: Path
) -> None:
    with a_hall(tmp_path) as hall:
        for scene in (*ARRIVING, *looked_at(symptom, person, operator), *((TESTED,) if tested else ())):
            hall.walker.play(scene)
        hall.walker.see(Scene(found, go_on()))
        assert Event.DEFECT not in {event for event, _ in hall.events.seen}
