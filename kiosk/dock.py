"""The dock of the practice mode: its window, and the simulated devices that it works."""

from __future__ import annotations

import sys
import time
from functools import partial

from kiosk.catalogues import words_of
from kiosk.devices.simulated_jack import SimulatedJack
from kiosk.devices.simulated_reader import SimulatedReader
from kiosk.devices.simulated_speech import SimulatedSpeech
from kiosk.domain.comfort import Comfort
from kiosk.domain.sayings import by_place
from kiosk.journeys.talking import NO, WAYS, YES
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


PLACES = 4
"""So many things of a list can be chosen by words here."""


def show_dock(
    reader: SimulatedReader, jack: SimulatedJack, speech: SimulatedSpeech, settings: Settings
) -> int:
    """Show headphones, words and everybody's cards until the input ends: whoever started this is gone."""
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
        words=words_to_say(settings.language),
        say=speech.say,
    )
    dock.show()
    status = app.exec()
    dock.close()
    runner.close()
    return int(status)


def words_to_say(language: Language) -> list[str]:
    """Return what can be said to every screen: the places of a list, yes and no, and the commands."""
    words = words_of(language)
    first = [ways[0].shown(words) for ways in (YES, NO, *WAYS.values())]
    return [*(by_place(number, language) for number in range(1, PLACES + 1)), *first]


def loose(person: Person, language: Language) -> LooseCard:
    """Describe somebody's card: both names, and their story in the hall's language."""
    story = person.story_en if language is Language.EN else person.story
    return LooseCard(person.id, f"{person.name} {person.name_en}", story)
