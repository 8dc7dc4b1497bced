"""The Chinese of Hong Kong is made from the mainland's, with words and sentences that people put right."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from scripts import hong_kong
from scripts.hong_kong import ByHand, Usage

HOW = hong_kong.usage()


def mainland(*sentences: tuple[str | tuple[str, str], str]) -> Catalog:
    catalogue = Catalog(locale="zh_CN", charset="utf-8")
    for message, said in sentences:
        catalogue.add(message, (said,) if isinstance(message, tuple) else said)
    return catalogue


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("用短信验证码", "用短訊驗證碼"),
        ("您家的宽带", "您家的寬頻"),
        ("手机的信号", "手機的訊號"),
        ("像微信号", "像微信號"),
        ("换套餐，流量多一点", "換套餐，流量多一點"),
        ("中国移动", "中國移動"),
        ("别着急，我们一起查", "別着急，我們一起查"),
        ("旁边有个钟", "旁邊有個鐘"),
        ("重新签", "重新簽"),
        ("没有回音", "沒有回音"),
        ("用软的干刷子", "用軟的乾刷子"),
        ("说不清，问{name}", "說不清，問{name}"),
        ("户口、群众、脸面、面条", "戶口、群眾、臉面、麵條"),
        ("打视频电话，看视频", "打視像電話，看影片"),
    ],
)
def test_words_are_those_that_people_there_read(simplified: str, traditional: str) -> None:
    assert hong_kong.traditional(simplified, HOW) == traditional


def test_what_somebody_wrote_stands_until_its_simplified_sentence_changes() -> None:
    how = Usage({}, {}, {}, {"Go on": ByHand("Go on", "继续", "去下一步"), "Old": ByHand("Old", "旧", "舊")})
    source = mainland(("Go on", "继续"), (("{count} card", "{count} cards"), "{count}张卡"))
    made = hong_kong.catalogue_from(source, how)
    assert [entry.string for entry in made if entry.id] == ["去下一步", ("{count}張卡",)]
    assert list(hong_kong.outdated(source, how)) == ["Old"]
    assert list(hong_kong.outdated(mainland(("Go on", "接着办")), how)) == ["Go on", "Old"]
    assert list(hong_kong.outdated(source, HOW)) == list(HOW.by_hand)


def test_signs_of_names_have_one_form_each() -> None:
    names = hong_kong.names_of(HOW)
    assert names["动"] == "動" and names["钟"] == "鐘" and names["说"] == "說"
    assert not {"里", "干"} & set(names), "no one form of these is right"
    assert all(len(sign) == len(turned) == 1 for sign, turned in names.items())
    module: dict[str, dict[int, int]] = {}
    exec(hong_kong.names_module(names), module)
    assert "中国移动".translate(module["TO_TRADITIONAL"]) == "中國移動"


def test_signs_without_a_place_in_traditional_chinese_are_told_apart() -> None:
    assert all(map(hong_kong.is_simplified, "动这说"))
    assert not any(map(hong_kong.is_simplified, "動這說里着㩒A{。"))


def test_every_sentence_by_hand_is_written_for_one_that_is_said() -> None:
    root = Path(hong_kong.__file__).parent.parent
    assert all(hand.say and hand.simplified for hand in HOW.by_hand.values())
    assert (root / "kiosk" / "traditional.py").read_text(encoding="utf-8") == hong_kong.names_module(
        hong_kong.names_of(HOW)
    )
