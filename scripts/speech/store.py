"""The clips as they lie in assets/sounds: which are there, which are missing, which nobody needs any more."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from kiosk.text import Language
from kiosk.voice.clips import CLIPS, file_of, manifest_of, name_of, words_with_a_clip


def missing(words: Collection[str], language: Language, folder: Path = CLIPS) -> list[str]:
    """Return the words whose clip does not lie there."""
    return [one for one in words if not file_of(one, language, folder).exists()]


def list_up(words: Collection[str], language: Language, folder: Path = CLIPS) -> None:
    """List the clips of these words that lie there, in an order in which changes are seen well."""
    there = sorted(one for one in words if file_of(one, language, folder).exists())
    lines = (f"{name_of(one, language)}\t{one}\n" for one in there)
    path = manifest_of(language, folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(lines), encoding="utf-8")


def strays(words: Collection[str], language: Language, folder: Path = CLIPS) -> list[Path]:
    """Return the clips that belong to none of these words, and what broken work has left."""
    named = {name_of(one, language) for one in words}
    lying = (folder / language).glob("*/*")
    return sorted(path for path in lying if path.stem not in named or path.suffix != ".opus")


def wrongs(
    words: Collection[str], language: Language, folder: Path = CLIPS, *, lacking: bool = False
) -> Iterator[str]:
    """Say all that is wrong with the clips of a language: missing, not needed, or not in the list.

    `lacking`: some may be missing, since not all are rendered yet.
    """
    listed = words_with_a_clip(language, folder)
    for one in () if lacking else missing(words, language, folder):
        yield f"no clip: {one}"
    for path in strays(words, language, folder):
        yield f"of words that are said no more: {path.name}"
    there = {one for one in words if file_of(one, language, folder).exists()}
    for one in sorted(there - listed):
        yield f"not in the list: {one}"
    for one in sorted(listed - there):
        yield f"in the list only: {one}"
