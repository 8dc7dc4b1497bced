"""Whatever is asked and however it is answered: back leads to the same screens, and nothing is done twice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.failures import Reason, Refused, Unavailable
from kiosk.screens import Choose, Option, Review, Watch, commit, read, until_told
from kiosk.visit.faults import AfterFault
from kiosk.visit.outbox import State
from kiosk.visit.session import Session
from tests.visit.worlds import FakeDesk, a_stage, fate_of, title_of, words

Plan = list[tuple[str, str]]

PLANS: st.SearchStrategy[Plan] = st.lists(
    st.tuples(st.sampled_from(["ask", "read", "watch", "commit"]), st.sampled_from(["ok", "no", "lost"])),
    min_size=1,
    max_size=8,
)
MOVES = st.lists(st.sampled_from(["left", "right", "back"]), max_size=30)


def question(path: str) -> Choose[str]:
    return Choose(
        title=words(path), options=tuple(Option(answer=a, label=words(a)) for a in ("left", "right"))
    )


def sure(path: str) -> Review:
    return Review(title=words(f"{path}?"), yes=words("yes"), no=words("no"))


def answer_for(fate: str) -> object:
    return {"ok": "yes", "no": Refused(Reason.CONFLICT), "lost": Unavailable(Reason.TIMED_OUT)}[fate]


def said(fate: str) -> Callable[..., str]:
    def call(**_: object) -> str:
        answer = answer_for(fate)
        if isinstance(answer, Exception):
            raise answer
        return str(answer)

    return call


async def planned(plan: Plan, desks: list[FakeDesk]) -> str:
    path = ""
    for (kind, fate), desk in zip(plan, desks, strict=True):
        try:
            if kind == "ask":
                path += await question(f"{path}>{len(path)}")
            elif kind == "read":
                path += await read(said(fate))
            elif kind == "watch":
                watch: Watch[str, str, Any] = Watch(
                    (("k", until_told(said(fate))),), lambda _: question("w"), True
                )
                path += str(len((await watch).arrived))
            else:
                path += await commit(desk, path) if await sure(path) else "kept"
        except Refused:
            path += "refused"
    return path


def settle_faults(session: Session[Any]) -> None:
    """Leave every fault screen by its way to the start."""
    while session.screen is not None and session.journal is not None:
        if title_of(session) not in {"No answer just now", "We cannot go on here"}:
            return
        session.answer(AfterFault.STOP)
        return


@settings(deadline=None)
@given(PLANS, MOVES)
def test_back_then_the_same_answer_gives_the_same_screen(plan: Plan, moves: list[str]) -> None:
    desks = [FakeDesk(*[answer_for(fate)] * 200) for _, fate in plan]
    with a_stage() as stage:
        session = stage.walk(lambda: planned(plan, desks))
        for wish in moves:
            move: object = wish
            settle_faults(session)
            if stage.ends:
                break
            before = title_of(session)
            if move != "back":
                move = move == "left" if isinstance(session.screen, Review) else move
                session.answer(move)
                if not stage.ends and session.can_go_back:
                    after = title_of(session)
                    session.back()
                    if title_of(session) == before:
                        session.answer(move)
                        assert stage.ends or title_of(session) == after
            else:
                could = session.can_go_back
                session.back()
                assert could or title_of(session) == before


@settings(deadline=None)
@given(st.lists(st.sampled_from(["ok", "no", "lost"]), min_size=2, max_size=6))
def test_whatever_fails_a_commitment_is_sent_under_one_key_and_reaches_one_end(fates: list[str]) -> None:
    desk = FakeDesk(*[answer_for(fate) for fate in fates])
    with a_stage() as stage:
        session = stage.walk(lambda: planned([("commit", "ok")], [desk]))
        session.answer(True)
        assert len(set(desk.keys)) == 1
        expected = {"ok": State.DONE, "no": State.REFUSED}
        first = next((fate for fate in fates[:2] if fate != "lost"), "lost")
        assert fate_of(stage.outbox, desk.keys[0]) is expected.get(first, State.UNKNOWN)
        assert bool(stage.ends) is (first != "lost")
        assert first != "lost" or title_of(session) == "We do not know yet whether it arrived"


@settings(deadline=None)
@given(PLANS, MOVES)
def test_nothing_is_sent_that_was_not_agreed_to_on_a_review(plan: Plan, moves: list[str]) -> None:
    desks = [FakeDesk(*[answer_for(fate)] * 200) for _, fate in plan]
    agreed = 0
    with a_stage() as stage:
        session = stage.walk(lambda: planned(plan, desks))
        for wish in moves:
            settle_faults(session)
            if stage.ends:
                break
            reviewing = isinstance(session.screen, Review)
            if wish == "back":
                session.back()
                continue
            agreed += reviewing and wish == "left"
            session.answer(wish == "left" if reviewing else wish)
            assert len({key for desk in desks for key in desk.keys}) <= agreed
