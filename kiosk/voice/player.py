"""The narrator: one voice at a time, on the window's own thread, and captions that follow it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from kiosk.domain.comfort import SPEECH_RATES, VOLUMES, Comfort
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


class Narrator:
    """Says a page, repeats it, falls silent, and says what has the focus once nothing else is being said.

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
        self._comfort = Comfort()
        self._number = 0
        self._page: tuple[Phrase, ...] = ()
        self._now: tuple[Phrase, ...] = ()
        self._soon: tuple[Phrase, ...] = ()
        self._rest: tuple[Phrase, ...] = ()
        self._place = 0
        self._says_page = self._broken_off = False

    @property
    def speaking(self) -> bool:
        """Tell whether something is being said, or read in silence by a machine without sound."""
        return bool(self._now)

    def say(self, phrases: tuple[Phrase, ...], comfort: Comfort) -> None:
        """Say a page, in place of whatever was being said; nothing to say is silence."""
        self._page, self._comfort, self._soon, self._rest = phrases, comfort, (), ()
        self._begin(phrases, page=True)

    def repeat(self) -> None:
        """Say the page again from its beginning."""
        self._soon = self._rest = ()
        self._begin(self._page, page=True)

    def pause_or_go_on(self) -> None:
        """Say what is left of a page that was broken off, from the sentence that was not heard to its end.

        A key falls silent by itself, with `hush`: if that has just broken the page off, it stays paused.
        """
        if self._broken_off:
            self._broken_off = False
        else:
            self._begin(self._rest or self._page, page=True)

    def say_soon(self, phrases: tuple[Phrase, ...]) -> None:
        """Say what has the focus: at once in place of an older focus, but only after a page.

        A key that moves the focus interrupts the page by itself, with `hush`.
        """
        if self.speaking and self._says_page:
            self._soon = phrases
        else:
            self._begin(phrases, page=False)

    def hush(self) -> None:
        """Be silent now, and forget what was to be said next."""
        self._soon = ()
        self._broken_off = self.speaking and self._says_page
        if self._broken_off:
            self._rest = self._now[self._place :]
        self._end()
        self._on_caption(None)

    def _begin(self, phrases: tuple[Phrase, ...], *, page: bool) -> None:
        self._end()
        self._says_page, self._place, self._broken_off = page, 0, False
        if not phrases or not self._comfort.voice:
            self._on_caption(Caption("", phrases[0].caption, "") if phrases else None)
            return
        self._now = phrases
        comfort = self._comfort
        rate, volume = SPEECH_RATES[comfort.rate], VOLUMES[comfort.volume]
        utterance = Utterance(self._number, phrases, comfort.language, rate, volume)
        self._speaker.speak(utterance, self._bring)

    def _end(self) -> None:
        """Stop; whatever the speaker still reports of it is about an older number."""
        self._number += 1
        if self._now:
            self._now = ()
            self._speaker.stop()

    def _bring(self, heard: Heard) -> None:
        """Carry an event from the speaker's thread to the window's."""
        self._post(partial(self._heard, heard))

    def _heard(self, heard: Heard) -> None:
        if heard.number != self._number or not self._now:
            return
        if heard.phrase is not None:
            self._place = heard.phrase
            self._on_caption(caption_at(self._now, heard.phrase))
            return
        self._on_caption(caption_at(self._now, len(self._now)))
        self._now, self._rest = (), () if self._says_page else self._rest
        soon, self._soon = self._soon, ()
        if soon:
            self._begin(soon, page=False)
