"""The first pages with Orca itself, where it is installed; `scripts/orca` walks whole visits."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.orca.stack import missing
from tests.visits.at_spi import ROOT


@pytest.mark.skipif(bool(missing()), reason=f"not installed: {missing()}")
def test_orca_reads_the_title_the_sentences_and_every_control_of_the_first_pages(tmp_path: Path) -> None:
    screen = ["xvfb-run", "-a", "-s", "-screen 0 1920x1920x24", "dbus-run-session", "--"]
    wanted = ["--story", "bill-check", "--language", "en", "--pages", "2", "--out", str(tmp_path)]
    done = subprocess.run(
        [*screen, sys.executable, "-m", "tests.orca.run", *wanted],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=110,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    heard = (tmp_path / "bill-check-en.md").read_text()
    assert "- Can you see and hear well like this? heading.\n- You can change this at any time" in heard
