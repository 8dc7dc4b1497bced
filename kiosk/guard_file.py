"""Which SMS guard a number: assets/guard.toml, checked; what is wrong stops the start with one sentence."""

from __future__ import annotations

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
Digits = Annotated[str, Meta(pattern=r"^[0-9]{3,20}$")]
PLACES = {"number", "message"}


class _Route(Struct, frozen=True, forbid_unknown_fields=True):
    to: Digits
    text: Annotated[str, Meta(pattern=r"^\S+$")]


class _Routes(Struct, frozen=True, forbid_unknown_fields=True):
    abroad: _Route | None = None
    abroad_off: _Route | None = None
    spam: _Route | None = None
    report: _Route | None = None


def load_guards(path: Path = GUARD) -> dict[str, GuardRoutes]:
    """Read the routes by hotline; raises SettingsError with one sentence that names the key."""
    try:
        routes = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), dict[Digits, _Routes])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path} cannot be read: {type(error).__name__}.") from error
    except msgspec.ValidationError as error:
        raise SettingsError(f"{path}: {in_a_sentence(str(error))}") from error
    for hotline, of_one in routes.items():
        _check_places(f"{path}: the key '{hotline}", of_one)
    return {hotline: _as_routes(of_one) for hotline, of_one in routes.items()}


def _check_places(where: str, routes: _Routes) -> None:
    """A report names the number and has no strange places; nothing else has any."""
    for name in routes.__struct_fields__:
        route: _Route | None = getattr(routes, name)
        if route is None:
            continue
        try:
            places = {place for _, place, _, _ in Formatter().parse(route.text) if place is not None}
        except ValueError as error:
            raise SettingsError(f"{where}.{name}.text' has a broken {{place}}.") from error
        if places - PLACES if name == "report" else places:
            raise SettingsError(f"{where}.{name}.text' has a {{place}} that is not known.")
        if name == "report" and "number" not in places:
            raise SettingsError(f"{where}.{name}.text' must name {{number}}.")


def _as_routes(routes: _Routes) -> GuardRoutes:
    return GuardRoutes(**{name: _as_sms(getattr(routes, name)) for name in routes.__struct_fields__})


def _as_sms(route: _Route | None) -> SmsRoute | None:
    return None if route is None else SmsRoute(route.to, route.text)
