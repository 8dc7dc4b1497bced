"""A small worker for tests: well behaved, or as its argument says. It answers with a short tone."""

from __future__ import annotations

import base64
import io
import json
import os
import subprocess
import sys
import time
import wave
from pathlib import Path


def tone(frames: int) -> str:
    memory = io.BytesIO()
    with wave.open(memory, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(22050)
        sound.writeframes(b"\x10\x20" * frames)
    return base64.b64encode(memory.getvalue()).decode()


def tell(**line: object) -> None:
    print(json.dumps(line), flush=True)


def before_reading(manner: str) -> None:
    if manner == "never-ready":
        time.sleep(60)
    if manner == "dies-at-once":
        sys.exit(1)
    if manner == "deaf":
        os.close(0)
    tell(ready=True)
    if manner == "deaf":
        time.sleep(60)


def main(manner: str, memory: str = "") -> None:
    before_reading(manner)
    for line in sys.stdin:
        asked = json.loads(line)
        if manner == "dies-once" and not Path(memory).exists():
            Path(memory).touch()
            os._exit(3)
        match manner:
            case "dies":
                os._exit(3)
            case "hangs":
                time.sleep(60)
            case "garbage":
                print("what?", flush=True)
            case "fails":
                tell(id=asked["id"], failed=True)
            case "answers-another":
                tell(id=asked["id"] + 7, wav=tone(20))
            case "child-hangs":
                os.spawnlp(os.P_NOWAIT, "sleep", "sleep", "60")
                time.sleep(60)
            case "garbage-and-a-child":
                subprocess.Popen(["sleep", "60"], stdout=os.open(memory, os.O_WRONLY))
                print("what?", flush=True)
            case _:
                tell(id=asked["id"], wav=tone(220))


main(*sys.argv[1:])
