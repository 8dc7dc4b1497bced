"""The terminal: a whole conversation by typed lines."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from datetime import date
from typing import Any

from kiosk.catalogues import words_of
from kiosk.domain.comfort import Comfort
from kiosk.screens import Change, Choose, Option, PickDay, Picture, Review, Screen, Sign, Steps
from kiosk.terminal import QueueRunner, Terminal, answer_from, lines_of
from kiosk.text import DayOfWeek, Language, Money, just, t
from kiosk.visit.stage import Stage
from tests.desks import a_desk
from tests.speech import FakeRecogniser, listener


def talk(*lines: str) -> str:
    """Type lines, and return everything that was printed."""
    runner, out = QueueRunner(), io.StringIO()
    with a_desk(runner=runner) as desk:
        Terminal(desk.reception, runner, words_of, io.StringIO("\n".join(lines) + "\n"), out).run()
        runner.close()
    return out.getvalue()


def test_a_visit_by_typed_numbers_shows_every_screen() -> None:
    printed = talk("3", "1", "1", "2", "1", "1", "2", "1", "12345", "13800001234", "1")
    for words in ("How many numbers run under your ID?", "May we look this up", "What is your phone number?"):
        assert words in printed
    assert "! A mobile number has eleven digits." in printed


def test_the_bar_is_there_at_every_moment() -> None:
    printed = talk("3", "1", "1", "b", "h", "b", "a", "4", "1", "r", "nonsense", "9", "e", "")
    assert "How can we help you?" in printed and "What would make it easier?" in printed
    assert "! Please choose from the screen." in printed and "Thank you. Take care!" in printed


def test_a_tally_is_typed_as_numbers_in_their_order() -> None:
    printed = talk("3", "1", "1", "2", "2", "1 2", "3 0 0 0", "3")
    assert "! Please choose from the screen." in printed and "All is well" in printed


def spoken(*lines: str, said: tuple[str, ...]) -> str:
    """Speak to the terminal by typing t, and return everything that was printed."""
    runner, out = QueueRunner(), io.StringIO()
    with a_desk(runner=runner, listener=listener(FakeRecogniser(*said))) as desk:
        cues = [tuple(line.split(" -> ")) for line in lines]
        typed = typed_when(out, *((cue, line) for cue, line in cues))
        Terminal(desk.reception, runner, words_of, typed, out).run()
        runner.close()
    return out.getvalue()


def test_a_visit_by_speaking() -> None:
    printed = spoken(
        "[3] English -> 3",
        "t speak -> t",
        "=== You said: Yes, let us begin -> 1",
        "=== What can we do for you? -> t",
        "> I heard: Help -> 4",
        "=== These numbers reach a person -> t",
        "> I heard: Again -> t",
        "> I heard: Next -> t",
        said=("number one", "help", "again", "next", "louder"),
    )
    assert printed.count("Listening. Speak now.") >= 4
    assert printed.count("=== These numbers reach a person") == 2, "it was printed again"
    assert printed.count("=== What can we do for you?") == 2, "next went on"


def typed_when(out: io.StringIO, *cues: tuple[str, str]) -> Iterator[str]:
    """Type each line as soon as its cue has been printed."""
    for cue, line in cues:
        until = time.monotonic() + 10
        while cue not in out.getvalue():
            assert time.monotonic() < until, f"{cue!r} was never printed"
            time.sleep(0.005)
        yield f"{line}\n"


def test_a_screen_that_fills_up_and_a_slip_are_printed_too() -> None:
    runner, out = QueueRunner(), io.StringIO()
    cues = (
        ("[3] English", "3"),
        ("[1] Yes, let us begin", "1"),
        ("[1] Fraud, and my ID", "1"),
        ("[2] Numbers under my ID", "2"),
        ("[1] Look it up now", "1"),
        ("[1] Yes, look it up", "1"),
        ("[1] Scan with my phone", "1"),
        ("[1] Mobile", "1"),
        ("Unicom: 1 (as of", ""),
        ("[2] Show my numbers", "2"),
        ("[2] 139 **** 2222", "2"),
        ("[1] Yes, report it", "1"),
        ("TT-2026-0001", ""),
    )
    with a_desk(runner=runner) as desk:
        Terminal(desk.reception, runner, words_of, typed_when(out, *cues), out).run()
        runner.close()
    assert "phone.example" in out.getvalue()


def test_a_line_typed_while_the_kiosk_asks_whether_anybody_is_there_is_only_a_sign_of_life() -> None:
    runner, out = QueueRunner(), io.StringIO()
    with a_desk(runner=runner) as desk:
        desk.pilot.choose(Language.EN).press("Yes, let us begin")
        desk.clock.now += 180
        Terminal(desk.reception, runner, words_of, typed_when(out, ("Are you still", "1")), out).run()
        runner.close()
        assert desk.pilot.title == "What can we do for you?" and desk.reception.stage.alert is None


def test_what_is_said_to_a_device_is_no_answer() -> None:
    runner, out = QueueRunner(), io.StringIO()
    with a_desk(runner=runner) as desk:
        lines = io.StringIO("lift\n")
        at_devices = {"lift": just("It is lifted.")}.get
        Terminal(desk.reception, runner, words_of, lines, out, at_devices=at_devices).run()
        runner.close()
    assert out.getvalue().endswith("  It is lifted.\n")


def printed(screen: Screen[Any]) -> list[str]:
    """Return the lines of one screen in English, between its heading and the bar."""
    stage = Stage(visit=1, page=1, screen=screen, comfort=Comfort())
    return [line.strip() for line in lines_of(stage, words_of(Language.EN))][1:-1]


def test_a_review_and_its_steps_are_printed_row_by_row() -> None:
    change = Change(label=just("Fee"), now=just(Money.yuan(59)), after=just(Money.yuan(39)))
    steps = Steps(steps=(just("Ask"), just("Change")), done=0)
    screen = Review(title=t("Change my plan"), changes=(change,), steps=steps, yes=just("Yes"), no=just("No"))
    assert printed(screen)[0] == "Fee: now ¥59, after ¥39"
    assert printed(screen)[1:] == ["Step 1 of 2: Ask", "Then: Change", "[1] Yes", "[2] No"]


def test_a_price_is_printed_after_its_name() -> None:
    option = Option(answer=1, label=just("Silver"), figure=just(Money.yuan(39)), detail=just("5 GB"))
    assert printed(Choose(title=t("Plans"), options=(option,))) == ["[1] Silver: ¥39 - 5 GB"]


def test_what_a_drawing_shows_is_printed_below_its_choice() -> None:
    dark = Option(answer=1, label=just("No lamp"), picture=Picture(name="x", alt=just("A dark box.")))
    lines = printed(Choose(title=t("Your box"), options=(dark, Option(answer=2, label=just("Other")))))
    assert lines == ["[1] No lamp", "The picture shows: A dark box", "[2] Other"]


def test_only_the_free_days_of_a_calendar_are_printed_and_a_number_takes_one() -> None:
    day = date(2026, 11, 24)
    option = Option(answer=day, label=just(DayOfWeek(day)), detail=just("2 times free"))
    screen = PickDay(title=t("When?"), options=(option,), first=date(2026, 11, 23))
    assert printed(screen) == ["[1] Tuesday, 24 November - 2 times free"]
    assert answer_from("1", screen) == day


def test_nobody_can_sign_in_a_terminal_but_there_are_other_ways() -> None:
    screen = Sign(title=t("Sign"), other=(Option(answer="sms", label=just("By SMS")),))
    assert printed(screen) == ["[1] By SMS", "You cannot sign here. Please choose another way."]
    assert answer_from("1", screen) == "sms"
    assert screen.problem_with(answer_from("", screen)) is not None
