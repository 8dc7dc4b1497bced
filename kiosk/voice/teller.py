"""What is said when: a new page whole, on the same page only what is new, at rest nothing."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.screens import Enter, Typed, Welcome
from kiosk.text import Count, Hearing, Language, Text, Words, t
from kiosk.visit.stage import FrontDesk, Stage
from kiosk.voice.phrases import breaths, entered_phrase, focus_phrase
from kiosk.voice.player import Narrator
from kiosk.voice.script import script


class Teller:
    """Follows a front desk and has the narrator say what a visitor should hear."""

    def __init__(self, desk: FrontDesk, narrator: Narrator, words_of: Callable[[Language], Words]) -> None:
        self._desk = desk
        self._narrator = narrator
        self._words_of = words_of
        self._stage = desk.stage
        self._acted = self._prompted = False
        desk.subscribe(self._changed)

    def repeat(self) -> None:
        """Say everything again."""
        self._prompted = True
        self._say(self._desk.stage)

    def pause_or_go_on(self) -> None:
        """Stay silent where the page was just broken off, or go on with it."""
        self._prompted = True
        self._narrator.pause_or_go_on()

    def focused(self, name: str, place: int, of: int) -> None:
        """Say where a key has walked to, once nothing else is being said; no digit while one is secret."""
        if self._is_secret and name.isdecimal():
            name = t("A digit").shown(self._words())
        self._narrator.say_soon((focus_phrase(name, "button", place, of, self._words()),))

    def typed(self, key: str) -> None:
        """Confirm a key of the pad; on the loudspeaker no digit is ever said."""
        taken = entered_phrase(key, self._words(), Hearing.SPEAKER, secret=self._is_secret)
        self._narrator.say_soon((taken,))

    def counted(self, what: Text, number: int) -> None:
        """Say a count that was changed."""
        sentence = t("{what}: {number}", what=what, number=Count(number))
        self._narrator.say_soon(tuple(breaths(sentence, self._words(), Hearing.SPEAKER)))

    @property
    def _is_secret(self) -> bool:
        screen = self._stage.screen
        return isinstance(screen, Enter) and screen.kind is Typed.SECRET

    def _words(self) -> Words:
        return self._words_of(self._stage.comfort.language)

    def acted(self) -> None:
        """Fall silent: somebody has touched the screen or pressed a key."""
        self._acted = True
        self._narrator.hush()

    def stay_while_speaking(self) -> None:
        """Count speech that answers somebody as a sign of life, but not what the kiosk says unasked."""
        if self._narrator.speaking and self._prompted and self._desk.stage.alert is None:
            self._desk.touched()

    def _changed(self, stage: Stage) -> None:
        old, self._stage = self._stage, stage
        if isinstance(stage.screen, Welcome):
            self._narrator.say((), stage.comfort)
        elif (stage.visit, stage.page, stage.alert) != (old.visit, old.page, old.alert):
            self._prompted, self._acted = self._acted, False
            self._say(stage)
        elif not stage.waiting:
            self._say_what_is_new(old, stage)

    def _say(self, stage: Stage) -> None:
        words = self._words_of(stage.comfort.language)
        self._narrator.say(script(stage, words, Hearing.SPEAKER), stage.comfort)

    def _say_what_is_new(self, old: Stage, stage: Stage) -> None:
        words = self._words_of(stage.comfort.language)
        before = set(script(old, words, Hearing.SPEAKER))
        new = tuple(phrase for phrase in script(stage, words, Hearing.SPEAKER) if phrase not in before)
        if new:
            self._narrator.say(new, stage.comfort)
