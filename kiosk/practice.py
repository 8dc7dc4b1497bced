"""Practice mode: made-up operators and cards, in processes that end with the kiosk, however that happens."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from kiosk.children import running_beside
from kiosk.devices.simulated_jack import SimulatedJack
from kiosk.devices.simulated_reader import HERE, SimulatedReader
from kiosk.devices.simulated_scanner import SimulatedScanner
from kiosk.devices.simulated_speech import SimulatedSpeech
from kiosk.domain.calendar import CHINA
from kiosk.sandbox.addresses import addressed, bound_socket
from kiosk.sandbox.cards import LaidCards, person_named
from kiosk.sandbox.options import SandboxOptions
from kiosk.sandbox.people import PEOPLE
from kiosk.sandbox.places import HALL_AREA
from kiosk.sandbox.profile import sandbox_settings
from kiosk.settings import Settings, SpeechSettings, StaffSettings
from kiosk.text import Text, t

MAIN = Path(__file__).parent.parent / "main.py"
PRACTICE_STAFF = StaffSettings(
    number="0001",
    pin_hash="$argon2id$v=19$m=65536,t=3,p=4$3hk9JGOf4b2Z5y7EfiDiBA"
    "$IvK5+j4vN2TNWOaj2mjlm23I2H9nA9A4RjvbYe3ZBWA",
)
"""The one member of staff in practice; the README tells the PIN."""


@contextmanager
def practice_operators(settings: Settings) -> Iterator[tuple[str, str]]:
    """Run the sandbox; gives its address here and for phones. It needs a second, while the window opens."""
    wanted = settings.sandbox
    port = free_port(wanted.host, wanted.port)
    command = [sys.executable, str(MAIN), "sandbox", "--while-stdin"]
    command += ["--host", wanted.host, "--port", str(port), "--database", wanted.database]
    with running_beside(command):
        at = addressed(SandboxOptions(), wanted.host, port)
        yield at.base_url, at.phone_url


@contextmanager
def practice_devices(settings: Settings, arguments: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Run the dock: a card reader, a headphone jack and somebody to speak; gives their paths, or "" for none.

    They get their names here, so that no window waits for the dock.
    """
    if has_reader(settings):
        yield "", "", ""
        return
    with TemporaryDirectory(prefix="kiosk-") as folder:
        reader, jack, speech = (str(Path(folder) / name) for name in ("card-reader", "headphones", "speech"))
        command = [sys.executable, str(MAIN), *arguments, "dock"]
        command += ["--at", reader, "--jack-at", jack, "--speech-at", speech]
        with running_beside(command, stdout=subprocess.DEVNULL):
            yield reader, jack, speech


@contextmanager
def typed_devices(
    settings: Settings, *, practice: bool
) -> Iterator[tuple[Settings, Callable[[str], Text | None]]]:
    """Run a card reader and a jack here; gives the settings with them, and what takes the lines to them.

    These are `card NAME`, `lift`, `headphones in` and `headphones out`.
    """
    if has_reader(settings) or not practice:
        yield settings, lambda _: None
        return
    with TemporaryDirectory(prefix="kiosk-") as folder:
        place = Path(folder) / "headphones"
        with SimulatedReader() as reader, SimulatedJack(place) as jack:
            cards = LaidCards(reader, today)

            def at_devices(line: str) -> Text | None:
                return at_the_jack(line, jack) or at_the_reader(line, cards)

            yield with_devices(settings, reader.path, jack.path), at_devices


def at_the_jack(line: str, jack: SimulatedJack) -> Text | None:
    """Do what a line says to the headphones, and tell what was done; None where it says nothing to them."""
    told = {
        "headphones in": t("The headphones are in."),
        "headphones out": t("The headphones are out."),
    }.get(line)
    if told is not None:
        jack.plug(line.endswith("in"))
    return told


@contextmanager
def typed_codes(
    settings: Settings, *, practice: bool
) -> Iterator[tuple[Settings, Callable[[str], Text | None]]]:
    """Run a code scanner here; gives the settings with it, and what takes the lines `scan TEXT`."""
    if settings.devices.code_scanner or not (practice and HERE):
        yield settings, lambda _: None
        return
    with SimulatedScanner() as scanner:
        devices = msgspec.structs.replace(settings.devices, code_scanner=scanner.path)
        equipped = msgspec.structs.replace(settings, devices=devices)
        yield equipped, lambda line: at_the_scanner(line, scanner)


