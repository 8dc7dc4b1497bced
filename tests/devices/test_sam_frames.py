"""Frames on the line: whole, in pieces, after garbage, and broken."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.devices.sam_frames import (
    FIND,
    LONGEST,
    PREAMBLE,
    READ_TEXT_AND_PHOTO,
    SELECT,
    Answer,
    Frames,
    answer_in,
    framed,
    framed_answer,
)
from tests.devices.cards import frames, needs_frames

WORDS = st.binary(min_size=1, max_size=300)
LIES = st.builds(lambda length, rest: PREAMBLE + length + rest, st.binary(max_size=2), st.binary(max_size=40))
GARBAGE = st.one_of(st.binary(max_size=40), LIES, WORDS.map(lambda words: framed(words)[:-1]))


def words_in(*pieces: bytes) -> list[bytes]:
    taken = Frames()
    return [words for piece in pieces for words in taken.feed(piece)]


@needs_frames
def test_commands_are_those_of_the_standard() -> None:
    known = frames()
    assert known["find 2001"] == FIND and known["select 2002"] == SELECT
    assert known["read text+photo 3001"] == READ_TEXT_AND_PHOTO


@needs_frames
def test_every_frame_of_the_standard_is_understood() -> None:
    for frame in frames().values():
        (words,) = words_in(frame)
        assert framed(words) == frame


@given(st.lists(WORDS, max_size=4), st.data())
def test_frames_may_come_in_any_pieces(sent: list[bytes], data: st.DataObject) -> None:
    stream = b"".join(map(framed, sent))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=6)))
    assert words_in(*(stream[a:b] for a, b in zip([0, *cuts], [*cuts, len(stream)], strict=True))) == sent


@given(st.lists(st.tuples(GARBAGE, WORDS), max_size=4))
def test_no_garbage_swallows_a_good_frame(sent: list[tuple[bytes, bytes]]) -> None:
    found = iter(words_in(*(part for garbage, words in sent for part in (garbage, framed(words)))))
    assert all(words in found for _, words in sent), "a good frame was lost, or came in another order"


@given(WORDS, st.integers(0), st.integers(1, 255))
def test_a_corrupted_frame_is_not_believed(words: bytes, where: int, by: int) -> None:
    frame = bytearray(framed(words))
    frame[where % len(frame)] ^= by
    assert words_in(bytes(frame)) == []


def test_lengths_that_cannot_be_are_not_waited_for() -> None:
    assert words_in(framed(b""), framed(bytes(LONGEST))) == []
    assert words_in(framed(bytes(LONGEST - 1))) == [bytes(LONGEST - 1)]


@given(st.builds(Answer, *[st.integers(0, 255)] * 3, st.binary(max_size=50)))
def test_answers_are_understood_and_hide_what_they_hold(answer: Answer) -> None:
    (words,) = words_in(framed_answer(answer))
    assert answer_in(words) == answer and "data" not in repr(answer)


def test_two_bytes_are_no_answer() -> None:
    assert answer_in(b"\x00\x90") is None
