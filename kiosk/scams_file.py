"""Reads the tricks that go round: assets/scams.toml; a mistake stops the start with one sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct

from kiosk.domain.faults import Cheat
from kiosk.domain.scams import NONE_OF_THEM, Scam
from kiosk.domain.step_checks import Around, wrong_drawing, wrong_words
from kiosk.settings import SettingsError
from kiosk.text import Text
from kiosk.trees_in_use import around_here
from kiosk.typed_file import load_typed

SCAMS = Path(__file__).parent.parent / "assets" / "scams.toml"
PLAYED = {
    "authority": Cheat.POLICE,
    "shop": Cheat.SHOP,
    "relative": Cheat.RELATIVE,
    "investment": Cheat.INVESTMENT,
    "other": Cheat.OTHER,
}


class _Scam(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    name: Annotated[str, Meta(pattern=r"^[a-z-]+$")]
    say: str
    icon: str
    trick: Annotated[tuple[str, ...], Meta(min_length=1, max_length=2)]
    do: Annotated[tuple[str, ...], Meta(min_length=1, max_length=3)]
    picture: str
    shows: str
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
    """Read every trick in its order; raises SettingsError with one sentence that names key or trick."""
    scams = _told_in(path)
    for problem in _problems(scams, around_here()):
        raise SettingsError(f"{path}: {problem}")
    return scams


def sentences_in_scams(path: Path = SCAMS) -> Iterator[str]:
    """Give every sentence, for the catalogues; a project without such a file has none."""
    for scam in _told_in(path) if path.exists() else ():
        yield from (said.message for said in _sentences_of(scam))


def _told_in(path: Path) -> tuple[Scam, ...]:
    return tuple(one.scam() for one in load_typed(path, _File).scam)


def _sentences_of(scam: Scam) -> tuple[Text, ...]:
    return (scam.say, *scam.trick, *scam.todo, scam.shows)


def _problems(scams: tuple[Scam, ...], around: Around) -> Iterator[str]:
    """Find what a type cannot tell, and what no visitor may meet; each problem is a sentence."""
    names = Counter(scam.name for scam in scams)
    yield from (f"two tricks are named “{name}”; give one another name." for name in names if names[name] > 1)
    for scam in scams:
        yield from (f"the trick “{scam.name}” {wrong}" for wrong in _wrong_in(scam, around))


def _wrong_in(scam: Scam, around: Around) -> Iterator[str]:
    if scam.name == NONE_OF_THEM:
        yield "has the name of what is none of them; give it another."
    yield from wrong_drawing(scam.icon, "icons", around)
    yield from wrong_drawing(scam.picture, "pictures", around)
    for said in _sentences_of(scam):
        if not said.message.strip():
            yield "has an empty sentence; write it, or remove it."
        yield from (wrong for wrong, grave in wrong_words(said, around) if grave)
