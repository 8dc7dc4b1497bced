"""How the sandbox's companies answer a work order: in both languages, as a note and as the reason."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from kiosk.sandbox.brands import Brand
from kiosk.sandbox.moments import moment
from kiosk.sandbox.tariffs import Names

WORDS: Mapping[str, Names] = {
    "resolved": (
        "我们查过了，您说得对，已经改好了。让您费心，对不起。",
        "We have looked into it. You are right, and it is put right now. We are sorry.",
    ),
    "rejected": (
        "我们查过了。这件事是按您签的协议办的，这次不能同意。协议可以在营业厅再看一遍。",
        "We have looked into it. It was done as you had signed, so we cannot agree. "
        "You can read the paper again in any hall.",
    ),
}
"""What is written where nothing else is given, by the state it brings."""


def decided(
    document: Mapping[str, Any], status: str, when: datetime, brand: Brand, words: Names
) -> dict[str, Any]:
    """Return a ticket's document with a decision and what the company writes about it."""
    change = {"status": status, "changeDate": moment(when)}
    languages = ("zh_CN", "en")
    notes = [
        {"id": language, "author": brand.zh, "date": moment(when), "text": text}
        for language, text in zip(languages, words, strict=True)
        if text
    ]
    reason = {"changeReason": words[0][:256]} if words[0] else {}
    return {
        **document,
        "statusChange": [*document["statusChange"], change | reason],
        "note": [*document.get("note", ()), *notes],
    }
