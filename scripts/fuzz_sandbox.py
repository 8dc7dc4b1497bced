"""The long campaign against the sandbox: strange requests and random lives in turn, while there is time."""

from __future__ import annotations

import sys
import time
from argparse import ArgumentParser
from collections import Counter
from dataclasses import replace
from random import Random

from hypothesis import given, seed, settings
from hypothesis import strategies as st

from kiosk.sandbox.options import AT_ONCE, SandboxOptions
from kiosk.sandbox.running import RunningSandbox
from tests.sandbox.fuzz.campaign import ASKERS, PLAIN, answer_all
from tests.sandbox.fuzz.lives import live
from tests.sandbox.fuzz.operations import SPECS
from tests.sandbox.fuzz.strange import Strange, strange_requests
from tests.sandbox.ordering import STEP
from tests.sandbox.visitor import HandClock

LISTS, LIVES, STEPS = 100, 20, 40
"""What one round holds: lists of strange requests, lives, and steps of a life."""


def main() -> int:
    """Run the campaign; returns 1 where something was found."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument(
        "--seed", type=int, default=None, help="begin with this; as printed by an earlier run"
    )
    asked = parser.parse_args()
    if not SPECS.is_dir():
        print("The standards' files are not here: set KIOSK_SPECS to their folder.")
        return 2
    first = asked.seed if asked.seed is not None else Random().randrange(10**6)
    print(f"Seed {first}")
    done, found = _campaign(first, time.monotonic() + 60 * asked.minutes)
    print(f"{done['requests']} strange requests, {done['lives']} lives of {STEPS} steps: {len(found)} found")
    return 1 if found else 0


def _campaign(first: int, until: float) -> tuple[Counter[str], set[str]]:
    done: Counter[str] = Counter()
    found: set[str] = set()
    clock, number = HandClock(), first
    slow = replace(AT_ONCE, order_step=STEP)
    with (
        RunningSandbox(SandboxOptions(clock=clock, pace=AT_ONCE)) as quick,
        RunningSandbox(SandboxOptions(clock=clock, pace=slow)) as paced,
    ):
        while time.monotonic() < until:
            clock.rewind()
            news = _strange(quick, number, done)
            for one in range(LIVES):
                news += live(paced, clock, number * LIVES + one, STEPS)
                done["lives"] += 1
            for fault in news:
                _tell(fault, found)
            number += 1
    return done, found


def _strange(sandbox: RunningSandbox, number: int, done: Counter[str]) -> list[str]:
    found: list[str] = []

    @seed(number)
    @settings(PLAIN, max_examples=LISTS)
    @given(st.sampled_from(ASKERS), st.lists(strange_requests(), min_size=10, max_size=30))
    def send(asker: str, requests: list[Strange]) -> None:
        done["requests"] += len(requests)
        found.extend(f"as {asker}: {fault}" for fault in answer_all(sandbox, asker, requests))

    send()
    return found


def _tell(fault: str, found: set[str]) -> None:
    """Print a finding, the first time it is met."""
    kind = fault.partition(": Strange(")[0].partition(" after [")[0]
    if kind not in found:
        found.add(kind)
        print(fault[:2000])


if __name__ == "__main__":
    sys.exit(main())
