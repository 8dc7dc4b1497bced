"""Reads a TOML file that people edit in Notepad; a mistake is told in plain words, with its line."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from pathlib import Path
from typing import Any

from kiosk.toml_mistakes import Spot, mistake_at

LARGEST = 1_000_000
"""Bytes; far more than any file that a person writes."""
NOT_UTF_8 = "is not saved as UTF-8. In Notepad: 另存为 → 编码 UTF-8."


class UnreadableError(Exception):
    """A file cannot be read; `wrong` says why, with the line it stands in, or 0."""

    def __init__(self, wrong: str, line: int = 0) -> None:
        super().__init__(wrong)
        self.wrong = wrong
        self.line = line


def text_of(path: Path) -> str:
    """Return what stands in a file, every line ended by a line feed alone; raises UnreadableError."""
    try:
        data = _bytes_of(path)
    except PermissionError:
        raise UnreadableError("may not be read; give its reader the right to.") from None
    except OSError as error:
        raise UnreadableError(f"cannot be read ({error.strerror}).") from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableError(NOT_UTF_8) from None
    if "\0" in text:
        raise UnreadableError(NOT_UTF_8)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _bytes_of(path: Path) -> bytes:
    if path.is_dir():
        raise UnreadableError("is a folder, not a file; move it elsewhere.")
    if path.is_symlink() and not path.exists():
        raise UnreadableError("is a link to a file that is not there; remove it.")
    if not path.is_file():
        raise UnreadableError("is no file; remove it.")
    if path.stat().st_size > LARGEST:
        raise UnreadableError("is far too large for a file that people write; move it elsewhere.")
    return path.read_bytes()


def tables_in(text: str) -> dict[str, Any]:
    """Return what a TOML text says; raises UnreadableError at its first mistake."""
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise UnreadableError("has brackets in brackets in brackets, too deep to be read.") from None
    except ValueError as error:
        spot = mistake_at(text, _offset(text, str(error)), str(error))
        wrong = f"{spot.wrong}; the rest is looked at once this is mended.\n{_shown(spot)}"
        raise UnreadableError(wrong, spot.line) from None


def _offset(text: str, error: str) -> int:
    """Return where in the text the reader stopped."""
    place = re.search(r"\(at line (\d+), column (\d+)\)$", error)
    if place is None:
        return len(text)
    line, column = map(int, place.groups())
    return sum(len(one) + 1 for one in text.split("\n")[: line - 1]) + column - 1


def _shown(spot: Spot) -> str:
    """Show the line with a ^ below the place; Han are two columns wide."""
    begin = max(0, len(spot.before) - 80)
    before, after = spot.before[begin:], spot.after[:60]
    wide = (2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in before)
    return f"    {before}{after}\n    {' ' * sum(wide)}^".replace("\t", " ")
