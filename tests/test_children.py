"""Processes beside the kiosk end, one way or the other."""

from __future__ import annotations

import os
import sys
import time

import pytest

from kiosk.children import running_beside


def test_what_runs_beside_the_kiosk_is_ended_also_where_it_does_not_heed_its_input(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kiosk.children.ENDS_WITHIN", 0.1)
    begun = time.monotonic()
    deaf = "import time; print('up', flush=True); time.sleep(60)"
    reading, writing = os.pipe()
    with os.fdopen(reading) as said, running_beside([sys.executable, "-c", deaf], stdout=writing):
        os.close(writing)
        assert said.readline() == "up\n"
    assert time.monotonic() - begun < 30
