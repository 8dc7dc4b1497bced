"""Hearing one utterance: from the microphone until somebody has spoken, or for some seconds at most."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.int16]
RATE = 16_000
FRAME = 480
"""Samples, 30 ms: loudness is looked at so often."""
LEAST_SPEECH, PAUSE = 6, 27
"""Frames: so much speech in all is an utterance, and so long a silence after it is its end (0.8 s)."""
BEFORE, AFTER = 7, 10
"""Frames that are kept around what was said: speech begins and ends softly."""
ABOVE, HARDLY = 2.5, 120.0
"""Speech is so many times as loud as the hall, and by so much louder than nothing (of 32,767)."""
QUIET_PART = 0.2
"""The loudness that the hall itself has: a fifth of all frames are softer, even while somebody speaks."""


def arecord(device: str) -> tuple[str, ...]:
    """Return what records: alsa-utils, to a pipe and never to a file."""
    sound = ("-q", "-t", "raw", "-f", "S16_LE", "-c", "1", "-r", str(RATE))
    return ("arecord", "-D", device, *sound)


def one_utterance(command: Sequence[str], seconds: float) -> Samples | None:
    """Record until somebody has spoken, for so many seconds at most; None where nobody did.

    Raises OSError where nothing can be recorded.
    """
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        try:
            return utterance(islice(_frames(process.stdout), int(seconds * RATE / FRAME)))
        finally:
            process.kill()


def _frames(pipe: Any) -> Iterator[Samples]:
    """Yield what is recorded; raises OSError where that ends."""
    while True:
        raw = pipe.read(FRAME * 2)
        if len(raw) < FRAME * 2:
            raise OSError("the microphone gives nothing")
        yield np.frombuffer(raw, np.int16).copy()


def utterance(frames: Iterable[Samples]) -> Samples | None:
    """Listen until somebody has spoken and then paused, and return what was said; None where nobody spoke."""
    kept: list[Samples] = []
    loud: list[float] = []
    spoken: list[int] = []
    for number, frame in enumerate(frames):
        kept.append(frame)
        loud.append(loudness(frame))
        if loud[-1] > ABOVE * float(np.quantile(loud, QUIET_PART)) + HARDLY:
            spoken.append(number)
        if len(spoken) >= LEAST_SPEECH and number - spoken[-1] >= PAUSE:
            break
    said = None
    if len(spoken) >= LEAST_SPEECH:
        said = np.concatenate(kept[max(0, spoken[0] - BEFORE) : spoken[-1] + AFTER])
    forget(kept)
    return said


def loudness(frame: Samples) -> float:
    """Return the root of the mean square."""
    return float(np.sqrt(np.mean(np.square(frame, dtype=np.float64))))


def forget(sounds: Iterable[NDArray[Any]]) -> None:
    """Overwrite what was said: nothing of it stays in memory."""
    for sound in sounds:
        sound.fill(0)
