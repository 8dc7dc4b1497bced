"""Enlisting a member of staff: from a PIN typed twice to the lines of the settings that know it again."""

from __future__ import annotations

import re
from collections.abc import Callable

from argon2 import PasswordHasher

FOUR_DIGITS = re.compile(r"[0-9]{4}")


def lines_for(number: str, ask: Callable[[str], str]) -> str:
    """Ask for the PIN twice, and return the TOML to paste; raises SystemExit with a sentence."""
    if not FOUR_DIGITS.fullmatch(number):
        raise SystemExit("A staff number has four digits, such as 0007.")
    pin = ask(f"A PIN of four digits for {number}: ")
    if not FOUR_DIGITS.fullmatch(pin):
        raise SystemExit("A PIN has four digits.")
    if ask("The same PIN again: ") != pin:
        raise SystemExit("The two PINs differ.")
    return f'[[staff]]\nnumber = "{number}"\npin_hash = "{PasswordHasher().hash(pin)}"'
