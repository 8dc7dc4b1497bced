"""The window keeps its place, its size and the visitor's work whatever changes around them."""

from dataclasses import replace

import pytest
import zxingcpp
from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain.comfort import Comfort, Theme
from kiosk.domain.panel import PANELS
from kiosk.screens import Scan
from kiosk.text import Language, PersonName, t
from kiosk.ui.facts import Fact
from kiosk.ui.labels import Heading
from kiosk.ui.piece import Touchable
from tests.ui.conftest import Kiosk, Opener
from tests.ui.recorder import written_on
from tests.ui.test_keyboard import focused, press
from tests.ui.test_layout import problems_of
from tests.ui.test_touch import LEFT, button

K = Qt.Key
ENGLISH = Comfort(language=Language.EN)
LOOKS = {
    "small": replace(ENGLISH, size=0),
    "large": replace(ENGLISH, size=4),
    "theme": replace(ENGLISH, theme=Theme.YELLOW_ON_BLACK),
    "language": replace(ENGLISH, language=Language.ZH_CN),
    "silent": replace(ENGLISH, voice=False),
}


def shown(kiosk: Kiosk) -> str:
    return " ".join(text.text for text in written_on(kiosk.window))


@pytest.mark.parametrize("comfort", LOOKS.values(), ids=LOOKS)
def test_changing_the_look_keeps_focus_and_what_is_typed(
    comfort: Comfort, opened: Opener, qtbot: QtBot
) -> None:
    kiosk = opened("phone")
    press(kiosk, qtbot, K.Key_1, K.Key_3, K.Key_8, K.Key_Tab, K.Key_Tab, K.Key_Tab)
    key = kiosk.window._scene.focused_key()
    kiosk.desk.show(replace(kiosk.desk.stage, comfort=comfort))
    assert kiosk.window._scene.focused_key() == key
    assert "138" in shown(kiosk).replace(" ", "")
    assert problems_of(kiosk) == []


def test_a_changed_stage_of_the_same_page_keeps_widgets_focus_and_digits(
    opened: Opener, qtbot: QtBot
) -> None:
    kiosk = opened("phone")
    press(kiosk, qtbot, K.Key_1, K.Key_3, K.Key_8, K.Key_Tab, K.Key_Tab)
    before = kiosk.window.focusWidget()
    kiosk.desk.show(
        replace(kiosk.desk.stage, problem=t("This number needs eleven digits. Please look again."))
    )
    assert kiosk.window.focusWidget() is before
    assert "eleven" in shown(kiosk)
    assert "138" in shown(kiosk).replace(" ", "")
    assert kiosk.pages == [1]


