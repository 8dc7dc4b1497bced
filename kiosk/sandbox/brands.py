"""The four operators that the sandbox plays, and the national service beside them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Brand:
    """One issuer of the sandbox: an operator, or the national service."""

    id: str
    zh: str
    en: str
    hotline: str


OPERATORS = (
    Brand("mobile", "中国移动", "China Mobile", "10086"),
    Brand("unicom", "中国联通", "China Unicom", "10010"),
    Brand("telecom", "中国电信", "China Telecom", "10000"),
    Brand("broadnet", "中国广电", "China Broadnet", "10099"),
)
NATIONAL = Brand("national", "全国一证通查", "National one-ID query", "10699000")
BRANDS = {brand.id: brand for brand in (*OPERATORS, NATIONAL)}
