"""An ear for tests: hears what was put into its mouth, through the real rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kiosk.catalogues import words_of
from kiosk.screens import Stop
from kiosk.text import Language
from kiosk.voice.listener import WordListener


class FakeRecogniser:
    """Hears what is next in `said`; None is silence, an exception is raised."""

    def __init__(self, *said: str | Exception | None) -> None:
        self.said = list(said)
        self.phrases: list[str] = []
        self.languages = set(Language)
        self.stopped: list[bool] = []

    def hears(self, language: Language) -> bool:
        return language in self.languages

    def listen(
        self, phrases: Sequence[str], language: Language, *, stop: Stop, over: Callable[[], None]
    ) -> str | None:
        self.phrases = list(phrases)
        self.stopped.append(stop.is_set())
        over()
        said = self.said.pop(0)
        if isinstance(said, Exception):
            raise said
        return said

    def close(self) -> None:
        self.said.clear()


def nothing() -> None:
    """Do not care when it listens no more."""


def listener(recogniser: FakeRecogniser) -> WordListener:
    return WordListener(recogniser, words_of)
