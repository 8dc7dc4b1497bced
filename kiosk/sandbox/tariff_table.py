"""The neutral catalogue: fictional plans, add-ons and discounts that every operator of the sandbox sells."""

from __future__ import annotations

from datetime import date

from kiosk.sandbox.tariffs import BeyondFees, Tariff

_GB = 1024
_FIFTEEN, _TEN, _ELDERLY = BeyondFees(15, 500), BeyondFees(10, 500), BeyondFees(10, 500, capped=True)

TARIFFS = (
    Tariff(
        "BASE5", "99-1005", "plan",
        ("安心保号", "Number Keeper"),
        ("只保住号码，能接电话。", "It keeps your number and lets you take calls."),
        500, beyond=_TEN,
    ),
    Tariff(
        "BASE8", "99-1008", "plan",
        ("安心8元", "Basic 8"),
        ("每月30分钟电话，100兆流量。", "30 minutes of calls and 100 MB a month."),
        800, 30, 100, beyond=_FIFTEEN,
    ),
    Tariff(
        "ELD19", "99-2019", "plan",
        ("银发19", "Silver 19"),
        ("60岁以上，每月100分钟电话，5个G流量。", "From 60 years: 100 minutes and 5 GB a month."),
        1900, 100, 5 * _GB, beyond=_ELDERLY, age_from=60,
    ),
    Tariff(
        "ELD29", "99-2029", "plan",
        ("银发29", "Silver 29"),
        (
            "60岁以上，每月200分钟电话，10个G流量，打3个亲情号免费。",
            "From 60 years: 200 minutes and 10 GB a month, and three family numbers free.",
        ),
        2900, 200, 10 * _GB, beyond=_ELDERLY, age_from=60,
    ),
    Tariff(
        "DIS15", "99-3015", "plan",
        ("关爱15", "Care 15"),
        ("听力、言语残疾人用，每月500条短信。", "For people who cannot hear or speak: 500 messages a month."),
        1500, 30, 10 * _GB, 500, BeyondFees(10, 300), certificates=(2, 3, 7), recheck_months=12,
    ),
    Tariff(
        "DIS25", "99-3025", "plan",
        ("关爱25", "Care 25"),
        ("视力残疾人用，每月500分钟电话。", "For people who cannot see: 500 minutes a month."),
        2500, 500, 5 * _GB, beyond=BeyondFees(8, 500), certificates=(1, 7), recheck_months=12,
    ),
    Tariff(
        "STD39", "99-1039", "plan",
        ("畅享39", "Everyday 39"),
        ("每月100分钟电话，20个G流量。", "100 minutes of calls and 20 GB a month."),
        3900, 100, 20 * _GB, beyond=_FIFTEEN,
    ),
    Tariff(
        "STD59", "99-1059", "plan",
        ("畅享59", "Everyday 59"),
        ("每月200分钟电话，30个G流量。", "200 minutes of calls and 30 GB a month."),
        5900, 200, 30 * _GB, beyond=_FIFTEEN,
    ),
    Tariff(
        "FAM99", "99-4099", "plan",
        ("全家99", "Family 99"),
        ("每月500分钟电话，40个G流量，带宽带。", "500 minutes and 40 GB a month, with broadband at home."),
        9900, 500, 40 * _GB, beyond=_FIFTEEN, family=True, term_months=24, penalty_percent=30,
        downstream=300,
    ),
    Tariff(
        "FAM129", "99-4129", "plan",
        ("全家129", "Family 129"),
        (
            "每月800分钟电话，60个G流量，带千兆宽带和电视。",
            "800 minutes and 60 GB a month, with fast broadband and television.",
        ),
        12900, 800, 60 * _GB, beyond=_FIFTEEN, family=True, term_months=24, penalty_percent=30,
        downstream=1000, television=True,
    ),
    Tariff(
        "NEW39", "99-5039", "plan",
        ("新客39", "Welcome 39"),
        ("只给新客户，每月60个G流量。", "For new customers only: 60 GB a month."),
        3900, 100, 60 * _GB, beyond=_FIFTEEN, newcomers_only=True, term_months=24, penalty_percent=30,
        sold_until=date(2029, 12, 31),
    ),
    Tariff(
        "OLD58", "99-0058", "plan",
        ("长辈58", "Elders 58"),
        ("早年的套餐，现在不卖了。", "A plan of earlier years that is not sold any more."),
        5800, 150, 2 * _GB, beyond=_FIFTEEN, on_sale=False, sold_until=date(2025, 6, 30),
    ),
    Tariff(
        "VRBT6", "99-6006", "addOn",
        ("视频彩铃", "Video ring-back tone"),
        ("别人打您电话时，会看到一段视频。", "Callers see a video until you answer."), 600,
    ),
    Tariff(
        "VIP19", "99-6019", "addOn",
        ("视频会员", "Video membership"),
        ("在手机上看电影、电视剧。", "Films and series on your phone."), 1990,
    ),
    Tariff(
        "CLOUD10", "99-6010", "addOn",
        ("云盘", "Cloud storage"),
        ("把照片存到网上。", "It keeps your photos on the internet."), 1000,
    ),
    Tariff(
        "KIN5", "99-6005", "addOn",
        ("亲情网", "Family calls"),
        ("和家里人打电话不要钱。", "Calls with your family cost nothing."), 500,
    ),
    Tariff(
        "CALL3", "99-6003", "addOn",
        ("来电提醒", "Missed-call notice"),
        ("没接到的电话，发短信告诉您。", "A message tells you of calls you missed."), 300,
    ),
    Tariff(
        "DIS50-STD39", "99-7039", "discount",
        ("残疾人半价（畅享39）", "Half price with a disability (Everyday 39)"),
        ("有残疾人证，畅享39减一半。", "With the certificate you pay half of Everyday 39."),
        -1950, certificates=(1, 2, 3, 4, 5, 6, 7), only_with="STD39", recheck_months=12,
    ),
    Tariff(
        "DIS50-STD59", "99-7059", "discount",
        ("残疾人半价（畅享59）", "Half price with a disability (Everyday 59)"),
        ("有残疾人证，畅享59减一半。", "With the certificate you pay half of Everyday 59."),
        -2950, certificates=(1, 2, 3, 4, 5, 6, 7), only_with="STD59", recheck_months=12,
    ),
    Tariff(
        "ELD20-FAM99", "99-7099", "discount",
        ("银发宽带八折（全家99）", "Silver broadband, a fifth off (Family 99)"),
        ("60岁以上，宽带部分打八折。", "From 60 years the broadband part costs a fifth less."),
        -600, age_from=60, only_with="FAM99", recheck_months=24, sold_until=date(2029, 12, 31),
    ),
    Tariff(
        "ELD20-FAM129", "99-7129", "discount",
        ("银发宽带八折（全家129）", "Silver broadband, a fifth off (Family 129)"),
        ("60岁以上，宽带部分打八折。", "From 60 years the broadband part costs a fifth less."),
        -1000, age_from=60, only_with="FAM129", recheck_months=24, sold_until=date(2029, 12, 31),
    ),
    Tariff(
        "BB50", "99-8050", "broadband",
        ("家庭宽带", "Home broadband"),
        ("家里上网，300兆。", "Internet at home at 300 megabits."), 5000, downstream=300,
    ),
)  # fmt: skip

_BY_ID = {tariff.id: tariff for tariff in TARIFFS}


def tariff_with(id_: str) -> Tariff | None:
    """Return what has this id; None where the catalogue has nothing of the kind."""
    return _BY_ID.get(id_)
