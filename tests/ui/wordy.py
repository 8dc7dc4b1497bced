"""Sample screens full of words of the trade, in three languages."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kiosk.screens import (
    Agree,
    Bar,
    Bars,
    Change,
    Choose,
    Enter,
    Fact,
    Option,
    Review,
    Screen,
    Steps,
    Tell,
    Typed,
)
from kiosk.text import Label, Text, just


def both(chinese: str, english: str, hong_kong: str = "") -> Text:
    """Return a sentence that knows its languages by itself."""
    return just(Label.of({"zh_CN": chinese, "zh_HK": hong_kong or chinese, "en": english}))


CONTRACT = both("您的合约还有5个月", "Your contract runs for 5 more months", "您的合約還有5個月")
LEAVING = both(
    "现在退出合约，要付违约金。",
    "If you leave the contract now, you pay a penalty.",
    "現在退出合約，要付違約金。",
)
PLAIN = both("不着急，慢慢看。", "No hurry, take your time.")
PLAN = both("套餐", "Plan")
FEE = both("月费", "Monthly fee", "月費")
DATA = both("流量", "Data")
FACTS = (
    Fact(label=PLAN, value=both("5G畅享套餐", "5G Joy plan", "5G暢享套餐"), note=CONTRACT),
    Fact(label=DATA, value=just("30GB")),
    Fact(label=FEE, value=just("59"), big=True),
)
WAYS = (
    Option(answer="bill", label=both("我的话费", "My phone bill", "我的話費"), icon="bill"),
    Option(answer="plan", label=both("换套餐", "Change my plan", "換套餐"), icon="refresh"),
)


def wordy() -> dict[str, Screen[Any]]:
    """Return a screen of each kind on which words of the trade stand."""
    tell = Tell(title=CONTRACT, body=(LEAVING, PLAIN, LEAVING), facts=FACTS)
    changes = (
        Change(label=FEE, now=just("99"), after=just("59"), big=True),
        Change(label=DATA, now=just("30GB"), after=just("20GB")),
    )
    bars = tuple(
        Bar(label=label, value=just(str(9 * i)), amount=9 * i) for i, label in enumerate((PLAN, DATA), 1)
    )
    return {
        "tell": tell,
        "choose": Choose(title=PLAIN, body=(LEAVING,), options=WAYS, help=CONTRACT),
        "agree": Agree(title=CONTRACT, body=(LEAVING,), facts=FACTS, yes=PLAIN, no=PLAIN),
        "review": Review(title=CONTRACT, body=(LEAVING,), changes=changes, yes=PLAIN, no=PLAIN),
        "bars": replace(tell, facts=(), bars=Bars(title=FEE, bars=bars)),
        "steps": replace(tell, facts=(), steps=Steps(steps=(PLAN, FEE, DATA), done=1)),
        "enter": Enter(title=CONTRACT, body=(LEAVING,), kind=Typed.CODE, length=6, parse=str),
        "plain": Tell(title=PLAIN, body=(PLAIN,)),
    }
