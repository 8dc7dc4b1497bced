"""What a screen reader is told: a page's sentences on its heading, and what happens meanwhile."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.text import Hearing, Language, t
from kiosk.ui.announcing import joined
from kiosk.ui.field import Field
from tests.ui.conftest import Kiosk, Opener
from tests.ui.test_keyboard import press


def told(widget: QWidget, what: QAccessible.Text) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(what)


def announced(kiosk: Kiosk) -> str:
    line = kiosk.window._scene.announcer
    assert QAccessible.queryAccessibleInterface(line).role() is QAccessible.Role.Notification
    parent = line.parentWidget()
    assert parent is not None
    assert QAccessible.queryAccessibleInterface(parent).role() is QAccessible.Role.StatusBar
    return told(line, QAccessible.Text.Name) if line.isVisibleTo(kiosk.window) else ""


def test_the_heading_tells_what_stands_below_it(opened: Opener) -> None:
    kiosk = opened("facts")
    heading = kiosk.window._scene.page.heading
    assert heading is not None
    about = told(heading, QAccessible.Text.Description)
    assert "Numbers in use. 7 numbers. As of today, 9:05." in about
    assert heading.accessibleName() not in about
    assert announced(kiosk) == ""


def test_a_mistake_is_announced_each_time_it_is_made(opened: Opener) -> None:
    kiosk = opened("phone")
    for _ in range(2):
        kiosk.desk.show(replace(kiosk.desk.stage, problem=t("Please look once more.")))
        assert announced(kiosk) == "Please look once more."
        kiosk.window._scene.announcer.hide()


def test_what_is_typed_is_told_to_the_visitor_alone_and_the_field_tells_it_when_asked(
    opened: Opener, qtbot: QtBot
) -> None:
    kiosk = opened("phone")
    press(kiosk, qtbot, Qt.Key.Key_1)
    assert announced(kiosk) == "One digit is typed."
    kiosk.desk.show(replace(kiosk.desk.stage, hearing=Hearing.HEADPHONES))
    press(kiosk, qtbot, Qt.Key.Key_3)
    assert announced(kiosk) == "3."
    field = kiosk.window.findChild(Field)
    assert field is not None
    assert told(field, QAccessible.Text.Name) == field.accessibleName() != "Nothing is typed yet"


def test_a_wait_is_announced(opened: Opener) -> None:
    kiosk = opened("choose-4")
    kiosk.window._patience.busy = True
    kiosk.window._show_status()
    assert announced(kiosk) == "One moment."


def test_sentences_are_joined_as_the_language_has_it() -> None:
    assert joined(["Now", "Are you there?"], Language.EN) == "Now. Are you there?"
    assert joined(["现在", "您还在吗？"], Language.ZH_CN) == "现在。您还在吗？"
