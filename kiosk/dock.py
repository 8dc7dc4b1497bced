"""The dock of the practice mode: its window, and the simulated devices that it works."""

from __future__ import annotations

import sys
import time
from functools import partial

from kiosk.catalogues import words_of
from kiosk.devices.simulated_jack import SimulatedJack
from kiosk.devices.simulated_reader import SimulatedReader
from kiosk.domain.comfort import Comfort
from kiosk.one_visit import listen
from kiosk.practice import today
from kiosk.sandbox.cards import LaidCards
from kiosk.sandbox.people import PEOPLE
from kiosk.sandbox.persons import Person
from kiosk.settings import Settings
from kiosk.text import Language
from kiosk.ui.application import application
from kiosk.ui.dock import Dock, LooseCard
from kiosk.ui.hand import Hand
from kiosk.ui.pool import QtRunner
from kiosk.ui.wardrobe import Wardrobe

SMALLEST = 0


def show_dock(reader: SimulatedReader, jack: SimulatedJack, settings: Settings) -> int:
    """Show headphones and everybody's cards until the input ends: whoever started this process is gone."""
    app, runner = application(["dock"]), QtRunner()
    listen(lambda: None, partial(runner.post, app.exit), sys.stdin)
    wardrobe = Wardrobe(settings.panel.panel(), words_of, Hand(time.monotonic, lambda: None))
    cards = LaidCards(reader, today)
    dock = Dock(
        wardrobe.look_for(Comfort(settings.language, SMALLEST)),
        [loose(person, settings.language) for person in PEOPLE],
        cards.lay,
        cards.lift,
        jack.plug,
    )
    dock.show()
    status = app.exec()
    dock.close()
    runner.close()
    return int(status)


def loose(person: Person, language: Language) -> LooseCard:
    """Describe somebody's card: both names, and their story in the hall's language."""
    story = person.story_en if language is Language.EN else person.story
    return LooseCard(person.id, f"{person.name} {person.name_en}", story)
