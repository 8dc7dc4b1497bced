"""From what the model says to a clip: cut out, without silence around it, as loud as all, in Opus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
import soundfile

Sound = npt.NDArray[np.float32]
RATE = 24_000
STEP = RATE // 200
"""Samples of 5 ms, in which loudness is looked at."""
QUIET = 40.0
"""Decibels below the loudest step: what is softer, at either end, is silence."""
BEFORE, AFTER = 0.015, 0.04
"""Seconds that are left of the silence before and after."""
FADE = 0.004
TONE, HISS, FAINT = RATE // 100, 0.2, 30.0
"""Samples in which tone is told from hiss; crossings of zero a sample, from which on it is hiss; how far
below the loudest a tone may lie, in decibels."""
RINGS = 0.03
"""Seconds after the last tone in which a sound fades where hiss is cut off."""
LOUDNESS, LOUDEST = -20.0, 0.85
"""Decibels below full scale of the loud steps, and the highest sample."""
SHORT, MOST = 1.0, 3.0
"""Seconds, and decibels by which a shorter sound is changed at most: some syllables are soft by nature."""
NATURAL = -17.7
"""Decibels at which the voices speak by themselves (the median of 354 sentences)."""
OPUS_24_KBIT = 0.928
"""The compression level at which libsndfile gives Opus 24 kbit/s for one channel: (256 - 24) / (256 - 6)."""
SEARCH = (0.12, 0.04)
"""Seconds before and after the end of a line in which the quietest moment is looked for, to cut there.

They lie in the pause: a little later there may be a silence inside the next word, before its b, d, p or t.
"""
EDGE = 25.0
"""Decibels below the loudest step: what is louder at either end runs on beyond the cut."""


@dataclass(frozen=True)
class Said:
    """Several lines said in one breath, and where in it each of them ends, in samples."""

    sound: Sound
    ends: tuple[int, ...]


def in_steps(sound: Sound, step: int) -> Sound:
    """Cut a sound into rows of so many samples; what is left over at its end is left out."""
    return sound[: len(sound) // step * step].reshape(-1, step)


def decibels(sound: Sound, step: int = STEP) -> npt.NDArray[np.float64]:
    """Return the loudness of each step."""
    power = (in_steps(sound, step).astype(np.float64) ** 2).mean(1)
    return np.asarray(10 * np.log10(power + 1e-12))


def loudness(sound: Sound) -> float:
    """Return the loudness of what is loud in a sound, in decibels."""
    loud = decibels(sound)
    return float(10 * np.log10((10 ** (loud[loud > loud.max() - 25] / 10)).mean()))


def trimmed(sound: Sound) -> Sound:
    """Cut the silence off both ends, and let the edges swell and fade, so that nothing clicks."""
    loud = decibels(sound)
    heard = np.flatnonzero(loud > loud.max() - QUIET)
    first = max(0, heard[0] * STEP - round(BEFORE * RATE))
    last = min(len(sound), (heard[-1] + 1) * STEP + round(AFTER * RATE))
    kept = sound[first:last].copy()
    edge = np.linspace(0, 1, round(FADE * RATE), dtype=np.float32)
    kept[: len(edge)] *= edge
    kept[-len(edge) :] *= edge[::-1]
    return kept


def hiss_cut(sound: Sound, *, before: bool, after: bool) -> Sound:
    """Cut off the hiss before the first tone, or after the last: the voice ran into a word beside it."""
    signs, loud = np.signbit(in_steps(sound, TONE)), decibels(sound, TONE)
    crossings = (signs[:, 1:] != signs[:, :-1]).mean(1)
    tones = np.flatnonzero((crossings < HISS) & (loud > loud.max() - FAINT))
    if not len(tones):
        return sound
    first = max(0, tones[0] * TONE - round(BEFORE * RATE)) if before else 0
    if not after:
        return sound[first:]
    kept = sound[first : (tones[-1] + 1) * TONE + round(RINGS * RATE)].copy()
    kept[-round(RINGS * RATE) :] *= np.linspace(1, 0, round(RINGS * RATE), dtype=np.float32)
    return kept


def levelled(sound: Sound) -> Sound:
    """Bring a sound to the loudness of all the others, without clipping."""
    level = loudness(sound)
    if len(sound) < SHORT * RATE:
        level = min(max(level, NATURAL - MOST), NATURAL + MOST)
    gain = min(10 ** ((LOUDNESS - level) / 20), LOUDEST / max(1e-6, float(np.abs(sound).max())))
    return np.asarray(sound * gain, dtype=np.float32)


def cut(sound: Sound, ends: Sequence[int]) -> Iterator[Sound]:
    """Cut a sound near these samples, each time at its quietest moment; the last end is the sound's own."""
    places = [0, *(quietest(sound, end) for end in ends[:-1]), len(sound)]
    return (sound[begin:end] for begin, end in pairwise(places))


def is_whole(sound: Sound) -> bool:
    """Tell whether a sound begins and ends in silence, so that nothing was cut through."""
    loud = decibels(sound)
    return bool(max(loud[0], loud[-1]) < loud.max() - EDGE)


def quietest(sound: Sound, near: int) -> int:
    """Return the quietest moment around a sample."""
    first = max(0, near - round(SEARCH[0] * RATE)) // STEP
    loud = decibels(sound[first * STEP : near + round(SEARCH[1] * RATE)])
    return (first + int(np.argmin(loud))) * STEP + STEP // 2


def write(sound: Sound, path: Path) -> None:
    """Write a clip."""
    path.parent.mkdir(parents=True, exist_ok=True)
    soundfile.write(path, sound, RATE, format="OGG", subtype="OPUS", compression_level=OPUS_24_KBIT)
