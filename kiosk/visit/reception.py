"""The reception: rests, receives one visitor after the other, and sees to it that nothing stays behind.

Longer than most files: every call of the front desk arrives here, and is handed on in a line or two.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from kiosk.domain.comfort import Comfort
from kiosk.domain.events import Event, Log
from kiosk.domain.glossary import Term, explanations_of
from kiosk.domain.people import Access
from kiosk.journeys.hall import Hall
from kiosk.journeys.help import what_it_means
from kiosk.journeys.leave import at_rest
from kiosk.screens import Screen, Tell
from kiosk.text import Hearing, Language, Text
from kiosk.visit.commitments import Commitments
from kiosk.visit.idle import Patience, Presence
from kiosk.visit.lamp import Lamp
from kiosk.visit.leaving import Leaving
from kiosk.visit.runner import Runner
from kiosk.visit.stage import Stage
from kiosk.visit.stay import Stay
from kiosk.visit.world import World

SETTLE_EVERY = 15.0  # seconds


class Reception:
    """The front desk of one kiosk (see `FrontDesk`). Everything happens on the desk's own thread."""

    def __init__(
        self,
        *,
        hall: Callable[[], Hall],
        runner: Runner,
        commitments: Commitments,
        now: Callable[[], float],
        log: Log,
        comfort: Comfort,
        patience: Patience,
        practice: bool = False,
    ) -> None:
        self._hall = hall
        self._runner = runner
        self._commitments = commitments
        self._now = now
        self._log = log
        self._default = comfort
        self._patience = patience
        self._practice = practice
        self._listeners: list[Callable[[Stage], None]] = []
        self._visit = 0
        self._page = 0
        self._shown: object = None
        self._stay: Stay | None = None
        self._leaving: Leaving | None = None
        self._last_sign = self._settle_at = now()
        self._alert: Text | None = None
        self._meant: Tell | None = None
        self._hearing = Hearing.SPEAKER
        self._stage = self._at_rest()

    # ------------------------------------------------------------------------------- the stage

    @property
    def stage(self) -> Stage:
        """What to show now."""
        return self._stage

    def subscribe(self, changed: Callable[[Stage], None]) -> None:
        """Be told of every new stage."""
        self._listeners.append(changed)

    def _changed(self) -> None:
        self._stage = self._look()
        for listener in self._listeners:
            listener(self._stage)

    def _look(self) -> Stage:
        if self._stay is not None:
            return self._in_conversation(self._stay)
        return self._at_rest() if self._leaving is None else self._saying_goodbye(self._leaving)

    def _in_conversation(self, stay: Stay) -> Stage:
        session = stay.session
        screen = stay.screen or self._stage.screen
        if stay.screen is not None:
            self._turn_page((session, session.page))
        return Stage(
            visit=self._visit,
            page=self._page,
            screen=screen,
            comfort=stay.comfort,
            can_go_back=stay.can_go_back or self._meant is not None,
            waiting=session.waiting,
            problem=session.problem,
            alert=self._alert,
            meant=self._meant,
            signed_in=stay.identity.name if stay.identity else None,
            helper_called=stay.helper_called,
            practice=self._practice,
            hearing=self._hearing,
            talk=stay.talk,
        )

    def _at_rest(self) -> Stage:
        self._turn_page("rest")
        welcome = at_rest(self._hall().place, self._default.language)
        return self._between_visits(welcome, self._default)

    def _saying_goodbye(self, leaving: Leaving) -> Stage:
        self._turn_page("goodbye")
        return self._between_visits(leaving.screen, leaving.comfort)

    def _between_visits(self, screen: Screen[Any], comfort: Comfort) -> Stage:
        return Stage(
            visit=0,
            page=self._page,
            screen=screen,
            comfort=comfort,
            practice=self._practice,
            hearing=self._hearing,
        )

    def _turn_page(self, shown: object) -> None:
        if shown != self._shown:
            self._shown = shown
            self._page += 1
            self._meant = None

    # --------------------------------------------------------------------- what a person can do

    def answer(self, page: int, answer: object) -> None:
        """Answer the screen of this page; answers to older pages, and to what covers it, do nothing more."""
        if self._noticed() or page != self._page or self._uncovered():
            return
        if self._stay is not None:
            self._stay.answer(answer)
        elif self._leaving is not None and self._leaving.asks_how_it_was and answer is True:
            self._begin(self._leaving.comfort, parting=True)
        elif self._leaving is not None:
            self._rest()
        elif isinstance(answer, Language):
            self._receive(answer)

    def back(self) -> None:
        """Go back one screen, or from the meaning of a word to where it stands."""
        if not self._noticed() and not self._uncovered() and self._stay is not None:
            self._stay.back()

    def explain(self, page: int, terms: tuple[Term, ...]) -> None:
        """Show what words on this page mean; the journey stays where it is, and goes on working."""
        if self._noticed() or page != self._page or self._stay is None or not terms:
            return
        self._meant = what_it_means(explanations_of(terms))
        self._changed()

    def _uncovered(self) -> bool:
        """Take a meaning away from before the screen; tells whether there was one."""
        covered, self._meant = self._meant is not None, None
        if covered:
            self._changed()
        return covered

    def help(self) -> None:
        """Get help; from rest, a visit begins with it."""
        if self._noticed():
            return
        self._begin_if_at_rest()
        if self._stay is not None:
            self._stay.help(by_ear=self._by_ear)

    def adjust(self) -> None:
        """Make it comfortable; from rest, a visit begins with it."""
        if self._noticed():
            return
        self._begin_if_at_rest()
        if self._stay is not None:
            self._stay.adjust(by_ear=self._by_ear)

    def talk(self) -> None:
        """Listen, or stop listening; at rest it begins a visit, as a touch does."""
        if self._noticed():
            return
        if self._stay is not None:
            self._stay.press_talk()
        else:
            self._begin_if_at_rest()

    def change_comfort(self, comfort: Comfort) -> None:
        """Change how this visit looks and sounds; at rest it stays as the hall has it."""
        if not self._noticed() and self._stay is not None:
            self._stay.comfort = comfort
            self._changed()

    def end(self) -> None:
        """Leave."""
        if self._noticed():
            return
        if self._stay is not None:
            self._stay.end()
        elif self._leaving is not None:
            self._rest()

    def close(self) -> None:
        """End at once: what a visitor has signed in is given back, and nothing stays."""
        if self._stay is not None:
            self._leave(self._stay)

    def touched(self) -> None:
        """Notice a sign of life."""
        self._noticed()

    def headphones(self, plugged: bool, *, begins: bool = True) -> None:
        """Notice that headphones are in or out; put in at rest, a visit begins by ear.

        Pulling them out is no sign of life: it is what people do who leave. Put in during a goodbye, they
        are somebody else's, whose visit does not begin in the same process.
        """
        if plugged is self._by_ear:
            return
        self._hearing = Hearing.HEADPHONES if plugged else Hearing.SPEAKER
        if plugged and begins and self._stay is None and self._leaving is None:
            self._receive(self._default.language)
            return
        if plugged:
            self._noticed()
            self._leaving = None
        self._changed()

    @property
    def _by_ear(self) -> bool:
        return self._hearing is Hearing.HEADPHONES

    def tick(self) -> None:
        """Let time pass; now and then ask after commitments whose fate is unknown."""
        if self._now() >= self._settle_at:
            self._settle_at = self._now() + SETTLE_EVERY
            self._runner.submit(self._commitments.settle_what_is_due)
        if self._stay is not None:
            self._stay.tick()
            self._mind_the_time(self._stay)
        elif self._leaving is not None and self._now() >= self._leaving.until:
            self._rest()

    # ----------------------------------------------------------------------- coming and going

    def _noticed(self) -> bool:
        """Note a sign of life; tells whether it was the answer to the question if anybody is there."""
        self._last_sign = self._now()
        asked, self._alert = self._alert is not None, None
        if asked:
            self._changed()
        return asked

    def _begin_if_at_rest(self) -> None:
        if self._stay is None and self._leaving is None:
            self._receive(self._default.language)

    def _receive(self, language: Language) -> None:
        self._visit += 1
        self._log(Event.VISIT_BEGAN, number=self._visit)
        voice = self._by_ear or self._default.voice
        self._begin(replace(self._default, language=language, voice=voice))

    def _begin(self, comfort: Comfort, *, parting: bool = False) -> None:
        """Begin a visit; with `parting`, only let whoever has left one say how it was."""
        hall, self._leaving = self._hall(), None
        self._stay = Stay(
            hall=hall,
            lamp=Lamp(hall.light, self._log),
            world=World(self._runner, self._commitments, self._now, self._log),
            comfort=comfort,
            changed=self._changed,
            over=self._say_goodbye,
            sign_out=self._sign_out,
            parting=parting,
        )
        self._stay.begin(by_ear=self._by_ear)

    def _mind_the_time(self, stay: Stay) -> None:
        if stay.session.waiting:
            return  # nobody is asked while they wait for us
        quiet = self._now() - self._last_sign
        presence = self._patience.presence(quiet)
        if presence is Presence.GONE:
            if not stay.parting:
                self._log(Event.VISIT_TIMED_OUT, number=self._visit)
            self._leave(stay)
            self._rest()
            return
        question = self._patience.question(quiet) if presence is Presence.ASKED else None
        if question != self._alert:
            self._alert = question
            self._changed()

    def _say_goodbye(self) -> None:
        assert self._stay is not None
        comfort = replace(self._stay.comfort, curtain=False)
        self._leaving = Leaving(self._now(), comfort, self._stay.may_be_asked_how_it_was)
        self._leave(self._stay)
        self._changed()

    def _leave(self, stay: Stay) -> None:
        """End a stay: give the access back, and forget everything."""
        stay.close()
        self._stay, self._alert = None, None
        if not stay.parting:
            self._log(Event.VISIT_ENDED, number=self._visit)

    def _sign_out(self, access: Access) -> None:
        desk = self._hall().desks.sign_in
        self._runner.submit(lambda: desk.sign_out(access))

    def _rest(self) -> None:
        self._leaving = None
        self._changed()
