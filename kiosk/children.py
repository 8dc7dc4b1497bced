"""Processes that this one starts and that end when their input ends: at its wish, or with it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

ENDS_WITHIN = 10.0
"""Seconds, where nothing is to be finished."""


@contextmanager
def running_beside(command: Sequence[str], stdout: int | None = None) -> Iterator[None]:
    """Run a process that is to end with the block."""
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=stdout) as child:
        try:
            yield
        finally:
            end(child, ENDS_WITHIN)


def end(child: subprocess.Popen[Any], within: float) -> None:
    """Let it finish, end it where it has not `within` seconds, and wait until it has ended."""
    ask_to_end(child)
    try:
        child.wait(within)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def ask_to_end(child: subprocess.Popen[Any]) -> None:
    """Close its input, upon which it ends in its own time."""
    assert child.stdin is not None
    with suppress(BrokenPipeError):
        child.stdin.close()
