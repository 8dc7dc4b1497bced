"""Settings: defaults for everything, and one clear sentence for what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.panel import PANELS, Panel
from kiosk.settings import Settings, SettingsError
from kiosk.settings_file import load_settings
from kiosk.text import Language

GOOD = """
language = "en"
[hall]
kiosk = "K-07"
[panel]
profile = "compact"
viewing_mm = 700
[[operators]]
id = "mobile"
name = { en = "Mobile" }
hotline = "10086"
client = { issuer = "https://id.example", client_key = "KEY" }
[operators.apis]
party = "https://api.example/party/v4"
"""

STAFF = "[[staff]]\nnumber = '0007'\npin_hash = '$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHQ$aGFzaA'\n"


def load(tmp_path: Path, text: str | bytes) -> Settings:
    key = tmp_path / "key.pem"
    key.write_text("a key")
    file = tmp_path / "kiosk.toml"
    data = text.encode() if isinstance(text, str) else text
    file.write_bytes(data.replace(b"KEY", str(key).encode()))
    return load_settings(file)


def test_without_a_file_everything_has_a_default() -> None:
    settings = load_settings(None)
    assert settings == Settings() and settings.panel.panel() == PANELS["portrait"]
    assert settings.devices.id_card_reader == "" and settings.devices.id_card_baud == 115200
    assert settings.devices.code_scanner == "" and settings.devices.code_scanner_baud == 115200
    assert settings.hall.name["en"] == "Demonstration Hall" and settings.operators == ()


def test_a_file_sets_what_it_names(tmp_path: Path) -> None:
    settings = load(tmp_path, GOOD)
    assert settings.language is Language.EN and settings.hall.kiosk == "K-07"
    assert settings.panel.panel() == Panel(1280, 800, 3.866, 880, 700)
    assert settings.operators[0].client is not None
    assert load(tmp_path, "[panel]\nlower_edge_mm = 0").panel.panel().lower_edge_mm == 0


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            '[speech]\nengine = "whisper"',
            "the key 'speech.model' must name the folder of a model for each language.",
        ),
        (
            '[speech]\nengine = "other"\nmodel = { en = "/" }',
            "the key 'speech.command' must name the program",
        ),
        ('[speech.model]\nen = "/nowhere"', "the key 'speech.model.en' must name a folder."),
        ('[speech.model]\nfr = "/"', "the key 'speech.model.fr' is no language"),
        ("langauge = 'en'", "the key 'langauge' is not known."),
        ("[hall]\nnmae = {}", "the key 'hall.nmae' is not known."),
        ("language = 'fr'", "the key 'language' has an invalid enum value 'fr'."),
        ("[panel]\nwidth = 'wide'", "the key 'panel.width' must be a whole number, got text."),
        ("[panel]\nwidth = 10", "the key 'panel.width' must be a whole number >= 640."),
        ("[[operators]]\nid = 'a'", "the key 'operators[0].name' is missing."),
        ("operators = 3", "the key 'operators' must be a list, got a whole number."),
        (
            GOOD.replace("https://id", "http://id"),
            "the key 'operators[0].client.issuer' must begin with https",
        ),
        (GOOD.replace("https://api", "ftp://api"), "the key 'operators[0].apis.party' must begin with https"),
        (
            GOOD.replace("https://api.example", "https://[x"),
            "the key 'operators[0].apis.party' must be a web",
        ),
        (GOOD.replace("KEY", "nowhere"), "the key 'operators[0].client.client_key' must be the path"),
        (GOOD.replace('"KEY" }', '"KEY", ca_file = "no" }'), "the key 'operators[0].client.ca_file' must be"),
        (GOOD.replace("name = { en", "name = {} #"), "the key 'operators[0].name' must be a table"),
        ("[hall]\nname = {zh = 'Hall'}", "the key 'hall.name.zh' is no language"),
        (
            "[signs]\nfolder = '/nowhere/at/all'",
            "the key 'signs.folder' must name a folder",
        ),
        (
            "[devices]\nid_card_reader = 'ttyUSB0'",
            "the key 'devices.id_card_reader' must be the path of a serial port",
        ),
        (
            "[devices]\ncode_scanner = 'ttyACM0'",
            "the key 'devices.code_scanner' must be the path of a serial port",
        ),
        (
            "[devices]\nheadphones = 'jack'",
            "the key 'devices.headphones' must be auto, none or a path, such as /dev/input/headphones.",
        ),
        ("[keys]\npuase = ['P']", "the key 'keys.puase' is not known."),
        ("[keys]\npause = ['7']", "the key 'keys.pause' names '7', which is no key that can be set."),
        ("[keys]\npause = ['P']\nhelp = ['P']", "the key 'keys.help' repeats 'P'."),
        ("[keys]\npause = 'P'", "the key 'keys[...]' must be a list, got text."),
        ("[devices]\nid_card_baud = 1200", "the key 'devices.id_card_baud' has an invalid enum value 1200."),
        ("[idle]\nask_after = inf", "the key 'idle.ask_after' must be a number <= 3600"),
        ("[national]\nentrance = ''", "the key 'national.entrance' must be text"),
        (GOOD + GOOD[GOOD.index("[[") :], "the key 'operators[1].id' repeats 'mobile'."),
        (GOOD.replace("client =", "#"), "the key 'operators[0].apis.party' needs 'operators[0].client'"),
        ("[national]\nentrance = 'http://elsewhere.example'", "the key 'national.entrance' must begin"),
        (
            "[national]\nclient = {issuer = 'https://n.example'}",
            "the key 'national.client.client_key' must be",
        ),
        ("[[staff]]\nnumber = '7'\npin_hash = 'x'", "the key 'staff[0].number' must be text matching"),
        (
            "[[staff]]\nnumber = '0007'\npin_hash = '2468'",
            "the key 'staff[0].pin_hash' must be text matching",
        ),
        (STAFF + STAFF, "the key 'staff[1].number' repeats '0007'."),
        ("a = = b", "is not TOML"),
        (b"\xff\xfe", "is not written in UTF-8"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence_that_names_the_key(
    tmp_path: Path, text: str | bytes, sentence: str
) -> None:
    with pytest.raises(SettingsError) as error:
        load(tmp_path, text)
    assert sentence in str(error.value)


@pytest.mark.parametrize("port", ["", "/dev/ttyUSB0", "COM3"])
def test_a_card_reader_is_set_by_its_port(tmp_path: Path, port: str) -> None:
    settings = load(tmp_path, f"[devices]\nid_card_reader = '{port}'\nid_card_baud = 9600")
    assert settings.devices.id_card_reader == port


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"kiosk\.toml cannot be read"):
        load_settings(tmp_path / "kiosk.toml")


def test_plain_http_is_for_this_machine_alone(tmp_path: Path) -> None:
    local = GOOD.replace("https://id.example", "http://127.0.0.1:9091/mobile")
    assert load(tmp_path, local).operators[0].client is not None
