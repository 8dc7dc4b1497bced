"""Turning the pages of a list of TM Forum's APIs until everything was seen (TMF630)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol, TypeVar

from kiosk.domain.failures import Reason, Unavailable
from kiosk.domain.people import Access
from kiosk.operators.answers import Answer
from kiosk.operators.deadline import Deadline
from kiosk.operators.http import Call
from kiosk.operators.system import System

PAGE, MOST_PAGES = 50, 20


class _Named(Protocol):
    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_Named)


def every(
    system: System, access: Access | None, url: str, page: type[list[N]], by: Deadline, **query: str
) -> Iterator[N]:
    """Give everything on a list that is the visitor's, or, without access, on one that is public.

    A server that ignores the offset ends it too.
    """
    seen: set[str] = set()
    for _ in range(MOST_PAGES):
        answer = _page(system, access, url, {**query, "offset": str(len(seen))}, by)
        new = [one for one in answer.shaped(page) if one.id not in seen]
        seen.update(one.id for one in new)
        yield from new
        if not new or len(seen) >= _total(answer, len(seen), full=len(new) == PAGE):
            return
    raise Unavailable(Reason.BROKEN_ANSWER, f"{system.id}: a list without end")


def _page(system: System, access: Access | None, url: str, query: Mapping[str, str], by: Deadline) -> Answer:
    """Ask for one page; with the kiosk's own token a visitor's list must be narrowed to her."""
    asked = {**query, "limit": str(PAGE)}
    if access is None:
        return system.ask_as_kiosk(Call("GET", url, query=asked), by)
    if not access.token:
        asked["relatedParty.id"] = access.subject
    return system.ask(access, Call("GET", url, query=asked), by)


def _total(answer: Answer, seen: int, *, full: bool) -> int:
    """Return how many there are (X-Total-Count); where it is not told, a full page means more."""
    told = answer.headers.get("x-total-count", "")
    if told.isascii() and told.isdecimal():
        return int(told[:9])
    return seen + full
