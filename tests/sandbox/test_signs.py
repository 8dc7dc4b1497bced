"""What the practice phone shows of a fault: enough to answer what a kiosk asks."""

from __future__ import annotations

import re
from html import unescape

import pytest
import requests

from kiosk.sandbox.conditions import Condition
from kiosk.sandbox.phone.sign_words import SIGN_WORDS
from kiosk.sandbox.running import RunningSandbox

PHONES = [one for one in Condition if not one.at_home]


def cards(sandbox: RunningSandbox, person: str, language: str = "zh_CN") -> list[str]:
    """Read the cards about phones and homes."""
    with requests.Session() as http:
        http.trust_env = False
        http.get(f"{sandbox.url}/phone?lang={language}", timeout=10)
        guard = http.cookies["guard"]
        http.post(f"{sandbox.url}/phone/person", {"guard": guard, "person": person}, timeout=10)
        live = unescape(http.get(f"{sandbox.url}/phone/live", timeout=10).text)
    return [re.sub(r"<[^>]*>", " ", one) for one in re.findall(r"<article.*?</article>", live)]


def lamps(card: str) -> list[str]:
    return re.findall(r"绿灯亮|绿灯闪|红灯闪|不亮", card)


def test_phones_and_homes_that_are_well(sandbox: RunningSandbox) -> None:
    phones = cards(sandbox, "wang-xiuying")
    assert len(phones) == 5
    assert "手机 …0001" in phones[0]
    assert "能打电话，能上网" in phones[0]
    assert "家里的宽带 …0001" in phones[-1]
    assert lamps(phones[-1]) == ["绿灯亮", "绿灯亮", "不亮", "绿灯亮"]


@pytest.mark.parametrize("condition", PHONES)
def test_every_fault_of_a_phone_is_told(sandbox: RunningSandbox, condition: Condition) -> None:
    sandbox.let("13800130027", condition.value)
    (card,) = cards(sandbox, "cao-deming")
    assert SIGN_WORDS[f"phone_{condition.value}"][0] in card
    assert "飞行模式关着" in card


@pytest.mark.parametrize(
    ("person", "told"),
    [
        ("cao-deming", ("无SIM卡", "旁边的人都有信号", "卡放进测试手机，也不能用")),
        ("qiu-meilan", ("无服务", "卡很干净", "卡放进测试手机，能用")),
        ("he-shufen", ("2G", "只能打电话、发短信")),
        ("wu-changhai", ("打不出去，也接不到", "卡放进测试手机，也是这样")),
        ("ye-xiufang", ("能接电话，打不出去",)),
    ],
)
def test_what_the_hall_can_try(sandbox: RunningSandbox, person: str, told: tuple[str, ...]) -> None:
    card = cards(sandbox, person)[0]
    assert [one for one in told if one not in card] == []


def test_the_card_of_a_broken_phone_is_no_better_where_it_is_stopped(sandbox: RunningSandbox) -> None:
    sandbox.let("18600130014", "phone-broken")
    assert "也是这样" in cards(sandbox, "wu-changhai")[0]


@pytest.mark.parametrize(
    ("condition", "lights"),
    [
        ("cut-fibre", ["绿灯亮", "不亮", "红灯闪", "不亮", "绿灯亮"]),
        ("no-light", ["绿灯亮", "不亮", "红灯闪", "不亮", "绿灯亮"]),
        ("modem-off", ["不亮", "不亮", "不亮", "不亮", "绿灯亮"]),
        ("weak-light", ["绿灯亮", "绿灯闪", "不亮", "绿灯闪", "绿灯亮"]),
        ("not-let-in", ["绿灯亮", "绿灯亮", "不亮", "不亮", "绿灯亮"]),
        ("slow", ["绿灯亮", "绿灯亮", "不亮", "绿灯亮", "绿灯亮"]),
        ("crowded", ["绿灯亮", "绿灯亮", "不亮", "绿灯亮", "绿灯亮"]),
        ("wifi-weak", ["绿灯亮", "绿灯亮", "不亮", "绿灯亮", "绿灯亮"]),
        ("box-off", ["绿灯亮", "绿灯亮", "不亮", "绿灯亮", "不亮"]),
    ],
)
def test_the_lights_at_home(sandbox: RunningSandbox, condition: str, lights: list[str]) -> None:
    sandbox.let("9900000010", condition)
    home = cards(sandbox, "jiang-guodong")[-1]
    assert lamps(home) == lights
    assert SIGN_WORDS[f"home_{condition}"][0] in home
    well = condition in {"weak-light", "slow", "crowded", "wifi-weak"}
    assert ("电视能看" in home, "电视没有画面" in home) == (well, not well)


def test_the_neighbours_know_of_an_outage(sandbox: RunningSandbox) -> None:
    assert "The neighbours have no internet either." in cards(sandbox, "han-fengqin", "en")[-1]
