"""The voice: Kokoro-82M v1.0 in ONNX, changed only so that it also tells how long each phoneme lasts."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import onnxruntime
from onnx import TensorProto, helper

from scripts.speech.polish import Said

FRAME = 600
"""Samples of one unit of duration."""
LONGEST = 508
"""Phonemes that the voices are given for."""


class Kokoro:
    """Says phonemes in one voice, a little at a time on one core: others need this machine too."""

    def __init__(self, model: Path, vocabulary: dict[str, int], voice: npt.NDArray[np.float32]) -> None:
        self._vocabulary, self._voice = vocabulary, voice
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            telling_durations(model), options, providers=["CPUExecutionProvider"]
        )

    def say(self, phonemes: str) -> Said:
        """Say phonemes; raises KeyError for one that the voice does not know."""
        tokens = [self._vocabulary[phoneme] for phoneme in phonemes]
        if len(tokens) > LONGEST:
            raise ValueError(f"too long for one breath: {phonemes}")
        inputs = {
            "tokens": np.array([[0, *tokens, 0]], dtype=np.int64),
            "style": self._voice[len(tokens) - 1][None],
            "speed": np.ones(1, dtype=np.float32),
        }
        sound, durations = self._session.run(["audio", DURATIONS], inputs)
        ends = np.cumsum(durations.ravel().astype(np.int64)) * FRAME
        return Said(sound.ravel(), ends[1:-1])


DURATIONS = "/encoder/Clip_output_0"


def telling_durations(model: Path) -> bytes:
    """Return the model with the duration of each phoneme as a second output."""
    graph = onnx.load(str(model))
    graph.graph.output.append(helper.make_tensor_value_info(DURATIONS, TensorProto.FLOAT, [1, None]))
    return bytes(graph.SerializeToString())
