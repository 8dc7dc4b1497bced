"""A clip of sign language beside the page: always at its upper right, and only for who wants it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImageReader, QMovie
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.domain.comfort import Comfort
from kiosk.ui.frame import Frame
from kiosk.ui.metrics import Metrics
from kiosk.visit.stage import Stage
from kiosk.voice.ports import SignClips

WIDE_MM, MOST, LEAST = 100, 0.27, 0.2
"""Width of a clip beside a page: so many millimetres, at most that share of the page; less on a low panel."""
TALL_MM, HIGHEST = 110, 0.2
"""Height of a clip above the page of an upright panel, in the same way."""


@dataclass(frozen=True)
class Room:
    """The frame of a screen with what it leaves for a clip; nothing where clips are not wanted."""

    frame: Frame
    clip: QRect


def room_for_signs(frame: Frame, metrics: Metrics, wanted: bool) -> Room:
    """Take the clip's place from the page: a band above it on upright panels, a column beside it else."""
    page, panel = frame.page, metrics.panel
    if not wanted:
        return Room(frame, QRect())
    if panel.portrait:
        tall = min(panel.px(TALL_MM), round(page.height() * HIGHEST))
        clip = QRect(page.x(), page.y(), page.width(), tall)
        return Room(replace(frame, page=page.adjusted(0, tall + metrics.gap, 0, 0)), clip)
    wide = min(panel.px(WIDE_MM), round(page.width() * (LEAST if metrics.low else MOST)))
    clip = QRect(page.right() + 1 - wide, page.y(), wide, page.height())
    return Room(replace(frame, page=page.adjusted(0, 0, -wide - metrics.gap, 0)), clip)


class SignSpot(QLabel):
    """Where somebody signs what the heading says; empty where nobody has signed it."""

    def __init__(self, place: QRect, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setGeometry(place)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._clip: Path | None = None
        self._movie: QMovie | None = None

    def play(self, clip: Path | None) -> None:
        """Play a clip as often as it says itself; one that plays already goes on."""
        if clip == self._clip:
            return
        self.clear()
        self._clip, self._movie = clip, None
        if clip is not None:
            self._movie = QMovie(str(clip), parent=self)
            self._movie.setScaledSize(largest(QImageReader(str(clip)).size(), self.size()))
            self.setMovie(self._movie)
            self._movie.start()

    @property
    def is_signing(self) -> bool:
        """Whether a clip is running."""
        return self._movie is not None and self._movie.state() is QMovie.MovieState.Running

    def again(self) -> None:
        """Play the clip from its beginning."""
        if self._movie is not None:
            self._movie.stop()
            self._movie.start()


def largest(clip: QSize, place: QSize) -> QSize:
    """Return the size at which a whole clip fits into a place; a clip that cannot be read takes none."""
    return clip.scaled(place, Qt.AspectRatioMode.KeepAspectRatio) if clip.isValid() else QSize(0, 0)


class Signing:
    """Has the clip of every screen played, while a visitor wants it and the hall has clips."""

    def __init__(self, clips: SignClips) -> None:
        self._clips = clips
        self._spot: SignSpot | None = None

    def room(self, frame: Frame, metrics: Metrics, comfort: Comfort) -> Room:
        """Return the frame with room for clips where they are wanted."""
        return room_for_signs(frame, metrics, comfort.signing and self._clips.any)

    def stand_in(self, scene: QWidget, room: Room) -> None:
        """Stand in a new scene."""
        self._spot = None if room.clip.isNull() else SignSpot(room.clip, scene)

    def show(self, stage: Stage) -> None:
        """Sign the heading, or the question whether anybody is there."""
        if self._spot is not None:
            said = stage.alert or stage.in_front.screen.title
            self._spot.play(self._clips.clip_for(said.message, stage.comfort.language))

    def again(self) -> None:
        """Sign it once more."""
        if self._spot is not None:
            self._spot.again()
