"""The engine: walking, going back, drifting, failing, waiting and committing."""

from __future__ import annotations

from contextlib import suppress

from kiosk.domain.events import Event
from kiosk.domain.failures import Reason, Refused, Unavailable
from kiosk.screens import (
    Agree,
    Choose,
    Enter,
    Failed,
    Journey,
    NotGood,
    Once,
    Option,
    Review,
    Step,
    Tell,
    Typed,
    Watch,
    Watched,
    commit,
    do,
    look,
    read,
    until_told,
)
from kiosk.visit.faults import AfterFault
from kiosk.visit.session import Session
from tests.visit.worlds import FakeDesk, HeldRunner, a_stage, title_of, words


def pick(title: str, *answers: str) -> Choose[str]:
    return Choose(title=words(title), options=tuple(Option(answer=a, label=words(a)) for a in answers))


def tell(title: str) -> Tell:
    return Tell(title=words(title))


async def two_questions() -> str:
    first = await pick("first", "a", "b")
    second = await pick(f"second after {first}", "c", "d")
    return first + second


def test_a_journey_is_walked_from_screen_to_screen() -> None:
    with a_stage() as stage:
        session = stage.walk(two_questions)
        assert title_of(session) == "first"
        session.answer("b")
        assert title_of(session) == "second after b"
        session.answer("c")
        assert stage.ends == ["bc"]


def test_back_cuts_the_last_answer_and_asks_it_again() -> None:
    with a_stage() as stage:
        session = stage.walk(two_questions)
        assert not session.can_go_back
        session.back()
        assert title_of(session) == "first"
        session.answer("a")
        session.back()
        assert title_of(session) == "first" and not session.can_go_back
        session.answer("b")
        assert title_of(session) == "second after b"


def test_an_answer_that_was_not_offered_leaves_the_screen_standing_with_a_reason() -> None:
    with a_stage() as stage:
        session = stage.walk(two_questions)
        session.answer("z")
        assert session.problem is not None and title_of(session) == "first"


def test_typed_digits_reach_the_journey_in_their_proper_form() -> None:
    def parse(typed: str) -> str:
        if len(typed) != 3:
            raise NotGood(words("three please"))
        return typed[::-1]

    async def type_it() -> str:
        return await Enter(
            title=words("digits"),
            kind=Typed.CODE,
            length=3,
            parse=parse,
            other=(Option(answer="none", label=words("none")),),
        )

    with a_stage() as stage:
        session = stage.walk(type_it)
        session.answer("12")
        assert session.problem == words("three please")
        session.answer("123")
        stage.walk(type_it).answer("none")
        assert stage.ends == ["321", "none"]


def test_reads_are_remembered_on_the_way_back_and_not_asked_again() -> None:
    asked = []

    def fetch() -> str:
        asked.append(1)
        return "news"

    async def journey() -> str:
        news = await read(fetch)
        await tell(news)
        return await pick("then", "x")

    with a_stage() as stage:
        session = stage.walk(journey)
        session.answer(None)
        session.back()
        assert title_of(session) == "news" and asked == [1]


def test_a_journey_that_asks_something_else_on_its_second_walk_has_drifted() -> None:
    walks = []

    async def fickle() -> None:
        walks.append(1)
        await tell(f"walk {len(walks)}")
        await tell("second")
        await tell("third")

    with a_stage() as stage:
        session = stage.walk(fickle)
        session.answer(None)
        session.answer(None)
        session.back()
        assert title_of(session) == "We cannot go on here"
        assert (Event.DEFECT, "Drifted") in stage.events.seen


def test_a_failed_read_offers_to_try_again_get_help_or_stop() -> None:
    answers: list[object] = [Unavailable(Reason.TIMED_OUT), Unavailable(Reason.BUSY), "at last"]

    def flaky() -> object:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def journey() -> object:
        return await read(flaky)

    with a_stage() as stage:
        session = stage.walk(journey)
        assert title_of(session) == "No answer just now"
        session.answer(AfterFault.HELP)
        assert stage.helped == [True]
        session.answer(AfterFault.AGAIN)
        assert title_of(session) == "No answer just now"
        session.answer(AfterFault.AGAIN)
        assert stage.ends == ["at last"]


def test_stopping_after_a_failed_read_breaks_the_journey_off() -> None:
    def broken() -> None:
        raise ValueError("a defect of ours")

    async def journey() -> None:
        await read(broken)

    with a_stage() as stage:
        stage.walk(journey).answer(AfterFault.STOP)
        assert stage.ends == [None]
        assert (Event.READ_FAILED, "ValueError") in stage.events.seen


def test_a_refusal_reaches_the_journey_and_is_remembered() -> None:
    def no() -> str:
        raise Refused(Reason.NOT_FOUND)

    async def journey() -> str:
        try:
            return await read(no)
        except Refused as refused:
            return await pick(f"sorry: {refused.reason.value}", "x", "y")

    async def longer() -> str:
        await journey()
        return await pick("more", "z")

    with a_stage() as stage:
        session = stage.walk(longer)
        session.answer("x")
        session.back()
        assert title_of(session) == "sorry: not_found"


