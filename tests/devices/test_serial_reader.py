"""The driver and the simulated reader, over a real pseudo-terminal: cards, wear, noise, and no answer."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace

import pytest

from kiosk.devices.absent import NoCardReader
from kiosk.devices.ports import CardError, CardProblem, DeviceError
from kiosk.devices.sam_frames import (
    FIND,
    PREAMBLE,
    READ_TEXT_AND_PHOTO,
    SELECT,
    Status,
    framed,
    framed_answer,
)
from kiosk.devices.serial_reader import Pace, SerialCardReader
from kiosk.devices.simulated_card import Chip
from kiosk.devices.simulated_reader import SimulatedModule, SimulatedReader, Trouble
from kiosk.domain.id_cards import IdCard
from tests.devices.cards import CARD, CHIP, TODAY, a_card, frames, needs_frames

QUICK = Pace(pause=0.01, command=1.0, reading=1.0)
OTHER = a_card("测试乙", serial=5)


@pytest.fixture
def simulated() -> Iterator[SimulatedReader]:
    with SimulatedReader() as simulated:
        yield simulated


@pytest.fixture
def reader(simulated: SimulatedReader) -> SerialCardReader:
    return reader_at(simulated.path)


def reader_at(path: str) -> SerialCardReader:
    return SerialCardReader(path, 115200, lambda: TODAY, QUICK)


def read(reader: SerialCardReader) -> IdCard:
    return reader.read(stop=threading.Event())


def problem_of(reader: SerialCardReader) -> CardProblem:
    with pytest.raises(CardError) as error:
        read(reader)
    return error.value.problem


# ------------------------------------------------------------------------- the simulator is a reader


@needs_frames
def test_the_simulator_answers_as_real_readers_do() -> None:
    module, known = SimulatedModule(), frames()

    def said(command: bytes) -> bytes:
        return framed_answer(module.answer(command))

    assert said(FIND) == known["resp find none"] and said(SELECT) == known["resp select fail"]
    assert said(READ_TEXT_AND_PHOTO) == known["resp read fail"]
    module.lay(CHIP)
    assert said(READ_TEXT_AND_PHOTO) == known["resp read fail"] and said(FIND) == known["resp find ok"]
    assert said(SELECT) == known["resp select ok"]
    assert said(READ_TEXT_AND_PHOTO) == known["resp read ok (synthetic, photo zero)"]
    assert said(FIND) == known["resp find none"], "a card that was read is not found until it is lifted"
    module.lay(CHIP)
    assert said(FIND) == known["resp find ok"]
    assert module.answer(known["read +fp 3010"]).sw3 == Status.BAD_COMMAND
    module.trouble = Trouble(says=Status.NOT_AUTHORISED)
    assert said(FIND) == known["resp reader unauthorised"]


def test_what_comes_out_of_turn_and_fingerprints_are_refused() -> None:
    module = SimulatedModule()
    module.lay(CHIP)
    assert module.answer(READ_TEXT_AND_PHOTO).sw3 == Status.NOT_READ
    assert module.answer(framed(bytes.fromhex("3010"))).sw3 == Status.BAD_COMMAND


# ------------------------------------------------------------------------- reading


def test_a_card_is_read_when_it_is_laid_and_once_only(
    simulated: SimulatedReader, reader: SerialCardReader
) -> None:
    with ThreadPoolExecutor() as pool:
        first = pool.submit(read, reader)
        simulated.lay(CHIP)
        assert first.result(10) == CARD
        second = pool.submit(read, reader)
        simulated.lift()
        simulated.lay(Chip(OTHER))
        assert second.result(10) == OTHER
    assert reader.present


def test_who_no_longer_waits_is_not_waited_for(simulated: SimulatedReader) -> None:
    simulated.misbehave(Trouble(dead=True))
    patient = SerialCardReader(simulated.path, 115200, lambda: TODAY, Pace(command=600))
    stop = threading.Event()
    with ThreadPoolExecutor() as pool:
        waits = [pool.submit(patient.read, stop=stop) for _ in range(2)]
        time.sleep(0.1)
        stop.set()
        for wait in waits:
            with pytest.raises(DeviceError, match="nobody waits"):
                wait.result(60)


def test_a_worn_card_is_tried_twice(simulated: SimulatedReader, reader: SerialCardReader) -> None:
    simulated.lay(CHIP)
    simulated.misbehave(Trouble(worn=1))
    assert read(reader) == CARD
    simulated.lay(CHIP)
    simulated.misbehave(Trouble(worn=2))
    assert problem_of(reader) is CardProblem.NOT_READ


@pytest.mark.parametrize("flag", ["J", "I", "Y"])
def test_other_cards_are_for_staff(simulated: SimulatedReader, reader: SerialCardReader, flag: str) -> None:
    simulated.lay(replace(CHIP, flag=flag))
    assert problem_of(reader) is CardProblem.NOT_RESIDENT


def test_a_card_that_no_reader_knows_is_for_staff(
    simulated: SimulatedReader, reader: SerialCardReader
) -> None:
    simulated.misbehave(Trouble(says=Status.WRONG_TYPE))
    assert problem_of(reader) is CardProblem.NOT_RESIDENT


@pytest.mark.parametrize(
    "trouble",
    [
        Trouble(garbage=bytes(range(256)) * 2),
        Trouble(garbage=PREAMBLE + b"\x05\x08\x00"),
        Trouble(garbage=framed(b"\x90")),
        Trouble(piece=100, pause=0.005),
        Trouble(piece=1),
    ],
    ids=["noise", "a frame that was cut off", "a frame without an answer", "slow pieces", "single bytes"],
)
def test_a_bad_line_is_read_all_the_same(
    simulated: SimulatedReader, reader: SerialCardReader, trouble: Trouble
) -> None:
    simulated.misbehave(trouble)
    simulated.lay(CHIP)
    assert read(reader) == CARD


def test_half_an_answer_is_not_read(simulated: SimulatedReader, reader: SerialCardReader) -> None:
    simulated.lay(CHIP)
    simulated.misbehave(Trouble(most=300))
    assert problem_of(reader) is CardProblem.NOT_READ


def test_a_card_that_lies_badly_is_found_but_not_selected(
    simulated: SimulatedReader, reader: SerialCardReader
) -> None:
    simulated.misbehave(Trouble(says=Status.FOUND))
    assert problem_of(reader) is CardProblem.NOT_READ


def saying(status: Status) -> Callable[[SimulatedReader], None]:
    return lambda simulated: simulated.misbehave(Trouble(says=status))


@pytest.mark.parametrize(
    ("breaking", "told"),
    [
        (lambda simulated: simulated.misbehave(Trouble(dead=True)), "does not answer"),
        (saying(Status.NOT_AUTHORISED), "out of order: 66"),
        (saying(Status.BROKEN), "out of order: 60"),
    ],
)
def test_a_reader_out_of_order_is_told_and_tried_again_next_time(
    simulated: SimulatedReader,
    reader: SerialCardReader,
    breaking: Callable[[SimulatedReader], None],
    told: str,
) -> None:
    breaking(simulated)
    with pytest.raises(DeviceError, match=told):
        read(reader)
    simulated.misbehave(Trouble())
    simulated.lay(CHIP)
    assert read(reader) == CARD


def test_a_reader_that_is_unplugged_meanwhile_or_was_never_there_is_told() -> None:
    with ThreadPoolExecutor() as pool, ExitStack() as plug:
        waits = pool.submit(read, reader_at(plug.enter_context(SimulatedReader()).path))
        time.sleep(0.1)
        plug.close()
        with pytest.raises(DeviceError, match="is gone"):
            waits.result(10)


def test_twenty_sessions_of_every_mischief_end_with_the_card_or_its_problem(
    simulated: SimulatedReader, reader: SerialCardReader
) -> None:
    for seed in range(20):
        chance = random.Random(seed)
        simulated.misbehave(
            Trouble(
                worn=chance.choice((0, 0, 1, 3)),
                garbage=chance.randbytes(chance.randrange(600)),
                piece=chance.choice((1, 7, 64, 4096)),
            )
        )
        card = a_card(serial=chance.randrange(1, 1000))
        simulated.lay(Chip(card))
        try:
            assert read(reader) == card
        except CardError as error:
            assert error.problem is CardProblem.NOT_READ


def test_a_port_that_is_not_there_cannot_be_opened() -> None:
    with pytest.raises(DeviceError, match="cannot be opened"):
        read(reader_at("/dev/nowhere"))


def test_a_kiosk_without_a_reader_says_so() -> None:
    assert not NoCardReader().present
    with pytest.raises(DeviceError, match="no card reader"):
        NoCardReader().read(stop=threading.Event())
