"""Headphones are noticed at once, put in or pulled out, at a real switch or a simulated one."""

from __future__ import annotations

import os
import pty
import tty
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, SimpleQueue
from tempfile import TemporaryDirectory
from time import monotonic

import pytest

from kiosk.devices.absent import NoHeadphones
from kiosk.devices.headphones import HeadphoneJack
from kiosk.devices.jack_switch import EVENT, event_for, is_plugged, jacks_in, plugged_after
from kiosk.devices.simulated_jack import SimulatedJack

AT_ONCE = 0.1  # seconds (accessibility requirement 15)
LISTED = """I: Bus=0000 Vendor=0000 Product=0000 Version=0000
N: Name="HDA Intel PCH Mic"
H: Handlers=event4
B: EV=21
B: SW=10

N: Name="HDA Intel PCH Headphone"
H: Handlers=kbd event7
B: EV=21
B: SW=4

N: Name="A headset"
H: Handlers=event12
B: SW=1 14

N: Name="A switch that nobody handles"
B: SW=4

N: Name="HDA Intel PCH HDMI/DP,pcm=3"
H: Handlers=event9
B: SW=140
"""


def nobody() -> None:
    raise AssertionError("nobody was refused")


class Ear:
    """Hears what a jack tells."""

    def __init__(self) -> None:
        self.told: SimpleQueue[bool] = SimpleQueue()

    def next(self) -> bool:
        return self.told.get(timeout=5)

    def hears_nothing(self) -> bool:
        try:
            return self.told.get(timeout=0.15) is None
        except Empty:
            return True


@pytest.fixture
def place() -> Iterator[Path]:
    with TemporaryDirectory() as folder:  # a socket's path must be short
        yield Path(folder) / "jack"


@pytest.fixture
def listening() -> Iterator[Callable[..., tuple[HeadphoneJack, Ear]]]:
    jacks: list[HeadphoneJack] = []

    def listen(*paths: Path, refused: Callable[[], None] = nobody) -> tuple[HeadphoneJack, Ear]:
        jack, ear = HeadphoneJack(lambda: paths, refused, pause=0.02), Ear()
        jacks.append(jack)
        jack.watch(ear.told.put)
        return jack, ear

    yield listen
    for jack in jacks:
        jack.close()


Listening = Callable[..., tuple[HeadphoneJack, Ear]]


def test_putting_in_and_pulling_out_is_told_at_once(place: Path, listening: Listening) -> None:
    with SimulatedJack(place) as simulated:
        jack, ear = listening(Path(simulated.path))
        assert not jack.plugged
        for plugged in (True, False, True):
            begun = monotonic()
            simulated.plug(plugged)
            assert ear.next() is plugged and monotonic() - begun < AT_ONCE
            assert jack.plugged is plugged
        simulated.plug(True)
        assert ear.hears_nothing()
    assert ear.next() is False, "a jack that is gone counts as empty"


def test_what_is_in_already_is_known_and_no_change(place: Path, listening: Listening) -> None:
    with SimulatedJack(place) as simulated:
        simulated.plug(True)
        jack, ear = listening(place)
        assert jack.plugged and ear.hears_nothing()


def test_a_jack_that_comes_later_is_found_and_everybody_is_told(place: Path, listening: Listening) -> None:
    ears = [listening(place)[1] for _ in range(2)]
    with SimulatedJack(place) as simulated:
        simulated.plug(True)
        assert [ear.next() for ear in ears] == [True, True]


def test_who_has_gone_is_told_nothing_more(place: Path) -> None:
    with SimulatedJack(place) as simulated:
        jack = HeadphoneJack(lambda: (place,), nobody)
        jack.watch(lambda _: None)
        jack.close()
        for _ in range(3):
            simulated.plug(True)
            simulated.plug(False)


def test_a_switch_of_linux_is_read_and_one_that_fails_counts_as_empty(listening: Listening) -> None:
    ours, theirs = pty.openpty()
    tty.setraw(theirs)
    jack, ear = listening(Path(os.ttyname(theirs)))
    assert not jack.plugged
    os.write(ours, EVENT.pack(0, 0, 0, 0, 0) + event_for(True))
    assert ear.next() is True
    os.close(theirs)
    os.close(ours)
    assert ear.next() is False


def test_what_cannot_be_read_counts_as_empty(tmp_path: Path, listening: Listening) -> None:
    jack, ear = listening(tmp_path)
    assert ear.hears_nothing() and not jack.plugged


def test_a_jack_that_may_not_be_opened_is_reported_once(
    place: Path, listening: Listening, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(path: Path) -> None:
        raise PermissionError

    monkeypatch.setattr("kiosk.devices.headphones.opened", forbidden)
    refusals: SimpleQueue[None] = SimpleQueue()
    _, ear = listening(place, refused=lambda: refusals.put(None))
    assert ear.hears_nothing() and refusals.qsize() == 1


def test_a_watcher_that_never_watched_can_be_closed() -> None:
    HeadphoneJack(lambda: (), nobody).close()


def test_the_state_of_a_switch_is_asked_for() -> None:
    def answering(bits: int) -> Callable[[int, int, bytearray], object]:
        def ask(descriptor: int, request: int, answer: bytearray) -> int:
            answer[0] = bits
            return 0

        return ask

    assert is_plugged(0, answering(0b100)) and not is_plugged(0, answering(0b11010000))


def test_only_the_switch_of_headphones_counts_and_halves_are_left() -> None:
    lineout = EVENT.pack(1, 2, 0x05, 0x06, 1)
    assert plugged_after(lineout + event_for(True) + event_for(False)[:5], before=False)
    assert plugged_after(lineout, before=True) and not plugged_after(b"", before=False)


def test_jacks_are_found_among_the_input_devices(tmp_path: Path) -> None:
    listed = tmp_path / "devices"
    listed.write_text(LISTED)
    assert list(jacks_in(listed)) == [Path("/dev/input/event7"), Path("/dev/input/event12")]
    assert list(jacks_in(tmp_path / "nowhere")) == []


def test_without_a_jack_nothing_is_ever_in() -> None:
    none = NoHeadphones()
    none.watch(lambda _: nobody())
    none.close()
    assert not none.plugged
