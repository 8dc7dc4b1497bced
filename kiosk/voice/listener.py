"""The ear of the kiosk: hands an engine the words that may be said, and takes nothing else from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kiosk.devices.ports import Misheard
from kiosk.domain.sayings import Saying, by_place, understood
from kiosk.screens import Stop
from kiosk.text import Language, Words
from kiosk.voice.ports import Recogniser

MOST_PLACES = 10
"""So many things of a list may be called by their place."""


class WordListener:
    """Understands what may be said on a screen (see `Listener`)."""

    def __init__(self, recogniser: Recogniser, words_of: Callable[[Language], Words]) -> None:
        self._recogniser, self._words_of = recogniser, words_of

    def hears(self, language: Language) -> bool:
        """Whether the engine knows this language."""
        return self._recogniser.hears(language)

    def listen(
        self, sayings: Sequence[Saying], language: Language, *, stop: Stop, over: Callable[[], None]
    ) -> Saying | Misheard:
        """Listen once; what stands in a list comes first, and may be called by its place."""
        words = self._words_of(language)
        ways = [tuple(way.shown(words) for way in saying.ways) for saying in sayings]
        places = min(sum(saying.listed for saying in sayings), MOST_PLACES)
        phrases = [way for some in ways for way in some]
        phrases += [by_place(number, language) for number in range(1, places + 1)]
        heard = self._recogniser.listen(phrases, language, stop=stop, over=over)
        if heard is None:
            return Misheard.SILENCE
        number = understood(heard, ways, places)
        return Misheard.UNCLEAR if number is None else sayings[number]

    def close(self) -> None:
        """End the engine."""
        self._recogniser.close()
