"""From words to the phonemes that Kokoro was taught, by misaki; it asks espeak-ng about English."""

from __future__ import annotations

import logging
import re
from types import SimpleNamespace

import jieba
from misaki import espeak, zh

from kiosk.text import Language

LATIN = re.compile(r"([A-Za-z][A-Za-z' .,]*)")


class Phonemes:
    """Spells words for one language; Latin words among Han are said in English by the Mandarin voice."""

    def __init__(self, language: Language) -> None:
        jieba.setLogLevel(logging.ERROR)
        self._language = language
        self._mandarin = zh.ZHG2P()
        self._english = espeak.EspeakFallback(british=True)

    def of(self, words: str) -> str:
        """Return the phonemes of words that `pronounce` has respelled."""
        if self._language is Language.EN:
            return self._in_english(words)
        runs = [run for run in LATIN.split(words) if run]
        return " ".join(self._in_english(run) if LATIN.match(run) else self._mandarin(run)[0] for run in runs)

    def _in_english(self, words: str) -> str:
        return str(self._english(SimpleNamespace(text=words.strip()))[0])
