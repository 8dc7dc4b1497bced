"""What has changed about how a visit looks and sounds, said in a word: keys have no other answer."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain.comfort import SPEECH_RATES, VOLUMES, Comfort
from kiosk.text import Text, t


def what_changed(old: Comfort, new: Comfort) -> Iterator[Text]:
    """Say every change that the ear must be told of; what is only seen is seen."""
    if new.voice != old.voice:
        yield t("It reads to you") if new.voice else t("It is silent")
    if new.volume != old.volume:
        yield t("Loudness {number} of {count}.", number=new.volume + 1, count=len(VOLUMES))
    if new.rate != old.rate:
        yield t("Speed {number} of {count}.", number=new.rate + 1, count=len(SPEECH_RATES))
    if new.curtain != old.curtain:
        yield covered() if new.curtain else t("The screen can be seen again.")


def covered() -> Text:
    """Say that the screen is covered."""
    return t("The screen is covered.")
