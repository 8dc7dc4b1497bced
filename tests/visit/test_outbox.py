"""Commitments on disk: written first, wiped when settled, asked after until they have an end."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path

import pytest

from kiosk.domain.events import Event
from kiosk.domain.failures import Reason, Refused, Unavailable
from kiosk.screens import commit
from kiosk.visit.commitments import Commitments, Unsettled
from kiosk.visit.outbox import Outbox, State, new_key, reference_of
from tests.visit.worlds import Clock, Events, FakeDesk, fate_of

SECRET = "110101195003071234"


@pytest.fixture
def outbox(tmp_path: Path) -> Outbox:
    return Outbox(tmp_path / "state" / "outbox.sqlite")


def on_disk(tmp_path: Path) -> bytes:
    return b"".join(path.read_bytes() for path in (tmp_path / "state").iterdir())


def test_what_was_kept_is_wiped_from_the_disk_when_the_end_is_known(tmp_path: Path, outbox: Outbox) -> None:
    key = new_key()
    outbox.write(key, "desk", {"id": SECRET}, now=0)
    assert SECRET.encode() in on_disk(tmp_path)
    outbox.settle(key, State.DONE)
    assert SECRET.encode() not in on_disk(tmp_path)
    assert fate_of(outbox, key) is State.DONE and fate_of(outbox, "other") is None
    outbox.close()


def test_a_key_is_written_once_and_an_error_leaves_the_file_usable(outbox: Outbox) -> None:
    outbox.write("key", "desk", {}, now=0)
    with pytest.raises(sqlite3.IntegrityError):
        outbox.write("key", "desk", {}, now=0)
    outbox.settle("key", State.REFUSED)
    outbox.close()


def test_an_unknown_fate_is_asked_after_ever_more_rarely_but_at_least_hourly(outbox: Outbox) -> None:
    outbox.write("key", "desk", {}, now=0)
    assert outbox.due(59) == [] and len(outbox.due(60)) == 1
    waits, now = [], 60.0
    for _ in range(12):
        outbox.put_off("key", now)
        later = next(wait for wait in range(1, 4000) if outbox.due(now + wait))
        waits.append(later)
        now += later
    assert waits == sorted(waits) and waits[0] == 15 and waits[-1] == 3600
    outbox.close()


def test_a_reference_is_the_beginning_of_the_key_that_the_operator_has_too() -> None:
    key = "1234abcd-0000-4000-8000-000000000000"
    assert reference_of(key) == "1234-ABCD" and key.startswith(reference_of(key).replace("-", "").lower())


def test_everything_unsettled_is_settled_after_a_restart(tmp_path: Path) -> None:
    path, clock, log = tmp_path / "outbox.sqlite", Clock(), Events()
    lost = Unavailable(Reason.TIMED_OUT)
    before = Outbox(path)
    with pytest.raises(Unsettled):
        Commitments(before, {}, clock, log).carry_out(commit(FakeDesk(lost, lost), "a"))
    before.write("cut-while-sending", "fake", {"request": "b"}, clock())
    before.write("of-a-desk-gone", "gone", {}, clock())
    before.close()

    after = Outbox(path)
    desk = FakeDesk(lost, "filed", Refused(Reason.NOT_FOUND))
    commitments = Commitments(after, {"fake": desk}, clock, log)
    commitments.settle_what_is_due()
    assert desk.keys == []
    for _ in range(4):
        clock.now += 100
        commitments.settle_what_is_due()
    ends = [fate_of(after, key) for key in dict.fromkeys(desk.keys)]
    assert sorted(ends, key=str) == [State.DONE, State.REFUSED]
    assert fate_of(after, "of-a-desk-gone") is State.UNKNOWN
    assert (Event.COMMITMENT_DONE, "fake") in log.seen and (Event.COMMITMENT_REFUSED, "fake") in log.seen
    after.close()


def test_a_known_end_stands_whatever_a_late_settler_says(outbox: Outbox) -> None:
    outbox.write("key", "desk", {}, now=0)
    outbox.settle("key", State.DONE)
    outbox.put_off("key", 0)
    outbox.settle("key", State.REFUSED)
    assert fate_of(outbox, "key") is State.DONE and outbox.due(1e9) == []
    outbox.close()


def test_a_round_waits_for_no_other_and_a_defect_for_one_row_alone(tmp_path: Path) -> None:
    outbox, log, clock = Outbox(tmp_path / "outbox.sqlite"), Events(), Clock()
    for key in ("a", "b"):
        outbox.write(key, "fake", {}, 0)

    class Nested(FakeDesk):
        def settle(self, kept: Mapping[str, str], key: str) -> str:
            commitments.settle_what_is_due()  # the next round begins while this one is at it
            return super().settle(kept, key)

    desk = Nested(ValueError("ours"), "filed")
    commitments = Commitments(outbox, {"fake": desk}, clock, log)
    commitments.settle_what_is_due()
    assert len(desk.keys) == 2 and (Event.DEFECT, "ValueError") in log.seen
    assert {fate_of(outbox, key) for key in ("a", "b")} == {State.DONE, State.UNKNOWN}
    outbox.close()


def test_a_disk_that_fails_at_the_end_does_not_hide_the_receipt(tmp_path: Path) -> None:
    outbox, log = Outbox(tmp_path / "outbox.sqlite"), Events()

    class Closing(FakeDesk):
        def send(self, request: str, key: str) -> str:
            outbox.close()
            return super().send(request, key)

    assert Commitments(outbox, {}, Clock(), log).carry_out(commit(Closing("filed"), "a")) == "filed"
    assert (Event.DEFECT, "ProgrammingError") in log.seen


def test_access_that_ends_between_two_tries_tells_nothing_of_the_first(tmp_path: Path) -> None:
    outbox, log = Outbox(tmp_path / "outbox.sqlite"), Events()
    desk = FakeDesk(Unavailable(Reason.TIMED_OUT), Refused(Reason.SIGNED_OUT))
    with pytest.raises(Unsettled):
        Commitments(outbox, {}, Clock(), log).carry_out(commit(desk, "a"))
    assert fate_of(outbox, desk.keys[0]) is State.UNKNOWN and len(set(desk.keys)) == 1
    outbox.close()
