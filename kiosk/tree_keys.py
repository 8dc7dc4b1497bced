"""The keys of a tree's file: which may stand in the head, in a step and in an answer, and what each holds.

Whatever is found wrong is said at once, one sentence each, to people who are no programmers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from kiosk.domain.near_words import did_you_mean, nearest
from kiosk.domain.trees import About, Measurement, Order

Written = Mapping[str, object]
Finds = Callable[[str, object], Iterator[str]]
"""What is wrong with the value of a key."""
MEASUREMENTS = {one.word: one for one in Measurement}


@dataclass(frozen=True)
class Key:
    """What a key must hold, and whether it must be there."""

    finds: Finds
    needed: bool = False


def _sentence(key: str, value: object) -> Iterator[str]:
    if not isinstance(value, str):
        yield f"“{key}” must be in quotes."
    elif not value.strip():
        yield f"“{key}” is empty; write it, or remove the line."


def _sentences(key: str, value: object) -> Iterator[str]:
    if not isinstance(value, list):
        yield f'“{key}” must be a list: {key} = ["…"].'
        return
    for number, one in enumerate(value, 1):
        if not isinstance(one, str) or not one.strip():
            yield f"“{key}”, sentence {number}, must be a sentence in quotes."


def _yes_or_no(key: str, value: object) -> Iterator[str]:
    if not isinstance(value, bool):
        yield f"“{key}” must be true or false, without quotes."


def _whole(key: str, value: object) -> Iterator[str]:
    if not isinstance(value, int) or isinstance(value, bool):
        yield f"“{key}” must be a whole number, without quotes."


def _about(key: str, value: object) -> Iterator[str]:
    known = [str(one.value) for one in About]
    if not isinstance(value, str):
        yield f"“{key}” must be in quotes; it can be: {', '.join(known)}."
    elif value not in known:
        hint = did_you_mean(value, known, 0.6)
        yield f"“{key}” is “{value}”, and can be: {', '.join(known)}.{hint}"


def _order(key: str, value: object) -> Iterator[str]:
    return _one_of([str(one.value) for one in Order], "order", key, value)


def _measure(key: str, value: object) -> Iterator[str]:
    words = value if isinstance(value, list) else [value]
    if not words:
        yield f"“measure” is empty. There are: {', '.join(MEASUREMENTS)}."
    for word in words:
        yield from _one_of(list(MEASUREMENTS), "measurement", key, word)


def _one_of(known: list[str], what: str, key: str, value: object) -> Iterator[str]:
    if not isinstance(value, str):
        yield f"“{key}” must be in quotes. There are: {', '.join(known)}."
    elif value not in known:
        yield f"“{value}” is no {what}. There are: {', '.join(known)}.{did_you_mean(value, known)}"


def _answers(key: str, value: object) -> Iterator[str]:
    if not isinstance(value, list):
        yield f'“{key}” must be a list: {key} = [{{ say = "…", to = "…" }}, …].'
        return
    for number, one in enumerate(value, 1):
        if not isinstance(one, dict):
            yield f'answer {number} must be {{ say = "…", to = "…" }}.'
            continue
        said = one.get("say")
        name = f"answer {number} (“{said}”)" if isinstance(said, str) else f"answer {number}"
        yield from (f"{name}: {wrong}" for wrong in wrong_keys(one, ANSWER, "it"))


# -------------------------------------------------------------------------------- what there may be

SENTENCE, NEEDED = Key(_sentence), Key(_sentence, needed=True)
DRAWN = {"picture": SENTENCE, "shows": SENTENCE}
SHOWN = {"more": Key(_sentences), "help": SENTENCE, **DRAWN}
ANSWER = {"say": NEEDED, "to": NEEDED, "detail": SENTENCE, "icon": SENTENCE, **DRAWN}
ASKED = {"answers": Key(_answers, needed=True), "unsure": NEEDED, **SHOWN}
HEAD = {
    **dict.fromkeys(("title", "detail", "icon", "picture", "shows"), NEEDED),
    "place": Key(_whole, needed=True),
    "about": Key(_about, needed=True),
    "begin": NEEDED,
}
KINDS: dict[str, dict[str, Key]] = {
    "ask": {"ask": NEEDED, **ASKED},
    "look": {"look": NEEDED, **ASKED},
    "do": {"do": NEEDED, "next": NEEDED, "works": SENTENCE, "cannot": SENTENCE, **SHOWN},
    "order": {
        "order": Key(_order, needed=True),
        "found": NEEDED,
        "visit": Key(_yes_or_no),
        "code": SENTENCE,
        **SHOWN,
    },
    "solved": {"solved": NEEDED, "well": Key(_yes_or_no), **SHOWN},
    "measure": {"measure": Key(_measure, needed=True), "else": SENTENCE},
}
"""Beside `measure` every other key is an outcome."""


def wrong_keys(written: Written, keys: Mapping[str, Key], where: str) -> Iterator[str]:
    """Find keys that are not known, are missing, or hold something else; `where` names their place."""
    meant = set()
    for name in written:
        if name not in keys:
            near = nearest(name, [one for one in keys if one not in written])
            meant.add(near)
            hint = f". Did you mean “{near}”?" if near else f"; {where} may have: {', '.join(keys)}."
            yield f"there is no key “{name}”{hint}"
    for name, key in keys.items():
        if name in written:
            yield from key.finds(name, written[name])
    lacking = [f"“{name}”" for name, key in keys.items() if key.needed and name not in {*written, *meant}]
    if lacking:
        yield f"{where} lacks {', '.join(lacking)}."
    if "shows" in written and "picture" not in {*written, *meant} and not keys["picture"].needed:
        yield "“shows” stands without “picture”; name the picture, or remove it."


def kinds_of(step: Written) -> list[str]:
    """Return the kinds that a step says it is; one, where it is written well."""
    return [kind for kind in KINDS if kind in step]


def wrong_step(step: Written) -> Iterator[str]:
    """Find everything that is wrong with how a step is written, without a look at others."""
    kinds = kinds_of(step)
    if len(kinds) > 1:
        yield f"it is {' and '.join(f'“{kind}”' for kind in kinds)} at once; make two steps of it."
    elif not kinds:
        yield from _no_kind(step)
    elif kinds == ["measure"]:
        yield from _wrong_measure(step)
    else:
        yield from wrong_keys(step, KINDS[kinds[0]], f"“{kinds[0]}”")


def _no_kind(step: Written) -> Iterator[str]:
    meant = next(((name, near) for name in step if (near := nearest(name, KINDS))), None)
    if meant:
        yield f"there is no key “{meant[0]}”. Did you mean “{meant[1]}” for “{meant[0]}”?"
    else:
        yield f"it has none of: {', '.join(KINDS)}; write what it does."


def _wrong_measure(step: Written) -> Iterator[str]:
    for name in step:
        if name in SHOWN:
            yield f"“measure” has no screen, so no “{name}”; remove it."
        else:
            yield from KINDS["measure"].get(name, SENTENCE).finds(name, step[name])
