"""People of the sandbox whose phones, lines or televisions do not work: each has another thing wrong."""

from __future__ import annotations

from datetime import date

from kiosk.sandbox.persons import Holding, Person
from kiosk.sandbox.places import BAIYUN, GUANGZHOU, HAIZHU, LIWAN, SHAOGUAN, SHIXING

TROUBLED = (
    Person(
        "xie-guiying", "谢桂英", "Xie Guiying", date(1951, 9, 2), 26,
        "家里的光纤断了。", "The fibre to her home is broken.",
        (
            Holding("mobile", "13800130025", date(2013, 9, 2), GUANGZHOU, plan="BASE8"),
            Holding(
                "mobile", "9900000006", date(2019, 9, 2), GUANGZHOU, "broadband", plan="BB50",
                district=HAIZHU, condition="cut-fibre",
            ),
        ),
    ),
    Person(
        "luo-jianhua", "罗建华", "Luo Jianhua", date(1962, 4, 23), 35,
        "家里的宽带很慢。", "His broadband at home is slow.",
        (
            Holding("unicom", "18600130025", date(2012, 4, 23), GUANGZHOU, plan="STD39"),
            Holding(
                "unicom", "9900000007", date(2020, 4, 23), GUANGZHOU, "broadband", plan="BB50",
                condition="slow",
            ),
        ),
        accounts={"腾讯": 1},
    ),
    Person(
        "song-yumei", "宋玉梅", "Song Yumei", date(1969, 11, 5), 48,
        "欠了钱：宽带停了，手机打不出去。", "She owes money: no broadband, and no calls out.",
        (
            Holding(
                "mobile", "13800130026", date(2015, 11, 5), GUANGZHOU, plan="FAM99",
                status="suspended", stop_reason="arrears", condition="calls-out-off",
            ),
            Holding(
                "mobile", "9900000008", date(2015, 11, 5), GUANGZHOU, "broadband", plan="FAM99",
                status="suspended", stop_reason="arrears", bundled_with="13800130026",
            ),
        ),
        accounts={"腾讯": 2},
    ),
    Person(
        "han-fengqin", "韩凤琴", "Han Fengqin", date(1957, 6, 14), 64,
        "她那一片的宽带和电视都坏了。", "Broadband and television are out in her whole district.",
        (
            Holding("telecom", "18900130026", date(2016, 6, 14), GUANGZHOU, plan="FAM129"),
            Holding(
                "telecom", "9900000009", date(2016, 6, 14), GUANGZHOU, "broadband", plan="FAM129",
                bundled_with="18900130026", district=BAIYUN,
            ),
        ),
    ),
    Person(
        "cao-deming", "曹德明", "Cao Deming", date(1949, 2, 8), 17,
        "手机卡坏了。", "His SIM card is broken.",
        (
            Holding(
                "mobile", "13800130027", date(2010, 2, 8), GUANGZHOU, plan="BASE8", condition="sim-broken",
            ),
        ),
    ),
    Person(
        "qiu-meilan", "邱美兰", "Qiu Meilan", date(1955, 8, 27), 82,
        "手机坏了，卡是好的。", "Her phone is broken; its card is good.",
        (
            Holding(
                "unicom", "18600130026", date(2014, 8, 27), GUANGZHOU, plan="ELD19",
                condition="phone-broken",
            ),
        ),
    ),
    Person(
        "pan-xiaodong", "潘晓冬", "Pan Xiaodong", date(1988, 12, 1), 53,
        "这个月的流量用完了。", "He has used up this month's data.",
        (
            Holding(
                "mobile", "13800130028", date(2018, 12, 1), GUANGZHOU, plan="STD39",
                condition="data-used-up",
            ),
        ),
        accounts={"腾讯": 3, "抖音": 2},
    ),
    Person(
        "ye-xiufang", "叶秀芳", "Ye Xiufang", date(1953, 3, 30), 44,
        "欠费了，能接不能打。", "In arrears: she can be called, but cannot call.",
        (
            Holding(
                "telecom", "18900130027", date(2011, 3, 30), GUANGZHOU, plan="BASE8",
                status="suspended", stop_reason="arrears", condition="calls-out-off",
            ),
        ),
    ),
    Person(
        "jiang-guodong", "蒋国栋", "Jiang Guodong", date(1959, 10, 19), 75,
        "电视没有画面，盒子没开。", "No picture on his television: its box is off.",
        (
            Holding("telecom", "18900130028", date(2017, 10, 19), GUANGZHOU, plan="FAM129"),
            Holding(
                "telecom", "9900000010", date(2017, 10, 19), GUANGZHOU, "broadband", plan="FAM129",
                bundled_with="18900130028", district=LIWAN, condition="box-off",
            ),
        ),
    ),
    Person(
        "shen-suzhen", "沈素珍", "Shen Suzhen", date(1950, 5, 16), 38,
        "住在县里，光纤的光太弱。", "She lives in the country; too little light comes through her fibre.",
        (
            Holding("mobile", "13800130029", date(2012, 5, 16), SHAOGUAN, plan="ELD19"),
            Holding(
                "mobile", "9900000011", date(2021, 5, 16), SHAOGUAN, "broadband", plan="BB50",
                district=SHIXING, condition="weak-light",
            ),
        ),
    ),
    Person(
        "ren-guilan", "任桂兰", "Ren Guilan", date(1961, 7, 3), 92,
        "宽带是好的，只是家里的Wi-Fi不好。", "Her broadband is good; only the Wi-Fi at home is bad.",
        (
            Holding("mobile", "13800130030", date(2016, 7, 3), GUANGZHOU, plan="STD39"),
            Holding(
                "mobile", "9900000012", date(2022, 7, 3), GUANGZHOU, "broadband", plan="BB50",
                condition="wifi-weak",
            ),
        ),
        accounts={"腾讯": 2, "京东": 1},
    ),
)  # fmt: skip
