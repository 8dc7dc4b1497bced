"""Reads what guards against fraud, assets/guard.toml or a hall's own; a mistake stops the start."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from string import Formatter
from typing import Annotated, Any

from msgspec import Meta, Struct

from kiosk.domain.guard import Bank, Guard, GuardRoutes, Rescue, SmsRoute
from kiosk.settings import Names, SettingsError
from kiosk.text import Label
from kiosk.typed_file import load_typed

GUARD = Path(__file__).parent.parent / "assets" / "guard.toml"
HOTLINE = r"\d{3,20}"
PLACES = {"number", "message"}
Number = Annotated[str, Meta(pattern=rf"^{HOTLINE}$")]
Word = Annotated[str, Meta(pattern=r"^\S+$")]


class _Known(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An entry tells where it is said, and when somebody last looked."""

    source: Annotated[str, Meta(min_length=1)]
    checked: date


class _Helps(_Known, frozen=True, kw_only=True):
    number: Number


class _Junk(_Helps, frozen=True, kw_only=True):
    wechat: Word


class _Dialled(_Known, frozen=True, kw_only=True):
    number: Annotated[str, Meta(pattern=r"^[0-9*#]+$")]


class _Rescue(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    police: _Helps
    police_line: _Helps
    warning: _Helps
    query: _Helps
    junk: _Junk
    forwarding_off: _Dialled


class _Genuine(_Known, frozen=True, kw_only=True):
    numbers: tuple[Number, ...]


class _Bank(_Known, frozen=True, kw_only=True):
    """A bank without a hotline is left out."""

    name: Names
    hotline: Annotated[str, Meta(pattern=rf"^({HOTLINE})?$")]


class _Route(_Known, frozen=True, kw_only=True):
    to: Number
    text: Word
    partly: bool = False


class _WeChat(_Known, frozen=True, kw_only=True):
    name: Word


class _Company(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    abroad: _Route | None = None
    abroad_off: _Route | None = None
    spam: _Route | None = None
    spam_off: _Route | None = None
    report: _Route | None = None
    wechat: _WeChat | None = None

    def routes(self) -> dict[str, _Route]:
        """Return the messages that are known, by their names."""
        named = {name: getattr(self, name) for name in self.__struct_fields__ if name != "wechat"}
        return {name: route for name, route in named.items() if route is not None}


class _File(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    rescue: _Rescue
    genuine: _Genuine
    bank: tuple[_Bank, ...] = ()
    company: dict[str, _Company] = {}


def load_guard(path: Path = GUARD) -> Guard:
    """Read the file; raises SettingsError with one sentence that names the key."""
    told = load_typed(path, _File)
    for problem in _problems(told):
        raise SettingsError(f"{path}: {problem}")
    return Guard(
        rescue=_rescue(told.rescue),
        banks=tuple(Bank(Label.of(bank.name), bank.hotline) for bank in told.bank if bank.hotline),
        routes={hotline: _routes(company) for hotline, company in told.company.items()},
        genuine=frozenset(told.genuine.numbers),
        checked=tuple(known.checked for known in _entries(told)),
    )


def _rescue(told: _Rescue) -> Rescue:
    numbers = {name: getattr(told, name).number for name in told.__struct_fields__}
    return Rescue(**numbers, junk_wechat=told.junk.wechat)


def _routes(company: _Company) -> GuardRoutes:
    routes: dict[str, Any] = {
        name: SmsRoute(route.to, route.text, route.partly) for name, route in company.routes().items()
    }
    return GuardRoutes(**routes, wechat=company.wechat.name if company.wechat else "")


def _entries(told: _File) -> Iterator[_Known]:
    """Give everything that somebody checks; a bank that is left out is nobody's concern."""
    yield from (getattr(told.rescue, name) for name in told.rescue.__struct_fields__)
    yield told.genuine
    yield from (bank for bank in told.bank if bank.hotline)
    for company in told.company.values():
        yield from company.routes().values()
        if company.wechat is not None:
            yield company.wechat


def _problems(told: _File) -> Iterator[str]:
    """Find what a type cannot tell; each problem is a sentence that names its key."""
    for hotline, company in told.company.items():
        if not re.fullmatch(HOTLINE, hotline):
            yield f"the key 'company.{hotline}' must be a hotline, all digits."
        for name, route in company.routes().items():
            if wrong := _wrong_places(route.text, report=name == "report"):
                yield f"the key 'company.{hotline}.{name}.text' {wrong}"


def _wrong_places(text: str, *, report: bool) -> str:
    """Say what is wrong with {places}: a report has {number} and may have {message}; nothing else has any."""
    try:
        places = {place for _, place, _, _ in Formatter().parse(text) if place is not None}
    except ValueError:
        return "has a broken {place}."
    if not places <= (PLACES if report else set()):
        return "has a {place} that is not known."
    return "must have {number}." if report and "number" not in places else ""
