"""The file of guarding messages: as it is shipped, and what stops the start where it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.guard import GuardRoutes, SmsRoute
from kiosk.guard_file import load_guards
from kiosk.settings import SettingsError


def test_the_file_that_is_shipped_has_all_four_companies() -> None:
    guards = load_guards()
    assert set(guards) == {"10086", "10010", "10000", "10099"}
    assert guards["10086"].abroad == SmsRoute("10086", "QXGJLH")
    assert guards["10010"].spam is None and guards["10099"].report is None


def load(tmp_path: Path, text: str) -> dict[str, GuardRoutes]:
    file = tmp_path / "guard.toml"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    return load_guards(file)


def test_what_is_not_named_is_not_offered(tmp_path: Path) -> None:
    guards = load(tmp_path, '["10086"]\nabroad_off = { to = "10086", text = "KT" }')
    assert guards == {"10086": GuardRoutes(abroad_off=SmsRoute("10086", "KT"))}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[", "guard.toml cannot be read: "),
        ("# \udcff", "guard.toml cannot be read: "),
        ("[mobile]", "guard.toml, mobile: a hotline must be of digits."),
        ("10086 = 1", "guard.toml, 10086: the key '' must be a table, got a whole number."),
        ('["10086"]\nspan = { to = "10086", text = "A" }', "10086: the key 'span' is not known."),
        ('["10086"]\nspam = { to = "10086" }', "10086: the key 'spam.text' is missing."),
        ('["10086"]\nspam = { to = "1-2", text = "A" }', "10086: the key 'spam.to' must be text matching"),
        ('["10086"]\nspam = { to = "10086", text = "A B" }', "the key 'spam.text' must be text matching"),
        ('["10086"]\nspam = { to = "10086", text = "{number}" }', "'spam.text' has a {place} that is not"),
        ('["10086"]\nreport = { to = "10086", text = "{number}{x}" }', "'report.text' has a {place} that"),
        ('["10086"]\nreport = { to = "10086", text = "{message}" }', "'report.text' must have {number}."),
        ('["10086"]\nreport = { to = "10086", text = "{number" }', "'report.text' has a broken {place}."),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(SettingsError) as caught:
        load(tmp_path, text)
    assert told in str(caught.value)
    with pytest.raises(SettingsError, match="cannot be read"):
        load_guards(tmp_path / "nothing.toml")