def test_a_refusal_that_nobody_expected_has_a_plain_end() -> None:
    def no() -> str:
        raise Refused(Reason.NOT_ALLOWED)

    async def journey() -> str:
        answer: str = await read(no)
        return answer

    with a_stage() as stage:
        session = stage.walk(journey)
        assert title_of(session) == "We cannot go on here"
        session.answer(AfterFault.HELP)
        session.answer(AfterFault.STOP)
        assert stage.helped == [True] and stage.ends == [None]


def test_an_access_that_has_run_out_is_forgotten_and_nobody_walks_back_with_it() -> None:
    def no() -> str:
        raise Refused(Reason.SIGNED_OUT)

    async def journey() -> None:
        await tell("hello")
        with suppress(Refused):  # not even a journey that takes every no goes on
            await read(no)
        await tell("never met")

    with a_stage() as stage:
        session = stage.walk(journey)
        session.answer(None)
        assert title_of(session) == "We cannot go on here" and not session.can_go_back
        assert stage.forgotten == [True]


def test_a_step_that_no_session_knows_strands_nobody() -> None:
    async def odd() -> None:
        assert Step[None]().fingerprint() == ("Step",)
        await Step[None]()

    with a_stage() as stage:
        session = stage.walk(odd)
        assert title_of(session) == "We cannot go on here"


# ------------------------------------------------------------------------------------- waiting


async def ask_slowly() -> str:
    await tell("before")
    answer: str = await read(lambda: "done", doing=words("asking"))
    return answer


def test_work_is_shown_after_a_second_and_ways_out_after_eight() -> None:
    runner = HeldRunner()
    with a_stage(runner) as stage:
        session = stage.walk(ask_slowly)
        session.answer(None)
        session.tick()
        assert session.waiting and title_of(session) == "before"
        session.answer(None)  # a second touch while waiting does nothing
        stage.clock.now += 1
        session.tick()
        session.tick()
        assert title_of(session) == "asking" and isinstance(session.screen, Choose)
        assert session.screen.options == ()
        stage.clock.now += 7
        session.tick()
        assert len(session.screen.options) == 3
        page = session.page
        session.tick()
        assert session.page == page
        session.answer(AfterFault.HELP)
        session.answer(AfterFault.WAIT)
        assert stage.helped == [True]
        runner.let_go()
        assert stage.ends == ["done"]


def test_stopping_while_waiting_ends_and_the_late_answer_finds_nobody() -> None:
    runner = HeldRunner()
    with a_stage(runner) as stage:
        session = stage.walk(ask_slowly)
        session.answer(None)
        stage.clock.now += 8
        session.tick()
        session.answer(AfterFault.STOP)
        runner.let_go()
        assert stage.ends == [None]


def test_leaving_and_going_back_drop_what_is_on_its_way() -> None:
    runner = HeldRunner()
    with a_stage(runner) as stage:
        session = stage.walk(ask_slowly)
        session.answer(None)
        session.back()
        runner.let_go()
        assert title_of(session) == "before"
        session.answer(None)
        session.leave()
        session.answer(None)
        runner.let_go()
        assert stage.ends == [] and session.screen is None


# --------------------------------------------------------------------------- several at once


def counting(until_all: bool) -> Watch[str, str, None]:
    def fail(stop: object) -> str:
        raise Unavailable(Reason.SYSTEM_DOWN)

    def succeed(stop: object) -> str:
        return "seven"

    return Watch(
        reads=(("good", until_told(succeed)), ("bad", until_told(fail))),
        show=lambda arrived: tell(f"{len(arrived)} arrived"),
        until_all=until_all,
    )


async def watch_then(until_all: bool) -> Watched[str, str, None]:
    watched = await counting(until_all)
    await tell("after")
    return watched


def test_a_watch_shows_each_answer_and_ends_when_the_visitor_says() -> None:
    runner = HeldRunner()
    with a_stage(runner) as stage:
        session = stage.walk(lambda: watch_then(False))
        assert title_of(session) == "0 arrived"
        page = session.page
        runner.let_go()
        assert title_of(session) == "2 arrived" and session.page == page
        session.answer(None)
        session.back()
        assert title_of(session) == "0 arrived"
        session.answer(None)
        session.answer(None)
        assert isinstance(stage.ends[0], Watched) and stage.ends[0].arrived == {}


def test_a_watch_can_go_on_by_itself_and_is_not_stopped_at_on_the_way_back() -> None:
    async def journey() -> Watched[str, str, None]:
        await tell("begin")
        return await watch_then(True)

    def calling(watch: Watch[str, str, None]) -> int:
        return len(watch.reads)

    assert calling(counting(True)) == 2
    with a_stage() as stage:
        session = stage.walk(journey)
        session.answer(None)
        assert title_of(session) == "after"
        session.back()
        assert title_of(session) == "begin"
        session.answer(None)
        session.answer(None)
        watched = stage.ends[0]
        assert isinstance(watched, Watched) and watched.arrived["good"] == "seven"
        assert isinstance(watched.arrived["bad"], Failed) and watched.answer is None


