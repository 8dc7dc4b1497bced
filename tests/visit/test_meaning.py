"""What a word means is shown before the screen; nothing of the journey changes."""

from __future__ import annotations

import io

from kiosk.catalogues import words_of
from kiosk.domain.glossary import Term
from kiosk.glossary_file import load_glossary
from kiosk.journeys.help import TOUCH_IT
from kiosk.terminal import lines_of
from kiosk.text import Language, t
from tests.desks import Desk, a_desk
from tests.visit.worlds import HeldRunner

CONTRACT, PENALTY = load_glossary().terms[:2]


def explain(desk: Desk, *terms: Term) -> None:
    desk.reception.explain(desk.reception.stage.page, terms)


def meant(desk: Desk) -> list[str]:
    shown = desk.reception.stage.meant
    return [text.message for text in shown.body] if shown else []


def test_a_meaning_stands_before_the_screen_until_an_answer_or_back_takes_it_away() -> None:
    with a_desk() as desk:
        pilot = desk.pilot.from_rest().press("Fraud, and my ID", "Numbers under my ID")
        before = desk.reception.stage
        for leave in (desk.reception.back, lambda: pilot.answer(None)):
            explain(desk, PENALTY, CONTRACT, PENALTY)
            assert meant(desk) == [PENALTY.explanation.message, CONTRACT.explanation.message]
            assert desk.reception.stage.can_go_back and desk.reception.stage.page == before.page
            assert desk.reception.stage.in_front.screen.title.message == "What does it mean?"
            leave()
            assert desk.reception.stage == before
        assert pilot.title == "How many numbers run under your ID?"
        pilot.press("Look it up now")
        assert pilot.title == "May we look this up for you?"


def test_the_terminal_prints_it_in_place_of_the_screen() -> None:
    with a_desk() as desk:
        desk.pilot.from_rest()
        explain(desk, CONTRACT)
        out = io.StringIO()
        print(*lines_of(desk.reception.stage, words_of(Language.EN)), sep="\n", file=out)
    assert "promise to stay" in out.getvalue() and "What can we do for you?" not in out.getvalue()


def test_no_meaning_at_rest_nor_for_an_older_page_nor_of_nothing() -> None:
    with a_desk() as desk:
        explain(desk, CONTRACT)
        assert meant(desk) == []
        desk.pilot.from_rest()
        desk.reception.explain(desk.reception.stage.page - 1, (CONTRACT,))
        explain(desk)
        assert meant(desk) == []


def test_a_new_page_another_talk_and_the_end_take_it_away() -> None:
    with a_desk() as desk:
        desk.pilot.from_rest().press("Fraud, and my ID")
        for go in (desk.reception.help, desk.reception.adjust, desk.reception.end):
            explain(desk, CONTRACT)
            go()
            assert meant(desk) == []


def test_an_answer_that_arrives_meanwhile_is_shown_instead() -> None:
    runner = HeldRunner()
    with a_desk(runner=runner) as desk:
        desk.pilot.from_rest().press("Fraud, and my ID", "Numbers under my ID")
        desk.pilot.press("Look it up now", "Yes, look it up", "Scan with my phone").choose("mobile")
        assert desk.reception.stage.waiting
        explain(desk, CONTRACT)
        assert meant(desk)
        runner.let_go()
        assert not desk.reception.stage.waiting and meant(desk) == []


def test_the_question_whether_anybody_is_there_covers_a_meaning_and_leaves_it() -> None:
    with a_desk() as desk:
        desk.pilot.from_rest()
        explain(desk, CONTRACT)
        desk.clock.now += 181
        desk.reception.tick()
        assert desk.reception.stage.alert is not None and desk.reception.stage.covers == 2
        desk.reception.touched()
        assert desk.reception.stage.alert is None and meant(desk)


def test_help_tells_those_who_see_that_a_touch_explains_a_word() -> None:
    with a_desk(explain=lambda *_: (t("A plan"),)) as desk:
        desk.pilot.from_rest()
        desk.reception.help()
        desk.pilot.press("Explain this screen")
        assert TOUCH_IT in desk.pilot.screen.body
        desk.reception.headphones(True)
        desk.reception.help()
        desk.pilot.press("Explain this screen")
        assert TOUCH_IT not in desk.pilot.screen.body
