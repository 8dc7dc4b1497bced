"""Reads a TOML file of the kiosk's data into what it must be; a mistake names the file."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec

from kiosk.settings import SettingsError
from kiosk.settings_file import in_a_sentence
from kiosk.toml_text import UnreadableError, tables_in, text_of

T = TypeVar("T")


def load_typed(path: Path, kind: type[T]) -> T:
    """Return what a file tells; raises SettingsError, which stops the start, with its line or key."""
    if not path.exists():
        raise SettingsError(f"{path} is not there.")
    try:
        return msgspec.convert(tables_in(text_of(path)), kind)
    except UnreadableError as error:
        where = f"{path}, line {error.line}:" if error.line else f"{path}"
        raise SettingsError(f"{where} {error.wrong}") from None
    except msgspec.ValidationError as error:
        raise SettingsError(f"{path}: {in_a_sentence(str(error))}") from error
