"""One utterance is cut out of what the microphone gives, and overwritten; Whisper chooses among names."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from kiosk.text import Language
from kiosk.voice.microphone import FRAME, RATE, Samples, arecord, one_utterance, utterance
from kiosk.voice.whisper_ear import WhisperEar, likeliest, nothing

CHANCE = np.random.default_rng(5)


def noise(seconds: float, loud: float) -> Iterator[Samples]:
    for _ in range(int(seconds * RATE / FRAME)):
        yield (CHANCE.standard_normal(FRAME) * loud).astype(np.int16)


def hall(*heard: tuple[float, float]) -> list[Samples]:
    return [frame for seconds, loud in heard for frame in noise(seconds, loud)]


def test_it_ends_a_moment_after_somebody_has_spoken_and_cuts_out_what_was_said() -> None:
    frames = hall((0.6, 60), (1.2, 3000), (5, 60))
    spoken = utterance(frames)
    assert spoken is not None and 1.5 < len(spoken) / RATE < 1.9
    assert not frames[80].any() and frames[100].any(), "so much was recorded"


def test_in_a_loud_hall_speech_is_what_is_louder() -> None:
    assert utterance(hall((5, 900))) is None
    spoken = utterance(hall((0.6, 900), (1.2, 6000), (5, 900)))
    assert spoken is not None and len(spoken) / RATE < 2


def test_silence_and_a_knock_are_nothing() -> None:
    assert utterance(hall((2, 0))) is None and utterance([]) is None
    assert utterance(hall((1, 60), (0.09, 9000), (2, 60))) is None


def test_what_was_said_is_overwritten() -> None:
    frames = hall((0.6, 60), (1.2, 3000), (1, 60))
    assert utterance(frames) is not None
    assert not any(frame.any() for frame in frames[:60]), "what came later was never recorded"


def recorder(code: str) -> tuple[str, ...]:
    return (sys.executable, "-c", f"import sys\n{code}")


def test_a_recorder_is_stopped_when_enough_was_heard() -> None:
    endless = "while True: sys.stdout.buffer.write(bytes(9600))"
    assert one_utterance(recorder(endless), 0.5) is None
    speech = "a = (b'\\x00\\x20' + b'\\x00\\xe0') * 12000"
    spoken = one_utterance(recorder(f"{speech}\nsys.stdout.buffer.write(bytes(19200) + a + bytes(99999))"), 8)
    assert spoken is not None and 1.2 < len(spoken) / RATE < 2.2


def test_no_microphone_is_an_error() -> None:
    assert arecord("hw:1")[:3] == ("arecord", "-D", "hw:1")
    with pytest.raises(OSError, match="gives nothing"):
        one_utterance(recorder("pass"), 1)
    with pytest.raises(OSError, match="nowhere"):
        one_utterance(("/nowhere/arecord",), 1)


# ------------------------------------------------------------------------------ among names


class FakeModel:
    """Hears what it is told to hear; where nothing is heard, all names seem alike."""

    def __init__(self, *weights: float) -> None:
        self.weights = list(weights)
        self.sounds: list[NDArray[np.float32]] = []
        self.tongues: list[str] = []

    def weigh(self, sound: NDArray[np.float32], names: Sequence[str], tongue: str) -> list[float]:
        self.sounds.append(sound)
        self.tongues.append(tongue)
        return [-5.0] * len(names) if len(sound) == len(nothing()) else self.weights


def test_the_likeliest_name_is_taken_and_the_sound_overwritten() -> None:
    spoken, model = np.full(480, 9000, np.int16), FakeModel(-4.0, -0.6, -3.0)
    read, over = list[int](), list[bool]()

    def reading() -> FakeModel:
        read.append(1)
        return model

    ear = WhisperEar({Language.ZH_CN: reading}, lambda seconds: spoken)
    for _ in range(2):
        heard = ear.hear(["返回", "换套餐", "找人"], Language.ZH_CN, 8, lambda: over.append(True))
        assert heard == "换套餐"
    assert over == [True, True] and read == [1]
    assert model.tongues == ["zh"] * 3, "names are weighed against nothing only once"
    assert not spoken.any() and not model.sounds[1].any()


def test_where_nobody_spoke_nothing_is_told() -> None:
    ear = WhisperEar({Language.ZH_CN: lambda: FakeModel(-5.0)}, lambda seconds: None)
    assert ear.hear(["返回"], Language.ZH_CN, 8, lambda: None) is None


@pytest.mark.parametrize(
    ("weights", "usual", "heard"),
    [
        ((-1.0, -4.0), (-5.0, -5.0), "Yes"),
        ((-1.0, -1.2), (-5.0, -5.0), ""),
        ((-5.0, -9.0), (-5.0, -5.0), ""),
        ((-1.0, -2.0), (-1.2, -7.0), "No"),
        ((-1.0,), (-5.0,), "Yes"),
    ],
)
def test_what_hardly_leads_or_hardly_fits_is_not_taken(
    weights: tuple[float, ...], usual: tuple[float, ...], heard: str
) -> None:
    assert likeliest(["Yes", "No"][: len(weights)], weights, usual) == heard


def test_one_name_that_stands_there_twice_is_no_rival_of_itself() -> None:
    assert likeliest(["Back", "Back", "Help"], (-1.0, -1.0, -5.0), (-5.0,) * 3) == "Back"
