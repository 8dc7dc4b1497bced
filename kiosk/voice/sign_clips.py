"""Clips of sign language in a folder of the hall (docs/signs.md).

    python -m kiosk.voice.sign_clips zh_CN [FOLDER]

lists every sentence with the name of its clip, those that the folder lacks when one is named.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

from kiosk.catalogues import Catalogue, words_of
from kiosk.text import Language
from kiosk.voice.ports import SignClips

SIGNED_AS = {Language.ZH_CN: ("zh_CN",), Language.ZH_HK: ("zh_HK", "zh_CN"), Language.EN: ("en",)}
"""Whose clips are shown, the best first: in Guangdong people sign as in the rest of the mainland."""


def name_of(message: str) -> str:
    """Return the name of the clip of a sentence: sixteen hexadecimal digits of its msgid's SHA-256."""
    return f"{hashlib.sha256(message.encode()).hexdigest()[:16]}.webp"


class NoSignClips:
    """A hall without clips."""

    any = False

    def clip_for(self, message: str, language: Language) -> Path | None:
        """Return nothing."""
        return None


class FolderOfClips:
    """The clips that lay in a folder when the kiosk began: FOLDER/zh_CN/NAME.webp."""

    def __init__(self, folder: Path) -> None:
        self._clips = {
            (str(language), path.name): path
            for language in Language
            for path in (folder / language).glob("*.webp")
            if path.is_file()
        }

    @property
    def any(self) -> bool:
        """Tell whether there is a single clip."""
        return bool(self._clips)

    def clip_for(self, message: str, language: Language) -> Path | None:
        """Return the clip in the language, or the one that stands in for it."""
        name = name_of(message)
        found = (self._clips.get((signed, name)) for signed in SIGNED_AS[language])
        return next((clip for clip in found if clip is not None), None)


def clips_in(folder: str) -> SignClips:
    """Return the clips of a folder; none where no folder is set."""
    return FolderOfClips(Path(folder)) if folder else NoSignClips()


def sentences(words: Catalogue, folder: Path | None) -> Iterator[str]:
    """List the sentences of a language with the names of their clips; those that are missing in a folder."""
    for message in words.messages():
        name = name_of(message)
        if folder is None or not (folder / words.language / name).exists():
            yield f"{name}  {words.translate(message)}"


def main(arguments: list[str]) -> int:
    """Print the list."""
    folder = Path(arguments[1]) if len(arguments) > 1 else None
    sys.stdout.writelines(f"{line}\n" for line in sentences(words_of(Language(arguments[0])), folder))
    return 0


if __name__ == "__main__":  # pragma: no cover
    sys.exit(main(sys.argv[1:]))
