"""Practice: the sandbox and the dock in processes of their own, which never outlive their kiosk."""

from __future__ import annotations

import io
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import requests

from kiosk.app import main
from kiosk.assembly import code_scanner, keys_of, listener
from kiosk.catalogues import words_of
from kiosk.devices.headphones import HeadphoneJack
from kiosk.devices.ports import DeviceError
from kiosk.devices.serial_reader import SerialCardReader
from kiosk.devices.simulated_reader import SimulatedReader
from kiosk.domain.events import no_log
from kiosk.domain.sayings import Saying
from kiosk.practice import (
    at_the_reader,
    free_port,
    practice_devices,
    serve_a_kiosk,
    today,
    typed_codes,
    typed_devices,
    typed_speech,
    with_devices,
    with_speech,
)
from kiosk.sandbox.cards import LaidCards
from kiosk.sandbox.running import RunningSandbox
from kiosk.settings import DeviceSettings, Settings, SpeechSettings
from kiosk.text import Language, t

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
        process.communicate(timeout=60)  # sooner than windows that will not end are ended


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


# ------------------------------------------------------------------------------------ the dock


@pytest.fixture
def desk() -> Iterator[Path]:
    with TemporaryDirectory() as folder:  # a socket's path must be short
        yield Path(folder)


def test_the_dock_is_a_reader_at_the_path_it_prints_and_ends_with_whoever_started_it(desk: Path) -> None:
    name, jack, speech = desk / "card-reader", desk / "headphones", desk / "speech"
    where = ("--at", str(name), "--jack-at", str(jack), "--speech-at", str(speech))
    with started("--panel", "compact", "dock", *where) as dock:
        assert dock.stdout is not None and dock.stdin is not None
        assert Path(dock.stdout.readline().strip()) == name.readlink()
        assert jack.is_socket() and speech.is_fifo()
        assert told_by_a_reader_at(name) == "nobody waits for a card any more"
        dock.stdin.close()
        assert dock.wait(20) is not None
        dock.stdin = None
    assert told_by_a_reader_at(name).startswith("the card reader cannot be opened")


def told_by_a_reader_at(path: Path) -> str:
    """Ask a reader that has no card for one, and return what it says when nobody waits any more."""
    stop = threading.Event()
    threading.Timer(0.7, stop.set).start()
    with pytest.raises(DeviceError) as error:
        SerialCardReader(str(path), 115200, today).read(stop=stop)
    return str(error.value)


def test_a_kiosk_with_a_reader_of_its_own_practises_with_that() -> None:
    settings = Settings(devices=DeviceSettings(id_card_reader="/dev/ttyUSB0"))
    devices = practice_devices(settings, [])
    with devices as paths, typed_devices(settings, practice=True) as (same, at_devices):
        assert paths == ("", "", "") and same is settings and at_devices("card wang-xiuying") is None


def test_codes_are_shown_by_typing_them() -> None:
    with typed_codes(Settings(), practice=True) as (equipped, at_devices), ThreadPoolExecutor() as pool:
        read = pool.submit(code_scanner(equipped.devices).read, stop=threading.Event())
        while not read.done():  # what is shown before the scanner is asked for a code is meant for nobody
            told = at_devices("scan KIOSKCOMFORT1:")
            assert told is not None and told.message == "The code was shown to the scanner."
            time.sleep(0.05)
        assert read.result() == "KIOSKCOMFORT1:" and at_devices("1") is None


def test_a_scanner_is_simulated_only_in_practice_and_where_none_is_set() -> None:
    equipped = Settings(devices=DeviceSettings(code_scanner="/dev/ttyACM0"))
    for settings, practice in ((equipped, True), (Settings(), False)):
        with typed_codes(settings, practice=practice) as (same, at_devices):
            assert same is settings and at_devices("scan A") is None
    assert not code_scanner(DeviceSettings()).present


def test_words_are_spoken_by_typing_them() -> None:
    with typed_speech(Settings(), practice=True) as (equipped, at_devices):
        ear = listener(equipped.speech, no_log)
        sayings = (Saying("yes", (t("Yes"),)), Saying("no", (t("No"),)))
        told = at_devices("hear no")
        assert told is not None and told.message == "Your words were said to the kiosk."
        heard = ear.listen(sayings, Language.EN, stop=threading.Event(), over=lambda: None)
        assert heard is sayings[1] and at_devices("1") is None
        ear.close()
        assert ear.hears(Language.ZH_HK) and keys_of(equipped)["talk"]
    assert not listener(Settings().speech, no_log).hears(Language.EN)
    assert keys_of(Settings())["talk"] == (), "where nobody listens no key speaks"


def test_a_recogniser_is_simulated_only_in_practice_and_where_none_is_set() -> None:
    equipped = Settings(speech=SpeechSettings(engine="other", command=("ear",), model={"en": "/"}))
    for settings, practice in ((equipped, True), (Settings(), False)):
        with typed_speech(settings, practice=practice) as (same, at_devices):
            assert same is settings and at_devices("hear A") is None
    assert with_speech(equipped, "/speech") is equipped
    ear = listener(equipped.speech, no_log)
    assert ear.hears(Language.EN) and not ear.hears(Language.ZH_CN)


def test_cards_are_laid_by_typing_whose() -> None:
    with SimulatedReader() as reader:
        cards = LaidCards(reader, today)

        def typed(line: str) -> str | None:
            told = at_the_reader(line, cards)
            return told.shown(words_of(Language.EN)) if told else None

        assert typed("card Wang Xiuying") == "The card of 王秀英 lies on the reader."
        card = SerialCardReader(reader.path, 115200, today).read(stop=threading.Event())
        assert card.name.full == "王秀英" and typed("lift") == "The card is taken away."
        assert str(typed("card nobody")).startswith("Type card and one of: wang-xiuying, chen-jianguo")
        assert typed("1") is None


def test_headphones_are_put_in_and_pulled_out_by_typing() -> None:
    plugs: queue.SimpleQueue[bool] = queue.SimpleQueue()
    with typed_devices(Settings(), practice=True) as (settings, at_devices):
        jack = HeadphoneJack(lambda: (Path(settings.devices.headphones),), lambda: None)
        jack.watch(plugs.put)
        for line, plugged in (("headphones in", True), ("headphones out", False)):
            assert at_devices(line) is not None and plugs.get(timeout=5) is plugged
        assert at_devices("headphones up") is None and at_devices("lift") is not None
        jack.close()


def test_a_jack_that_is_set_is_practised_with() -> None:
    own = Settings(devices=DeviceSettings(headphones="/dev/input/headphones"))
    assert with_devices(own, "", "/tmp/jack").devices.headphones == "/dev/input/headphones"
    assert with_devices(Settings(), "", "/tmp/jack").devices.headphones == "/tmp/jack"
