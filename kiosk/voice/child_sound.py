"""Sound through a small player in a process of its own: ended at once, and nothing of it in a file."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from tempfile import TemporaryFile
from typing import IO, Protocol

# aplay reaches ALSA and, through its plugins, the sound servers; the others speak to a server directly.
PLAYERS = (
    ("aplay", "-q", "-"),
    ("paplay", "/dev/stdin"),
    ("pw-play", "/dev/stdin"),
)
WINDOWS_PLAYER = (
    sys.executable,
    "-c",
    "import sys, winsound; winsound.PlaySound(sys.stdin.buffer.read(), winsound.SND_MEMORY)",
)


class Sound(Protocol):
    """What plays: one sound at a time. Raises OSError where it cannot even begin."""

    def play(self, wav: bytes) -> None:
        """Begin to play, in place of what was playing."""

    def ended(self) -> bool | None:
        """Tell how it ended: True well, False badly, None while it plays."""

    def stop(self) -> None:
        """Be silent."""


class ChildSound:
    """Plays each sound by a command that reads a WAV file from its standard input."""

    def __init__(self, command: tuple[str, ...]) -> None:
        self._command = command
        self._child: subprocess.Popen[bytes] | None = None

    def play(self, wav: bytes) -> None:
        """Begin to play, in place of what was playing; raises OSError where the command cannot run."""
        self.stop()
        with _nameless_file() as sound:
            sound.write(wav)
            sound.seek(0)
            self._child = subprocess.Popen(
                self._command, stdin=sound, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
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
