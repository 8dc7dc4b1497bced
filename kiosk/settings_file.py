"""One TOML file, typed and checked: what is wrong stops the start in one sentence that names the key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from kiosk.domain.keys import USUAL_KEYS, Keys, is_key
from kiosk.settings import ClientSettings, Settings, SettingsError, SpeechSettings
from kiosk.text import Language


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
        raise SettingsError(f"{source}: {in_a_sentence(str(error))}") from error
    for problem in _problems(settings):
        raise SettingsError(f"{source}: {problem}")
    return settings


def in_a_sentence(message: str) -> str:
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
    problems += _language_problems("hall.name", settings.hall.name)
    problems += _port_problem("devices.id_card_reader", settings.devices.id_card_reader)
    problems += _port_problem("devices.code_scanner", settings.devices.code_scanner)
    problems += _jack_problem("devices.headphones", settings.devices.headphones)
    problems += _key_problems(settings.keys)
    if settings.signs.folder and not Path(settings.signs.folder).is_dir():
        problems.append("the key 'signs.folder' must name a folder.")
    problems += _speech_problems(settings.speech)
    problems += _staff_problems(settings)
    for index, operator in enumerate(settings.operators):
        where = f"operators[{index}]"
        if operator.id in seen:
            problems.append(f"the key '{where}.id' repeats '{operator.id}'.")
        seen.add(operator.id)
        problems += _language_problems(f"{where}.name", operator.name)
        problems += _language_problems(f"{where}.hall", operator.hall)
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


def _language_problems(where: str, names: Mapping[str, str]) -> list[str]:
    """Find names in languages that the kiosk does not speak."""
    unknown = [name for name in names if name not in set(Language)]
    return [f"the key '{where}.{name}' is no language; there are {', '.join(Language)}." for name in unknown]


def _speech_problems(speech: SpeechSettings) -> list[str]:
    """Find an engine without a model or a program, and models that are not there."""
    problems = _language_problems("speech.model", speech.model)
    for language, folder in speech.model.items():
        if not Path(folder).is_dir():
            problems.append(f"the key 'speech.model.{language}' must name a folder.")
    if speech.engine in {"whisper", "other"} and not speech.model:
        problems.append("the key 'speech.model' must name the folder of a model for each language.")
    if speech.engine == "other" and not speech.command:
        problems.append("the key 'speech.command' must name the program that listens.")
    return problems


def _staff_problems(settings: Settings) -> list[str]:
    """Find numbers that two members of staff would share."""
    numbers = [one.number for one in settings.staff]
    return [
        f"the key 'staff[{index}].number' repeats '{number}'."
        for index, number in enumerate(numbers)
        if number in numbers[:index]
    ]


def _port_problem(where: str, port: str) -> list[str]:
    """Take the name of any serial port, there or not: readers are plugged in and out."""
    if re.fullmatch(r"|/.+|COM\d+", port):
        return []
    return [f"the key '{where}' must be the path of a serial port, such as /dev/ttyUSB0 or COM3."]


def _jack_problem(where: str, jack: str) -> list[str]:
    """Take a jack by any path, there or not; a sound card can be plugged in later."""
    if re.fullmatch(r"auto|none|/.+", jack):
        return []
    return [f"the key '{where}' must be auto, none or a path, such as /dev/input/headphones."]


def _key_problems(keys: Keys) -> list[str]:
    """Find what no key can do, names of no key, and keys that would do two things."""
    problems = [f"the key 'keys.{what}' is not known." for what in keys if what not in USUAL_KEYS]
    seen: set[str] = set()
    for what, names in keys.items():
        for name in names:
            if not is_key(name):
                problems.append(f"the key 'keys.{what}' names '{name}', which is no key that can be set.")
            if name in seen:
                problems.append(f"the key 'keys.{what}' repeats '{name}'.")
            seen.add(name)
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