# -------------------------------------------------------------------------- asked once, done once


def test_what_is_asked_once_is_remembered_by_the_visit_and_skipped_on_the_way_back() -> None:
    async def who() -> str:
        return await pick("who are you", "wang", "li")

    async def journey() -> str:
        await tell("hello")
        me = await Once("who", who)
        await tell(f"good day {me}")
        return me

    with a_stage() as stage:
        session = stage.walk(journey)
        session.answer(None)
        session.answer("wang")
        assert title_of(session) == "good day wang"
        session.back()
        assert title_of(session) == "hello"
        session.answer(None)
        assert title_of(session) == "good day wang"
        again = stage.walk(journey)
        again.answer(None)
        assert title_of(again) == "good day wang"


def test_deeds_are_done_once_and_looks_every_time() -> None:
    done: list[str] = []

    def note(what: str) -> int:
        done.append(what)
        return len(done)

    async def journey() -> None:
        await do(note, "deed")
        await look(note, "look")
        await tell("one")
        await tell("two")

    with a_stage() as stage:
        session = stage.walk(journey)
        session.answer(None)
        session.back()
        assert done == ["deed", "look", "look"] and title_of(session) == "one"


# ------------------------------------------------------------------------------------ committing


def file_it(desk: FakeDesk) -> Journey[str]:
    async def journey() -> str:
        if not await Review(title=words("sure?"), yes=words("yes"), no=words("no")):
            return "kept"
        try:
            receipt = await commit(desk, "please", doing=words("filing"))
        except Refused:
            receipt = "refused"
        await tell(receipt)
        await tell("next")
        return receipt

    return journey()


def test_nothing_is_sent_without_a_review() -> None:
    async def hasty(desk: FakeDesk) -> str:
        if await Agree(title=words("sure?"), yes=words("yes"), no=words("no")):
            await commit(desk, "please")
        return await commit(desk, "please")

    for answer in (True, False):
        desk = FakeDesk("filed")
        with a_stage() as stage:
            session = stage.walk(lambda desk=desk: hasty(desk))  # type: ignore[misc]
            session.answer(answer)
            assert title_of(session) == "We cannot go on here" and desk.keys == []


def test_each_commitment_wants_a_review_of_its_own() -> None:
    desk = FakeDesk("filed", "filed again")

    async def twice() -> str:
        return await file_it(desk) + await commit(desk, "more")

    with a_stage() as stage:
        session = stage.walk(twice)
        for answer in (True, None, None):
            session.answer(answer)
        assert title_of(session) == "We cannot go on here" and len(desk.keys) == 1


def test_a_commitment_is_a_barrier_for_going_back() -> None:
    desk = FakeDesk("filed")
    with a_stage() as stage:
        session = stage.walk(lambda: file_it(desk))
        session.answer("maybe")
        assert session.problem is not None
        session.answer(True)
        assert title_of(session) == "filed" and not session.can_go_back
        session.answer(None)
        session.back()
        assert title_of(session) == "filed"
        session.back()
        assert title_of(session) == "filed" and len(desk.keys) == 1


def test_a_refused_commitment_changed_nothing_so_one_can_go_back() -> None:
    desk = FakeDesk(Refused(Reason.CONFLICT), "filed now")
    with a_stage() as stage:
        session = stage.walk(lambda: file_it(desk))
        session.answer(True)
        assert title_of(session) == "refused"
        session.back()
        session.answer(True)
        assert title_of(session) == "filed now"


def test_nobody_goes_back_while_a_commitment_is_on_its_way() -> None:
    runner, desk = HeldRunner(), FakeDesk("filed")
    with a_stage(runner) as stage:
        session = stage.walk(lambda: file_it(desk))
        session.answer(True)
        assert session.committing and not session.can_go_back
        stage.clock.now += 9
        session.tick()
        assert title_of(session) == "filing" and isinstance(session.screen, Choose)
        assert [o.answer for o in session.screen.options] == [AfterFault.WAIT, AfterFault.HELP]
        runner.let_go()
        assert title_of(session) == "filed"


def test_an_unknown_fate_is_told_with_a_reference_and_the_journey_ends() -> None:
    lost = Unavailable(Reason.TIMED_OUT)
    desk = FakeDesk(lost, lost)
    with a_stage() as stage:
        session = stage.walk(lambda: file_it(desk))
        session.answer(True)
        screen = session.screen
        assert isinstance(screen, Tell) and screen.slip is not None
        assert screen.title.message == "We do not know yet whether it arrived"
        session.answer(None)
        assert stage.ends == [None] and len(set(desk.keys)) == 1


def test_a_defect_while_committing_is_told_and_never_sent_twice() -> None:
    desk = FakeDesk(ValueError("ours"))
    with a_stage() as stage:
        session: Session[str] = stage.walk(lambda: file_it(desk))
        session.answer(True)
        assert title_of(session) == "We cannot go on here"
