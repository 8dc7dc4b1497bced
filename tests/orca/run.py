"""Walks stories with Orca, writes down what it said, page by page, and what was not as it should be."""

from __future__ import annotations

import argparse
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from kiosk.storyboard.stories import story_named
from kiosk.text import Language
from tests.orca.beforehand import visits_of
from tests.orca.judging import Heard, complaints
from tests.orca.live import IDLE, Live
from tests.orca.stack import a_stack, version_of_orca
from tests.orca.visitor import LostVisitor, Visitor
from tests.visits.at_spi import ROOT

LIVE = "live"
STORIES = ("bill-check", "change-plan", LIVE)
LANGUAGES = (Language.ZH_CN, Language.EN)


def main(arguments: Sequence[str]) -> int:
    """Walk what is wanted; 1 where something was not heard as it should be."""
    options = parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that everything started here is ended
    options.out.mkdir(parents=True, exist_ok=True)
    wrong = 0
    for language in options.language or LANGUAGES:
        for name in options.story or STORIES:
            wrong += walk(name, Language(language), options)
    print(f"{wrong} things were not heard as they should be." if wrong else "Everything was heard.")
    return int(wrong > 0)


def parser() -> argparse.ArgumentParser:
    """Describe the command."""
    command = argparse.ArgumentParser(prog="scripts/orca", description=__doc__)
    command.add_argument("--story", action="append", metavar="NAME", help="or live; again for more than one")
    command.add_argument("--language", action="append", choices=[str(one) for one in Language])
    command.add_argument("--out", type=Path, default=ROOT / "build" / "orca", metavar="DIR")
    command.add_argument("--pages", type=int, default=10_000, metavar="N", help="no more than so many")
    return command


class Writer:
    """Keeps what was heard, and tells at once what was not as it should be."""

    def __init__(self) -> None:
        self.heard: list[Heard] = []
        self.wrong: list[str] = []

    def left(self, page: Heard) -> None:
        """Take a page that was left."""
        self.heard.append(page)
        self.complain(*(f"“{page.visited.title}”: {complaint}" for complaint in complaints(page)))

    def complain(self, *sentences: str) -> None:
        """Tell what was not as it should be."""
        self.wrong += sentences
        for sentence in sentences:
            print(sentence, flush=True)


def walk(name: str, language: Language, options: argparse.Namespace) -> int:
    """Walk a story, or what is live; returns how many things were wrong."""
    writer, begun = Writer(), time.monotonic()
    with a_stack(language, IDLE if name == LIVE else "") as stack:
        try:
            if name == LIVE:
                for complaint in Live(stack, language, writer.left).walk():
                    writer.complain(complaint)
            else:
                pages = visits_of(story_named(name), language)[: options.pages]
                Visitor(stack, language, writer.left).walk(pages, whole=True)
        except LostVisitor as lost:
            writer.complain(str(lost))
    place = options.out / f"{name}-{language}.md"
    place.write_text("\n".join(transcript(name, language, writer)) + "\n")
    took = time.monotonic() - begun
    print(f"{place}: {len(writer.heard)} pages in {took:.0f} s, {len(writer.wrong)} things wrong", flush=True)
    return len(writer.wrong)


def transcript(name: str, language: Language, writer: Writer) -> Iterator[str]:
    """Yield what was said, page by page, as Markdown."""
    yield f"# {name}, {language}, Orca {version_of_orca()}"
    for page in writer.heard:
        yield f"\n## {page.visited.title}\n"
        yield from (f"- {line}" for line in page.arriving)
        for stop in page.stops:
            yield f"  - *{stop.at.role}* " + " · ".join(stop.said)
    yield "\n## What was not as it should be\n"
    yield from (f"- {one}" for one in writer.wrong or ["nothing"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
