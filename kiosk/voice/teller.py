"""What is said when: a new page whole, on the same page only what is new, at rest nothing to the hall.

Everything is said for whoever hears it at that moment: with headphones in, the visitor alone. Longer than
most files: all of it asks what the stage was a moment ago, and there is one place that knows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from kiosk.journeys.talking import Command
from kiosk.screens import Enter, Typed, Welcome
from kiosk.text import Code, Count, Hearing, Language, Money, Sayable, Text, Words, just, t, tn
from kiosk.visit.stage import FrontDesk, Stage
from kiosk.voice.confirming import what_changed
from kiosk.voice.phrases import MASKED, breaths, entered_phrase, focus_phrase, in_tongues, spelled_phrase
from kiosk.voice.player import Narrator
from kiosk.voice.ports import Phrase
from kiosk.voice.script import script
from kiosk.voice.things import Thing, things_named

FIGURES, FEW_FIGURES = re.compile(r"\d(?: ?\d){3,}"), re.compile(r"\d(?: ?\d)*")
"""So many figures in a row, in a name that is no value of the screen, may be somebody's number; where
digits are typed, any may be."""

DIGITS = re.compile(r"[\dX]((, |、)[\dX])*")
"""The name of a key that types, or of a row of them."""
ASK = t("Choose this to hear what its words mean.")


class Teller:
    """Follows a front desk and has the narrator say what a visitor should hear."""

    def __init__(self, desk: FrontDesk, narrator: Narrator, words_of: Callable[[Language], Words]) -> None:
        self._desk = desk
        self._narrator = narrator
        self._words_of = words_of
        self._stage = desk.stage
        self._counts: dict[Text, int] = {}
        self._acted = self._prompted = False
        self._came: Text | None = None
        desk.subscribe(self._changed)

    # ------------------------------------------------------------------ asked for by a key

    def repeat(self) -> None:
        """Say everything again."""
        self._prompted = True
        self._say(self._desk.stage)

    def pause(self) -> None:
        """Stop where the key came, or go on from there."""
        note = t("The voice has stopped. The same key lets it go on.").shown(self._words())
        if not self._narrator.pause(note) and not self._narrator.go_on():
            self.remark(t("Everything has been said."))

    def say_last_again(self) -> None:
        """Say the last sentence again."""
        if not self._narrator.say_last_again():
            self.remark(t("Nothing has been said yet."))

    def spell(self, name: str) -> None:
        """Spell what has this name, sign by sign."""
        thing = self._things(name, "")[0]
        self._narrator.say_soon((spelled_phrase(thing.name, self._words(), self._hearing),))

    def remark(self, text: Text) -> None:
        """Say what the screen does not show, and go on with what was cut short."""
        self._narrator.remark(self._phrases(*self._what_came(), text))

    def explain(self, text: Text) -> None:
        """Say what a key does, and nothing after it."""
        self._narrator.say_soon(self._phrases(text))

    # ------------------------------------------------------------------ where keys walk and what they do

    def focused(self, name: str, place: int, of: int) -> None:
        """Say what a key has walked to, and everything that stands on it."""
        if self._is_covered(name):
            covered = t("A row of digits") if len(name) > 1 else t("A digit")
            name, of = covered.shown(self._words()), 0  # its place would tell which
        thing = self._things(name, "button")[0]
        words = self._words()
        said = focus_phrase(thing.name, thing.kind, place, of, words, hearing=self._hearing)
        self._narrator.say_soon((*in_tongues(said, words.language), *self._phrases(*thing.more)))

    def read(self, name: str) -> None:
        """Say something that is only read."""
        self._narrator.say_soon(self._read(name))

    def read_of_trade(self, name: str) -> None:
        """Say something that is only read, and that its words of the trade can be asked about."""
        self._narrator.say_soon((*self._read(name), *self._phrases(ASK)))

    def turned(self, part: int, parts: int, names: Sequence[str]) -> None:
        """Say which part of the page is shown, and what stands on it."""
        where = t("Part {part} of {parts}.", part=Count(part), parts=Count(parts))
        things = [phrase for name in names for phrase in self._read(name)]
        self._narrator.say_soon((*self._phrases(*self._what_came(), where), *things))

    def typed(self, key: str) -> None:
        """Confirm a key of the pad; on the loudspeaker no digit is ever said."""
        taken = entered_phrase(key, self._words(), self._hearing, secret=self._is_secret)
        self._narrator.say_soon((taken,))

    def typed_so_far(self, typed: str) -> None:
        """Say what is typed by now: the digits to the visitor alone, and of a password only how many."""
        if not typed:
            told = t("Nothing is typed yet")
        elif self._hearing is Hearing.HEADPHONES and not self._is_secret:
            told = t("Typed so far: {digits}", digits=self._value(typed))
        else:
            told = tn("One digit is typed", "{count} digits are typed", len(typed))
        self._narrator.say_soon(self._phrases(told))

    def counted(self, what: Text, number: int) -> None:
        """Say a count that was changed."""
        self._counts[what] = number
        sentence = t("{what}: {number}", what=what, number=Count(number))
        self._narrator.say_soon(self._phrases(sentence))

    @property
    def speaking(self) -> bool:
        """Whether something is being said."""
        return self._narrator.speaking

    def acted(self) -> None:
        """Fall silent: somebody has touched the screen or pressed a key."""
        self._acted = True
        self._narrator.hush()

    def stay_while_speaking(self) -> None:
        """Count speech that answers somebody as a sign of life, but not what the kiosk says unasked."""
        if self._narrator.speaking and self._prompted and self._desk.stage.alert is None:
            self._desk.touched()

    # ------------------------------------------------------------------ the words for it

    @property
    def _hearing(self) -> Hearing:
        return self._stage.hearing

    @property
    def _is_secret(self) -> bool:
        screen = self._stage.screen
        return isinstance(screen, Enter) and screen.kind is Typed.SECRET

    def _is_covered(self, name: str) -> bool:
        """Tell whether a key's name would tell everybody what is typed; a sum of money is nobody's number."""
        return self._typed_aloud and DIGITS.fullmatch(name) is not None

    @property
    def _typed_aloud(self) -> bool:
        """Whether everybody hears while something personal may be typed."""
        screen = self._stage.screen
        typing = isinstance(screen, Enter) and screen.kind is not Typed.YUAN
        return typing and self._hearing is Hearing.SPEAKER

    def _value(self, typed: str) -> Sayable:
        screen = self._stage.screen
        is_sum = isinstance(screen, Enter) and screen.kind is Typed.YUAN
        return Money.yuan(int(typed)) if is_sum else Code(typed)

    def _words(self) -> Words:
        return self._words_of(self._stage.comfort.language)

    def _phrases(self, *texts: Text) -> tuple[Phrase, ...]:
        words = self._words()
        return tuple(phrase for text in texts for phrase in breaths(text, words, self._hearing))

    def _things(self, name: str, kind: str) -> tuple[Thing, ...]:
        """Find what has this name; what is no value of the screen is what it is called."""
        found = things_named(name, self._stage, self._words())
        return found or (Thing(just(self._unowned(name)), kind=kind),)

    def _read(self, name: str) -> tuple[Phrase, ...]:
        things = self._things(name, "")
        return self._phrases(*(text for thing in things for text in (thing.name, *thing.more)))

    def _unowned(self, name: str) -> str:
        """Return a name that is no value of the screen, without anything that may be somebody's."""
        there = t("what the screen shows").shown(self._words())
        known = MASKED.sub(there, name)
        if self._hearing is Hearing.HEADPHONES:
            return known
        return (FEW_FIGURES if self._typed_aloud else FIGURES).sub(there, known)

    # ------------------------------------------------------------------ stages

    def _changed(self, stage: Stage) -> None:
        if stage.talk.listening and stage.hearing is self._stage.hearing:
            self._invite()  # whoever listens is silent; what is new is told afterwards
            return
        old, self._stage = self._stage, stage
        self._narrator.settle(stage.comfort, stage.hearing)
        if stage.talk.turn != old.talk.turn:
            self._came = stage.talk.remark
        new_page = not stage.is_page_of(old)
        if stage.page != old.page:
            self._counts.clear()
        if isinstance(stage.screen, Welcome):
            self._rest(stage, new_page or stage.hearing is not old.hearing)
        elif stage.hearing is not old.hearing:
            self._heard_by_others(stage)
        elif new_page:
            self._prompted, self._acted = self._acted, False
            if old.meant is not None and stage == replace(old, meant=None):
                self._narrator.say(self._phrases(stage.screen.title), stage.comfort)
            else:
                self._say(stage, (*self._what_came(), *what_changed(old.comfort, stage.comfort)))
        elif changes := tuple(what_changed(old.comfort, stage.comfort)):
            self._narrator.remark(self._phrases(*self._what_came(), *changes))
        elif self._came is not None and stage.talk.wish is not Command.NEXT:
            self._tell_what_came(again=stage.talk.wish is Command.AGAIN)
        elif not stage.waiting:
            self._say_what_is_new(old, stage)

    def _invite(self) -> None:
        """Show, in silence, what may be said."""
        self._narrator.show(t("Say a name that you see.").shown(self._words()))

    def _what_came(self) -> tuple[Text, ...]:
        """Return what the kiosk has heard and not said yet; what follows from it is said after it."""
        came, self._came = self._came, None
        return () if came is None else (came,)

    def _tell_what_came(self, *, again: bool) -> None:
        """Say what was heard, and the screen again where that was it."""
        if again:
            self._prompted = True
            self._say(self._stage, self._what_came())
        else:
            self._narrator.remark(self._phrases(*self._what_came()))

    def _heard_by_others(self, stage: Stage) -> None:
        """Headphones are in: say everything anew. They are out: silence, and nothing can be heard again."""
        self._narrator.forget()
        if stage.hearing is Hearing.HEADPHONES:
            self._prompted = True
            self._say(stage)
        else:
            self._narrator.show(t("The headphones are out. Everybody hears me now.").shown(self._words()))

    def _rest(self, stage: Stage, new: bool) -> None:
        """Let go of what was said; whoever wears headphones at rest is told how to begin."""
        if stage.visit or stage.hearing is Hearing.SPEAKER:
            self._narrator.forget()
        elif new:
            self._narrator.forget()
            self._say(stage)

    def _say(self, stage: Stage, first: Iterable[Text] = ()) -> None:
        news = self._phrases(*first)
        page = script(stage, self._words_of(stage.comfort.language), stage.hearing, self._counts)
        rest = (phrase for phrase in page if phrase not in news)
        self._narrator.say((*news, *rest), stage.comfort)

    def _say_what_is_new(self, old: Stage, stage: Stage) -> None:
        words = self._words_of(stage.comfort.language)
        before = set(script(old, words, stage.hearing, self._counts))
        whole = script(stage, words, stage.hearing, self._counts)
        new = tuple(phrase for phrase in whole if phrase not in before)
        if new:
            self._narrator.say(new, stage.comfort)
