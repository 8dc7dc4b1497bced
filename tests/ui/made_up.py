"""Screens made up by chance, with short and long sentences, to try layouts nobody thought of."""

from __future__ import annotations

from random import Random
from typing import Any

from kiosk.screens import (
    Agree,
    Choose,
    Enter,
    Fact,
    Mark,
    Option,
    Picture,
    Row,
    Scan,
    Screen,
    Slip,
    Tally,
    Tell,
    Tone,
    Typed,
)
from kiosk.text import Text, just

HAN = "您的手机号码一共有几个请在这里看清楚再点下面的按钮工作人员会来帮忙不用着急"
LATIN = tuple(
    word
    for line in (
        "please look at the number on your phone",
        "and choose what you want to do next here with staff",
    )
    for word in line.split()
)
