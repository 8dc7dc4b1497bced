"""The voice made of clips: it says a sentence if all its words have clips, else the live engine does."""

from __future__ import annotations

from pathlib import Path

from kiosk.text import Language
from kiosk.voice.clips import CLIPS, Part, file_of, parts_of, words_with_a_clip
from kiosk.voice.ports import Phrase
from kiosk.voice.serving import NoVoice, Voice
from kiosk.voice.speakers import seconds_of
from kiosk.voice.weaving import NotThere, Sound, at_speed, clip, joined, silence, wav_of


class ClipVoice:
    """Says a sentence in clips or leaves it to the live engine, whole: never two voices in one sentence."""

    def __init__(self, live: Voice, folder: Path = CLIPS) -> None:
        self._live, self._folder = live, folder
        self._known = {language: words_with_a_clip(language, folder) for language in Language}

    def wav(self, text: str, language: Language, rate: float, volume: float) -> bytes:
        """Return the sound of a sentence; silence for as long as it lasts where no engine can say it.

        One sentence that cannot be said must not bring the others down; its caption stands meanwhile.
        """
        parts = parts_of(text, self._known[language])
        try:
            if parts is not None:
                return wav_of(at_speed(self._woven(parts, language), rate), volume)
        except NotThere:
            pass
        try:
            return self._live.wav(text, language, rate, volume)
        except NoVoice:
            return wav_of(silence(seconds_of(Phrase(text, text), rate)), volume)

    def _woven(self, parts: tuple[Part, ...], language: Language) -> Sound:
        return joined((clip(file_of(part.words, language, self._folder)), part.pause) for part in parts)
