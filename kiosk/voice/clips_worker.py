"""The process in which clips become sentences, with the live engine's process as its child.

It serves as `kiosk.voice.pyttsx3_worker --serve` does: JSON lines with sentences in, sound out.
"""

from __future__ import annotations

import sys

from kiosk.voice.clip_voice import ClipVoice
from kiosk.voice.live_voice import LiveVoice
from kiosk.voice.serving import answers_alone, serve


def main() -> int:
    """Serve until nobody asks any more."""
    answers = answers_alone()
    return serve(ClipVoice(LiveVoice()), sys.stdin.buffer, answers)


if __name__ == "__main__":  # pragma: no cover
    sys.exit(main())
