"""Headphones put in at rest begin a visit by ear; pulled out, the visitor hears no more than the hall."""

from __future__ import annotations

from dataclasses import replace

from kiosk.domain.comfort import Comfort
from kiosk.text import Hearing, Language
from kiosk.visit.reception import Reception
from tests.desks import a_desk

HELLO = "Hello. You hear me in your headphones."
REST = "Hello. Touch the screen to begin."


def hearing(reception: Reception) -> Hearing:
    return reception.stage.hearing


def test_put_in_at_rest_a_visit_begins_that_tells_about_the_keys() -> None:
    with a_desk() as desk:
        seen = []
        desk.reception.subscribe(lambda stage: seen.append((stage.hearing, stage.visit)))
        desk.reception.headphones(True)
        assert desk.pilot.title == HELLO and desk.reception.stage.visit == 1
        assert set(seen) == {(Hearing.HEADPHONES, 1)}, "nobody is greeted aloud meanwhile"
        desk.pilot.press("Begin")
        assert desk.pilot.title == "What can we do for you?" and hearing(desk.reception) is Hearing.HEADPHONES
        desk.reception.adjust()
        assert desk.pilot.title == "What would make it easier?"
        desk.pilot.press("Change the voice and the screen", "Voice", "Faster")
        assert desk.reception.stage.comfort.rate == 4
        desk.pilot.press("Good, go on")
        assert desk.pilot.title == "What can we do for you?"


def test_pulled_out_the_visit_goes_on_for_everybodys_ears() -> None:
    with a_desk() as desk:
        desk.reception.headphones(True)
        desk.reception.headphones(False)
        desk.reception.headphones(False)
        assert hearing(desk.reception) is Hearing.SPEAKER and desk.pilot.title == HELLO
        desk.reception.headphones(True)
        assert hearing(desk.reception) is Hearing.HEADPHONES and desk.reception.stage.visit == 1


def test_put_in_later_the_screen_stays_and_a_key_begins_by_ear_what_was_plugged_before() -> None:
    with a_desk() as desk:
        title = desk.pilot.from_rest().title
        desk.reception.headphones(True)
        assert desk.pilot.title == title
    with a_desk() as desk:
        desk.reception.headphones(True, begins=False)
        assert desk.reception.stage.visit == 0 and hearing(desk.reception) is Hearing.HEADPHONES
        desk.pilot.choose(Language.EN)
        assert desk.pilot.title == HELLO and desk.reception.stage.comfort.language is Language.EN


def test_pulling_out_is_no_sign_of_life_and_putting_in_is() -> None:
    with a_desk() as desk:
        desk.reception.headphones(True)
        desk.clock.now += 180
        desk.reception.tick()
        desk.reception.headphones(False)
        assert desk.reception.stage.alert is not None
        desk.reception.headphones(True)
        assert desk.reception.stage.alert is None


def test_put_in_during_a_goodbye_the_kiosk_rests_first() -> None:
    with a_desk() as desk:
        desk.pilot.from_rest()
        desk.reception.end()
        assert hearing(desk.reception) is Hearing.SPEAKER
        desk.reception.headphones(True)
        assert desk.pilot.title == REST and desk.reception.stage.visit == 0


def test_comfort_is_changed_on_the_spot_and_goes_with_the_visit() -> None:
    with a_desk() as desk:
        covered = replace(desk.reception.stage.comfort, curtain=True)
        desk.reception.change_comfort(covered)
        assert desk.reception.stage.comfort == Comfort()
        desk.pilot.from_rest()
        page = desk.reception.stage.page
        desk.reception.change_comfort(covered)
        assert desk.reception.stage.comfort.curtain and desk.reception.stage.page == page
        desk.clock.now += 180
        desk.reception.tick()
        desk.reception.change_comfort(replace(covered, volume=4))
        assert desk.reception.stage.comfort == covered, "it only said that somebody is there"
        desk.reception.end()
        desk.pilot.go_on()
        assert desk.pilot.title == REST and desk.reception.stage.comfort == Comfort()
