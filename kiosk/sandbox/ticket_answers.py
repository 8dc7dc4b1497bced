"""How the sandbox's companies answer a work order: in both languages, as a note and as the reason.

What they have written nobody else changes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from kiosk.sandbox.brands import Brand
from kiosk.sandbox.errors import Problem
from kiosk.sandbox.moments import moment
from kiosk.sandbox.tariffs import Names

Notes = Sequence[Mapping[str, Any]]

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


def notes_after(on_file: Notes, given: Notes, brand: Brand) -> list[Mapping[str, Any]]:
    """Return a ticket's notes after a customer gave some: hers as given, the company's as they stood.

    A PATCH of TMF621 is a merge (RFC 7396), which puts one list in the place of another; the company's notes
    may be sent again in it, or left out. Raises Problem where she writes in the company's name.
    """
    companys = [note for note in on_file if note.get("author") == brand.zh]
    in_its_name = [note["text"] for note in given if note.get("author") == brand.zh]
    if not {note["text"] for note in companys}.issuperset(in_its_name):
        raise Problem(400, "Only the company writes notes in its name.")
    return [*(note for note in given if note.get("author") != brand.zh), *companys]


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
