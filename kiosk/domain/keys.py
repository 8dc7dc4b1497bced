"""What the keys of a keyboard or keypad do, and the names that the settings call them by."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kiosk.text import Code, Text, just, t

Keys = Mapping[str, tuple[str, ...]]
"""The names of the keys for each thing that a key can do."""

USUAL_KEYS: Keys = {
    "up": ("Up",),
    "down": ("Down",),
    "left": ("Left",),
    "right": ("Right",),
    "next": ("Tab",),
    "previous": ("Backtab",),
    "act": ("Enter", "Return", "Space"),
    "next_part": ("PageDown",),
    "previous_part": ("PageUp",),
    "keys": ("F12", "H"),
    "back": ("Escape",),
    "help": ("F1",),
    "again": ("F2",),
    "sentence": ("R", "MediaPrevious"),
    "pause": ("F4", "P", "MediaTogglePlayPause", "MediaPause", "MediaPlay"),
    "spell": ("F5",),
    "slower": ("F6", "Minus"),
    "faster": ("F7", "Plus", "Equal"),
    "softer": ("F8", "VolumeDown"),
    "louder": ("F9", "VolumeUp"),
    "talk": ("T", "MediaRecord"),
    "curtain": ("F11",),
    "adjust": ("F3",),
    "end": ("F10", "End"),
    "headphones_in": (),
    "headphones_out": (),
    "switch_move": ("F13",),
    "switch_take": ("F14",),
}

WHAT_KEYS_DO: Mapping[str, Text] = {
    "up": t("Go to what is above, or to the thing before"),
    "down": t("Go to what is below, or to the next thing"),
    "left": t("Go to what is on the left, or to the part before"),
    "right": t("Go to what is on the right, or to the next part"),
    "next": t("Go to the next thing to press"),
    "previous": t("Go to the thing to press before"),
    "act": t("Take what you are on"),
    "next_part": t("Turn to the next part of the page"),
    "previous_part": t("Turn to the part of the page before"),
    "keys": t("Have every key explained, until this key again"),
    "back": t("Go back one screen"),
    "help": t("Get help from a person"),
    "again": t("Hear this screen again"),
    "sentence": t("Hear the last sentence again"),
    "pause": t("Stop the voice, and let it go on"),
    "spell": t("Hear it sign by sign"),
    "slower": t("Speak slower"),
    "faster": t("Speak faster"),
    "softer": t("Speak softer"),
    "louder": t("Speak louder"),
    "talk": t("Speak to me, or stop"),
    "curtain": t("Cover the screen, or uncover it"),
    "adjust": t("Change text size, colours, voice or language"),
    "end": t("End your visit; nothing is kept"),
    "headphones_in": t("Headphones are put in"),
    "headphones_out": t("Headphones are pulled out"),
    "switch_move": t("Your switch that moves the frame"),
    "switch_take": t("Your switch that chooses what is in the frame"),
}

OTHER_KEYS = frozenset(
    {key for keys in USUAL_KEYS.values() for key in keys if len(key) > 1}
    | {"Home", "Insert", "Menu", "Pause", "Help", "Back", "Select", "Asterisk", "Slash", "NumberSign"}
    | {"Period", "Comma", "VolumeMute", "MediaNext", "MediaStop", "MediaRecord"}
)
LEGENDS = {
    "Escape": just(Code("Esc")),
    "PageDown": just("Page Down"),
    "PageUp": just("Page Up"),
    "Up": t("Arrow up"),
    "Down": t("Arrow down"),
    "Left": t("Arrow left"),
    "Right": t("Arrow right"),
    "Plus": t("Plus"),
    "Minus": t("Minus"),
}
"""What a key is called where it is not by its name."""


def is_key(name: str) -> bool:
    """Tell whether there is a key of this name that can be set; digits and X are for typing."""
    return name in OTHER_KEYS or re.fullmatch(r"F([1-9]|[12]\d|3[0-5])|[A-WYZ]", name) is not None


def keys_with(changed: Keys) -> Keys:
    """Return the usual keys with some things done by others; a key that is given away is taken back."""
    given = {key for keys in changed.values() for key in keys}
    usual = {what: tuple(key for key in keys if key not in given) for what, keys in USUAL_KEYS.items()}
    return usual | {what: tuple(keys) for what, keys in changed.items()}


def keys_without(what: str, keys: Keys) -> Keys:
    """Return the keys where one thing cannot be done: no key does it."""
    return {**keys, what: ()}


def legend(name: str) -> Text:
    """Return what a key is called; a few signs are read one by one."""
    return LEGENDS.get(name) or just(Code(name) if len(name) < 4 else name)
