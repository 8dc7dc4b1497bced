"""The README's picture: four screens of the storyboard side by side."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.storyboard.board import Wanted, draw_storyboard
from kiosk.storyboard.stories import story_named

PICTURES = Path(__file__).parent.parent / "docs" / "pictures"
HEIGHT, GAP = 900, 36  # pixels
STORY = "bill-check"
SHOWN = (1, 3, 10, 15)


def main() -> None:
    """Walk the journey and put the chosen screens beside each other."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        draw_storyboard(Wanted(Path(folder), (story_named(STORY),)), print)
        screens = [QImage(str(Path(folder) / f"{STORY}-{number:02}.png")) for number in SHOWN]
        beside(screens).save(str(PICTURES / "kiosk.png"))


def beside(screens: list[QImage]) -> QImage:
    """Return the screens side by side, at one height."""
    smooth = Qt.TransformationMode.SmoothTransformation
    scaled = [screen.scaledToHeight(HEIGHT, smooth) for screen in screens]
    width = sum(screen.width() for screen in scaled) + GAP * (len(scaled) + 1)
    picture = QImage(width, HEIGHT + 2 * GAP, QImage.Format.Format_RGB32)
    picture.fill(QColor("#d9d4c8"))
    painter, left = QPainter(picture), GAP
    for screen in scaled:
        painter.drawImage(left, GAP, screen)
        left += screen.width() + GAP
    painter.end()
    return picture


if __name__ == "__main__":
    main()
