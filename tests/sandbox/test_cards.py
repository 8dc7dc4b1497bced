"""The cards of the sandbox's people."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.devices.card_text import resident_card
from kiosk.devices.simulated_card import Chip
from kiosk.sandbox.cards import card_of, person_named
from kiosk.sandbox.people import PEOPLE
from kiosk.sandbox.persons import Person

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.id)
def test_every_card_passes_every_check_and_one_has_run_out(person: Person) -> None:
    card = card_of(person, TODAY)
    assert resident_card(Chip(card).text(), TODAY) == card
    assert card.expired_on(TODAY) is (person.id == "he-shufen")
    assert (card.valid_until is None) is (person.born.year < 1980 and not person.card_expired)


def test_people_are_found_by_their_names() -> None:
    wang = PEOPLE[0]
    assert wang is person_named("wang-xiuying") is person_named("王秀英") is person_named(" Wang xiuying ")
    assert person_named("nobody") is None
