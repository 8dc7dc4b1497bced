"""Cold start of the whole program, and the time from a touch to the picture that answers it."""

from __future__ import annotations

import argparse
import json
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import PySide6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.assembly import Surroundings, assemble, china_time
from kiosk.catalogues import words_of
from kiosk.domain.events import no_log
from kiosk.sandbox.profile import sandbox_settings
from kiosk.settings import Settings
from kiosk.ui.application import application
from kiosk.ui.pool import QtRunner
from kiosk.ui.window import KioskWindow

ROOT = Path(__file__).parent.parent


def spread(name: str, unit: str, values: Sequence[float]) -> None:
    """Print one figure with its spread."""
    if not values:
        return
    ordered = sorted(values)
    p95 = ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]
    print(
        f"{name:<44} median {statistics.median(ordered):7.1f}  p95 {p95:7.1f}"
        f"  min {ordered[0]:7.1f}  max {ordered[-1]:7.1f} {unit}  (n={len(ordered)})"
    )


def cold_start() -> float:
    """Start the program as a hall does; return ms until its first screen is painted and takes touches."""
    with TemporaryDirectory() as state:
        settings = Path(state) / "kiosk.toml"
        settings.write_text(
            f'state = "{state}"\n[voice]\nengine = "silent"\n[sandbox]\nhost = "127.0.0.1"\nport = 0\n'
        )
        command = [sys.executable, str(ROOT / "main.py"), "--windowed", "--settings", str(settings)]
        began = time.perf_counter()
        with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as kiosk:
            assert kiosk.stderr is not None
            for line in kiosk.stderr:
                if line.startswith("{") and json.loads(line)["event"] == "window_shown":
                    break
            took = (time.perf_counter() - began) * 1000
            kiosk.terminate()
            kiosk.stderr.read()
    return took


def touches(count: int) -> tuple[list[float], list[float]]:
    """Touch the first screens again and again; return ms to the pressed look, and to the next page."""
    app = application(["bench"])
    runner, pressed, turned = QtRunner(), list[float](), list[float]()
    operators, national = sandbox_settings("http://127.0.0.1:1")
    with TemporaryDirectory() as state:
        around = Surroundings(runner, no_log, time.monotonic, china_time, Path(state))
        kiosk = assemble(Settings(operators=operators, national=national), around, practice=True)
        clock = _Clock()
        panel = Settings().panel.panel()
        window = KioskWindow(
            kiosk.reception, panel, words_of, clock=clock, now_local=china_time, glossary=kiosk.glossary
        )
        window.open(full_screen=False)
        for turn in range(count):
            clock.now += 1
            if turn % 2 == 0:
                kiosk.reception.answer(kiosk.reception.stage.page, Settings().language)
            app.processEvents()
            target = window.childAt(_first_button(window))
            pressed.append(_timed(app, partial(QTest.mousePress, target, LEFT)))
            turned.append(_timed(app, partial(QTest.mouseRelease, target, LEFT)))
        window.finish()
        runner.close()
        kiosk.outbox.close()
    return pressed, turned


LEFT = Qt.MouseButton.LeftButton


class _Clock:
    """A clock that only moves when told, so that no touch counts as a tremor."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def _first_button(window: KioskWindow) -> QPoint:
    return next(rect.center() for _, role, usable, rect in window.controls() if usable and role == "Button")


def _timed(app: QApplication, act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    app.processEvents()
    return (time.perf_counter() - began) * 1000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--touches", type=int, default=100)
    options = parser.parse_args()
    print(f"{platform.platform()}, Python {platform.python_version()}, Qt {PySide6.__version__}")
    spread("cold start to the first usable screen", "ms", [cold_start() for _ in range(options.runs)])
    pressed, turned = touches(options.touches)
    spread("touch to the pressed look on screen", "ms", pressed)
    spread("release to the next page on screen", "ms", turned)


if __name__ == "__main__":
    main()
