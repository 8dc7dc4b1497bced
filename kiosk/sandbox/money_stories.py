"""What is special about some people's money: how much they use, what else they were charged, what is left.

Everything is told by number and in months back from the first bill that anybody asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kiosk.sandbox.tariffs import Names

Part = Literal["plan", "beyond", "other"]


@dataclass(frozen=True)
class Extra:
    """Something on one bill that no plan and no add-on explains."""

    months_back: int
    name: Names
    part: Part
    fen: int


@dataclass(frozen=True)
class Habit:
    """Hundredths of what the plan holds that somebody uses."""

    minutes: int
    megabytes: int
    messages: int = 0


GAME = ("游戏点数（别家公司代收）", "Game points, for another company")
ABROAD = ("境外上网流量", "Data used abroad")
OLD_CALLS = ("国际长途电话", "Calls abroad")

EXTRAS = {
    "+8613800130001": (Extra(0, GAME, "other", 1500), Extra(3, GAME, "other", 1500)),
    "+8618600130011": (Extra(0, ABROAD, "beyond", 29640),),
    "+8618600130014": (Extra(2, OLD_CALLS, "beyond", 360),),
}
"""Wang Xiuying's game that she never played, Li Weidong's sudden bill, Wu Changhai's calls."""

HABITS = {
    "+8613800130012": Habit(40, 104),
    "+8613800130015": Habit(140, 0),
    "+8618600130003": Habit(0, 60, 80),
}
"""Huang Yulan uses more data than her plan holds, He Shufen talks longer, Liu Min writes."""

CREDITS = {"+8618900130009": 8650}
"""Ma Lihua has money on her account."""

OWED_MONTHS = 3
"""The newest bills that somebody who is stopped for arrears has not paid."""
