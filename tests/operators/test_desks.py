"""From settings to operators: what each can do here, and settings that stop the start."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from joserfc.jwk import ECKey, OctKey, OKPKey

from kiosk.operators.client import algorithm_of, private_key
from kiosk.operators.desks import display_of, operators_of
from kiosk.settings import HallSettings, OperatorSettings, Settings, SettingsError
from kiosk.text import Label, Language
from tests.operators.conftest import Clock, House, desks_for
from tests.operators.scripted import Scripted


def test_operators_say_what_they_can_do(house: House) -> None:
    found = {operator.id: operator for operator in operators_of(house.settings)}
    assert found["mobile"].signs_in
    assert found["mobile"].counts
    assert not found["broadnet"].signs_in
    assert not found["broadnet"].counts
    assert found["mobile"].hotline.value == "10086"


def test_an_operator_without_a_hall_is_named_itself() -> None:
    names = {"en": "Op"}
    (operator,) = operators_of(Settings(operators=(OperatorSettings(id="o", name=names, hotline="1"),)))
    assert operator.hall == operator.name == Label.of(names)


def test_hall_and_kiosk_are_named_on_the_phone() -> None:
    hall = HallSettings(name={"en": "Hall", "zh_CN": "厅"}, kiosk="K-9")
    assert display_of(Settings(hall=hall)) == {"hall": "厅", "kiosk": "K-9"}
    assert display_of(Settings(hall=hall, language=Language.EN))["hall"] == "Hall"
    assert display_of(Settings(hall=HallSettings(name={"zh_HK": "廳"})))["hall"] == "廳"


def test_an_authority_that_is_none_stops_the_start(scripted: Scripted, clock: Clock, tmp_path: Path) -> None:
    (operator,) = scripted.settings().operators
    assert operator.client is not None
    for path in (tmp_path / "none.pem", tmp_path / "garbage.pem"):
        (tmp_path / "garbage.pem").write_text("no certificate")
        client = msgspec.structs.replace(operator.client, ca_file=str(path))
        settings = Settings(operators=(msgspec.structs.replace(operator, client=client),))
        with pytest.raises(SettingsError, match=r"operators\[0\].client.ca_file"):
            desks_for(settings, clock)


@pytest.mark.parametrize(("curve", "algorithm"), [("P-256", "ES256"), ("P-384", "ES384"), ("P-521", "ES512")])
def test_the_algorithm_belongs_to_the_curve(curve: str, algorithm: str, tmp_path: Path) -> None:
    path = tmp_path / "key.pem"
    path.write_bytes(ECKey.generate_key(curve).as_pem(private=True))
    assert algorithm_of(private_key(path, "here")) == algorithm


def test_keys_of_another_kind_are_not_taken(tmp_path: Path) -> None:
    path = tmp_path / "key"
    kinds = [
        OctKey.generate_key(256).as_dict(private=True),
        OKPKey.generate_key("Ed25519").as_dict(private=True),
    ]
    for raw in (*(msgspec.json.encode(kind) for kind in kinds), b"\xff", b"{"):
        path.write_bytes(raw)
        with pytest.raises(SettingsError, match="'here'"):
            private_key(path, "here")
    with pytest.raises(SettingsError, match="'here'"):
        private_key(tmp_path / "nowhere", "here")


def test_whatever_changes_something_can_be_settled_by_its_name(house: House) -> None:
    names = [desk.name for desk in house.desks.commits]
    assert len(names) == len(set(names))
    assert {"visit", "fraud-report", "work-order"} <= set(names)
