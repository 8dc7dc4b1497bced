"""Everything that a visit with Orca needs; none of it touches the settings of whoever runs it."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kiosk.devices.simulated_reader import SimulatedReader
from kiosk.practice import today
from kiosk.sandbox.cards import LaidCards
from kiosk.sandbox.options import AT_ONCE, SandboxOptions
from kiosk.sandbox.running import RunningSandbox
from kiosk.text import Language
from tests.orca.listening import Listening
from tests.orca.window import Window
from tests.visits.at_spi import ROOT

PROGRAMS = ("orca", "dbus-run-session", "xvfb-run")
LONGEST_START, LONGEST_END = 60.0, 10.0  # seconds
ORCA = ("orca", "--disable", "key-echo")
"""How a hall starts Orca (docs/screen-readers.md): the kiosk itself tells what was typed."""


def missing() -> str:
    """Name the programs that are not installed here."""
    return ", ".join(name for name in PROGRAMS if shutil.which(name) is None)


@dataclass
class Stack:
    """A kiosk that is shown, Orca that reads it, and what a visitor has beside her keys."""

    window: Window
    orca: Listening
    sandbox: RunningSandbox
    cards: LaidCards
    database: Path

    def user_code(self) -> str:
        """Return the newest code of a sign-in by phone, as the camera of the phone would read it."""
        query = "SELECT user_code FROM device_grants ORDER BY rowid DESC LIMIT 1"
        with closing(sqlite3.connect(self.database)) as database:
            return str(database.execute(query).fetchone()[0])


@contextmanager
def a_stack(language: Language, more: str = "") -> Iterator[Stack]:
    """Start everything in a folder of its own; `more` are lines of the kiosk's settings."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        _private(place, language)
        listening, database = Listening(), place / "sandbox.sqlite"
        options = SandboxOptions(pace=AT_ONCE, database=f"sqlite:///{database}")
        with RunningSandbox(options) as sandbox, SimulatedReader() as reader, _orca(place, listening):
            settings = place / "kiosk.toml"
            settings.write_text(
                f'state = "{place}"\nlanguage = "{language}"\n[voice]\nengine = "screen-reader"\n{more}'
            )
            at = ["--sandbox-at", sandbox.url, sandbox.phone_url, "--card-reader-at", reader.path]
            with _kiosk(["--windowed", "--settings", str(settings), *at]):
                yield Stack(Window(), listening, sandbox, LaidCards(reader, today), database)


def _private(place: Path, language: Language) -> None:
    """Keep every program from the settings, the sound and the speech of whoever runs this."""
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"):
        (place / name).mkdir(mode=0o700)
        os.environ[name] = str(place / name)
    os.environ |= {
        "GSETTINGS_BACKEND": "memory",
        "SPEECHD_ADDRESS": f"unix_socket:{place}/none",
        "SPEECHD_CMD": f"{place}/none",
        "LANG": "C.UTF-8",
        "LANGUAGE": language,
        "QT_QPA_PLATFORM": "xcb",
    }


@contextmanager
def _orca(place: Path, listening: Listening) -> Iterator[None]:
    """Run Orca as a hall does, from when it has said that it is there."""
    command = [*ORCA, "--user-prefs", str(place / "orca"), "--debug", "--debug-file", listening.log]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as orca:
        try:
            if not listening.until(bool, LONGEST_START):
                raise TimeoutError("Orca did not start.")
            yield
        finally:
            _end(orca)


@contextmanager
def _kiosk(arguments: list[str]) -> Iterator[None]:
    command = [sys.executable, str(ROOT / "main.py"), *arguments]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as kiosk:
        assert kiosk.stderr is not None
        try:
            next(line for line in kiosk.stderr if '"window_shown"' in line)
            threading.Thread(target=kiosk.stderr.read, daemon=True).start()  # or it waits for room to write
            yield
        finally:
            _end(kiosk)


def _end(process: subprocess.Popen[Any]) -> None:
    """Let a process end, and end it where it does not."""
    process.terminate()
    try:
        process.wait(LONGEST_END)
    except subprocess.TimeoutExpired:
        process.kill()


def version_of_orca() -> str:
    """Return the version that Orca tells of itself."""
    told = subprocess.run(["orca", "--version"], capture_output=True, text=True, check=False)
    return told.stdout.strip() or json.dumps(told.stderr)
