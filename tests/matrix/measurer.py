"""Measures pages in a look, and keeps the worst of each number with its picture."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QRect
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from kiosk.catalogues import words_of
from kiosk.domain.comfort import Comfort
from kiosk.domain.panel import PANELS
from kiosk.glossary_file import load_glossary
from tests.matrix.colours import DICHROMACIES, as_seen, pixels_of
from tests.matrix.inks import ink, of_every_look, plain_words
from tests.matrix.looks import Look
from tests.matrix.measures import bar_places, coloured, moved, shaped
from tests.matrix.pages import Shown
from tests.matrix.rules import Ledger, Reading, Rule
from tests.ui.conftest import Kiosk
from tests.ui.fake_desk import stages

ROOT = Path(__file__).parent.parent.parent
GLOSSARY = load_glossary()


class Measurer:
    """A window of each panel, and the worst that was seen in them."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self._kiosks: dict[str, Kiosk] = {}
        self._pictures: dict[str, tuple[QImage, str]] = {}
        """By file, a picture and the kind of eye that sees it."""
        self.ledger = Ledger()
        self.pages = 0

    def kiosk(self, look: Look) -> Kiosk:
        """Return the window of a look's panel."""
        if look.panel not in self._kiosks:
            first = look.worn_by(stages(Comfort())["choose-4"])
            self._kiosks[look.panel] = Kiosk(first, PANELS[look.panel], words_of=words_of, glossary=GLOSSARY)
        return self._kiosks[look.panel]

    def measure(self, pages: Sequence[Shown], look: Look, out_of_time: Callable[[], bool]) -> None:
        """Measure pages in one look, each part of each page once, until the time is over."""
        kiosk, bars, known = self.kiosk(look), list[tuple[QRect, ...]](), set[Hashable]()
        for shown in pages:
            if out_of_time():
                return
            self._page(kiosk, shown, look, bars, known)
        self._take(kiosk, moved(bars, kiosk.panel.pixels_per_mm), str(look))

    def _page(
        self, kiosk: Kiosk, shown: Shown, look: Look, bars: list[tuple[QRect, ...]], known: set[Hashable]
    ) -> None:
        kiosk.desk.show(replace(look.worn_by(shown.stage), page=kiosk.desk.stage.page + 1))
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # no event loop lets widgets go
        title = shown.stage.screen.title.shown(words_of(look.language))
        for part in range(1, kiosk.window.parts + 1):
            where = f"{shown.journey} “{title}” {part}/{kiosk.window.parts} ({look})"
            if look.shapes:
                self._take(kiosk, shaped(kiosk), where)
            kiosk.window._scene.ring.hide()
            pixels = pixels_of(kiosk.window.grab().toImage())
            self._take(kiosk, coloured(kiosk, pixels, known), where)
            bars.append(bar_places(kiosk))
            self.pages += 1
            kiosk.window.next_part()

    def without_screens(self, looks: Sequence[Look]) -> None:
        """Measure ink, theme colours, states and words."""
        for panel in {look.panel: None for look in looks}:
            self.ledger.take(ink(PANELS[panel]), panel)
        themes = tuple({look.theme: None for look in looks})
        for theme, readings in of_every_look(self.kiosk(looks[0]), themes).items():
            self.ledger.take(readings, theme.value)
        self.ledger.take([plain_words(ROOT)], "translations")

    def save_pictures(self) -> None:
        """Save the pictures that have changed since the last time."""
        for name, (picture, eye) in self._pictures.items():
            seen = as_seen(picture, DICHROMACIES[eye]) if eye in DICHROMACIES else picture
            seen.save(str(self._out / name))
        self._pictures.clear()

    def close(self) -> None:
        """Close every window; another opens when it is needed."""
        for kiosk in self._kiosks.values():
            kiosk.close()
        self._kiosks.clear()

    def finish(self) -> None:
        """Save the pictures of the worst, and close every window."""
        self.save_pictures()
        self.close()

    def _take(self, kiosk: Kiosk, readings: Iterable[Reading], where: str) -> None:
        self.ledger.take(readings, where, lambda reading: self._drawn(kiosk, reading))

    def _drawn(self, kiosk: Kiosk, reading: Reading) -> str:
        """Draw the window as it is now, with a frame around what was measured."""
        picture = kiosk.window.grab().toImage()
        if reading.place is not None:
            painter = QPainter(picture)
            painter.setPen(QPen(QColor("magenta"), 4))
            painter.drawRect(reading.place.adjusted(-5, -5, 5, 5))
            painter.end()
        name = file_of(reading.rule)
        self._pictures[name] = picture, reading.eye
        return name


def file_of(rule: Rule) -> str:
    """Return the name of a rule's picture."""
    return f"{rule.requirement}-{zlib.crc32(rule.what.encode()):08x}.png"
