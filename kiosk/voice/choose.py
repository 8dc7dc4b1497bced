"""Which speaker this machine gets: a voice where there is sound, captions alone where there is none."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from kiosk.domain.events import Log
from kiosk.voice.child_sound import Cards, ChildSound, Sound, player_command
from kiosk.voice.clips import there_are_clips
from kiosk.voice.ports import Speaker
from kiosk.voice.process_speaker import ProcessSpeaker
from kiosk.voice.speakers import LateSpeaker, SilentSpeaker
from kiosk.voice.worker_process import CLIPS, PYTTSX3

CARDS = Path("/proc/asound/cards")


Engine = Literal["auto", "pyttsx3", "silent", "screen-reader"]
UNVOICED = {"silent", "screen-reader"}
"""With these the kiosk itself says nothing."""


def choose_speaker(engine: Engine, log: Log, cards: Cards | None = None) -> Speaker:
    """Return the speaker of the settings, or captions alone where no voice can sound; `log` hears its faults.

    The rendered clips speak, with pyttsx3 behind them for what they cannot say, and again as the last resort
    should they fail. `pyttsx3` speaks alone, and even where no sound is found, for machines whose sound comes
    another way.
    """
    command = player_command(alsa=has_card(CARDS))
    if engine in UNVOICED or command is None or sound_is_missing(engine):
        return SilentSpeaker()

    def pyttsx3() -> Speaker:
        return ProcessSpeaker(PYTTSX3, ChildSound(command, cards), SilentSpeaker(), log)

    if engine == "pyttsx3" or not there_are_clips():
        return pyttsx3()
    return ProcessSpeaker(CLIPS, ChildSound(command, cards), LateSpeaker(pyttsx3), log)


def choose_ticks(engine: Engine, cards: Cards | None = None) -> Sound | None:
    """Return what plays the short sounds beside the voice, or None where nothing sounds."""
    command = player_command(alsa=has_card(CARDS))
    if engine in UNVOICED or command is None or sound_is_missing(engine):
        return None
    return ChildSound(command, cards)


def sound_is_missing(engine: Engine) -> bool:
    """Tell whether the settings want a voice that this machine cannot sound."""
    if engine in UNVOICED:
        return False
    return player_command(alsa=has_card(CARDS)) is None or (engine == "auto" and not there_is_sound())


def there_is_sound(cards: Path = CARDS, environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether this machine has a sound card or a sound server; other systems than Linux always do."""
    return sys.platform != "linux" or has_card(cards) or has_server(environment)


def has_card(cards: Path) -> bool:
    """Tell whether ALSA knows a card: a line such as " 0 [PCH            ]: HDA-Intel"."""
    try:
        return bool(re.search(r"(?m)^ *\d+ \[", cards.read_text(encoding="utf-8", errors="replace")))
    except OSError:
        return False


def has_server(environment: Mapping[str, str]) -> bool:
    """Tell whether PulseAudio or PipeWire listens for this user."""
    runtime = Path(environment.get("XDG_RUNTIME_DIR") or "/nonexistent")
    sockets = (runtime / "pulse" / "native", runtime / "pipewire-0")
    return bool(environment.get("PULSE_SERVER")) or any(socket.exists() for socket in sockets)
