"""Done from another place: a card of another province, with one more look by staff."""

from __future__ import annotations

from pathlib import Path

from kiosk.domain.events import Event
from kiosk.storyboard.scenes import ARRIVING, SIGNED, STAFF_LOOK, by_card, tile
from kiosk.storyboard.script import Scene, choose_number, go_on, press
from tests.visits.kiosks import a_hall


def test_a_card_of_another_province_is_replaced_here(tmp_path: Path) -> None:
    with a_hall(tmp_path) as hall:
        for scene in (
            *ARRIVING,
            *tile("My number and SIM card", "Lost or broken SIM card"),
            Scene("Why do you need a new card?", press("It does not work")),
            *by_card("ma-lihua", "telecom"),
            Scene("Which number is it about?", choose_number(0)),
        ):
            hall.walker.play(scene)
        number, pin = STAFF_LOOK
        hall.walker.see(number)
        asked = {text.message for text in hall.walker.screen.body}
        assert "Staff: three numbers called, or the service password" in asked
        for scene in (
            number,
            pin,
            Scene("Get a new card for this number?", press("I understand. Get a new card")),
            SIGNED,
            Scene("Your new card is ready", go_on()),
        ):
            hall.walker.play(scene)
        hall.walker.leave()
        assert Event.DEFECT not in {event for event, _ in hall.events.seen}
