"""More people of the sandbox: each brings one rule of contracts, stops or discounts to meet."""

from __future__ import annotations

from datetime import date, timedelta

from kiosk.sandbox.holdings import contract_details
from kiosk.sandbox.persons import Holding, Person, Runs
from kiosk.sandbox.places import CHENGDU, GUANGZHOU, HANGZHOU, SHAOGUAN

COURT = (
    "按法院的要求停机，请和办案法院联系。",
    "A court ordered this stop. Please speak with that court.",
)
SPECIAL = contract_details(5800, 60, 20, ("靓号8888", "The number ending in 8888")) | {"special": True}

NEWCOMERS = (
    Person(
        "feng-shulan", "冯淑兰", "Feng Shulan", date(1960, 2, 20), 28,
        "66岁，家里的宽带可以打八折。", "At 66 she may have her broadband for a fifth less.",
        (
            Holding("telecom", "18900130017", date(2016, 2, 20), GUANGZHOU, plan="FAM99"),
            Holding(
                "telecom", "9900000005", date(2016, 2, 20), GUANGZHOU, "broadband", plan="FAM99",
                bundled_with="18900130017",
            ),
            Holding("unicom", "18600130017", date(2012, 3, 1), GUANGZHOU, plan="BASE8"),
        ),
        accounts={"腾讯": 1},
    ),
    Person(
        "gao-zhiyuan", "高志远", "Gao Zhiyuan", date(1983, 4, 9), 13,
        "这个月已经改过一次套餐。", "He has changed his plan this month already.",
        (
            Holding(
                "mobile", "13800130018", date(2015, 4, 9), HANGZHOU, plan="STD59", next_plan="STD39",
                runs=(Runs("cap", "", 6, details={"limit": 5000}),),
            ),
        ),
        accounts={"腾讯": 2, "抖音": 1},
    ),
    Person(
        "deng-xiaohong", "邓小红", "Deng Xiaohong", date(1990, 11, 11), 46,
        "60天前从别的运营商转过来。", "She came from another operator 60 days ago.",
        (
            Holding(
                "unicom", "18600130019", timedelta(days=60), GUANGZHOU, plan="STD39",
                marks=("PORTED_IN",),
            ),
        ),
        accounts={"腾讯": 1, "美团": 1},
    ),
    Person(
        "xu-guoqiang", "许国强", "Xu Guoqiang", date(1959, 7, 7), 51,
        "一个号码按法院的要求停机。", "A court had one of his numbers stopped.",
        (
            Holding(
                "mobile", "13800130020", date(2017, 7, 7), GUANGZHOU,
                status="suspended", stop_reason="authority", stop_note=COURT,
            ),
            Holding("mobile", "13800130021", date(2020, 7, 7), GUANGZHOU, plan="BASE8"),
        ),
    ),
    Person(
        "tang-meifeng", "唐美凤", "Tang Meifeng", date(1972, 8, 18), 88,
        "靓号有协议；另一个号码是单位的。", "A special number with a promise; one is her company's.",
        (
            Holding(
                "unicom", "18600138888", date(2023, 8, 18), SHAOGUAN, plan="OLD58",
                runs=(Runs("contract", "OLD58", months_left=20, details=SPECIAL),),
            ),
            Holding(
                "unicom", "18600130022", date(2021, 3, 8), SHAOGUAN, plan="STD59",
                marks=("GROUP", "UNBILLED", "NOT_REAL_NAME"),
            ),
        ),
        accounts={"京东": 1},
    ),
    Person(
        "peng-yaqin", "彭雅琴", "Peng Yaqin", date(1971, 1, 30), 64,
        "手机丢了，号码已经挂失；还有业务在办。",
        "She lost a phone and had its number stopped; she waits for an order and an answer.",
        (
            Holding("mobile", "13800130024", date(2018, 1, 30), GUANGZHOU, plan="BASE8"),
            Holding(
                "mobile", "13800130023", date(2011, 1, 30), CHENGDU,
                status="suspended", stop_reason="lost",
            ),
        ),
        accounts={"腾讯": 2},
    ),
)  # fmt: skip