def test_counts_are_sent_as_they_stand(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("tally-5")
    more = button(kiosk, "One more: China Example Mobile")
    less = button(kiosk, "One less: China Example Mobile")
    assert not less.isEnabled()
    QTest.mouseClick(more, LEFT)
    assert less.isEnabled()
    QTest.mouseClick(button(kiosk, "Go on"), LEFT)
    counts = {"row 0": 1, "row 1": 1, "row 2": 2, "row 3": 0, "row 4": 1}
    assert kiosk.desk.heard() == [("answer", (1, counts))]


def test_other_ways_answer_for_themselves(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("code")
    QTest.mouseClick(button(kiosk, "Send the code again"), LEFT)
    assert kiosk.desk.heard() == [("answer", (1, "again"))]


def test_the_alert_covers_everything_and_gives_it_back(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("facts")
    signed = replace(kiosk.desk.stage, signed_in=PersonName("王秀英"))
    kiosk.desk.show(signed)
    assert "王*" in shown(kiosk)
    press(kiosk, qtbot, K.Key_Tab)
    chosen = focused(kiosk)
    kiosk.desk.show(replace(signed, alert=t("Are you still there?")))
    covered = shown(kiosk)
    assert "Are you still" in covered
    assert "王*" not in covered
    assert "7 numbers" not in covered
    QTest.mouseClick(button(kiosk, "I am still here"), LEFT)
    assert ("touched", None) in kiosk.desk.told
    QTest.mouseClick(button(kiosk, "I am done"), LEFT)
    assert kiosk.desk.heard() == [("end", None)]
    kiosk.desk.show(signed)
    assert "7 numbers" in shown(kiosk)
    assert focused(kiosk) == chosen


def test_a_wait_is_told_after_a_second(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("agree")
    kiosk.desk.show(replace(kiosk.desk.stage, waiting=True))
    assert "One moment" not in shown(kiosk)
    qtbot.waitUntil(lambda: "One moment" in shown(kiosk), timeout=3000)
    kiosk.desk.show(replace(kiosk.desk.stage, waiting=False))
    assert "One moment" not in shown(kiosk)


def test_only_the_application_closes_the_window(opened: Opener) -> None:
    kiosk = opened("tell")
    kiosk.window.close()
    assert kiosk.window.isVisible()
    kiosk.window.finish()
    assert not kiosk.window.isVisible()


def test_the_window_never_grows(opened: Opener) -> None:
    kiosk = opened("facts", "compact", 4)
    kiosk.window.resize(4000, 3000)
    assert kiosk.window.size().toTuple() == (PANELS["compact"].width, PANELS["compact"].height)


class Said:
    before, now, after = "Good morning. ", "Choose what you want to do.", " Then go on."


def test_captions_mark_the_phrase_and_never_overflow(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("choose-4")
    kiosk.window.show_caption(Said())
    assert "Choose what you want to do." in shown(kiosk)
    assert problems_of(kiosk) == []
    low = opened("choose-4", "compact", 4)
    low.window.show_caption(Said())
    assert "Choose" in shown(low)
    assert problems_of(low) == []
    qtbot.waitUntil(lambda: "do." in shown(low), timeout=5000)
    low.window.show_caption(None)
    assert "Choose" not in shown(low)


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("panel", PANELS)
def test_phones_read_the_code_in_every_theme(panel: str, theme: Theme, opened: Opener) -> None:
    kiosk = opened("scan", panel)
    kiosk.desk.show(replace(kiosk.desk.stage, comfort=Comfort(size=3, theme=theme, language=Language.EN)))
    image = kiosk.window.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = memoryview(image.constBits()).cast("B", (image.height(), image.bytesPerLine()))
    codes = zxingcpp.read_barcodes(pixels)
    assert [code.text for code in codes] == [kiosk.desk.stage.screen.code]  # type: ignore[attr-defined]


def test_time_left_is_told_without_haste(opened: Opener) -> None:
    kiosk = opened("scan")
    assert "Works for 2 min more" in shown(kiosk)
    kiosk.clock.now += 45
    kiosk.window._tick()
    assert "Works for 1 min 20 s more" in shown(kiosk)
    kiosk.clock.now += 80
    kiosk.window._tick()
    assert "A new code is coming." in shown(kiosk)
    old = kiosk.desk.stage.screen
    assert isinstance(old, Scan)
    kiosk.desk.show(replace(kiosk.desk.stage, screen=replace(old, code=old.code + "2")))
    assert "Works for 2 min more" in shown(kiosk)


def test_assistive_technology_hears_what_everything_is(opened: Opener) -> None:
    kiosk = opened("facts")
    heading = kiosk.window._scene.page.heading
    assert heading is not None
    fact = next(thing for thing in kiosk.window._scene.page.things() if isinstance(thing, Fact))
    card = button(kiosk, "Yes, all are mine")
    things: tuple[QObject, ...] = (heading, fact, card)
    roles = [QAccessible.queryAccessibleInterface(thing).role() for thing in things]
    assert roles == [QAccessible.Role.Heading, QAccessible.Role.StaticText, QAccessible.Role.Button]
    name = QAccessible.queryAccessibleInterface(fact).text(QAccessible.Text.Name)
    assert name == "Numbers in use. 7 numbers. As of today, 9:05"
    assert all(name for name, *_ in kiosk.window.controls())
    assert isinstance(heading, Heading)


def test_controls_are_listed_with_role_and_place(opened: Opener) -> None:
    kiosk = opened("choose-4")
    listed = kiosk.window.controls()
    assert listed[0][:3] == ("Hello, what would you like to do?", "Heading", True)
    assert [name for name, *_ in listed[-5:]] == ["Back", "Again", "Help", "Adjust", "End"]
    assert all(QRect(kiosk.window.rect()).contains(rect) for *_, rect in listed)


def test_hindered_choices_answer_so_that_the_desk_can_say_why(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("choose-6")
    card = button(kiosk, "Change my plan")
    assert card.accessibleDescription() == "Not now: the system is resting."
    QTest.mouseClick(card, LEFT)
    assert kiosk.desk.heard() == [("answer", (1, "plan"))]


def test_what_is_chosen_now_is_checked(opened: Opener, qtbot: QtBot) -> None:
    kiosk = opened("chosen")
    larger = button(kiosk, "Larger")
    assert isinstance(larger, Touchable)
    QTest.mouseClick(larger, LEFT)
    assert larger.isChecked()
    assert not button(kiosk, "Small").isChecked()
