"""The application: our own fonts, no scaling but ours, no style that surprises."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from kiosk.drawings import ASSETS
from kiosk.ui.piece import Names
from kiosk.ui.typeset import FAMILIES


def application(argv: Sequence[str], assets: Path = ASSETS) -> QApplication:
    """Make the application with the fonts of assets/fonts; once per process."""
    # Sizes come from the panel's millimetres: a desktop's own scaling would spoil them.
    os.environ["QT_ENABLE_HIGHDPI_SCALING"] = "0"
    os.environ.setdefault("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "1")
    running = QApplication(list(argv))
    running.setStyle("Fusion")
    running.setQuitOnLastWindowClosed(False)
    prepare(running, assets)
    return running


def prepare(running: QApplication, assets: Path = ASSETS) -> Names:
    """Load the fonts and the accessible names into a running application."""
    for path in sorted((assets / "fonts").glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(path))
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    running.setFont(font)
    names = Names()
    running.setProperty("accessible names", names)
    return names
