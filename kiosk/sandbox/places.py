"""The places where the sandbox's numbers belong, in both languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """A city and its province, as a number's home."""

    province_zh: str
    province_en: str
    city_zh: str
    city_en: str


GUANGZHOU = Place("广东", "Guangdong", "广州", "Guangzhou")
SHAOGUAN = Place("广东", "Guangdong", "韶关", "Shaoguan")
HANGZHOU = Place("浙江", "Zhejiang", "杭州", "Hangzhou")
CHENGDU = Place("四川", "Sichuan", "成都", "Chengdu")
URUMQI = Place("新疆", "Xinjiang", "乌鲁木齐", "Urumqi")
