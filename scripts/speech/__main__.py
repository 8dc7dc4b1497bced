"""scripts/voice: render what is missing, and drop what nobody says any more."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable

from kiosk.text import Language
from kiosk.voice.clips import VOICES
from scripts.speech import store
from scripts.speech.render import Renderer
from scripts.speech.wanted import Wanted, wanted


def main(arguments: list[str]) -> int:
    """Tell what is missing; with --update, render it. 1 where something is missing or came out oddly."""
    parser = argparse.ArgumentParser(prog="scripts/voice", description=__doc__)
    parser.add_argument("--update", action="store_true", help="render what is missing")
    parser.add_argument("--language", type=Language, choices=list(VOICES), action="append")
    parser.add_argument("--only", metavar="WORDS", nargs="+", help="render these again")
    options = parser.parse_args(arguments)
    left = 0
    for language in options.language or VOICES:
        words = wanted(language)
        missing = [words[one] for one in options.only or store.missing(words, language) if one in words]
        print(f"{language}: {len(words)} words or sentences, {len(missing)} to render", flush=True)
        if options.update or options.only:
            left += update(words, missing, language)
        else:
            left += len(missing)
    return 1 if left else 0


def update(words: dict[str, Wanted], missing: list[Wanted], language: Language) -> int:
    """Render a language and tidy up; return how many came out oddly."""
    odd = renderer(language).render(missing, teller(len(missing))) if missing else []
    for path in store.strays(words, language):
        path.unlink()
    store.list_up(words, language)
    print(*(f"odd, please listen: {one}" for one in odd), sep="\n")
    return len(odd)


def renderer(language: Language) -> Renderer:
    """Make the voice of a language ready; its libraries are loaded only here, where it has to speak."""
    from scripts.speech import sources  # noqa: PLC0415
    from scripts.speech.kokoro import Kokoro  # noqa: PLC0415
    from scripts.speech.phonemes import Phonemes  # noqa: PLC0415

    voice = Kokoro(sources.model(), sources.vocabulary(), sources.voice(VOICES[language]))
    return Renderer(language, Phonemes(language).of, voice.say)


def teller(of: int) -> Callable[[int], None]:
    """Return what tells how far the work has come, and how long the rest will take."""
    began, done = time.monotonic(), 0

    def tell(count: int) -> None:
        nonlocal done
        done += count
        minutes = (time.monotonic() - began) / 60
        print(f"{done} of {of}, {minutes * (of - done) / done:.0f} minutes left", flush=True)

    return tell


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
