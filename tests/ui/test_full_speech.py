"""Whatever can be seen can be heard (EN 301 549, 5.1.3), and nothing personal by the whole hall."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

import pytest

from kiosk.domain.comfort import Comfort
from kiosk.text import Hearing, IdNumber, Language, PersonName, PhoneNumber, Sayable, Tail, Text, Words
from kiosk.ui.blocks import Busy, Greeting, Headline, Match, PageOf
from kiosk.ui.render import page_of
from kiosk.visit.stage import Stage
from kiosk.voice.script import script
from tests.ui.fake_desk import FewWords, stages
from tests.ui.made_up import Author
from tests.ui.test_layout import bare, expected, squeezed

SCREENS = 150
SAID_OTHERWISE = {
    "Where you are": "You are here:",
    "Web address on your phone": "Your phone opens this page:",
    "I am still here": "press any key to go on",
    "I am done": "press any key to go on",
}
"""What stands on the screen, and what the voice says in its place, in English."""


def seen(page: PageOf) -> Iterator[str]:
    """Return every text of a page, also what gives way where there is no room."""
    yield from expected(page)
    for block in (page.heading, page.figure, *page.everything):
        if isinstance(block, Headline | Busy):
            yield block.text
        elif isinstance(block, Greeting):
            yield from (block.hall, *block.greetings)
        elif isinstance(block, Match):
            yield block.digits
    helped = {block for block in page.everything if block not in page.without_help().everything}
    yield from (block.text for block in helped)  # type: ignore[attr-defined]


def unheard(stage: Stage, words: Words) -> list[str]:
    """Return what can be seen and is not heard with headphones."""
    phrases = script(stage, words, Hearing.HEADPHONES)
    assert all(phrase.speech.strip() for phrase in phrases)
    heard = squeezed(" ".join(phrase.caption for phrase in phrases))
    texts = {SAID_OTHERWISE.get(text, text) for text in seen(page_of(stage, words))}
    return [text for text in texts if squeezed(bare(text)) not in heard]


@pytest.mark.parametrize("name", stages(Comfort()))
def test_every_sample_is_heard_whole(name: str) -> None:
    assert unheard(stages(Comfort(language=Language.EN))[name], FewWords(Language.EN)) == []


@pytest.mark.parametrize("language", Language)
def test_screens_made_up_by_chance_are_heard_whole(language: Language) -> None:
    author = Author(Random(f"heard {language}"), chinese=language is not Language.EN)
    words = FewWords(language)
    for number in range(SCREENS):
        stage = Stage(visit=1, page=1, screen=author.screen(), comfort=Comfort(language=language))
        labels = {words.translate(seen): words.translate(said) for seen, said in SAID_OTHERWISE.items()}
        missing = [text for text in unheard(stage, words) if text not in labels]
        assert missing == [], f"screen {number}"


# ---------------------------------------------------------------------------------- to whom it belongs

PERSON: dict[str, Sayable] = {
    "phone": PhoneNumber("13977772468"),
    "id": IdNumber("11010519491231753X"),
    "name": PersonName("欧阳娜"),
    "tail": Tail("8642"),
}
OWN = {
    Language.EN: re.compile("two four six eight|seven five three X|eight six four two|Ouyang"),
    Language.ZH_CN: re.compile("二四六八|七五三X|八六四二|欧阳"),
    Language.ZH_HK: re.compile("二四六八|七五三X|八六四二|欧阳"),
}
DIGITS = re.compile(
    r"2468|753X|8642|139|二四六八|七五三|八六四二|two four|five three|eight six|欧阳|Ouyang|娜"
)


class Indiscreet(Author):
    """Writes somebody's number, ID and name into everything."""

    def words(self, least: int, most: int) -> Text:
        return Text("{phone} {id} {name} {tail}", tuple(PERSON.items()))


@pytest.mark.parametrize("language", Language)
def test_what_is_personal_is_heard_by_the_visitor_alone(language: Language) -> None:
    author, words = Indiscreet(Random(f"own {language}"), chinese=False), FewWords(language)
    for _ in range(SCREENS):
        comfort = Comfort(language=language)
        stage = Stage(
            visit=1,
            page=1,
            screen=author.screen(),
            comfort=comfort,
            problem=author.words(1, 2),
            signed_in=PersonName("欧阳娜"),
        )
        aloud = " ".join(phrase.speech for phrase in script(stage, words, Hearing.SPEAKER))
        alone = " ".join(phrase.speech for phrase in script(stage, words, Hearing.HEADPHONES))
        assert not DIGITS.search(aloud)
        assert {found[0] for found in OWN[language].finditer(alone)} == set(OWN[language].pattern.split("|"))
