"""Turns a stage into a page: the one place where every kind of screen is told apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from kiosk.screens import (
    Agree,
    Choose,
    Enter,
    Fact,
    PickDay,
    Scan,
    Sign,
    Slip,
    Tally,
    Tell,
    Tone,
    Welcome,
    Working,
)
from kiosk.text import Text, Words, t
from kiosk.ui.blocks import (
    Block,
    Busy,
    Button,
    Drawing,
    Greeting,
    Headline,
    Keys,
    Manner,
    Match,
    PageOf,
    Prose,
    Qr,
    Shape,
    Sheet,
    SignBox,
    TallyLine,
    TimeLeft,
    TypedField,
)
from kiosk.ui.phrasing import Phrasing
from kiosk.ui.weeks import Calendar, key_of, weekdays, weeks_of
from kiosk.visit.stage import Stage
from kiosk.voice.asking import START_AGAIN

STILL_HERE, LEAVE, START_ANEW = "still here", "leave", "start anew"
"""The keys of the buttons that mean the same on every page."""
QUIET_WAYS = 2
"""So many other ways than a code, if they need few words, stand quietly below it."""


def page_of(stage: Stage, words: Words) -> PageOf:
    """Return what stands on the page of a stage; from the meaning of a word the way leads back, not on."""
    page = _Renderer(stage.in_front, words).page()
    back = stage.meant is not None and stage.alert is None
    return replace(page, foot=tuple(replace(way, icon="") for way in page.foot)) if back else page


class _Renderer(Phrasing):
    """Knows every kind of screen."""

    def page(self) -> PageOf:
        if self._stage.alert is not None:
            return self._alert(self._stage.alert)
        match self._stage.screen:
            case Welcome() as screen:
                return self._welcome(screen)
            case Enter() as screen:
                return self._enter(screen)
            case Sign() as screen:
                return self._sign(screen)
            case Scan() as screen:
                return self._scan(screen)
            case Working() as screen:
                return self._choose(screen, Busy(key="busy", text=self._shown(t("One moment, please."))))
            case PickDay() as screen:
                return self._pick_day(screen)
            case Choose() as screen:
                return self._choose(screen)
            case Agree() as screen:
                return self._agree(screen)
            case Tally() as screen:
                return self._tally(screen)
            case Tell() as screen:
                return self._tell(screen)
            case screen:
                raise TypeError(f"{type(screen).__name__} is not a screen that can be shown.")

    def _alert(self, question: Text) -> PageOf:
        """Ask whether anybody is there, in place of the screen: nothing personal is to be seen meanwhile."""
        kept = self._shown(t("What you were doing is covered, and kept for you."))
        covered = Prose(key="covered", sheet=Sheet.CARE, text=kept)
        leave = Button(key=LEAVE, shape=Shape.PLAIN, label=self._shown(t("I am done")))
        here = Button(key=STILL_HERE, shape=Shape.FORWARD, label=self._shown(t("I am still here")))
        heading = Headline(key="alert", text=self._shown(question), tone=Tone.CARE)
        waiting = Drawing(key="picture", name="time-out", alt=self._shown(t("A clock, in no hurry.")))
        return PageOf(heading=heading, figure=waiting, before=(covered,), foot=(leave, here))

    def _welcome(self, screen: Welcome[Any]) -> PageOf:
        face = Greeting(
            key="face",
            hall=self._shown(screen.hall) if screen.hall else "",
            greetings=tuple(self._shown(text) for text in screen.greetings),
        )
        ways = [
            Button(
                key=("option", number),
                shape=Shape.PLAIN if number else Shape.FORWARD,
                label=self._shown(option.label),
                answer=option.answer,
                icon="" if number else "forward",
            )
            for number, option in enumerate(screen.options)
        ]
        picture = self._figure(screen)
        return PageOf(
            heading=self._heading(screen),
            figure=face,
            before=(*((picture,) if picture else ()), *self._words_of(screen)),
            foot=tuple(reversed(ways)),
        )

    def _choose(self, screen: Choose[Any], *first: Block) -> PageOf:
        return PageOf(
            heading=self._heading(screen),
            figure=self._figure(screen),
            before=(*first, *self._words_of(screen)),
            after=self._cards(screen.options),
        )

    def _pick_day(self, screen: PickDay) -> PageOf:
        """Show the days as a calendar; the page itself knows them as cards as well."""
        cards = {card.answer: replace(card, key=key_of(card.answer)) for card in self._cards(screen.options)}
        weeks = weeks_of(screen, cards, self._shown)
        calendar = Calendar(key="days", sheet=Sheet.DAYS, weekdays=weekdays(self._shown), weeks=weeks)
        return replace(self._choose(screen), after=(calendar,))

    def _tell(self, screen: Tell) -> PageOf:
        slip = self._slip(screen.slip) if screen.slip else ()
        return PageOf(
            heading=self._heading(screen),
            figure=self._figure(screen),
            before=(*self._words_of(screen), *slip),
            foot=(self._forward(screen.proceed, None),),
        )

    def _slip(self, slip: Slip) -> tuple[Block, ...]:
        title = Prose(key="slip", sheet=Sheet.SLIP, text=self._shown(slip.title), manner=Manner.TITLE)
        advice = [
            Prose(key=("advice", i), sheet=Sheet.SLIP, text=self._shown(text), manner=Manner.ADVICE)
            for i, text in enumerate(slip.advice)
        ]
        steps = [
            Prose(key=("step", i), sheet=Sheet.SLIP, text=self._shown(text), manner=Manner.STEP, number=i)
            for i, text in enumerate(slip.steps, 1)
        ]
        return (title, *steps, *self._facts(slip.lines, "line", Sheet.SLIP), *advice)

    def _agree(self, screen: Agree) -> PageOf:
        no = Button(key="no", shape=Shape.PLAIN, label=self._shown(screen.no), answer=False)
        yes = Button(key="yes", shape=Shape.FORWARD, label=self._shown(screen.yes), answer=True)
        return PageOf(
            heading=self._heading(screen),
            figure=self._figure(screen),
            before=self._words_of(screen),
            foot=(no, yes),
        )

    def _enter(self, screen: Enter) -> PageOf:
        problem = self._stage.problem or screen.problem
        words = tuple(b for b in self._words_of(screen) if b.key != Manner.PROBLEM.value)
        wrong = [] if problem is None else [self._problem(problem)]
        field = TypedField(key="typed", kind=screen.kind, length=screen.length, wrong=problem is not None)
        return PageOf(
            heading=self._heading(screen),
            figure=Keys(key="keys", kind=screen.kind),
            before=(*words, *wrong),
            beside=(field,),
            after=self._cards(screen.other),
            foot=(self._forward(screen.proceed, None),),
        )

    def _sign(self, screen: Sign[Any]) -> PageOf:
        """Keep what went wrong, and both buttons, with the box."""
        asides = self._asides(screen)
        anew = Button(key=START_ANEW, shape=Shape.PLAIN, label=self._shown(START_AGAIN))
        return PageOf(
            heading=self._heading(screen),
            figure=SignBox(key="sign"),
            before=(*self._said_by(screen), *(b for b in asides if b.key != Manner.PROBLEM.value)),
            beside=tuple(b for b in asides if b.key == Manner.PROBLEM.value),
            after=self._cards(screen.other),
            foot=(anew, self._forward(screen.proceed, None)),
        )

    def _problem(self, text: Text) -> Prose:
        return Prose(key=Manner.PROBLEM.value, text=self._shown(text), manner=Manner.PROBLEM)

    def _tally(self, screen: Tally[Any]) -> PageOf:
        rows = tuple(
            TallyLine(
                key=("row", i),
                sheet=Sheet.TALLY,
                label=self._shown(row.label),
                counted=row.key,
                icon=row.icon or "",
                most=screen.most,
            )
            for i, row in enumerate(screen.rows)
        )
        return PageOf(
            heading=self._heading(screen),
            figure=self._figure(screen),
            before=self._words_of(screen),
            after=rows,
            foot=(self._forward(screen.proceed, None),),
        )

    def _scan(self, screen: Scan[Any]) -> PageOf:
        code = Qr(key="qr", code=screen.code, alt=self._shown(t("A code to scan with your phone")))
        where = [(t("Where you are"), screen.place), (t("Web address on your phone"), screen.site)]
        known = (Fact(label=label, value=value) for label, value in where if value is not None)
        facts = self._facts(known, "where", Sheet.FACTS)
        ways = self._cards(screen.options)
        quiet = len(ways) <= QUIET_WAYS and not any(way.detail or way.hindrance for way in ways)
        return PageOf(
            heading=self._heading(screen),
            figure=code,
            beside=tuple(self._beside_code(screen)),
            after=(*self._said_by(screen), *facts, *self._asides(screen), *(() if quiet else ways)),
            foot=tuple(replace(way, shape=Shape.PLAIN, icon="") for way in ways) if quiet else (),
        )

    def _beside_code(self, screen: Scan[Any]) -> Iterable[Block]:
        if screen.match is not None:
            label = self._shown(t("Your phone must show the same"))
            yield Match(key="match", label=label, digits=self._shown(screen.match))
        if screen.lasts is not None:
            yield TimeLeft(key="left", code=screen.code, lasts=screen.lasts)
