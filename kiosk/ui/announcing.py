"""What a screen reader is told beside where the keyboard is: a page's sentences, and what happens."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from kiosk.screens import Enter, Typed
from kiosk.text import Code, Count, Hearing, Language, Text, just, t, tn
from kiosk.ui.digits import CLEAR, DELETE
from kiosk.ui.face import Face
from kiosk.ui.field import Field
from kiosk.ui.labels import Heading, Illustration
from kiosk.ui.listeners import Listeners
from kiosk.ui.piece import Piece
from kiosk.ui.qr import Remaining
from kiosk.ui.scene import Scene
from kiosk.ui.status import signs_of
from kiosk.visit.stage import Stage

LIVE = {"hourglass", "bell"}
"""The signs of the status line that are told when they come, by their icons."""
ENDS = tuple(".!?。！？…：:")


def joined(names: Iterable[str], language: Language) -> str:
    """Return names as sentences one after the other, each with its stop."""
    stop, space = (".", " ") if language is Language.EN else ("。", "")
    return space.join(name if name.endswith(ENDS) else name + stop for name in names)


def told_of(scene: Scene, *, part: int | None = None) -> list[str]:
    """Return what is to be read on one part of the page, or on all of it, below the heading.

    Pictures and what is typed are read where the keyboard comes to them.
    """
    things = [thing for on, thing in scene.page.everything() if part in {None, on}]
    read = [one for one in things if isinstance(one, Piece)]
    return [one.accessibleName() for one in read if not isinstance(one, Heading | Illustration | Field)]


def describe(scene: Scene) -> None:
    """Let the heading, where the keyboard is on a new page, tell what stands below it on this part."""
    heading, page, look = scene.page.heading, scene.page, scene.look
    if heading is None:
        return
    where = [look.shown(t("Part {part} of {parts}.", part=Count(page.part), parts=Count(page.parts)))]
    told = told_of(scene, part=page.part) + (where if page.parts > 1 else [])
    heading.setAccessibleDescription(joined(told, look.words.language))


class Telling:
    """Tells a screen reader what changes while the keyboard stays where it is."""

    def __init__(self, scene: Callable[[], Scene], stage: Callable[[], Stage]) -> None:
        self._scene, self._stage = scene, stage
        self._known: Sequence[str] = ()
        self._signs: Sequence[str] = ()

    def also(self, heard: Listeners) -> Listeners:
        """Return listeners that are told as these are, and a screen reader with them."""
        return replace(
            heard,
            remark=_both(heard.remark, self._say),
            explain=_both(heard.explain, self._say),
            counted=_both(heard.counted, self._counted),
            typed=_both(heard.typed, self._typed),
            repeat=_both(heard.repeat, self._again),
        )

    def new_page(self) -> None:
        """Describe a new page, or another part of it; the keyboard comes to its heading and has it read."""
        describe(self._scene())
        self._known = self._news()

    def same_page(self, old: Stage) -> None:
        """Tell what is new on a page that was there before, and what went wrong, be it once more."""
        heading, known = self._scene().page.heading, set(self._known)
        problem = self._stage().problem
        if problem is not None and problem is not old.problem:
            known.discard(self._scene().look.shown(problem))
        self._known = self._news()
        if heading is not None and not heading.hasFocus():
            describe(self._scene())
        self.announce([name for name in self._known if name not in known])

    def status(self, busy: bool) -> None:
        """Tell that something takes a while, and who is called, when it begins to be so."""
        signs = signs_of(self._stage(), busy)
        told = [self._scene().look.shown(sign.text) for sign in signs if sign.icon in LIVE]
        if new := [sentence for sentence in told if sentence not in self._signs]:
            self.announce(new)
        self._signs = told

    def announce(self, names: Sequence[str]) -> None:
        """Have names or sentences said."""
        self._scene().announcer.say(joined(names, self._scene().look.words.language))

    def _news(self) -> list[str]:
        """Return what is told on all of the page, but for the time that passes on it."""
        things = [thing for _, thing in self._scene().page.everything()]
        passing = {one.accessibleName() for one in things if isinstance(one, Face | Remaining)}
        return [name for name in told_of(self._scene()) if name not in passing]

    def _say(self, text: Text) -> None:
        self.announce([self._scene().look.shown(text)])

    def _counted(self, what: Text, number: int) -> None:
        self._say(t("{what}: {number}", what=what, number=Count(number)))
        self._known = self._news()

    def _typed(self, key: str) -> None:
        """Say a digit that was taken to the visitor alone; else, and of a password, how many there are."""
        stage = self._stage()
        secret = isinstance(stage.screen, Enter) and stage.screen.kind is Typed.SECRET
        if stage.hearing is Hearing.HEADPHONES and not secret and key not in {DELETE, CLEAR}:
            self._say(just(Code(key)))
            return
        for _, thing in self._scene().page.everything():
            if isinstance(thing, Field):
                many = tn("One digit is typed", "{count} digits are typed", len(thing.typed))
                self._say(many if thing.typed else t("Nothing is typed yet"))

    def _again(self) -> None:
        heading = self._scene().page.heading
        if heading is not None:
            self.announce([heading.accessibleName(), heading.accessibleDescription()])


def _both(*told: Callable[..., None]) -> Callable[..., None]:
    def tell(*news: Any) -> None:
        for one in told:
            one(*news)

    return tell
