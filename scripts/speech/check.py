"""scripts/check-voice: every sentence has its clip, no clip is of words that were changed, and no more."""

from __future__ import annotations

import sys
from collections import Counter

from kiosk.voice.clips import VOICES
from scripts.speech.store import wrongs
from scripts.speech.wanted import wanted

SHOWN = 20


def main() -> int:
    """Print what is wrong; 1 where anything is."""
    found = [(language, wrong) for language in VOICES for wrong in wrongs(wanted(language), language)]
    print(*(f"{language}: {wrong}" for language, wrong in found[:SHOWN]), sep="\n")
    counts = Counter(language for language, _ in found)
    print(f"{len(found)} problems with the clips {dict(counts) or ''}")
    print("scripts/voice --update renders what is missing." if found else "Every sentence has its clip.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
