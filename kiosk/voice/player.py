"""The narrator: one voice at a time, on the window's own thread, and captions that follow it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial

from kiosk.domain.comfort import SPEECH_RATES, VOLUMES, Comfort
from kiosk.text import Hearing
from kiosk.voice.ports import Heard, Phrase, Speaker, Utterance


@dataclass(frozen=True)
class Caption:
    """The phrase being said, and its neighbours; `now` is empty when all has been said."""

    before: str = field(repr=False)
    now: str = field(repr=False)
    after: str = field(repr=False)


def caption_at(phrases: tuple[Phrase, ...], place: int) -> Caption:
    """Return what the strip holds while the phrase at `place` is heard; past the end, the last one rests."""
    captions = ["", *(phrase.caption for phrase in phrases), "", ""]
    return Caption(captions[place], captions[place + 1], captions[place + 2])


@dataclass(frozen=True)
class Place:
    """A place in a speech: which of its phrases is being said; a page can be come back to."""

    phrases: tuple[Phrase, ...] = field(repr=False)
    at: int = 0
    page: bool = False

    @property
    def ahead(self) -> tuple[Phrase, ...]:
        """This phrase and all that follow."""
        return self.phrases[self.at :]


class Narrator:
    """Says a page, repeats it, falls silent, goes on where it was, and says what has the focus.

    Everything runs on the window's thread; the speaker's events are brought there by `post`. Where the
    visitor has switched the voice off, nothing is said: the first sentence stands still as a caption, so
    that what is new is seen, and the page itself shows the rest.
    """

    def __init__(
        self,
        speaker: Speaker,
        post: Callable[[Callable[[], None]], None],
        on_caption: Callable[[Caption | None], None],
    ) -> None:
        self._speaker, self._post, self._on_caption = speaker, post, on_caption
        self._comfort, self._hearing = Comfort(), Hearing.SPEAKER
        self._number = 0
        self._page = Place((), page=True)
        self._now: Place | None = None
        self._first = self._asides = 0
        self._soon: tuple[Phrase, ...] = ()
        self._cut: Place | None = None
        self._left: Place | None = None
        self._last: Place | None = None
        self._said_again: Place | None = None

    @property
    def speaking(self) -> bool:
        """Tell whether something is being said, or read in silence by a machine without sound."""
        return self._now is not None

    def settle(self, comfort: Comfort, hearing: Hearing) -> None:
        """Speak like this, and for these ears, whatever is begun from now on."""
        self._comfort, self._hearing = comfort, hearing

    def say(self, phrases: tuple[Phrase, ...], comfort: Comfort) -> None:
        """Say a page, in place of whatever was being said; nothing to say is silence."""
        self._page, self._comfort = Place(phrases, page=True), comfort
        self._soon, self._left = (), None
        self._begin(self._page)

    def repeat(self) -> None:
        """Say the page again from its beginning."""
        self._soon = ()
        self._begin(self._page)

    def say_soon(self, phrases: tuple[Phrase, ...]) -> None:
        """Say what has the focus: at once in place of an older focus, but only after a page.

        A key that moves the focus interrupts the page by itself, with `hush`.
        """
        if self._now is not None and self._now.page:
            self._soon = phrases
        else:
            self._begin(Place(phrases))

    def remark(self, phrases: tuple[Phrase, ...]) -> None:
        """Say something beside the page at once, and then go on with what it or its key has cut short."""
        rest = self._here() or self._cut or Place(())
        self._begin(Place(phrases + rest.ahead, page=rest.page), asides=len(phrases))

    def hush(self) -> None:
        """Be silent now, and forget what was to be said next."""
        self._soon, self._cut = (), self._here()
        if self._cut is not None and self._cut.page:
            self._left = self._cut
        self._end()
        self._on_caption(None)

    def show(self, note: str) -> None:
        """Show a note in the strip, in silence."""
        self._on_caption(Caption("", note, ""))

    def forget(self) -> None:
        """Be silent now, and forget all that was said: nobody can have it again."""
        self.hush()
        self._page = Place((), page=True)
        self._cut = self._left = self._last = self._said_again = None

    # ------------------------------------------------------------------ going back and on

    def pause(self, note: str) -> bool:
        """Keep the place of what the last hush cut short, and show a note; False where it cut nothing."""
        if self._cut is None:
            return False
        self._left, self._cut = self._cut, None
        self.show(note)
        return True

    def go_on(self) -> bool:
        """Go on from the phrase where it was paused, or a page was left; False where nothing was."""
        left, self._left = self._left, None
        if left is None:
            return False
        self._begin(left)
        return True

    def say_last_again(self) -> bool:
        """Say the last sentence again and go on; asked again while it is said, the one before it."""
        last = self._cut or self._last
        if last is None:
            return False
        back = 1 if self._cut is not None and self._cut == self._said_again else 0
        self._said_again = replace(last, at=max(0, last.at - back))
        self._begin(self._said_again)
        return True

    # ------------------------------------------------------------------ one utterance

    def _here(self) -> Place | None:
        """Return the place in what is being said, behind any remark."""
        return None if self._now is None else replace(self._now, at=max(self._now.at, self._asides))

    def _begin(self, place: Place, *, asides: int = 0) -> None:
        self._end()
        self._cut = None
        if not place.ahead or not self._comfort.voice:
            self._on_caption(Caption("", place.ahead[0].caption, "") if place.ahead else None)
            return
        self._now, self._first, self._asides = place, place.at, asides
        comfort = self._comfort
        rate, volume = SPEECH_RATES[comfort.rate], VOLUMES[comfort.volume]
        utterance = Utterance(self._number, place.ahead, comfort.language, rate, volume, self._hearing)
        self._speaker.speak(utterance, self._bring)

    def _end(self) -> None:
        """Stop; whatever the speaker still reports of it is about an older number."""
        self._number += 1
        if self._now is not None:
            self._last, self._now = self._now, None
            self._speaker.stop()

    def _bring(self, heard: Heard) -> None:
        """Carry an event from the speaker's thread to the window's."""
        self._post(partial(self._heard, heard))

    def _heard(self, heard: Heard) -> None:
        if heard.number != self._number or self._now is None:
            return
        if heard.phrase is not None:
            self._now = replace(self._now, at=self._first + heard.phrase)
            self._on_caption(caption_at(self._now.phrases, self._now.at))
        else:
            self._all_said(self._now)

    def _all_said(self, now: Place) -> None:
        self._on_caption(caption_at(now.phrases, len(now.phrases)))
        self._last, self._now = replace(now, at=len(now.phrases) - 1), None
        if now.page:
            self._left = None
        soon, self._soon = self._soon, ()
        if soon:
            self._begin(Place(soon))
