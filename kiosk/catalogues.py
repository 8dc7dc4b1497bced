"""The catalogues in translations/, read as they are: an edited sentence is there at the next start."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

from kiosk.text import Language

TRANSLATIONS = Path(__file__).parent.parent / "translations"


class Catalogue:
    """The words of one language; English is its own msgids."""

    def __init__(self, language: Language, sentences: dict[str, tuple[str, ...]]) -> None:
        self._language = language
        self._sentences = sentences

    @property
    def language(self) -> Language:
        """The language of these words."""
        return self._language

    def has(self, message: str) -> bool:
        """Tell whether there is a translation; English needs none."""
        return self._language is Language.EN or message in self._sentences

    def messages(self) -> tuple[str, ...]:
        """Return the msgids, in the order of their catalogue."""
        return tuple(self._sentences)

    def translate(self, message: str) -> str:
        """Return the sentence, or the English one where a translation is missing."""
        return self._sentences.get(message, (message,))[0]

    def translate_plural(self, one: str, many: str, count: int) -> str:
        """Return the right form for `count`; Chinese has one form, English two."""
        forms = self._sentences.get(one, (one, many))
        return forms[0] if count == 1 else forms[-1]


@cache
def words_of(language: Language) -> Catalogue:
    """Read the catalogue of a language."""
    path = TRANSLATIONS / language / "LC_MESSAGES" / "kiosk.po"
    with path.open("rb") as file:
        catalogue = read_po(file, locale=str(language))
    return Catalogue(language, dict(_sentences(catalogue)))


def _sentences(catalogue: object) -> list[tuple[str, tuple[str, ...]]]:
    found = []
    for message in catalogue:  # type: ignore[attr-defined]
        forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
        if message.id and all(forms) and not message.fuzzy:
            key = message.id[0] if isinstance(message.id, tuple | list) else message.id
            found.append((key, tuple(forms)))
    return found
