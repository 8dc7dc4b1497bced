"""Everything in the window for one look: status, page, captions, bar, focus ring and the frame of a call."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from kiosk.screens import Welcome
from kiosk.ui.announcer import Announcer
from kiosk.ui.bar import BACK, END, Bar
from kiosk.ui.captions import Caption, CaptionStrip
from kiosk.ui.draft import Draft
from kiosk.ui.frame import Frame
from kiosk.ui.lens import Lens
from kiosk.ui.look import Look
from kiosk.ui.making import Deeds
from kiosk.ui.page import Page
from kiosk.ui.piece import Piece, Touchable, brush_for, rounded
from kiosk.ui.render import page_of
from kiosk.ui.ring import CallFrame, FocusRing
from kiosk.ui.status import StatusLine, signs_of
from kiosk.ui.talk_button import TalkButton
from kiosk.visit.stage import Stage


class Scene(QWidget):
    """The widgets of one look; another theme, size or language makes another scene."""

    def __init__(
        self,
        look: Look,
        frame: Frame,
        deeds: Deeds,
        bar_deeds: dict[str, Callable[[], None]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._look, self._frame = look, frame
        self.setFixedSize(look.metrics.panel.width, look.metrics.panel.height)
        self.setAutoFillBackground(True)
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Window, QColor(look.roles.ground))
        self.setPalette(palette)
        self.status = StatusLine(look, frame.status, self)
        self.page = Page(look, deeds, self)
        self.page.setGeometry(frame.page)
        self.captions = CaptionStrip(look, frame.caption_lines, frame.caption, self)
        self.captions.setVisible(frame.caption.height() > 0)
        self.status.raise_()
        self.talk = None if frame.talk.isNull() else TalkButton(look, bar_deeds["talk"], frame.talk, self)
        self.bar = Bar(look, bar_deeds, frame.bar, self)
        self.ring = FocusRing(look, self)
        self.call_frame = CallFrame(look, QRect(0, 0, self.width(), frame.bar.y()), self)
        self.announcer = Announcer(look, self.status)
        self.lens = Lens(look, frame.bar.top(), self)

    @property
    def look(self) -> Look:
        """How everything looks."""
        return self._look

    def show_stage(self, stage: Stage, draft: Draft) -> None:
        """Show a stage; what has not changed keeps its widgets, and with them focus and touch."""
        self.page.show_page(page_of(stage, self._look.words), draft, explains=stage.has_words_to_explain)
        self.bar.enable(BACK.key, stage.can_go_back)
        self.bar.enable(END.key, not isinstance(stage.screen, Welcome))
        self.call_frame.show_called(stage.helper_called)
        if self.talk is not None:
            self.talk.show_at_work(stage.talk.listening or stage.talk.thinking)

    def show_status(self, stage: Stage, busy: bool, *, resting: bool = False) -> None:
        """Show who is signed in, practice, a call for help, a wait, and whether the frame rests."""
        self.status.show_signs(signs_of(stage, busy, resting=resting))

    def show_caption(self, caption: Caption | None) -> None:
        """Show what is being said, or nothing."""
        self.captions.show_caption(caption)

    # ------------------------------------------------------------------ focus

    @property
    def around(self) -> list[Touchable]:
        """What can be pressed below every page: the button to speak where it is wanted, and the bar."""
        return [*([] if self.talk is None else [self.talk]), *self.bar.buttons]

    def stops(self) -> list[Touchable]:
        """Return what can be pressed now, in the order the keyboard walks: the page, then what is around."""
        return [button for button in (*self.page.buttons(), *self.around) if button.isEnabled()]

    def everything(self) -> list[tuple[int | None, Piece | Touchable]]:
        """Return all that can be heard or pressed now, with the part it stands on; the bar is on all."""
        around = [(None, button) for button in self.around]
        return [(part, thing) for part, thing in (*self.page.everything(), *around) if thing.isEnabled()]

    def place_of(self, widget: QWidget) -> QRect:
        """Return where a widget stands in the window."""
        return QRect(widget.mapTo(self, QPoint(0, 0)), widget.size())

    def focused(self) -> Touchable | Piece | None:
        """Return what has the keyboard within this scene."""
        widget = self.window().focusWidget()
        return widget if isinstance(widget, Touchable | Piece) and widget.isVisibleTo(self) else None

    def focused_key(self) -> Hashable:
        """Name what has the keyboard, so that it can be found again in another look."""
        widget = self.focused()
        return widget.key if isinstance(widget, Touchable | Piece) else None

    def focus(self, key: Hashable) -> None:
        """Give the keyboard to the thing of a key, or to the heading where it is gone."""
        read = [thing for part, thing in self.everything() if part == self.page.part]
        for thing in (*self.stops(), *read):
            if thing.key == key and key is not None:
                thing.setFocus()
                return
        if self.page.heading is not None:
            self.page.heading.setFocus()

    # ------------------------------------------------------------------ what the storyboard lists

    def listed(self) -> list[tuple[str, str, bool, QRect]]:
        """Return name, role, whether it can be used, and place, in the order they are walked."""
        found: list[tuple[str, str, bool, QRect]] = []
        for thing in self.page.things():
            if isinstance(thing, Piece) and thing.accessibleName():
                found.append((thing.accessibleName(), thing.role.name, True, self.place_of(thing)))
            elif isinstance(thing, Touchable):
                found.append(self._listed(thing))
            found.extend(self._listed(button) for button in thing.findChildren(Touchable))
        return found + [self._listed(button) for button in self.around]

    def _listed(self, button: Touchable) -> tuple[str, str, bool, QRect]:
        return (button.accessibleName(), "Button", button.isEnabled(), self.place_of(button))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Carry the caption strip on behind the status and the button that stand in it."""
        metrics, caption = self._look.metrics, self._frame.caption
        if (metrics.low or self.talk is not None) and caption.height():
            painter, roles = brush_for(self), self._look.roles
            strip = QRectF(0, caption.y(), metrics.panel.width, caption.height())
            rounded(painter, strip, 0, roles.sunken)
            rounded(
                painter, QRectF(0, caption.y(), metrics.panel.width, max(1, metrics.px(0.3))), 0, roles.line
            )
