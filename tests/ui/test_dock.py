"""The dock: cards are laid and lifted by touch, and the one that lies there is marked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from kiosk.domain.comfort import Comfort
from kiosk.domain.panel import Panel
from kiosk.text import Language
from kiosk.ui.dock import Dock, LooseCard
from kiosk.ui.hand import Hand
from kiosk.ui.wardrobe import Wardrobe
from tests.ui.conftest import Clock
from tests.ui.fake_desk import FewWords

WANG, CHEN = "王秀英 Wang Xiuying", "陈建国 Chen Jianguo"
CARDS = [LooseCard("wang", WANG, "A story."), LooseCard("chen", CHEN, "Another.")]
NARROW, WIDE = Panel(100, 800, 2.0, 700, 600), Panel(10_000, 800, 2.0, 700, 600)


class Tried:
    """A dock under a finger, and what it did to its reader."""

    def __init__(self, panel: Panel) -> None:
        self.done: list[str] = []
        self.plugs: list[bool] = []
        self._clock = Clock()
        look = Wardrobe(panel, FewWords, Hand(self._clock, lambda: None)).look_for(Comfort(Language.EN, 0))
        self.said: list[str] = []
        self.dock = Dock(
            look, CARDS, self.done.append, lambda: self.done.append("lifted"), self.plugs.append,
            words=["Yes", "Back"], say=self.said.append,
        )  # fmt: skip
        self.dock.show()

    def buttons(self) -> dict[str, QAbstractButton]:
        found = self.dock.findChildren(QAbstractButton)
        return {button.accessibleName(): button for button in found if button.isVisible()}

    def touch(self, name: str) -> None:
        self._clock.now += 1
        QTest.mouseClick(self.buttons()[name], Qt.MouseButton.LeftButton)
        QTest.qWait(1)

    def marked(self) -> list[str]:
        return [name for name, button in self.buttons().items() if button.isChecked()]


@pytest.fixture
def tried(request: pytest.FixtureRequest) -> Iterator[Tried]:
    tried = Tried(request.param)
    yield tried
    tried.dock.close()
    tried.dock.deleteLater()


@pytest.mark.parametrize("tried", [NARROW], indirect=True)
def test_words_are_said_from_the_shelf_where_the_cards_lay(tried: Tried) -> None:
    tried.touch("Speak to the kiosk")
    assert WANG not in tried.buttons()
    tried.touch("Back")
    tried.touch("Yes")
    assert tried.said == ["Back", "Yes"]
    tried.touch("Show the cards again")
    assert WANG in tried.buttons() and "Back" not in tried.buttons()


@pytest.mark.parametrize("tried", [NARROW], indirect=True)
def test_a_card_is_laid_exchanged_and_taken_away(tried: Tried) -> None:
    tried.touch(WANG)
    assert tried.marked() == [WANG] and tried.dock.lying == "wang"
    tried.touch(CHEN)
    assert tried.marked() == [CHEN]
    tried.touch("Take the card away")
    assert tried.marked() == [] and tried.done == ["wang", "chen", "lifted"]
    assert "Take the card away" not in tried.buttons()


@pytest.mark.parametrize("tried", [WIDE], indirect=True)
def test_where_it_would_cover_the_kiosk_it_folds_down_to_a_handle(tried: Tried) -> None:
    assert list(tried.buttons()) == ["Cards, headphones and speech"]
    folded = tried.dock.geometry()
    tried.touch("Cards, headphones and speech")
    assert tried.dock.height() > folded.height() and tried.dock.geometry().right() == folded.right()
    tried.touch(WANG)
    assert list(tried.buttons()) == [WANG], "the handle tells whose card lies there"
    tried.touch(WANG)
    assert "Take the card away" in tried.buttons() and tried.done == ["wang"]


@pytest.mark.parametrize("tried", [NARROW], indirect=True)
def test_headphones_are_put_in_and_pulled_out(tried: Tried) -> None:
    tried.touch("Put headphones in")
    assert tried.plugs == [True] and "Put headphones in" not in tried.buttons()
    tried.touch("Pull the headphones out")
    assert tried.plugs == [True, False] and "Put headphones in" in tried.buttons()
