"""The file of what guards against fraud: as shipped, a hall's own, and what stops the start."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk.domain.guard import Guard, GuardRoutes, SmsRoute
from kiosk.guard_file import GUARD, load_guard
from kiosk.settings import SettingsError

WHOLE = GUARD.read_text(encoding="utf-8")
NEEDED = WHOLE[: WHOLE.index("[[bank]]")]
KNOWN = 'source = "s"\nchecked = 2026-11-28'
DAY = date(2026, 11, 28)


def load(tmp_path: Path, text: str) -> Guard:
    file = tmp_path / "guard.toml"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    return load_guard(file)


def a_route(name: str, more: str) -> str:
    return f"{NEEDED}\n[company.10086.{name}]\n{more}\n{KNOWN}"


def test_the_file_that_is_shipped_has_all_four_companies_and_what_helps() -> None:
    guard = load_guard()
    assert set(guard.routes) == {"10086", "10010", "10000", "10099"}
    assert guard.routes_of("10086").abroad == SmsRoute("10086", "QXGJLH")
    assert guard.routes_of("10086").spam_off == SmsRoute("10086", "QXFSR")
    assert guard.routes_of("10010").spam is None and guard.routes_of("10010").wechat == "联通助理"
    assert guard.routes_of("10000").abroad == SmsRoute("10001", "KTFSR", partly=True)
    assert guard.routes_of("12345") == GuardRoutes()
    assert (guard.rescue.police, guard.rescue.police_line) == ("110", "96110")


def test_a_bank_without_a_hotline_is_left_out_until_a_hall_sets_it(tmp_path: Path) -> None:
    hotlines = [bank.hotline for bank in load_guard().banks]
    assert " ".join(hotlines) == "95588 95599 95566 95533 95580 95559 95555 95017 95188 95516"
    own = load(tmp_path, WHOLE.replace('hotline = ""', 'hotline = "96138"'))
    assert [bank.hotline for bank in own.banks][5] == "96138" and own.is_genuine("96138")


def test_a_file_that_notepad_saved_is_read(tmp_path: Path) -> None:
    assert load(tmp_path, "\ufeff" + WHOLE.replace("\n", "\r\n")) == load_guard()


def test_services_whose_names_cheats_borrow_are_known() -> None:
    guard = load_guard()
    for number in [
        "110",
        "119",
        "120",
        "122",
        "96110",
        "12381",
        "12321",
        "10699000",
        "10086",
        "10000",
        "95588",
        "95516",
        "12315",
    ]:
        assert guard.is_genuine(number)
    for number in ("0010086", "110110", "4009900990", ""):
        assert not guard.is_genuine(number)


def test_what_nobody_has_checked_for_a_year_is_counted(tmp_path: Path) -> None:
    guard = load(tmp_path, WHOLE.replace("2026-11-28", "2025-11-27", 1))
    assert guard.out_of_date(DAY) == 1 and guard.out_of_date(date(2026, 11, 27)) == 0
    assert load_guard().out_of_date(max(load_guard().checked) + timedelta(days=366)) == len(guard.checked)


def test_what_is_not_named_is_not_offered(tmp_path: Path) -> None:
    guard = load(tmp_path, a_route("abroad_off", 'to = "10086"\ntext = "KT"'))
    assert guard.routes == {"10086": GuardRoutes(abroad_off=SmsRoute("10086", "KT"))} and guard.banks == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[", "guard.toml, line 1: "),
        ("# \udcff", "guard.toml is not saved as UTF-8."),
        ("[company]", "the key 'rescue' is missing."),
        (f"{NEEDED}[company.mobile]", "the key 'company.mobile' must be a hotline, all digits."),
        (NEEDED.replace('"110"', '"1-1"'), "the key 'rescue.police.number' must be text matching"),
        (NEEDED.replace("checked = 2026-11-28", "", 1), "the key 'rescue.police.checked' is missing."),
        (a_route("span", 'to = "1"'), "the key 'company[...].span' is not known."),
        (a_route("spam", 'to = "10086"'), "the key 'company[...].spam.text' is missing."),
        (a_route("spam", 'to = "10086"\ntext = "A B"'), "spam.text' must be text matching"),
        (a_route("spam", 'to = "10086"\ntext = "{number}"'), "'company.10086.spam.text' has a {place} that"),
        (a_route("report", 'to = "10086"\ntext = "{number}{x}"'), "report.text' has a {place} that is not"),
        (a_route("report", 'to = "10086"\ntext = "{message}"'), "report.text' must have {number}."),
        (a_route("report", 'to = "10086"\ntext = "{number"'), "report.text' has a broken {place}."),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(SettingsError) as caught:
        load(tmp_path, text)
    assert told in str(caught.value)
    with pytest.raises(SettingsError, match="is not there"):
        load_guard(tmp_path / "nothing.toml")
