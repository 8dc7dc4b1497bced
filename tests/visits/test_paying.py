"""Paying for a number with one's own phone, from the tile to the slip, over real HTTP."""

from __future__ import annotations

from pathlib import Path

from kiosk.domain.events import Event
from kiosk.storyboard.scenes import ARRIVING, tile
from kiosk.storyboard.script import PayByPhone, Scene, choose, choose_number, go_on, press
from tests.visits.kiosks import Hall, a_hall

WU = "18600130014"
TO_THE_CODE = (
    *ARRIVING,
    *tile("My bill and my plan", "Pay for a number"),
    Scene("Which company is the number with?", choose("unicom")),
    Scene("Which number do you pay for?", choose(WU)),
    Scene("How much do you want to pay?", choose_number(0)),
    Scene("Is this the right number?", press("Yes, this is right")),
)
THE_CODE = "Pay by scanning this"


def messages(hall: Hall) -> list[str]:
    return [one["text"] for one in hall.sandbox.phone.inbox(f"+86{WU}")]


def test_what_is_owed_is_paid_for_a_relative_and_the_number_runs_again(tmp_path: Path) -> None:
    with a_hall(tmp_path) as hall:
        for scene in (*TO_THE_CODE, Scene(THE_CODE, PayByPhone("wang-xiuying"), settled=False)):
            hall.walker.play(scene)
        hall.walker.play(Scene("It is paid", go_on()))
        hall.walker.leave()
        assert "已经恢复" in messages(hall)[0] and "181.00元" in messages(hall)[1]
        assert Event.DEFECT not in {event for event, _ in hall.events.seen}
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert WU.encode() not in kept and "吴".encode() not in kept


def test_who_would_rather_not_pays_nothing(tmp_path: Path) -> None:
    with a_hall(tmp_path) as hall:
        for scene in (*TO_THE_CODE, Scene(THE_CODE, press("I do not want to pay now"), settled=False)):
            hall.walker.play(scene)
        hall.walker.see(Scene("The payment is not finished", go_on()))
        assert messages(hall) == []
