"""Reads the tricks that go round: assets/scams.toml; a mistake stops the start with one sentence."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from kiosk.domain.faults import Cheat
from kiosk.domain.scams import Scam
from kiosk.settings import SettingsError
from kiosk.settings_file import in_a_sentence
from kiosk.text import Text

SCAMS = Path(__file__).parent.parent / "assets" / "scams.toml"
PLAYED = {
    "authority": Cheat.POLICE,
    "shop": Cheat.SHOP,
    "relative": Cheat.RELATIVE,
    "investment": Cheat.INVESTMENT,
    "other": Cheat.OTHER,
}
Words = Annotated[str, Meta(min_length=1)]


class _Scam(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    name: Annotated[str, Meta(pattern=r"^[a-z-]+$")]
    say: Words
    icon: Words
    trick: Annotated[tuple[Words, ...], Meta(min_length=1, max_length=2)]
    do: Annotated[tuple[Words, ...], Meta(min_length=1, max_length=3)]
    picture: Words
    shows: Words
    played: Literal["authority", "shop", "relative", "investment", "other"]

    def scam(self) -> Scam:
        """Return it with its words waiting for a language."""
        return Scam(
            name=self.name,
            say=Text(self.say),
            icon=self.icon,
            trick=tuple(map(Text, self.trick)),
            todo=tuple(map(Text, self.do)),
            picture=self.picture,
            shows=Text(self.shows),
            played=PLAYED[self.played],
        )


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    scam: Annotated[tuple[_Scam, ...], Meta(max_length=5)] = ()


def load_scams(path: Path = SCAMS) -> tuple[Scam, ...]:
    """Read every trick in its order; raises SettingsError with one sentence that names the key."""
    try:
        told = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), _File)
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} cannot be read: {error}.") from error
    except msgspec.ValidationError as error:
        raise SettingsError(f"{path}: {in_a_sentence(str(error))}") from error
    return tuple(one.scam() for one in told.scam)


def sentences_in_scams(path: Path = SCAMS) -> Iterator[str]:
    """Give every sentence, for the catalogues; a project without such a file has none."""
    for scam in load_scams(path) if path.exists() else ():
        yield from (said.message for said in (scam.say, *scam.trick, *scam.todo, scam.shows))
