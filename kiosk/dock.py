"""The dock of the practice mode: its window, and the simulated reader that its cards are laid on."""

from __future__ import annotations

import time

from kiosk.catalogues import words_of
from kiosk.devices.simulated_reader import SimulatedReader
from kiosk.domain.comfort import Comfort
from kiosk.practice import today
from kiosk.sandbox.cards import LaidCards
from kiosk.sandbox.people import PEOPLE, Person
from kiosk.settings import Settings
from kiosk.text import Language
from kiosk.ui.application import application
from kiosk.ui.dock import Dock, LooseCard
from kiosk.ui.hand import Hand
from kiosk.ui.wardrobe import Wardrobe

SMALLEST = 0


def show_dock(reader: SimulatedReader, settings: Settings) -> int:
    """Show the cards of the sandbox's people until the process is ended."""
    app = application(["dock"])
    wardrobe = Wardrobe(settings.panel.panel(), words_of, Hand(time.monotonic, lambda: None))
    cards = LaidCards(reader, today)
    dock = Dock(
        wardrobe.look_for(Comfort(settings.language, SMALLEST)),
        [loose(person, settings.language) for person in PEOPLE],
        cards.lay,
        cards.lift,
    )
    dock.show()
    return int(app.exec())


def loose(person: Person, language: Language) -> LooseCard:
    """Describe somebody's card: both names, and their story in the hall's language."""
    story = person.story_en if language is Language.EN else person.story
    return LooseCard(person.id, f"{person.name} {person.name_en}", story)
