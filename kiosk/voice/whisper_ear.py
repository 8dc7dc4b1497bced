"""The process in which Whisper listens: of all that may be said, it tells what was most likely said.

It needs `faster-whisper`, which a hall installs itself, and a model in a folder (docs/speaking.md). Some
names seem likely to Whisper whatever is heard, so each is weighed against how likely it seems where nothing
is. What hardly leads or hardly fits is not taken: the kiosk asks again.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from kiosk.text import Language
from kiosk.voice.ear import serve_ear
from kiosk.voice.microphone import RATE, Samples, arecord, forget, one_utterance
from kiosk.voice.serving import answers_alone

TONGUES = {Language.ZH_CN: "zh", Language.ZH_HK: "zh", Language.EN: "en"}
USUAL = 0.7
"""How much counts how likely a name seems where nothing is heard."""
LEAST_LEAD, LEAST_GAIN = 0.8, 0.0
"""How far the best name must lead, and what it must gain by what is heard (mean log-probabilities)."""
MOST_AT_ONCE = 16
"""Names weighed together; more would only need more memory."""


class Model(Protocol):
    """What a model must be able to do."""

    def weigh(self, sound: NDArray[np.float32], names: Sequence[str], tongue: str) -> list[float]:
        """Tell how likely each name is what is heard, as the mean log-probability of its tokens."""


class WhisperEar:
    """Listens at a microphone; meanwhile it reads its model, and weighs the names where nothing is heard."""

    def __init__(
        self,
        models: Mapping[Language, Callable[[], Model]],
        record: Callable[[float], Samples | None],
    ) -> None:
        self._models, self._record = models, record
        self._read: dict[Language, Model] = {}
        self._usual: dict[tuple[Language, str], float] = {}
        self._beside = ThreadPoolExecutor(1)

    def hear(
        self, phrases: Sequence[str], language: Language, seconds: float, over: Callable[[], None]
    ) -> str | None:
        """Return the phrase that was said, "" where it is not sure, None where nobody spoke (see `Ear`)."""
        ready = self._beside.submit(self._make_ready, phrases, language)
        spoken = self._record(seconds)
        if spoken is None:
            return None
        over()
        sound = spoken.astype(np.float32) / np.float32(32768)
        try:
            model, usual = ready.result()
            return likeliest(phrases, model.weigh(sound, phrases, TONGUES[language]), usual)
        finally:
            forget((spoken, sound))

    def _make_ready(self, phrases: Sequence[str], language: Language) -> tuple[Model, list[float]]:
        """Return the model, and how likely each name seems to it where nothing is heard."""
        if language not in self._read:
            self._read[language] = self._models[language]()
        model = self._read[language]
        new = [phrase for phrase in dict.fromkeys(phrases) if (language, phrase) not in self._usual]
        if new:
            weights = model.weigh(nothing(), new, TONGUES[language])
            self._usual |= {(language, name): weight for name, weight in zip(new, weights, strict=True)}
        return model, [self._usual[language, phrase] for phrase in phrases]


def nothing() -> NDArray[np.float32]:
    """Return two seconds of faint noise."""
    return np.random.default_rng(0).normal(0, 1e-4, 2 * RATE).astype(np.float32)


def likeliest(phrases: Sequence[str], weights: Sequence[float], usual: Sequence[float]) -> str:
    """Return the phrase that gains most by what is heard, where it leads clearly, else ""."""
    gains = [weight - USUAL * before for weight, before in zip(weights, usual, strict=True)]
    best = max(range(len(phrases)), key=gains.__getitem__)
    others = [gain for phrase, gain in zip(phrases, gains, strict=True) if phrase != phrases[best]]
    lead = gains[best] - max(others, default=-100.0)
    return phrases[best] if lead >= LEAST_LEAD and gains[best] >= LEAST_GAIN else ""


class FasterWhisper:  # pragma: no cover - the library and its model are the hall's to install
    """A Whisper model of faster-whisper, with forced choice among names."""

    def __init__(self, folder: str) -> None:
        import ctranslate2  # type: ignore[import-not-found]  # noqa: PLC0415 - heavy, and a hall's choice
        from faster_whisper import WhisperModel  # type: ignore[import-not-found]  # noqa: PLC0415
        from faster_whisper.tokenizer import Tokenizer  # type: ignore[import-not-found]  # noqa: PLC0415

        self._storage, self._tokenizer = ctranslate2.StorageView.from_array, Tokenizer
        self._model: Any = WhisperModel(folder, device="cpu", compute_type="int8", local_files_only=True)

    def weigh(self, sound: NDArray[np.float32], names: Sequence[str], tongue: str) -> list[float]:
        """Read the sound once, and weigh every name against it."""
        tokenizer = self._tokenizer(self._model.hf_tokenizer, True, task="transcribe", language=tongue)
        start = [*tokenizer.sot_sequence, tokenizer.no_timestamps]
        frames = (int((len(sound) / RATE + 0.6) * 100) // 2) * 2
        features = self._model.feature_extractor(sound)
        features = np.pad(features, ((0, 0), (0, max(0, frames - features.shape[1]))))[:, :frames]
        read = self._model.model.encode(self._storage(np.ascontiguousarray(features[None], np.float32)))
        seen, weights = np.array(read), list[float]()
        space = " " if tongue == "en" else ""
        for first in range(0, len(names), MOST_AT_ONCE):
            some = [tokenizer.encode(space + name) for name in names[first : first + MOST_AT_ONCE]]
            copies = self._storage(np.ascontiguousarray(np.repeat(seen, len(some), 0)))
            aligned = self._model.model.align(copies, start, some, [frames // 2] * len(some))
            weights += [float(np.mean(np.log(np.maximum(a.text_token_probs, 1e-9)))) for a in aligned]
        return weights


def main() -> int:  # pragma: no cover - see FasterWhisper
    """Serve: the microphone, then language=folder of each model."""
    answers = answers_alone()
    device, *named = sys.argv[1:]
    folders = dict(name.split("=", 1) for name in named)
    models = {Language(name): partial(FasterWhisper, folder) for name, folder in folders.items()}
    ear = WhisperEar(models, partial(one_utterance, arecord(device)))
    return serve_ear(ear, sys.stdin.buffer, answers)


if __name__ == "__main__":  # pragma: no cover
    sys.exit(main())
