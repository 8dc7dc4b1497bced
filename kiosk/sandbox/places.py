"""The places where the sandbox's numbers belong and its homes lie, in both languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """A city and its province, as a number's home."""

    province_zh: str
    province_en: str
    city_zh: str
    city_en: str
    country: bool = False
    """Whether repairs there may take as long as in the country."""


@dataclass(frozen=True)
class District:
    """An administrative division; its invented code begins with 99, which no place in China has."""

    area: str
    place: Place
    zh: str
    en: str

    @property
    def names(self) -> tuple[str, str]:
        """City and district in Chinese and English."""
        return f"{self.place.city_zh}市{self.zh}", f"{self.en}, {self.place.city_en}"


GUANGZHOU = Place("广东", "Guangdong", "广州", "Guangzhou")
SHAOGUAN = Place("广东", "Guangdong", "韶关", "Shaoguan", country=True)
HANGZHOU = Place("浙江", "Zhejiang", "杭州", "Hangzhou")
CHENGDU = Place("四川", "Sichuan", "成都", "Chengdu")
URUMQI = Place("新疆", "Xinjiang", "乌鲁木齐", "Urumqi")

LIWAN = District("990103", GUANGZHOU, "荔湾区", "Liwan District")
YUEXIU = District("990104", GUANGZHOU, "越秀区", "Yuexiu District")
HAIZHU = District("990105", GUANGZHOU, "海珠区", "Haizhu District")
BAIYUN = District("990111", GUANGZHOU, "白云区", "Baiyun District")
SHIXING = District("990222", SHAOGUAN, "始兴县", "Shixing County")
DISTRICTS = {one.area: one for one in (LIWAN, YUEXIU, HAIZHU, BAIYUN, SHIXING)}

HALL_AREA = YUEXIU.area
"""Where the demonstration hall lies."""

COUNTRY = frozenset(one.place.city_zh for one in DISTRICTS.values() if one.place.country)
"""The cities whose repairs may take as long as in the country."""
