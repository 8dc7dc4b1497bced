"""Sentences cut into breaths: each phrase is heard as a whole while its caption is shown."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kiosk.domain.sayings import IN_HAN
from kiosk.text import Hearing, Language, Sayable, Text, Words, say_digits, t
from kiosk.voice.ports import Phrase
from kiosk.voice.pronunciation import by_tongue

SENTENCE_END = re.compile(r"(?<=[。！？；])\s*(?=\S)|(?<=[.!?])\s+(?=\S)")
ENGLISH_NUMBERS = ("Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


@dataclass(frozen=True)
class Nth:
    """The place of a choice in its list, counted from one."""

    number: int

    def shown(self, words: Words) -> str:
        """Return the figure."""
        return str(self.number)

    def spoken(self, words: Words, hearing: Hearing) -> str:
        """Return 一 (the catalogue makes it 第一个), or One."""
        names = ENGLISH_NUMBERS if words.language is Language.EN else IN_HAN
        return names[self.number] if self.number < len(names) else str(self.number)


def breaths(text: Text, words: Words, hearing: Hearing) -> tuple[Phrase, ...]:
    """Cut a text into sentences; ear and eye stay together, so it stays whole where they differ in number."""
    speech = SENTENCE_END.split(text.spoken(words, hearing).strip())
    caption = SENTENCE_END.split(text.shown(words).strip())
    if len(speech) != len(caption):
        speech, caption = [" ".join(speech)], [" ".join(caption)]
    return tuple(
        part
        for said, seen in zip(speech, caption, strict=True)
        if said
        for part in in_tongues(Phrase(said, seen), words.language)
    )


def in_tongues(phrase: Phrase, language: Language) -> tuple[Phrase, ...]:
    """Cut a phrase where another voice has to say a part, such as a language's own name for itself."""
    said, seen = by_tongue(phrase.speech, language), by_tongue(phrase.caption, language)
    if len(said) != len(seen):
        seen = (phrase.caption,) * len(said)
    return tuple(map(Phrase, said, seen))


UNDONE = {"delete": t("Deleted."), "clear": t("Cleared.")}
"""What is said of the keys that take digits away."""

# What a control looks like when its value is personal: 138 **** 1234, **** 123X, 王*.
MASKED = re.compile(r"\d{3} ?\*{2,} ?\d{4}|\*{2,} ?[\dXx]+|\w{1,2}\*")

ROLES = {
    "button": t("button"),
    "choice": t("choice"),
    "chosen": t("chosen"),
    "key": t("key"),
    "entry": t("entry"),
    "link": t("link"),
}


def focus_phrase(
    name: Text | str,
    role: str,
    position: int,
    of: int,
    words: Words,
    *,
    hearing: Hearing = Hearing.SPEAKER,
) -> Phrase:
    """Say what has the keyboard's focus: its name, what it is, and its place among its neighbours.

    A name given as a Text says its values by itself. Of a plain string everything masked is left out,
    whoever listens. A role that ROLES does not know is not said; `of` below two says no place.
    """
    shown = name.shown(words) if isinstance(name, Text) else name
    said = name.spoken(words, hearing) if isinstance(name, Text) else _without_masked(name, words)
    parts = [role_text] if (role_text := ROLES.get(role)) else []
    if of > 1:
        parts.append(t("number {place} of {count}", place=position, count=of))
    pause = ", " if words.language is Language.EN else "，"
    speech = pause.join([said, *(part.spoken(words, hearing) for part in parts)])
    return Phrase(speech, pause.join([shown, *(part.shown(words) for part in parts)]))


def _without_masked(name: str, words: Words) -> str:
    return MASKED.sub(t("what the screen shows").shown(words), name)


def entered_phrase(character: str, words: Words, hearing: Hearing, *, secret: bool = False) -> Phrase:
    """Confirm a key of the pad: the digit on headphones; for everybody only that one more was taken.

    Of what is `secret` no digit is said, whoever listens. Taking away is no digit, and is said to everybody.
    """
    if (undone := UNDONE.get(character)) is not None:
        return Phrase(undone.shown(words), undone.shown(words))
    if secret and character.isdecimal():
        covered = t("One digit entered.").shown(words)
        return Phrase(covered, covered)
    if hearing is Hearing.HEADPHONES and not secret:
        return Phrase(say_digits(character, words), character)
    taken = t("Taken.").shown(words)
    return Phrase(taken, taken)


def spelled_phrase(text: Text, words: Words, hearing: Hearing) -> Phrase:
    """Spell a text sign by sign as it is shown; to everybody nothing that holds something personal."""
    said = {text.spoken(words, each) for each in Hearing}
    if hearing is Hearing.SPEAKER and len(said) > 1:
        alone = t("This is yours alone. Put headphones in to hear it.").shown(words)
        return Phrase(alone, alone)
    return _sign_by_sign(text.shown(words), words)


def _sign_by_sign(shown: str, words: Words) -> Phrase:
    """Name each sign; covered ones are counted as one, and what only separates is left out."""
    covered = t("covered signs").shown(words)
    signs = re.findall(r"\*+|\w", shown)
    pause = ", " if words.language is Language.EN else "，"
    said = pause.join(covered if sign.startswith("*") else say_digits(sign, words) for sign in signs)
    return Phrase(said, " ".join(signs))


def as_value(text: Text) -> Sayable:
    """Let a sentence stand inside another one without its own full stop."""
    return _Inner(text)


@dataclass(frozen=True)
class _Inner:
    text: Text

    def shown(self, words: Words) -> str:
        return self.text.shown(words).rstrip(" 。.")

    def spoken(self, words: Words, hearing: Hearing) -> str:
        return self.text.spoken(words, hearing).rstrip(" 。.")
