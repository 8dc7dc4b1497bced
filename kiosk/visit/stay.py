"""One person's stay: what they chose, who they are, where they stand. It goes when they go.

Longer than most files: the talks beside the service put it aside and bring it back, and are read together.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import Enum
from functools import partial
from typing import Any

from kiosk.domain.comfort import Comfort, faster, louder
from kiosk.domain.events import Event
from kiosk.domain.people import Access, Identity
from kiosk.domain.sayings import Saying
from kiosk.journeys.by_ear import hear_first
from kiosk.journeys.comfort import Settled, make_comfortable
from kiosk.journeys.getting_help import get_help, help_at_once
from kiosk.journeys.hall import Deed, Deeds, Hall
from kiosk.journeys.help import TOUCH_IT
from kiosk.journeys.leave import shall_we_end
from kiosk.journeys.rate import RATED
from kiosk.journeys.services import AtHome, Service, service_named, walked, what_can_we_do
from kiosk.journeys.sign_in import IDENTITY
from kiosk.journeys.talking import (
    ONE_MOMENT,
    Command,
    OtherWay,
    another_way,
    going_on,
    i_heard,
    only_goes_on,
    shall_i_choose,
)
from kiosk.screens import Journey, Known, Option, Screen, Tell
from kiosk.text import Text, t
from kiosk.visit.lamp import Lamp
from kiosk.visit.session import Session
from kiosk.visit.talking import Talk as Listening
from kiosk.visit.talking import Talking
from kiosk.visit.world import Ended, World

Talk = Callable[[], Journey[Any]]


class Stay:
    """The conversation of one visit: home or a service, and perhaps side talks over it.

    The way of whoever was cheated lies over a service, and help and comfort lie over that.

    With `parting` she is leaving already, signed out, and only says how it was.
    """

    def __init__(
        self, *, hall: Hall, lamp: Lamp, world: World, comfort: Comfort, changed: Callable[[], None],
        over: Callable[[], None],
        sign_out: Callable[[Access], None],
        parting: bool = False,
    ) -> None:  # fmt: skip
        self.comfort = comfort
        self.parting = parting
        self._hall = replace(hall, light=lamp, deeds=Deeds())
        self._lamp = lamp
        self._world = replace(world, ask_for_help=self.help, forget=self._forget, unwanted=self._take_back)
        self._sign_out = sign_out
        self._changed = changed
        self._over = over
        self._rescue: Session[Any] | None = None
        self._aside: Session[Any] | None = None
        self._question: Session[Any] | None = None
        self._talking = Talking(
            hall.listener, world.runner, world.log, self._meant, self._not_understood, changed
        )
        self._in_service = False
        self._main = self._session(_at_home(again=False), self._chosen)

    def begin(self, *, by_ear: bool) -> None:
        """Ask first whether all is well for the eyes, or tell the ears about the keys; or ask how it was."""
        if self.parting:
            self._main.leave()
            self._serve("rate")
            return
        self._aside = self._session(lambda: self._well(by_ear, first=True), self._after_comfort)
        self._main.start()
        self._aside.start()

    # ---------------------------------------------------------------------------- what is shown

    @property
    def session(self) -> Session[Any]:
        """The conversation in front."""
        return self._question or self._aside or self._rescue or self._main

    @property
    def screen(self) -> Screen[Any] | None:
        """The screen in front."""
        return self.session.screen

    @property
    def identity(self) -> Identity | None:
        """Who has signed in."""
        known = self._world.memory.get(IDENTITY)
        return known.value if known else None

    @property
    def helper_called(self) -> bool:
        """Whether staff are on their way."""
        return self._lamp.lit

    @property
    def may_be_asked_how_it_was(self) -> bool:
        """Whether she has not said so already, and was not cheated.

        Who gave up, went to the counter or called staff is asked as well, else only the content would answer.
        Whoever was cheated has worse to think of: she came for help in need, and is not asked for marks.
        """
        cheated = self._hall.deeds.of(Deed.CHEATED)
        return not (cheated or self.parting or RATED in self._world.memory)

    @property
    def can_go_back(self) -> bool:
        """Whether Back leads anywhere: to an earlier screen, out of a side talk, or out of a service."""
        if self.session.committing:
            return False
        beside = self._question or self._aside or self._rescue
        return beside is not None or self._in_service or self._main.can_go_back

    @property
    def talk(self) -> Listening:
        """Whether the kiosk listens."""
        return self._talking.look(self.comfort.language)

    # --------------------------------------------------------------------- what a person can do

    def answer(self, answer: object) -> None:
        """Answer the screen in front."""
        self._talking.stop()
        self.session.answer(answer)

    def back(self) -> None:
        """Go back one screen; from the first screen of a talk, out of it."""
        self._talking.stop()
        if not self.can_go_back:
            self._changed()
            return
        if self._question is not None:
            self._close_question()
        elif self.session.can_go_back:
            self.session.back()
        elif self._aside is not None:
            self._close_aside()
        elif self._rescue is not None:
            self._close_rescue()
        else:
            self._go_home()

    def help(self, *, by_ear: bool = False) -> None:
        """Get help, keeping the place."""
        explanations = self._explanations(self.screen, by_ear)
        self._talk_aside(lambda: get_help(self._hall, explanations, called=self._lamp.lit), self._after_help)

    def help_the_cheated(self) -> None:
        """Help whoever says that she was cheated, keeping the place; once begun, lead back to it."""
        self._talking.stop()
        self._leave_question()
        self._leave_aside()
        if self._rescue is None:
            self._rescue = self._session(lambda: help_at_once(self._hall), lambda _: self._close_rescue())
            self._rescue.start()
        else:
            self._changed()

    def adjust(self, *, by_ear: bool = False) -> None:
        """Make it comfortable, keeping the place."""
        self._talk_aside(lambda: self._well(by_ear, first=False), self._after_comfort)

    def end(self) -> None:
        """Leave: at once where nothing was begun, otherwise after asking."""
        if self._main.committing or (self._rescue is not None and self._rescue.committing):
            return
        self._talking.stop()
        begun = self._rescue is not None or (self._in_service and not self.parting)
        if self.identity is None and not begun:
            self._over()
        else:
            self._talk_aside(_make_sure, self._after_asking)

    def close(self) -> None:
        """Break everything off and forget it."""
        self._talking.stop()
        for session in (self._question, self._aside, self._rescue, self._main):
            if session is not None:
                session.leave()
        self._lamp.off()
        self._forget()

    def tick(self) -> None:
        """Let time pass for every talk."""
        for session in (self._main, self._rescue, self._aside):
            if session is not None:
                session.tick()

    # --------------------------------------------------------------------------------- the talks

    def _session(self, journey: Talk, ended: Callable[[Ended[Any]], None]) -> Session[Any]:
        return Session(journey, self._world, self._changed, ended)

    def _talk_aside(self, journey: Talk, ended: Callable[[Ended[Any]], None]) -> None:
        """Hold a side talk in front of the main one, which stays where it is and goes on working."""
        self._talking.stop()
        self._leave_question()
        self._leave_aside()
        self._aside = self._session(journey, ended)
        self._aside.start()

    def _explanations(self, screen: Screen[Any] | None, by_ear: bool) -> tuple[Text, ...]:
        """Explain the words of the trade on a screen, what it is about, and how to have a word explained."""
        meanings = self._hall.explain(screen, self.comfort.language) if screen else ()
        about = (screen.help,) if screen and screen.help else ()
        touch = (TOUCH_IT,) if meanings and not by_ear else ()
        return tuple(dict.fromkeys((*meanings, *about, *touch)))

    def _forget(self) -> None:
        """Give the access back, and forget who it was, but not that it was said how it was."""
        if self.identity is not None:
            self._sign_out(self.identity.access)
        rated = RATED in self._world.memory
        self._world.memory.clear()
        if rated:
            self._world.memory[RATED] = Known(True)

    def _take_back(self, came: object) -> None:
        """A sign-in that nobody waits for any more, or that another replaced, is given back unless in use."""
        in_use = self.identity.access if self.identity is not None else None
        if isinstance(came, Identity) and came.access != in_use:
            self._sign_out(came.access)

    def _leave_aside(self) -> None:
        if self._aside is not None:
            self._aside.leave()
            self._aside = None

    def _close_aside(self) -> None:
        self._leave_aside()
        self._changed()

    def _close_rescue(self) -> None:
        assert self._rescue is not None
        self._rescue.leave()
        self._rescue = None
        self._changed()

    # --------------------------------------------------------------------------- what was spoken

    def press_talk(self) -> None:
        """Listen, or stop; from the first time on its button is shown."""
        if not self.talk.possible:
            return
        self.comfort = replace(self.comfort, talking=True)
        if self.screen is None or self.session.waiting:
            self._talking.say(ONE_MOMENT)
            self._changed()
        else:
            self._talking.press(self.screen, self.comfort.language)

    def _meant(self, saying: Saying) -> None:
        """Do a command at once, since it can be undone; ask before anything is chosen."""
        if isinstance(saying.means, Option):
            self._choose(saying.means, saying)
        elif saying.means is Command.NEXT:
            self._next(saying)
        else:
            assert isinstance(saying.means, Command)
            self._talking.say(i_heard(saying), saying.means)
            self._do(saying.means)

    def _do(self, command: Command) -> None:
        deeds: dict[Command, Callable[[], None]] = {
            Command.HELP: self.help,
            Command.CHEATED: self.help_the_cheated,
            Command.ADJUST: self.adjust,
            Command.END: self.end,
        }
        comforts = {
            Command.LOUDER: louder(self.comfort),
            Command.SOFTER: louder(self.comfort, -1),
            Command.FASTER: faster(self.comfort),
            Command.SLOWER: faster(self.comfort, -1),
        }
        if command is Command.BACK and not self.can_go_back:
            self._talking.say(t("You cannot go back from here."))
        elif command is Command.BACK:
            self.back()
        elif command in deeds:
            deeds[command]()
        elif command in comforts:
            self.comfort = comforts[command]

    def _next(self, saying: Saying) -> None:
        """Go on where Back undoes it, else ask. The window does it: it knows the parts of a page."""
        screen = self.screen
        if isinstance(screen, Tell) and (self.session.journal.reviewed or not only_goes_on(screen)):
            self._choose(going_on(screen), saying)
        else:
            self._talking.say(i_heard(saying), Command.NEXT)

    def _choose(self, option: Option[Any], saying: Saying) -> None:
        """Ask whether this is to be chosen; the question itself is answered, and a hindrance says why."""
        if self._question is not None or option.hindrance is not None:
            self._talking.say(i_heard(saying))
            self.session.answer(option.answer)
            return
        front, page = self.session, self.session.page
        assert front.screen is not None

        def asked(ended: Ended[Any]) -> None:
            self._question = None
            if ended.outcome and front is self.session and front.page == page:
                front.answer(option.answer)
            else:
                self._changed()

        self._ask(_was_it(front.screen, option), asked)

    def _not_understood(self) -> None:
        """Offer the other ways."""

        def asked(ended: Ended[Any]) -> None:
            self._question = None
            if ended.outcome is OtherWay.STAFF:
                self.help()
            elif ended.outcome is OtherWay.SPEAK:
                self.press_talk()
            else:
                self._changed()

        self._ask(_another_way, asked)

    def _ask(self, journey: Talk, ended: Callable[[Ended[Any]], None]) -> None:
        """Ask in front of everything, whatever goes on behind it."""
        self._leave_question()
        self._question = self._session(journey, ended)
        self._question.start()

    def _leave_question(self) -> None:
        if self._question is not None:
            self._question.leave()
            self._question = None

    def _close_question(self) -> None:
        self._leave_question()
        self._changed()

    # ------------------------------------------------------------------------------ home and away

    def _chosen(self, ended: Ended[Any]) -> None:
        if ended.outcome is AtHome.STAFF:
            self.help()
            self._go_home()
        elif isinstance(ended.outcome, str):
            self._serve(ended.outcome)
        else:
            self._go_home()

    def _serve(self, name: str) -> None:
        service = service_named(name)
        self._log(service, Event.JOURNEY_BEGAN, name)
        self._in_service = True
        self._main = self._session(lambda: walked(service, self._hall), partial(self._served, service))
        self._main.start()

    def _served(self, service: Service, ended: Ended[Any]) -> None:
        outcome = ended.outcome if isinstance(ended.outcome, Enum) else None
        self._log(service, Event.JOURNEY_ENDED, outcome or "broken_off")
        self._go_home()

    def _log(self, service: Service, event: Event, what: Enum | str) -> None:
        if service.logged:
            self._world.log(event, what=what)

    def _go_home(self) -> None:
        """Show the first screen again; whoever was leaving already leaves."""
        self._main.leave()
        if self.parting:
            self._over()
            return
        self._in_service = False
        self._main = self._session(_at_home(again=True), self._chosen)
        self._main.start()

    # ---------------------------------------------------------------------------- the side talks

    def _well(self, by_ear: bool, *, first: bool) -> Journey[bool]:
        settled = Settled(
            lambda: self.comfort,
            self._set_comfort,
            self._hall.scanner,
            self._hall.signs,
            self._hall.listener.hears,
        )
        if by_ear:
            return hear_first(settled, self._hall.keys, first=first)
        return make_comfortable(settled, first=first)

    def _set_comfort(self, comfort: Comfort) -> None:
        self.comfort = comfort

    def _after_help(self, ended: Ended[Any]) -> None:
        if ended.outcome:
            self.help_the_cheated()
        else:
            self._close_aside()

    def _after_comfort(self, ended: Ended[Any]) -> None:
        if ended.outcome:
            self.adjust()
        else:
            self._close_aside()

    def _after_asking(self, ended: Ended[Any]) -> None:
        if ended.outcome:
            self._over()
        else:
            self._close_aside()


def _at_home(*, again: bool) -> Talk:
    async def at_home() -> str | AtHome:
        return await what_can_we_do(again=again)

    return at_home


def _was_it(screen: Screen[Any], option: Option[Any]) -> Talk:
    async def was_it() -> bool:
        return await shall_i_choose(screen, option)

    return was_it


async def _another_way() -> OtherWay:
    return await another_way()


async def _make_sure() -> bool:
    return await shall_we_end()
