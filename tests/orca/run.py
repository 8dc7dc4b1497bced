"""Walks stories with Orca, writes down what it said, page by page, and what was not as it should be."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from kiosk.storyboard.stories import story_named
from kiosk.text import Language
from tests.orca.beforehand import visits_of
from tests.orca.judging import Heard, complaints
from tests.orca.stack import a_stack, version_of_orca
from tests.orca.visitor import LostVisitor, Visitor
from tests.visits.at_spi import ROOT

STORIES = ("bill-check", "change-plan")
LANGUAGES = (Language.ZH_CN, Language.EN)


def main(arguments: Sequence[str]) -> int:
    """Walk what is wanted; 1 where something was not heard as it should be."""
    options = parser().parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    wrong = 0
    for language in options.language or LANGUAGES:
        for name in options.story or STORIES:
            wrong += _walk(name, Language(language), options)
    print(f"{wrong} things were not heard as they should be." if wrong else "Everything was heard.")
    return int(wrong > 0)


def parser() -> argparse.ArgumentParser:
    """Describe the command."""
    command = argparse.ArgumentParser(prog="scripts/orca", description=__doc__)
    command.add_argument("--story", action="append", metavar="NAME", help="again for more than one")
    command.add_argument("--language", action="append", choices=[str(one) for one in Language])
    command.add_argument("--out", type=Path, default=ROOT / "build" / "orca", metavar="DIR")
    command.add_argument("--pages", type=int, default=10_000, metavar="N", help="no more than so many")
    return command


def _walk(name: str, language: Language, options: argparse.Namespace) -> int:
    """Walk a story; returns how many things were wrong."""
    pages = visits_of(story_named(name), language)[: options.pages]
    heard, wrong, begun = list[Heard](), list[str](), time.monotonic()

    def left(page: Heard) -> None:
        heard.append(page)
        found = [f"“{page.visited.title}”: {complaint}" for complaint in complaints(page)]
        wrong.extend(found)
        print(*found, sep="\n", end="\n" if found else "", flush=True)

    with a_stack(language) as stack:
        try:
            Visitor(stack, language, left).walk(pages, whole=True)
        except LostVisitor as lost:
            wrong.append(str(lost))
            print(lost)
    place = options.out / f"{name}-{language}.md"
    place.write_text("\n".join(transcript(name, language, heard, wrong)) + "\n")
    print(f"{place}: {len(heard)} pages in {time.monotonic() - begun:.0f} s, {len(wrong)} things wrong")
    return len(wrong)


def transcript(name: str, language: Language, heard: Sequence[Heard], wrong: Sequence[str]) -> Iterator[str]:
    """Yield what was said, page by page, as Markdown."""
    yield f"# {name}, {language}, Orca {version_of_orca()}"
    for page in heard:
        yield f"\n## {page.visited.title}\n"
        yield from (f"- {line}" for line in page.arriving)
        for stop in page.stops:
            yield f"  - *{stop.at.role}* " + " · ".join(stop.said)
    yield "\n## What was not as it should be\n"
    yield from (f"- {one}" for one in wrong or ["nothing"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
