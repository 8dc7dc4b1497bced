"""A small Chinese catalogue, so that tests of the script do not hang on the wording of the real one."""

from __future__ import annotations

from kiosk.catalogues import Catalogue
from kiosk.text import Language

CHINESE = Catalogue(
    Language.ZH_CN,
    {
        "{place}: {label}": ("第{place}个：{label}",),
        "{label}: {value}": ("{label}：{value}",),
        "One choice.": ("有{count}个选择。",),
        "choice": ("选项",),
        "number {place} of {count}": ("第{place}个，共{count}个",),
        "what the screen shows": ("屏幕上的内容",),
        "Taken.": ("收到了。",),
    },
)
ENGLISH = Catalogue(Language.EN, {})
