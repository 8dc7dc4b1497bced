"""Sound for the ear: clips joined to a sentence, faster or slower at the same pitch, louder or softer."""

from __future__ import annotations

import io
import wave
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import soundfile

Sound = npt.NDArray[np.float32]

RATE = 24_000
"""Samples a second, of every clip."""
FRAME = 720
"""Samples of one frame of a change of speed: 30 ms, which holds several waves of any voice."""
HOP, SEEK, THIN = FRAME // 2, 200, 2
"""Samples from frame to frame, how far a frame may be moved, and in which steps a place for it is sought."""
WINDOW = np.hanning(FRAME + 1)[:-1].astype(np.float32)


class NotThere(Exception):  # noqa: N818 - it reads as what it says
    """A clip is missing or broken."""


def clip(path: Path) -> Sound:
    """Read one clip; raises NotThere."""
    try:
        sound, rate = soundfile.read(path, dtype="float32")
    except (OSError, RuntimeError) as error:
        raise NotThere from error
    if rate != RATE or sound.ndim != 1:
        raise NotThere
    return np.asarray(sound, dtype=np.float32)


def joined(parts: Iterable[tuple[Sound, float]]) -> Sound:
    """Join sounds, each followed by so many seconds of silence."""
    pieces: list[Sound] = []
    for sound, pause in parts:
        pieces += [sound, silence(pause)]
    return np.concatenate(pieces)


def silence(seconds: float) -> Sound:
    """Return nothing to hear, for so long."""
    return np.zeros(round(seconds * RATE), np.float32)


def at_speed(sound: Sound, speed: float) -> Sound:
    """Return a sound that lasts 1/speed as long, at the same pitch (WSOLA: Verhelst and Roelands, 1993).

    Frames of the sound overlap by half; each is taken from where it best continues the one before.
    """
    if speed == 1.0 or not len(sound):
        return sound
    length = round(len(sound) / speed)
    source = np.pad(sound, (HOP + SEEK, 3 * FRAME + SEEK))
    said = np.zeros(length + 2 * FRAME, np.float32)
    place = SEEK
    for start in range(0, length + HOP, HOP):
        near = max(SEEK, round((start - HOP) * speed) + HOP + SEEK)
        place = near if start == 0 else _best_place(source, place + HOP, near)
        said[start : start + FRAME] += source[place : place + FRAME] * WINDOW
    return said[HOP : HOP + length]


def _best_place(source: Sound, natural: int, near: int) -> int:
    """Return where, within SEEK of `near`, the source is most like what would naturally follow."""
    region = source[near - SEEK : near + SEEK + FRAME : THIN]
    wanted = source[natural : natural + FRAME : THIN]
    likeness = np.correlate(region, wanted, "valid")
    energy = np.cumsum(np.concatenate((np.zeros(1, np.float32), region * region)))
    strength = np.sqrt(np.maximum(energy[len(wanted) :] - energy[: -len(wanted)], 1e-9))
    return near - SEEK + THIN * int(np.argmax(likeness / strength))


def wav_of(sound: Sound, volume: float) -> bytes:
    """Return the bytes of a WAV file; `volume` goes from 0 to 1."""
    memory = io.BytesIO()
    with wave.open(memory, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((np.clip(sound * volume, -1, 1) * 32_767).astype("<i2").tobytes())
    return memory.getvalue()
