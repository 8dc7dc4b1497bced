"""Sound through a small player in a process of its own: ended at once, and nothing of it in a file."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Protocol

from kiosk.text import Hearing

# aplay reaches ALSA and, through its plugins, the sound servers; the others speak to a server directly.
PLAYERS = (
    ("aplay", "-q", "-"),
    ("paplay", "/dev/stdin"),
    ("pw-play", "/dev/stdin"),
)
CARD_OPTIONS = {"aplay": "--device=", "paplay": "--device=", "pw-play": "--target="}
WINDOWS_PLAYER = (
    sys.executable,
    "-c",
    "import sys, winsound; winsound.PlaySound(sys.stdin.buffer.read(), winsound.SND_MEMORY)",
)


@dataclass(frozen=True)
class Cards:
    """Where sound comes out, by the names that the player knows; "" is what it takes by itself."""

    loudspeaker: str = ""
    headphones: str = ""

    def of(self, hearing: Hearing) -> str:
        """Return the card for these ears."""
        return self.headphones if hearing is Hearing.HEADPHONES else self.loudspeaker


class Sound(Protocol):
    """What plays: one sound at a time. Raises OSError where it cannot even begin."""

    def play(self, wav: bytes, hearing: Hearing = Hearing.SPEAKER) -> None:
        """Begin to play for these ears, in place of what was playing."""

    def ended(self) -> bool | None:
        """Tell how it ended: True well, False badly, None while it plays."""

    def stop(self) -> None:
        """Be silent."""


class ChildSound:
    """Plays each sound by a command that reads a WAV file from its standard input.

    Sound for headphones that have a card of their own comes out there or nowhere, never on the loudspeaker.
    """

    def __init__(self, command: tuple[str, ...], cards: Cards | None = None) -> None:
        self._command, self._cards = command, cards or Cards()
        self._child: subprocess.Popen[bytes] | None = None

    def play(self, wav: bytes, hearing: Hearing = Hearing.SPEAKER) -> None:
        """Begin to play, in place of what was playing; raises OSError where the command cannot run."""
        self.stop()
        command = on_card(self._command, self._cards.of(hearing))
        with _nameless_file() as sound:
            sound.write(wav)
            sound.seek(0)
            self._child = subprocess.Popen(
                command, stdin=sound, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )

    def ended(self) -> bool | None:
        """Tell how it ended: True well, False badly, None while it plays."""
        code = self._child.poll() if self._child else 0
        return None if code is None else code == 0

    def stop(self) -> None:
        """Be silent: a killed player takes at most a few milliseconds."""
        if self._child:
            self._child.kill()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._child.wait(1)
            self._child = None


def _nameless_file() -> IO[bytes]:
    """Open a file that has no name anywhere; on Linux it is never on a disk."""
    return os.fdopen(os.memfd_create("sound"), "w+b") if sys.platform == "linux" else TemporaryFile()


def player_command(alsa: bool = True) -> tuple[str, ...] | None:
    """Return the command that plays here, or None; without ALSA cards the sound servers come first."""
    if sys.platform == "win32":
        return WINDOWS_PLAYER
    players = PLAYERS if alsa else PLAYERS[1:] + PLAYERS[:1]
    return next((player for player in players if shutil.which(player[0])), None)


def on_card(command: tuple[str, ...], card: str) -> tuple[str, ...]:
    """Return the command that plays on a card; where none is named, or its player knows none, as it is."""
    option = CARD_OPTIONS.get(Path(command[0]).name) if card else None
    return (command[0], f"{option}{card}", *command[1:]) if option else command
