"""Clips are joined and stretched: length by the rate, pitch unchanged, no click where sounds meet."""

from __future__ import annotations

import io
import wave
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.comfort import SPEECH_RATES
from kiosk.voice.weaving import RATE, NotThere, Sound, at_speed, clip, joined, silence, wav_of


def tone(seconds: float, pitch: float = 200.0) -> Sound:
    """Make a sound with overtones, like a voice that holds one note."""
    time = np.arange(round(seconds * RATE)) / RATE
    overtones = sum(np.sin(2 * np.pi * pitch * n * time) / n for n in range(1, 8))
    return np.asarray(0.2 * overtones, dtype=np.float32)


def pitch_of(sound: Sound) -> float:
    """Measure the pitch by the strongest line of the spectrum."""
    spectrum = np.abs(np.fft.rfft(sound * np.hanning(len(sound)), 8 * len(sound)))
    return float(np.argmax(spectrum)) * RATE / (8 * len(sound))


@pytest.mark.parametrize("rate", SPEECH_RATES)
@pytest.mark.parametrize("pitch", [110.0, 210.0, 330.0])
def test_the_rate_changes_the_length_and_not_the_pitch(rate: float, pitch: float) -> None:
    """Accessibility requirement 11: pitch within 3 %."""
    sound = at_speed(tone(1.0, pitch), rate)
    assert len(sound) == pytest.approx(RATE / rate, abs=2)
    assert pitch_of(sound[1000:-1000]) == pytest.approx(pitch, rel=0.03)


@pytest.mark.parametrize("rate", SPEECH_RATES)
def test_a_stretched_sound_is_as_loud_and_does_not_click(rate: float) -> None:
    before, after = tone(1.0), at_speed(tone(1.0), rate)[500:-500]
    assert np.sqrt((after**2).mean()) == pytest.approx(np.sqrt((before**2).mean()), rel=0.05)
    assert np.abs(np.diff(after)).max() < 1.3 * np.abs(np.diff(before)).max()


@settings(deadline=None, max_examples=50)
@given(st.integers(0, 4000), st.sampled_from(SPEECH_RATES))
def test_any_sound_can_be_stretched(length: int, rate: float) -> None:
    sound = at_speed(np.full(length, 0.5, np.float32), rate)
    assert len(sound) == round(length / rate)
    assert np.abs(sound).max(initial=0) <= 0.51


def test_sounds_are_joined_with_their_pauses() -> None:
    whole = joined([(tone(0.1), 0.2), (tone(0.1), 0.0)])
    assert len(whole) == round(0.4 * RATE)
    assert not whole[2400:7200].any()
    assert len(silence(0.5)) == RATE // 2


def test_volume_is_what_the_ear_gets() -> None:
    with wave.open(io.BytesIO(wav_of(np.ones(100, np.float32), 0.5))) as sound:
        assert (sound.getframerate(), sound.getnchannels(), sound.getsampwidth()) == (RATE, 1, 2)
        samples = np.frombuffer(sound.readframes(100), "<i2")
    assert set(samples.tolist()) == {16383}


def test_a_clip_is_read_from_opus(tmp_path: Path) -> None:
    path = tmp_path / "one.opus"
    soundfile.write(path, tone(0.5), RATE, format="OGG", subtype="OPUS")
    assert len(clip(path)) == RATE // 2


@pytest.mark.parametrize("broken", ["missing", "no sound", "another rate", "stereo"])
def test_a_broken_clip_is_not_there(tmp_path: Path, broken: str) -> None:
    path = tmp_path / "one.opus"
    if broken == "no sound":
        path.write_bytes(b"OggS, or so it says")
    elif broken != "missing":
        sound = np.zeros((4800, 2 if broken == "stereo" else 1), np.float32)
        rate = 48_000 if broken == "another rate" else RATE
        soundfile.write(path, sound, rate, format="OGG", subtype="OPUS")
    with pytest.raises(NotThere):
        clip(path)
