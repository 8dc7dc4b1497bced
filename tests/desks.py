"""A reception with operators in memory and a clock that is set."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kiosk.domain.comfort import Comfort
from kiosk.journeys.hall import Hall
from kiosk.visit.commitments import Commitments
from kiosk.visit.idle import Patience
from kiosk.visit.outbox import Outbox
from kiosk.visit.reception import Reception
from kiosk.visit.runner import Runner
from tests.fake_operators import FakeOperators, a_hall
from tests.pilot import Pilot
from tests.visit.worlds import Clock, DirectRunner, Events


@dataclass
class Desk:
    """Everything a test wants to look at."""

    pilot: Pilot
    reception: Reception
    operators: FakeOperators
    clock: Clock
    events: Events
    hall: Hall


@contextmanager
def a_desk(fakes: FakeOperators | None = None, runner: Runner | None = None, **hall: Any) -> Iterator[Desk]:
    fakes = fakes or FakeOperators()
    clock, events, the_hall = Clock(), Events(), a_hall(fakes, **hall)
    with TemporaryDirectory() as folder:
        outbox = Outbox(Path(folder) / "outbox.sqlite")
        commitments = Commitments(outbox, {}, clock, events)
        reception = Reception(
            hall=lambda: the_hall,
            runner=runner or DirectRunner(),
            commitments=commitments,
            now=clock,
            log=events,
            comfort=Comfort(),
            patience=Patience(),
        )
        yield Desk(Pilot(reception), reception, fakes, clock, events, the_hall)
        outbox.close()
