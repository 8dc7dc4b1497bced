"""scripts/check-voice: every sentence has its clip, no clip is of words that were changed, and no more."""

from __future__ import annotations

import argparse
import sys
from collections import Counter

from kiosk.text import Language
from kiosk.voice.clips import VOICES
from scripts.speech.store import missing, wrongs
from scripts.speech.wanted import wanted

SHOWN = 20


def main(arguments: list[str]) -> int:
    """Print what is wrong; 1 where anything is."""
    parser = argparse.ArgumentParser(prog="scripts/check-voice", description=__doc__)
    told = "a language that is still being rendered: its missing clips are counted, and no fault"
    parser.add_argument(
        "--may-lack", metavar="LANGUAGE", type=Language, action="append", default=[], help=told
    )
    lenient = parser.parse_args(arguments).may_lack
    words = {language: wanted(language) for language in VOICES}
    found = [
        (language, wrong)
        for language, some in words.items()
        for wrong in wrongs(some, language, lacking=language in lenient)
    ]
    print(*(f"{language}: {wrong}\n" for language, wrong in found[:SHOWN]), sep="", end="")
    for language, some in words.items():
        print(f"{language}: {len(some) - len(missing(some, language))} of {len(some)} have their clip")
    counts = Counter(str(language) for language, _ in found)
    print(f"{len(found)} problems with the clips {dict(counts) or ''}".rstrip())
    if found:
        print("scripts/voice --update renders what is missing and drops what nobody says any more.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
