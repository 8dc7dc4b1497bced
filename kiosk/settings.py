"""One TOML file, typed and checked: every key has a default; a bad one stops the start in one sentence."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

import msgspec
from msgspec import Meta, Struct

from kiosk.domain.panel import PANELS, Panel
from kiosk.text import Language

Names = dict[str, str]
Positive = Annotated[float, Meta(gt=0)]


class SettingsError(Exception):
    """The settings cannot be used; the message is one sentence that names the key."""


class _Checked(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Settings refuse keys they do not know, so that a misspelling is noticed."""


class HallSettings(_Checked, frozen=True):
    """The hall and this kiosk in it; both names are shown here and on the visitor's phone."""

    name: Names = msgspec.field(default_factory=lambda: {"zh_CN": "示范营业厅", "en": "Demonstration Hall"})
    kiosk: str = "K-01"
    call_command: tuple[str, ...] = ()
    """What to run to call staff; `on` or `off` is appended. Empty: the screen alone calls them."""


class PanelSettings(_Checked, frozen=True):
    """A profile by name, or a panel in numbers; numbers given here win over the profile's."""

    profile: Literal["portrait", "landscape", "compact"] = "portrait"
    width: Annotated[int, Meta(ge=640)] | None = None
    height: Annotated[int, Meta(ge=480)] | None = None
    pixels_per_mm: Positive | None = None
    lower_edge_mm: Annotated[float, Meta(ge=0)] | None = None
    viewing_mm: Positive | None = None

    def panel(self) -> Panel:
        """Return the panel that these settings describe."""
        base = PANELS[self.profile]
        return Panel(
            self.width or base.width,
            self.height or base.height,
            self.pixels_per_mm or base.pixels_per_mm,
            base.lower_edge_mm if self.lower_edge_mm is None else self.lower_edge_mm,
            self.viewing_mm or base.viewing_mm,
        )


class VoiceSettings(_Checked, frozen=True):
    """Which engine speaks: `auto` takes pyttsx3 where there is sound, and captions alone where not."""

    engine: Literal["auto", "pyttsx3", "silent"] = "auto"


class IdleSettings(_Checked, frozen=True):
    """Seconds without a touch before the kiosk asks, and seconds it then waits (requirement 20)."""

    ask_after: Positive = 180
    leave_after: Positive = 45


class SandboxSettings(_Checked, frozen=True):
    """The built-in operators of the practice mode; `host` 0.0.0.0 lets a phone in the same network in."""

    host: str = "0.0.0.0"  # noqa: S104 - fictional people only; a real phone must reach the sign-in page
    port: Annotated[int, Meta(ge=0, le=65535)] = 9091
    database: str = ""
    """An SQLAlchemy URL; empty: a fresh SQLite database in memory."""


class ClientSettings(_Checked, frozen=True):
    """How this kiosk signs in to one system's token endpoint, found through discovery."""

    issuer: str
    client_id: str = "service-hall-kiosk"
    client_authentication: Literal["private_key_jwt", "none"] = "private_key_jwt"
    client_key: str = ""
    """Path of a private key (PEM or JWK) for private_key_jwt."""
    key_id: str = ""
    scope: str = "openid"
    """Scopes asked for when a visitor signs in."""
    client_scope: str = ""
    """Scopes asked for when the kiosk acts for itself (client credentials); empty: as the server grants."""
    ca_file: str = ""
    """A private certificate authority to trust in place of the public ones."""


class OperatorApis(_Checked, frozen=True):
    """The base URL of each API; an empty one is not offered by this operator."""

    party: str = ""
    product_inventory: str = ""
    trouble_ticket: str = ""
    one_time_password: str = ""
    subscription_count: str = ""


class OperatorSettings(_Checked, frozen=True):
    """One operator: its names, its hotline and, where it is connected, its systems."""

    id: str
    name: Names
    hotline: str
    hall: Names = {}
    client: ClientSettings | None = None
    apis: OperatorApis = OperatorApis()


class NationalSettings(_Checked, frozen=True):
    """The national query by SMS; without a client the kiosk tells how to ask with one's own phone."""

    client: ClientSettings | None = None
    subscription_count: str = ""
    account_count: str = ""
    entrance: str = "https://getsimnum.caict.ac.cn/m/#/"
    """The public page that answers the same query on one's own phone; the QR of the guided way."""


