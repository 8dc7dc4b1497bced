"""From the jack to the voice, through threads and all: welcomed within a second, silent within a tenth."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.devices.headphones import HeadphoneJack
from kiosk.devices.simulated_jack import SimulatedJack
from kiosk.text import Hearing
from kiosk.ui.pool import QtRunner
from tests.ui.blind import Blind, a_blind_visitor

WELCOME_WITHIN, SILENT_WITHIN = 1.0, 0.1  # seconds (accessibility requirements 14 and 15)
TIMES = 20


def plugged_in(blind: Blind, jack: SimulatedJack) -> float:
    """Put headphones in; returns the seconds until something is said."""
    begun = time.monotonic()
    jack.plug(True)
    while not blind.speaker.said:
        QApplication.processEvents()
    return time.monotonic() - begun


def pulled_out(blind: Blind, jack: SimulatedJack) -> float:
    """Pull them out while the window is busy with something else; returns the seconds until silence."""
    blind.speaker.reach(0)
    stops, begun = blind.speaker.stops, time.monotonic()
    jack.plug(False)
    while blind.speaker.stops == stops and time.monotonic() < begun + 3:
        time.sleep(0.0005)  # no event is processed
    return time.monotonic() - begun


def test_headphones_begin_a_visit_and_pulled_out_there_is_silence_whatever_the_window_does(
    qtbot: QtBot,
) -> None:
    runner, welcomes, silences = QtRunner(), list[float](), list[float]()
    with TemporaryDirectory() as folder, SimulatedJack(Path(folder) / "jack") as simulated:
        jack = HeadphoneJack(lambda: (Path(simulated.path),), lambda: None)
        with a_blind_visitor() as (blind, desk):

            def changed(plugged: bool) -> None:
                blind.private.hear(plugged)
                runner.post(partial(desk.reception.headphones, plugged))

            jack.watch(changed)
            for _ in range(TIMES):
                welcomes.append(plugged_in(blind, simulated))
                silences.append(pulled_out(blind, simulated))
                qtbot.waitUntil(lambda: desk.reception.stage.hearing is Hearing.SPEAKER, timeout=3000)
                desk.reception.end()
                desk.reception.end()
                assert desk.reception.stage.visit == 0
                blind.speaker.said.clear()
        jack.close()
    runner.close()
    print(f"welcome {median(welcomes) * 1000:.1f} ms, silence {median(silences) * 1000:.2f} ms")
    print(f"at most {max(welcomes) * 1000:.1f} ms and {max(silences) * 1000:.2f} ms")
    assert max(welcomes) < WELCOME_WITHIN
    assert max(silences) < SILENT_WITHIN
