"""What a screen reader finds on the first screens: a heading first, and buttons with all they need."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import Any

import pytest

from tests.visits.at_spi import ROOT, library


def missing() -> str:
    """Say what is not there to read a window from another process; nothing where all is."""
    programs = [name for name in ("dbus-run-session", "xvfb-run") if shutil.which(name) is None]
    try:
        library()
    except OSError:
        programs.append("libatspi (package at-spi2-core)")
    return ", ".join(programs)


@pytest.mark.skipif(bool(missing()), reason=f"not installed: {missing()}")
def test_a_screen_reader_finds_the_heading_first_and_buttons_with_name_role_states_and_action() -> None:
    screen = ["xvfb-run", "-a", "-s", "-screen 0 1920x1920x24"]
    told = subprocess.run(
        ["dbus-run-session", "--", *screen, sys.executable, "-m", "tests.visits.at_spi"],
        cwd=ROOT, env=os.environ | {"QT_QPA_PLATFORM": "xcb"}, capture_output=True, text=True, check=True,
        timeout=110,
    ).stdout  # fmt: skip
    for screen_told in json.loads(told.splitlines()[-1]):
        is_complete([one for one in screen_told if one["showing"]])
    pressed = [one for one in json.loads(told.splitlines()[-1])[1] if one["showing"] and one["name"]]
    read = [one for one in pressed if one["role"] not in {"application", "frame"}]
    assert (read[0]["role"], read[0]["name"]) == ("heading", "Can you see and hear well like this?")


def is_complete(shown: list[dict[str, Any]]) -> None:
    """Every button has name, role, states and, where it can be used, an action; the bar comes last."""
    buttons = [one for one in shown if "button" in one["role"]]
    assert [one["name"] for one in buttons][-5:] == ["Back", "Again", "Help", "Adjust", "End"]
    assert len(buttons) > 5
    for one in buttons:
        assert one["name"] and one["focusable"]
        assert one["role"] in {"push button", "toggle button", "check box"}
        assert (one["actions"] > 0) is one["enabled"]
    assert sum(one["role"] == "heading" for one in shown) >= 1