def at_the_scanner(line: str, scanner: SimulatedScanner) -> Text | None:
    """Show the text of a line to the scanner, and tell so; None where the line is not meant for it."""
    word, _, code = line.partition(" ")
    if word != "scan":
        return None
    scanner.show(code)
    return t("The code was shown to the scanner.")


@contextmanager
def typed_speech(
    settings: Settings, *, practice: bool
) -> Iterator[tuple[Settings, Callable[[str], Text | None]]]:
    """Let words be typed for spoken ones; gives the settings with that, and what takes `hear WORDS`."""
    if settings.speech.engine != "none" or not (practice and HERE):
        yield settings, lambda _: None
        return
    with (
        TemporaryDirectory(prefix="kiosk-") as folder,
        SimulatedSpeech(Path(folder) / "speech") as speech,
    ):
        yield with_speech(settings, speech.path), lambda line: at_the_microphone(line, speech)


def at_the_microphone(line: str, speech: SimulatedSpeech) -> Text | None:
    """Say the words of a line to the kiosk, and tell so; None where the line is not meant for it."""
    word, _, words = line.partition(" ")
    if word != "hear":
        return None
    speech.say(words)
    return t("Your words were said to the kiosk.")


def with_speech(settings: Settings, path: str) -> Settings:
    """Return the settings with a simulated recogniser, where there is a path and none is set."""
    if not path or settings.speech.engine != "none":
        return settings
    speech = SpeechSettings(engine="simulated", microphone=path)
    return msgspec.structs.replace(settings, speech=speech)


def at_the_reader(line: str, cards: LaidCards) -> Text | None:
    """Do what a line says to the reader, and tell what was done; None where it says nothing to it."""
    word, _, name = line.partition(" ")
    if line == "lift":
        cards.lift()
        return t("The card is taken away.")
    if word != "card":
        return None
    person = person_named(name)
    if person is None:
        return t("Type card and one of: {names}", names=", ".join(who.id for who in PEOPLE))
    cards.lay(person.id)
    return t("The card of {name} lies on the reader.", name=person.name)


def has_reader(settings: Settings) -> bool:
    """Tell whether there is a real reader to practise with, or a simulated one cannot be."""
    return bool(settings.devices.id_card_reader) or not HERE


def today() -> date:
    """Return the day in mainland China, from which cards are good or have run out."""
    return datetime.now(CHINA).date()


def practising(
    settings: Settings, place: Sequence[str], reader: str = "", jack: str = "", speech: str = ""
) -> Settings:
    """Return the settings with a sandbox as operators, at `place` here and for phones, and with devices."""
    operators, national = sandbox_settings(*place)
    staff = settings.staff or (PRACTICE_STAFF,)
    hall = msgspec.structs.replace(settings.hall, area=settings.hall.area or HALL_AREA)
    settings = msgspec.structs.replace(
        settings, hall=hall, operators=operators, national=national, staff=staff
    )
    return with_speech(with_devices(settings, reader, jack), speech)


def with_devices(settings: Settings, reader: str, jack: str) -> Settings:
    """Return the settings with a card reader and a jack for headphones, where their paths are not empty.

    A jack that is set by its path stays: somebody wants to practise with it.
    """
    devices = settings.devices
    if reader:
        devices = msgspec.structs.replace(devices, id_card_reader=reader)
    if jack and devices.headphones == "auto":
        devices = msgspec.structs.replace(devices, headphones=jack)
    return msgspec.structs.replace(settings, devices=devices)


def free_port(host: str, wanted: int) -> int:
    """Return the wanted port, or a free one where it is taken."""
    for port in (wanted, 0):
        try:
            with bound_socket(host, port) as taken:
                number: int = taken.getsockname()[1]
                return number
        except OSError:
            continue
    raise OSError(f"no port can be opened on {host}")


def serve_a_kiosk() -> None:
    """Let the window go first, and end as soon as the input ends: whoever started this process is gone."""
    stand_back()

    def watch() -> None:
        sys.stdin.buffer.read()
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, name="parent", daemon=True).start()


def stand_back() -> None:
    """Leave the processor to the kiosk's window first."""
    if hasattr(os, "nice"):
        os.nice(5)
