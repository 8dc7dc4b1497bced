"""One utterance on its way through an engine: which phrase is next, and which sounds are there already."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from kiosk.text import Language
from kiosk.voice.ports import Heard, Speaker, Utterance
from kiosk.voice.pronunciation import pronounce, tongue_of
from kiosk.voice.worker_process import Answer

LONGEST_BREATH = 600
"""Characters: nobody says more in one breath, and a line of a request always fits into the pipe."""


@dataclass
class Talk:
    """What is being said; `began` is when the present phrase began to sound, None while it is waited for."""

    utterance: Utterance
    heard: Callable[[Heard], None]
    phrase: int = 0
    sounds: dict[int, Answer] = field(default_factory=dict)
    began: float | None = None

    @property
    def is_over(self) -> bool:
        """Tell whether all has been said."""
        return self.phrase >= len(self.utterance.phrases)

    def text(self, phrase: int) -> tuple[str, Language]:
        """Return what an engine is given for a phrase, and in which language; "" where there is no sound."""
        speech = self.utterance.phrases[phrase].speech
        language = tongue_of(speech, self.utterance.language)
        return pronounce(speech, language)[:LONGEST_BREATH], language

    def wanted(self) -> int | None:
        """Return the phrase whose sound is needed next: the present one, or the one after it."""
        last = min(self.phrase + 2, len(self.utterance.phrases))
        near = range(self.phrase, last)
        return next((i for i in near if i not in self.sounds and self.text(i)[0]), None)

    def go_on(self) -> None:
        """Turn to the next phrase."""
        self.sounds.pop(self.phrase, None)
        self.phrase, self.began = self.phrase + 1, None

    def tell(self, phrase: int | None) -> None:
        """Report how far it has come."""
        self.heard(Heard(self.utterance.number, phrase))

    def leave_to(self, other: Speaker) -> None:
        """Have another speaker say the rest; what it reports is counted from where this one stopped."""
        before = self.phrase
        rest = replace(self.utterance, phrases=self.utterance.phrases[before:])
        other.speak(rest, lambda heard: self.tell(None if heard.phrase is None else heard.phrase + before))
