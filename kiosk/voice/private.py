"""What is for one visitor's ears never sounds for everybody: a gate before the engine that speaks."""

from __future__ import annotations

import threading
from collections.abc import Callable

from kiosk.text import Hearing
from kiosk.voice.ports import Heard, Speaker, Utterance


class PrivateSpeaker:
    """Lets what was written for headphones through while they are in; pulled out, it is silent at once.

    `hear` may be called from any thread, so that silence does not wait for a window that is busy.
    """

    def __init__(self, speaker: Speaker) -> None:
        self._speaker = speaker
        self._plugged = False
        self._lock = threading.RLock()

    def hear(self, plugged: bool) -> None:
        """Notice that headphones are in, or out."""
        with self._lock:
            was, self._plugged = self._plugged, plugged
            if was and not plugged:
                self._speaker.stop()

    def speak(self, utterance: Utterance, heard: Callable[[Heard], None]) -> None:
        """Say it, where nobody hears it whom it is not for; else be silent."""
        with self._lock:
            if self._plugged or utterance.hearing is Hearing.SPEAKER:
                self._speaker.speak(utterance, heard)
            else:
                self._speaker.stop()

    def stop(self) -> None:
        """Be silent."""
        self._speaker.stop()

    def close(self) -> None:
        """Be silent and give everything back."""
        self._speaker.close()
