"""The rendered clips: which words have one, and how a sentence is put together from them.

A clip holds a whole sentence, a piece of one between its {places}, or a part of a value: 一百, 二十八元.
It is named by its words, so that a sentence that was changed has no clip until it is rendered anew.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kiosk.text import Language

CLIPS = Path(__file__).parent.parent.parent / "assets" / "sounds"
VOICES = {Language.ZH_CN: "zf_xiaoyi", Language.EN: "bf_emma"}
"""Whose voice each language has; clips of another voice are other clips."""

PAUSES = {
    "-": 0.06,
    **dict.fromkeys("、", 0.12),
    **dict.fromkeys("，,", 0.2),
    **dict.fromkeys("：；:;", 0.25),
    **dict.fromkeys("。！？.!?", 0.45),
}
"""Seconds of silence for the marks that stand between clips."""
SEAM = 0.06
"""Seconds of silence where a value joins the words around it."""
LONGEST = 160
"""Characters of the longest clip."""

# What a way through a sentence costs: few clips are better than many, and a seam is best at a mark.
EVERY_CLIP, EVERY_SEAM, SINGLE_SIGN = 1, 3, 2


@dataclass(frozen=True)
class Part:
    """Words that have a clip, and the silence that follows them, in seconds."""

    words: str
    pause: float


@dataclass(frozen=True)
class _Way:
    """How the rest of a sentence can be said, at which cost."""

    cost: int
    parts: tuple[Part, ...] = ()


def name_of(words: str, language: Language) -> str:
    """Return the name of the clip that holds these words, as `pronounce` has left them."""
    return sha256(f"{VOICES[language]} {words}".encode()).hexdigest()[:16]


def file_of(words: str, language: Language, folder: Path = CLIPS) -> Path:
    """Return where the clip of these words lies."""
    name = name_of(words, language)
    return folder / language / name[:2] / f"{name}.opus"


def manifest_of(language: Language, folder: Path = CLIPS) -> Path:
    """Return the list of all clips of a language: a line each, with a clip's name and its words."""
    return folder / language / "clips.tsv"


def words_with_a_clip(language: Language, folder: Path = CLIPS) -> frozenset[str]:
    """Return all words that have a clip; none where there is no list of them."""
    try:
        lines = manifest_of(language, folder).read_text(encoding="utf-8").splitlines()
    except OSError:
        return frozenset()
    return frozenset(line.partition("\t")[2] for line in lines)


def there_are_clips(folder: Path = CLIPS) -> bool:
    """Tell whether any language can be said in clips."""
    return any(manifest_of(language, folder).exists() for language in Language)


def parts_of(speech: str, known: Collection[str]) -> tuple[Part, ...] | None:
    """Return the clips that say a sentence as `pronounce` has left it, or None where words are missing.

    Of all ways through the sentence it is the one with the fewest clips, and the fewest seams between marks.
    """
    ways: list[_Way | None] = [None] * len(speech) + [_Way(0)]
    for start in range(len(speech) - 1, -1, -1):
        ways[start] = _best(speech, start, ways, known)
    return ways[0].parts if ways[0] and ways[0].parts else None


def _best(said: str, start: int, ways: list[_Way | None], known: Collection[str]) -> _Way | None:
    if said[start] in PAUSES or said[start].isspace():
        return ways[start + 1]
    if not is_edge(said, start):
        return None
    found = list(_ways_from(said, start, ways, known))
    return min(found, key=lambda way: way.cost) if found else None


def _ways_from(said: str, start: int, ways: list[_Way | None], known: Collection[str]) -> Iterator[_Way]:
    for end in range(start + 1, min(len(said), start + LONGEST) + 1):
        rest = ways[end]
        if rest is None or said[start:end] not in known or not is_edge(said, end):
            continue
        pause, words = pause_at(said, end), said[start:end]
        seam = EVERY_SEAM if rest.parts and pause == SEAM else 0
        single = SINGLE_SIGN if end - start == 1 else 0
        after = pause if rest.parts else 0.0
        yield _Way(rest.cost + EVERY_CLIP + seam + single, (Part(words, after), *rest.parts))


def is_edge(said: str, place: int) -> bool:
    """Tell whether a clip may begin or end here: anywhere among Han, but in no Latin word and no figure."""
    before, after = said[place - 1 : place], said[place : place + 1]
    return not (_joins(before) and _joins(after))


def _joins(sign: str) -> bool:
    return (sign.isalnum() and sign.isascii()) or sign == "'"


def pause_at(said: str, place: int) -> float:
    """Return how long to be silent before what follows: as its marks say, or the little of a seam."""
    marks = re.match(r"[-\s、，,：；:;。！？.!?]*", said[place:])
    return max((PAUSES[mark] for mark in (marks[0] if marks else "") if mark in PAUSES), default=SEAM)
