"""What an engine that speaks, or signs, must do; the engines stand beside this file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from kiosk.screens import Stop
from kiosk.text import Hearing, Language


@dataclass(frozen=True)
class Phrase:
    """A piece of speech that is said in one breath; its `caption` is shown while it is heard."""

    speech: str = field(repr=False)
    caption: str = field(repr=False)


@dataclass(frozen=True)
class Utterance:
    """What to say: phrases in a language, at a rate (1.0 is normal) and a volume (0 to 1)."""

    number: int
    """Grows with every utterance; events carry it, so late ones can be told from live ones."""
    phrases: tuple[Phrase, ...]
    language: Language
    rate: float
    volume: float
    hearing: Hearing = Hearing.SPEAKER
    """Whose ears it was written for; what is for headphones may hold something personal."""


@dataclass(frozen=True)
class Heard:
    """Progress of an utterance: phrase `phrase` has begun, or all is said (`phrase` None)."""

    number: int
    phrase: int | None


class Speaker(Protocol):
    """An engine that speaks. No call blocks; `heard` may be called from any thread."""

    def speak(self, utterance: Utterance, heard: Callable[[Heard], None]) -> None:
        """Say it, stopping whatever was being said."""

    def stop(self) -> None:
        """Be silent, within 50 ms; may be called from any thread."""

    def close(self) -> None:
        """Be silent and give everything back."""


class Recogniser(Protocol):
    """An engine that turns speech into words; it keeps none of either."""

    def hears(self, language: Language) -> bool:
        """Whether it knows this language."""

    def listen(
        self, phrases: Sequence[str], language: Language, *, stop: Stop, over: Callable[[], None]
    ) -> str | None:
        """Listen once and return what was said, most likely one of the phrases, or "" where it is not sure.

        None where nobody spoke. Blocks for some seconds at most, and returns early when `stop` is set. Calls
        `over` when it listens no more and only has to think. Raises DeviceError where it does not answer.
        """

    def close(self) -> None:
        """Listen no more, and give everything back."""


class SignClips(Protocol):
    """Clips in which somebody signs what a sentence says."""

    @property
    def any(self) -> bool:
        """Whether the hall has clips at all; without them nothing of it is offered."""

    def clip_for(self, message: str, language: Language) -> Path | None:
        """Return the clip of a sentence, by its English msgid, or None where nobody has signed it."""
