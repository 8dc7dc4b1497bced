"""The voice: Kokoro-82M v1.0 in ONNX, changed only to tell how long each phoneme lasts."""

from __future__ import annotations

from collections.abc import Sequence
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
PAUSE = 6
"""Units that the mark at the end of a line lasts at least, so that no word runs into the next one."""


class Kokoro:
    """Says phonemes in one voice, a little at a time on one core: others need this machine too."""

    def __init__(self, model: Path, vocabulary: dict[str, int], voice: npt.NDArray[np.float32]) -> None:
        self._vocabulary, self._voice = vocabulary, voice
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            with_durations(model), options, providers=["CPUExecutionProvider"]
        )

    def say(self, lines: Sequence[str]) -> Said:
        """Say lines of phonemes in one breath with pauses between; KeyError for one that is not known."""
        tokens = [self._vocabulary[phoneme] for phoneme in " ".join(lines)]
        if len(tokens) > LONGEST:
            raise ValueError(f"too long for one breath: {lines}")
        last = np.cumsum([len(line) + 1 for line in lines]) - 1  # counted with the silence in front
        shortest = np.zeros((1, len(tokens) + 2), dtype=np.float32)
        shortest[0, last] = PAUSE
        inputs = {
            "tokens": np.array([[0, *tokens, 0]], dtype=np.int64),
            "style": self._voice[len(tokens) - 1][None],
            "speed": np.ones(1, dtype=np.float32),
            "shortest": shortest,
        }
        sound, durations = self._session.run(["audio", "lasting"], inputs)
        ends = np.cumsum(durations.ravel().astype(np.int64)) * FRAME
        return Said(sound.ravel(), tuple(int(end) for end in ends[last]))


def with_durations(model: Path) -> bytes:
    """Return the model with its durations as a second output, and the shortest ones as an input."""
    whole = onnx.load(str(model))
    graph = whole.graph
    (cast,) = (node for node in graph.node if node.name == "/encoder/Cast")
    longer = helper.make_node("Max", [cast.input[0], "shortest"], ["lasting"], name="lasting")
    cast.input[0] = "lasting"
    graph.node.insert(list(graph.node).index(cast), longer)
    graph.input.append(helper.make_tensor_value_info("shortest", TensorProto.FLOAT, [1, "sequence_length"]))
    graph.output.append(helper.make_tensor_value_info("lasting", TensorProto.FLOAT, [1, "sequence_length"]))
    return bytes(whole.SerializeToString())
