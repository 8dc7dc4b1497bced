"""Rendering what is missing: many words in one breath, cut apart where the model says that each begins.

A word alone is said oddly, and with more than a second of silence around it; among others it is said as in a
sentence. What was written stays if the work is broken off, and is not rendered again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.text import Language
from kiosk.voice.clips import CLIPS, file_of
from scripts.speech.polish import (
    LOUDNESS,
    RATE,
    Said,
    Sound,
    cut,
    hiss_cut,
    is_whole,
    levelled,
    loudness,
    trimmed,
    write,
)
from scripts.speech.wanted import Wanted

BREATH, MOST = 160, 14
"""Phonemes and words that are said in one breath; the voices are at their best between 100 and 200."""
QUICKEST, SLOWEST = 0.025, 0.25
"""Seconds a phoneme: a sound outside is cut wrongly, and rendered alone."""
SONORANT = frozenset("aæɑɐɒɔəɚɛɜeɪiᵻɨʊuʌoɤɯyøœAIOQWYᵊnmŋlɹɻjwɥ")
FAINT = 4.0
"""Decibels below the others: so soft a sound is only a part of its words."""


@dataclass(frozen=True)
class Line:
    """Words with their phonemes, mark and all."""

    words: str
    phonemes: str

    @property
    def begins_with_a_tone(self) -> bool:
        """Whether it begins with a vowel, a nasal or a glide, so that no hiss belongs before it."""
        return self._heard[:1] in SONORANT

    @property
    def ends_with_a_tone(self) -> bool:
        """Whether no hiss belongs after it."""
        return self._heard[-1:] in SONORANT

    @property
    def _heard(self) -> str:
        return "".join(sign for sign in self.phonemes if sign.isalpha() and sign not in "ˈˌː")


class Renderer:
    """Renders one language: `spell` gives the phonemes of words, `say` their sound."""

    def __init__(
        self,
        language: Language,
        spell: Callable[[str], str],
        say: Callable[[Sequence[str]], Said],
        folder: Path = CLIPS,
    ) -> None:
        self._language, self._spell, self._say, self._folder = language, spell, say, folder

    def render(self, wanted: Sequence[Wanted], tell: Callable[[int], None]) -> list[str]:
        """Render these and return the words that came out oddly; `tell` hears how many are done."""
        odd: list[str] = []
        for breath in breaths(self._line(one) for one in wanted):
            for line, said in zip(breath, self._said(breath), strict=True):
                sound = polished(line, said)
                if not (is_whole(said) and is_sane(line, sound)):
                    sound = polished(line, self._said([line])[0])
                    odd += [] if is_sane(line, sound) else [line.words]
                part = file_of(line.words, self._language, self._folder).with_suffix(".part")
                write(sound, part)
                part.rename(part.with_suffix(".opus"))
            tell(len(breath))
        return odd

    def _line(self, one: Wanted) -> Line:
        return Line(one.words, self._spell(one.words + one.mark).strip())

    def _said(self, breath: Sequence[Line]) -> list[Sound]:
        said = self._say([line.phonemes for line in breath])
        return list(cut(said.sound, said.ends))


def breaths(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Gather lines until a breath is full."""
    breath: list[Line] = []
    for line in lines:
        length = sum(len(other.phonemes) + 1 for other in breath) + len(line.phonemes)
        if breath and (length > BREATH or len(breath) == MOST):
            yield breath
            breath = []
        breath.append(line)
    if breath:
        yield breath


def polished(line: Line, said: Sound) -> Sound:
    """Cut off what belongs to the words beside these, and the silence, and level the sound."""
    own = hiss_cut(said, before=line.begins_with_a_tone, after=line.ends_with_a_tone)
    return levelled(trimmed(own))


def is_sane(line: Line, sound: Sound) -> bool:
    """Tell whether a sound can be heard, and lasts about as long as its phonemes should."""
    lasts = QUICKEST < len(sound) / RATE / max(4, len(line.phonemes)) < SLOWEST
    return lasts and loudness(sound) > LOUDNESS - FAINT
