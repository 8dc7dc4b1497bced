"""The people of the sandbox: all invented. Area codes begin with 99, which no place in China has.

To add somebody, add a `Person` here; their ID number gets its check character by itself (GB 11643).
"""

from __future__ import annotations

from datetime import date, timedelta

from kiosk.sandbox.holdings import contract_details
from kiosk.sandbox.newcomers import NEWCOMERS
from kiosk.sandbox.persons import STRANGER, Holding, Person, Runs
from kiosk.sandbox.places import CHENGDU, GUANGZHOU, HANGZHOU, SHAOGUAN, URUMQI
from kiosk.sandbox.troubled import TROUBLED

FILM_COMPANY = ["影视公司", "A film company"]
RISK = (
    "系统发现这张卡可能有风险。要请您本人确认一下。",
    "The system saw a risk with this card. It asks you to confirm that it is yours.",
)
BROADBAND_GIVEN = contract_details(12900, 24, 30, ("千兆宽带和电视", "Fast broadband and television"))
PHONE_GIVEN = contract_details(5900, 24, 20, ("一部手机", "A phone")) | {
    "instalment": 80000,
    "lender": ["消费金融公司", "A finance company"],
}

PEOPLE = (
    Person(
        "wang-xiuying", "王秀英", "Wang Xiuying", date(1954, 3, 12), 28,
        "名下有一个号码，她不认识。", "One number under her name is unknown to her.",
        (
            Holding(
                "mobile", "13800130001", date(2009, 5, 18), GUANGZHOU, plan="ELD29",
                runs=(
                    Runs("addOn", "VRBT6", 36, details={"used": False}),
                    Runs("addOn", "VIP19", 14, details={"used": False, "soldBy": FILM_COMPANY}),
                    Runs("addOn", "CLOUD10", 20, details={"used": False}),
                    Runs("addOn", "KIN5", 60, details={"used": True}),
                ),
            ),
            Holding("mobile", "13800130002", date(2016, 9, 3), GUANGZHOU, plan="BASE8", network="4G"),
            Holding("mobile", "13800130003", date(2023, 11, 27), URUMQI, held_by=STRANGER, plan="NEW39"),
            Holding("mobile", "9900000001", date(2018, 2, 9), GUANGZHOU, "broadband", plan="BB50"),
            Holding("unicom", "18600130001", date(2013, 7, 22), GUANGZHOU, plan="BASE8"),
            Holding("broadnet", "19200130001", date(2022, 8, 1), GUANGZHOU, plan="ELD19"),
        ),
        accounts={"腾讯": 3, "阿里巴巴": 2, "抖音": 1, "京东": 1},
    ),
    Person(
        "chen-jianguo", "陈建国", "Chen Jianguo", date(1958, 6, 4), 37,
        "套餐合约还有7个月。", "His contract runs for seven more months.",
        (
            Holding(
                "telecom", "18900130002", date(2011, 4, 11), GUANGZHOU, plan="FAM129",
                runs=(
                    Runs("contract", "FAM129", months_left=7, details=BROADBAND_GIVEN),
                    Runs("addOn", "CALL3", 17, details={"used": True, "contract": "contract-fam129"}),
                ),
            ),
            Holding(
                "telecom", "9900000002", date(2025, 6, 20), GUANGZHOU, "broadband", plan="FAM129",
                bundled_with="18900130002",
            ),
            Holding(
                "unicom", "9900000003", date(2015, 3, 6), GUANGZHOU, "broadband", plan="BB50",
                status="pendingTerminate",
            ),
            Holding("mobile", "13800130004", date(2019, 10, 15), GUANGZHOU, plan="BASE8"),
        ),
        accounts={"腾讯": 2, "百度": 1},
    ),
    Person(
        "liu-min", "刘敏", "Liu Min", date(1981, 9, 30), 46,
        "听不见，靠文字和短信。", "She is deaf and lives by text.",
        (
            Holding("unicom", "18600130003", date(2014, 1, 8), HANGZHOU, plan="DIS15"),
            Holding("mobile", "13800130005", date(2020, 5, 5), HANGZHOU, plan="STD39"),
        ),
        accounts={"腾讯": 4, "阿里巴巴": 2, "美团": 1, "快手": 1},
        certificate=(2, 1),
    ),
    Person(
        "zhao-guifang", "赵桂芳", "Zhao Guifang", date(1956, 12, 21), 54,
        "移动号码登记在儿子名下。", "Her mobile number is registered to her son.",
        (Holding("telecom", "18900130005", date(2017, 6, 1), GUANGZHOU, plan="ELD19"),),
        accounts={"腾讯": 1},
    ),
    Person(
        "zhou-lei", "周磊", "Zhou Lei", date(1985, 2, 14), 19,
        "赵桂芳的儿子。", "The son of Zhao Guifang.",
        (
            Holding(
                "mobile", "13800130006", date(2012, 12, 12), GUANGZHOU, plan="STD59",
                runs=(Runs("contract", "STD59", months_left=9, details=PHONE_GIVEN),),
            ),
            Holding("mobile", "13800130007", date(2015, 2, 17), GUANGZHOU, held_by="zhao-guifang"),
        ),
        accounts={"腾讯": 5, "阿里巴巴": 3, "百度": 2, "京东": 1, "美团": 1},
    ),
    Person(
        "sun-deshun", "孙德顺", "Sun Deshun", date(1960, 8, 8), 71,
        "一个号码被保护性停机。", "One of his numbers was stopped to protect him.",
        (
            Holding(
                "mobile", "13800130008", date(2021, 3, 3), GUANGZHOU,
                status="suspended", stop_reason="protective", stop_note=RISK,
            ),
            Holding("unicom", "18600130008", date(2010, 10, 10), GUANGZHOU, plan="ELD29"),
        ),
        accounts={"腾讯": 2},
    ),
    Person(
        "ma-lihua", "马丽华", "Ma Lihua", date(1967, 5, 25), 62,
        "号码是四川的，人住在广州。", "Her number is from Sichuan; she lives in Guangzhou.",
        (
            Holding("telecom", "18900130009", date(2012, 5, 25), CHENGDU, plan="STD39"),
            Holding(
                "telecom", "18900130010", date(2008, 8, 18), CHENGDU,
                status="suspended", stop_reason="customerRequest", keep_number=True, plan="BASE5",
            ),
            Holding("mobile", "13800130010", date(2022, 6, 6), GUANGZHOU, plan="STD39"),
            Holding("mobile", "13800130016", date(2024, 2, 3), GUANGZHOU, held_by="lin-xiuzhen"),
        ),
        accounts={"腾讯": 3, "抖音": 2},
    ),
    Person(
        "li-weidong", "李卫东", "Li Weidong", date(1963, 1, 17), 93,
        "5小时前查过全国一证通查，昨天换过移动手机卡。",
        "He asked the national service five hours ago; his mobile SIM was changed yesterday.",
        (
            Holding("unicom", "18600130011", date(2009, 9, 9), GUANGZHOU, plan="STD59"),
            Holding(
                "mobile", "13800130011", date(2018, 1, 20), GUANGZHOU, plan="BASE8",
                sim_changed=timedelta(hours=20),
            ),
        ),
        accounts={"腾讯": 2, "京东": 1},
        asked_national=timedelta(hours=5),
    ),
    Person(
        "huang-yulan", "黄玉兰", "Huang Yulan", date(1965, 10, 6), 84,
        "主卡下面有一张副卡。", "Her main card has a sub-card.",
        (
            Holding("mobile", "13800130012", date(2010, 6, 30), GUANGZHOU, plan="FAM99"),
            Holding("mobile", "13800130013", date(2019, 6, 30), GUANGZHOU, sub_card_of="13800130012"),
            Holding(
                "mobile", "9900000004", date(2019, 6, 30), GUANGZHOU, "broadband", plan="FAM99",
                bundled_with="13800130012",
            ),
            Holding("broadnet", "19200130012", date(2023, 1, 5), GUANGZHOU, plan="STD39"),
        ),
        accounts={"腾讯": 2, "阿里巴巴": 1, "美团": 1},
    ),
    Person(
        "wu-changhai", "吴长海", "Wu Changhai", date(1948, 11, 2), 15,
        "欠费3个月，已停机。", "Three months in arrears, and stopped.",
        (
            Holding(
                "unicom", "18600130014", date(2006, 4, 1), SHAOGUAN,
                status="suspended", stop_reason="arrears", plan="STD59",
            ),
        ),
    ),
    Person(
        "he-shufen", "何淑芬", "He Shufen", date(1945, 7, 19), 66,
        "用2G老人机，身份证过期了。", "A 2G phone: calls and SMS only. Her ID card has run out.",
        (Holding("mobile", "13800130015", date(2004, 7, 19), SHAOGUAN, plan="BASE8", network="2G"),),
        card_expired=True,
    ),
    Person(
        "lin-xiuzhen", "林秀珍", "Lin Xiuzhen", date(1944, 4, 8), 32,
        "马丽华的母亲。她的号码登记在女儿名下。", "The mother of Ma Lihua, who owns her number.",
        (),
    ),
    *NEWCOMERS,
    *TROUBLED,
)  # fmt: skip
