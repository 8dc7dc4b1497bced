"""The sandbox in a process of its own: alone, and beside a kiosk that it never outlives."""

from __future__ import annotations

import io
import os
import queue
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests

from kiosk.app import main
from kiosk.practice import free_port, serve_a_kiosk
from kiosk.sandbox.running import RunningSandbox

MAIN = Path(__file__).parent.parent / "main.py"


@contextmanager
def started(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, str(MAIN), *arguments]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True)
    try:
        yield process
    finally:
        process.terminate()
        process.communicate(timeout=10)  # sooner than windows that will not end are ended


def test_the_sandbox_runs_alone_and_ends_with_whoever_started_it() -> None:
    port = free_port("127.0.0.1", 0)
    with started("sandbox", "--host", "127.0.0.1", "--port", str(port), "--while-stdin") as sandbox:
        assert sandbox.stdout is not None and sandbox.stdin is not None
        assert sandbox.stdout.readline() == f"Operators: http://127.0.0.1:{port}\n"
        until = time.monotonic() + 20
        while True:
            try:
                assert requests.get(f"http://127.0.0.1:{port}/phone", timeout=5).ok
                break
            except requests.ConnectionError:
                assert time.monotonic() < until, "the sandbox did not open its door"
                time.sleep(0.05)
        sandbox.stdin.close()
        assert sandbox.wait(20) is not None
        sandbox.stdin = None


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Let processes be interrupted also where these tests are started to ignore it, as in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_the_sandbox_alone_ends_quietly_when_it_is_interrupted() -> None:
    with started("sandbox", "--host", "127.0.0.1", "--port", "0") as sandbox:
        assert sandbox.stdout is not None and sandbox.stderr is not None
        assert sandbox.stdout.readline().startswith("Operators: http://127.0.0.1:")
        sandbox.send_signal(signal.SIGINT)
        assert sandbox.wait(20) == 0
        assert sandbox.stderr.read() == ""


def test_the_sandbox_ends_with_its_kiosk_also_where_processes_have_no_priorities(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ended: queue.Queue[tuple[int, int]] = queue.Queue()
    monkeypatch.delattr(os, "nice", raising=False)
    monkeypatch.setattr(os, "kill", lambda *told: ended.put(told))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    serve_a_kiosk()
    assert ended.get(timeout=10) == (os.getpid(), signal.SIGTERM)


def test_a_taken_port_is_told_in_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    with RunningSandbox() as sandbox:
        port = sandbox.url.rpartition(":")[2]
        assert main(["sandbox", "--host", "127.0.0.1", "--port", port]) == 2
        assert "cannot listen" in capsys.readouterr().err
        assert free_port("127.0.0.1", int(port)) != int(port)


def test_no_port_at_all_is_an_error() -> None:
    with pytest.raises(OSError, match="no port"):
        free_port("203.0.113.1", 0)