class Settings(_Checked, frozen=True):
    """Everything that a hall can set."""

    language: Language = Language.ZH_CN
    state: str = ""
    """Folder of the outbox; empty: the user's state folder."""
    hall: HallSettings = HallSettings()
    panel: PanelSettings = PanelSettings()
    voice: VoiceSettings = VoiceSettings()
    idle: IdleSettings = IdleSettings()
    sandbox: SandboxSettings = SandboxSettings()
    operators: tuple[OperatorSettings, ...] = ()
    """Empty: the kiosk starts its built-in sandbox and says on screen that this is practice."""
    national: NationalSettings = NationalSettings()


def load_settings(path: Path | None) -> Settings:
    """Read and check the settings; raises SettingsError with one sentence that names the key."""
    if path is None:
        return Settings()
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path} is not written in UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path} is not TOML: {error}.") from error
    return checked(raw, str(path))


def checked(raw: object, source: str) -> Settings:
    """Turn plain data into settings; raises SettingsError with one sentence that names the key."""
    try:
        settings = msgspec.convert(raw, Settings)
    except msgspec.ValidationError as error:
        raise SettingsError(f"{source}: {_sentence(str(error))}") from error
    for problem in _problems(settings):
        raise SettingsError(f"{source}: {problem}")
    return settings


def _sentence(message: str) -> str:
    """Turn "Expected `int`, got `str` - at `$.panel.width`" into a sentence that begins with the key."""
    match = re.fullmatch(r"(.*?) - at `\$\.?(.*)`", message)
    told, key = (match[1], match[2]) if match else (message, "")
    unknown = re.fullmatch(r"Object contains unknown field `(.*)`", told)
    if unknown:
        full = f"{key}.{unknown[1]}" if key else unknown[1]
        return f"the key '{full}' is not known."
    missing = re.fullmatch(r"Object missing required field `(.*)`", told)
    if missing:
        full = f"{key}.{missing[1]}" if key else missing[1]
        return f"the key '{full}' is missing."
    told = re.sub(r"`([^`]*)`", lambda found: _plain(found[1]), told)
    told = told.replace("Expected", "must be", 1).replace("Invalid", "has an invalid", 1)
    return f"the key '{key}' {told}."


TYPES = {
    "int": "a whole number",
    "float": "a number",
    "str": "text",
    "bool": "true or false",
    "array": "a list",
    "object": "a table",
}


def _plain(kind: str) -> str:
    """Name a type in plain words: "int | null" is a whole number."""
    return " or ".join(TYPES.get(part, part) for part in kind.split(" | ") if part != "null")


def _problems(settings: Settings) -> list[str]:
    """Find what a type cannot tell; each problem is a sentence that names its key."""
    problems = []
    seen: set[str] = set()
    clients = [("national.client", settings.national.client)]
    for index, operator in enumerate(settings.operators):
        where = f"operators[{index}]"
        if operator.id in seen:
            problems.append(f"the key '{where}.id' repeats '{operator.id}'.")
        seen.add(operator.id)
        if not operator.name:
            problems.append(f"the key '{where}.name' needs a name in at least one language.")
        clients.append((f"{where}.client", operator.client))
        for api in operator.apis.__struct_fields__:
            problems += _url_problem(f"{where}.apis.{api}", getattr(operator.apis, api))
            if getattr(operator.apis, api) and operator.client is None:
                problems.append(f"the key '{where}.apis.{api}' needs '{where}.client' beside it.")
    for where, client in clients:
        if client is not None:
            problems += _client_problems(where, client)
    for api in ("subscription_count", "account_count", "entrance"):
        problems += _url_problem(f"national.{api}", getattr(settings.national, api))
    return problems


def _client_problems(where: str, client: ClientSettings) -> list[str]:
    problems = _url_problem(f"{where}.issuer", client.issuer)
    if client.client_authentication == "private_key_jwt" and not Path(client.client_key).is_file():
        problems.append(f"the key '{where}.client_key' must be the path of a private key file.")
    if client.ca_file and not Path(client.ca_file).is_file():
        problems.append(f"the key '{where}.ca_file' must be the path of a certificate file.")
    return problems


def _url_problem(where: str, url: str) -> list[str]:
    """Take https anywhere, and plain http on this very machine only."""
    if not url:
        return []
    try:
        parts = urlsplit(url)
        local = parts.hostname in {"localhost", "127.0.0.1", "::1"}
    except ValueError:
        return [f"the key '{where}' must be a web address."]
    if parts.scheme == "https" and parts.hostname:
        return []
    if parts.scheme == "http" and local:
        return []
    return [f"the key '{where}' must begin with https:// (http:// is for this machine alone)."]
