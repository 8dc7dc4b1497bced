"""Which SMS guard a number: assets/guard.toml, checked; what is wrong stops the start with one sentence."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from string import Formatter
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from kiosk.domain.guard import GuardRoutes, SmsRoute
from kiosk.settings import SettingsError
from kiosk.settings_file import in_a_sentence

GUARD = Path(__file__).parent.parent / "assets" / "guard.toml"
HOTLINE = r"\d{3,20}"
PLACES = {"number", "message"}


class _Route(Struct, frozen=True, forbid_unknown_fields=True):
    to: Annotated[str, Meta(pattern=r"^[0-9]{3,20}$")]
    text: Annotated[str, Meta(pattern=r"^\S+$")]


class _Routes(Struct, frozen=True, forbid_unknown_fields=True):
    abroad: _Route | None = None
    abroad_off: _Route | None = None
    spam: _Route | None = None
    report: _Route | None = None


def load_guards(path: Path = GUARD) -> dict[str, GuardRoutes]:
    """Read the routes by hotline; raises SettingsError with one sentence that names the key."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:  # not there, not UTF-8, not TOML
        raise SettingsError(f"{path} cannot be read: {error}.") from error
    return {hotline: _checked(f"{path}, {hotline}", hotline, of_one) for hotline, of_one in raw.items()}


def _checked(where: str, hotline: str, raw: object) -> GuardRoutes:
    if not re.fullmatch(HOTLINE, hotline):
        raise SettingsError(f"{where}: a hotline must be of digits.")
    try:
        routes = msgspec.convert(raw, _Routes)
    except msgspec.ValidationError as error:
        raise SettingsError(f"{where}: {in_a_sentence(str(error))}") from error
    return GuardRoutes(
        **{name: _sms(where, name, getattr(routes, name)) for name in routes.__struct_fields__}
    )


def _sms(where: str, name: str, route: _Route | None) -> SmsRoute | None:
    """A report has {number} and may have {message}; nothing else has any place."""
    if route is None:
        return None
    try:
        places = {place for _, place, _, _ in Formatter().parse(route.text) if place is not None}
    except ValueError as error:
        raise SettingsError(f"{where}: the key '{name}.text' has a broken {{place}}.") from error
    if not places <= (PLACES if name == "report" else set()):
        raise SettingsError(f"{where}: the key '{name}.text' has a {{place}} that is not known.")
    if name == "report" and "number" not in places:
        raise SettingsError(f"{where}: the key 'report.text' must have {{number}}.")
    return SmsRoute(route.to, route.text)
