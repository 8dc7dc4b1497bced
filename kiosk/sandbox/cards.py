"""The ID cards of the sandbox's people, as they would lie on a kiosk's reader."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from kiosk.devices.simulated_card import Chip
from kiosk.devices.simulated_reader import SimulatedReader
from kiosk.domain.id_cards import IdCard
from kiosk.sandbox.people import PEOPLE
from kiosk.sandbox.persons import Person
from kiosk.text import IdNumber, PersonName

WITHOUT_END_FROM = 46
"""The age from which cards have no end (居民身份证法, art. 5)."""
YEARS_LEFT = 8
"""Of the twenty for which a younger person's card is good."""


class LaidCards:
    """Lays the cards of the sandbox's people on a reader, and takes them away."""

    def __init__(self, reader: SimulatedReader, today: Callable[[], date]) -> None:
        self._reader, self._today = reader, today

    def lay(self, person: str) -> None:
        """Lay somebody's card, by id, in place of what lies there."""
        who = next(who for who in PEOPLE if who.id == person)
        self._reader.lay(Chip(card_of(who, self._today())))

    def lift(self) -> None:
        """Take the card away."""
        self._reader.lift()


def card_of(person: Person, day: date) -> IdCard:
    """Return a person's card as it is on a day."""
    return IdCard(PersonName(person.name), IdNumber(person.id_number), person.born, _valid_until(person, day))


def person_named(name: str) -> Person | None:
    """Find somebody by id or by name, in Chinese or in English."""
    wanted = name.strip().casefold()
    return next(
        (who for who in PEOPLE if wanted in {who.id, who.name, who.name_en.casefold()}),
        None,
    )


def _valid_until(person: Person, day: date) -> date | None:
    if person.card_expired:
        return date(day.year - 1, 3, 1)
    if person.age_on(day) >= WITHOUT_END_FROM:
        return None
    return date(day.year + YEARS_LEFT, 3, 1)
