"""The process in which Whisper listens: of all that may be said, it tells what was most likely said.

It needs `faster-whisper`, which a hall installs itself, and a model in a folder (docs/speaking.md). A name
that fits hardly better than another, or much worse than free speech would, is not taken: it asks again.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from kiosk.text import Language
from kiosk.voice.ear import serve_ear
from kiosk.voice.microphone import RATE, Samples, arecord, forget, one_utterance
from kiosk.voice.serving import answers_alone

TONGUES = {Language.ZH_CN: "zh", Language.ZH_HK: "zh", Language.EN: "en"}
LEAST_LEAD, MOST_BEHIND = 0.35, 3.2
"""Mean log-probabilities of a sign: how far the best name must lead, and may be behind free speech."""
MOST_AT_ONCE = 16
"""Names weighed together; more would only need more memory."""


class Model(Protocol):
    """What a model must be able to do."""

    def weigh(self, sound: NDArray[np.float32], names: Sequence[str], tongue: str) -> Weighed:
        """Tell how likely each name is what is heard, and how likely the likeliest words are."""


Weighed = tuple[list[float], float]
"""The mean log-probability of a sign, for each name and for free speech."""


class WhisperEar:
    """Listens at a microphone; models are read at the first word, while it already records."""

    def __init__(
        self,
        models: Mapping[Language, Callable[[], Model]],
        record: Callable[[float], Samples | None],
    ) -> None:
        self._models, self._record = models, record
        self._read: dict[Language, Model] = {}

    def hear(self, phrases: Sequence[str], language: Language, seconds: float) -> str | None:
        """Return the phrase that was said, "" where it is not sure, None where nobody spoke."""
        spoken = self._record(seconds)
        if spoken is None:
            return None
        sound = spoken.astype(np.float32) / np.float32(32768)
        try:
            if language not in self._read:
                self._read[language] = self._models[language]()
            return likeliest(phrases, self._read[language].weigh(sound, phrases, TONGUES[language]))
        finally:
            forget((spoken, sound))


def likeliest(phrases: Sequence[str], weighed: Weighed) -> str:
    """Return the phrase that leads clearly and is likely enough, else ""."""
    weights, free = weighed
    best = max(range(len(phrases)), key=weights.__getitem__)
    others = [weight for phrase, weight in zip(phrases, weights, strict=True) if phrase != phrases[best]]
    lead = weights[best] - max(others, default=-100.0)
    return phrases[best] if lead >= LEAST_LEAD and free - weights[best] <= MOST_BEHIND else ""


class FasterWhisper:  # pragma: no cover - the library and its model are the hall's to install
    """A Whisper model of faster-whisper, with forced choice among names."""

    def __init__(self, folder: str) -> None:
        import ctranslate2  # type: ignore[import-not-found]  # noqa: PLC0415 - heavy, and a hall's choice
        from faster_whisper import WhisperModel  # type: ignore[import-not-found]  # noqa: PLC0415
        from faster_whisper.tokenizer import Tokenizer  # type: ignore[import-not-found]  # noqa: PLC0415

        self._storage, self._tokenizer = ctranslate2.StorageView.from_array, Tokenizer
        self._model: Any = WhisperModel(folder, device="cpu", compute_type="int8", local_files_only=True)

    def weigh(self, sound: NDArray[np.float32], names: Sequence[str], tongue: str) -> Weighed:
        """Read the sound once, and weigh every name against it."""
        tokenizer = self._tokenizer(self._model.hf_tokenizer, True, task="transcribe", language=tongue)
        start = [*tokenizer.sot_sequence, tokenizer.no_timestamps]
        frames = (int((len(sound) / RATE + 0.6) * 100) // 2) * 2
        features = self._model.feature_extractor(sound)
        features = np.pad(features, ((0, 0), (0, max(0, frames - features.shape[1]))))[:, :frames]
        read = self._model.model.encode(self._storage(np.ascontiguousarray(features[None], np.float32)))
        free = self._model.model.generate(read, [start], beam_size=1, max_length=24, return_scores=True)[0]
        seen, weights = np.array(read), []
        space = " " if tongue == "en" else ""
        for first in range(0, len(names), MOST_AT_ONCE):
            some = [tokenizer.encode(space + name) for name in names[first : first + MOST_AT_ONCE]]
            copies = self._storage(np.ascontiguousarray(np.repeat(seen, len(some), 0)))
            aligned = self._model.model.align(copies, start, some, [frames // 2] * len(some))
            weights += [float(np.mean(np.log(np.maximum(a.text_token_probs, 1e-9)))) for a in aligned]
        return weights, float(free.scores[0])


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
