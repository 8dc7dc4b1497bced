"""Putting a kiosk together from its settings, whatever renders it: window, terminal or storyboard."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from importlib.util import find_spec
from pathlib import Path

from kiosk.catalogues import words_of
from kiosk.devices.absent import NoCardReader, NoHeadphones, NoListener, NoScanner, NoStaff
from kiosk.devices.call_light import CommandLight, NoLight, SimulatedLight
from kiosk.devices.headphones import HeadphoneJack
from kiosk.devices.jack_switch import jacks_in
from kiosk.devices.ports import CallLight, CardReader, CodeScanner, Headphones, Listener, StaffDesk
from kiosk.devices.rating_box import BallotBox
from kiosk.devices.serial_reader import SerialCardReader
from kiosk.devices.serial_scanner import SerialScanner
from kiosk.devices.staff_book import StaffBook
from kiosk.domain.calendar import CHINA
from kiosk.domain.comfort import Comfort, default_size
from kiosk.domain.events import Event, Log
from kiosk.domain.glossary import Glossary
from kiosk.domain.guard import Guard
from kiosk.domain.keys import Keys, keys_with, keys_without
from kiosk.domain.people import National
from kiosk.glossary_file import explaining, load_glossary
from kiosk.guard_file import GUARD, load_guard
from kiosk.journeys.hall import Hall
from kiosk.operators.desks import OperatorSystems, operators_of
from kiosk.scams_file import load_scams
from kiosk.settings import DeviceSettings, NationalSettings, Settings, SpeechSettings
from kiosk.text import Code, Label, Language
from kiosk.trees_in_use import trees_in_use
from kiosk.visit.commitments import Commitments
from kiosk.visit.idle import Patience
from kiosk.visit.outbox import Outbox
from kiosk.visit.reception import Reception
from kiosk.visit.runner import Runner
from kiosk.voice.listener import WordListener
from kiosk.voice.process_recogniser import TYPED, WHISPER, ProcessRecogniser
from kiosk.voice.sign_clips import clips_in


def china_time() -> datetime:
    """Return the time of every hall in mainland China."""
    return datetime.now(CHINA)


@dataclass(frozen=True)
class Surroundings:
    """What a kiosk does not decide itself: threads, clocks, the log, and where its state lies."""

    runner: Runner
    log: Log
    monotonic: Callable[[], float]
    now: Callable[[], datetime]
    state: Path


@dataclass(frozen=True)
class Kiosk:
    """A kiosk ready to receive visitors."""

    reception: Reception
    commitments: Commitments
    outbox: Outbox
    headphones: Headphones
    listener: Listener
    glossary: Glossary


def as_it_is(comfort: Comfort) -> Comfort:
    """Leave the comfort settings as the panel and the hall have them."""
    return comfort


def assemble(
    settings: Settings,
    around: Surroundings,
    *,
    practice: bool,
    look: Callable[[Comfort], Comfort] = as_it_is,
) -> Kiosk:
    """Build the kiosk; raises SettingsError where a key, a certificate or the guard file cannot be used."""
    systems = OperatorSystems(settings, words_of(settings.language), around.now)
    glossary = load_glossary()
    hall = Hall(
        place=Label.of(settings.hall.name),
        kiosk=Code(settings.hall.kiosk),
        operators=operators_of(settings),
        desks=systems,
        light=call_light(settings, practice=practice),
        id_cards=card_reader(settings.devices, lambda: around.now().date()),
        scanner=code_scanner(settings.devices),
        listener=listener(settings.speech, around.log),
        staff=staff_desk(settings, around),
        today=around.now().date(),
        ratings=rating_box(around.state, lambda: around.now().date()),
        entrance=settings.national.entrance,
        guard=guard(settings, around),
        scams=load_scams(),
        national=national_queries(settings.national),
        trees=trees_in_use(around.log),
        area=settings.hall.area,
        signs=clips_in(settings.signs.folder).any,
        explain=explaining(glossary, words_of),
        keys=keys_of(settings),
    )
    outbox = Outbox(around.state / "outbox.sqlite")
    desks = {desk.name: desk for desk in systems.commits}
    commitments = Commitments(outbox, desks, lambda: around.now().timestamp(), around.log)
    reception = Reception(
        hall=lambda: replace(hall, today=around.now().date()),
        runner=around.runner,
        commitments=commitments,
        now=around.monotonic,
        log=around.log,
        comfort=look(Comfort(settings.language, default_size(settings.panel.panel().viewing_mm))),
        patience=Patience(settings.idle.ask_after, settings.idle.leave_after),
        practice=practice,
    )
    jack = headphones(settings.devices, around.log)
    return Kiosk(reception, commitments, outbox, jack, hall.listener, glossary)


def call_light(settings: Settings, *, practice: bool) -> CallLight:
    """Return the hall's light; in practice one that only remembers, else none where none is set."""
    if settings.hall.call_command:
        return CommandLight(settings.hall.call_command)
    return SimulatedLight() if practice else NoLight()


def card_reader(devices: DeviceSettings, today: Callable[[], date]) -> CardReader:
    """Return the reader at the port that is set; in practice a simulated one has such a port too."""
    if not devices.id_card_reader:
        return NoCardReader()
    return SerialCardReader(devices.id_card_reader, devices.id_card_baud, today)


def code_scanner(devices: DeviceSettings) -> CodeScanner:
    """Return the scanner at the port that is set."""
    if not devices.code_scanner:
        return NoScanner()
    return SerialScanner(devices.code_scanner, devices.code_scanner_baud)


def listener(speech: SpeechSettings, log: Log) -> Listener:
    """Return who listens, as set; where recorder or library are missing nobody does, and the log says so."""
    if speech.engine == "none":
        return NoListener()
    if speech.engine == "whisper" and not (shutil.which("arecord") and find_spec("faster_whisper")):
        log(Event.DEVICE_FAILED, what="recogniser")
        return NoListener()
    own = {"whisper": WHISPER, "simulated": TYPED, "other": speech.command}[speech.engine]
    models = tuple(f"{language}={folder}" for language, folder in speech.model.items())
    languages = tuple(Language) if speech.engine == "simulated" else tuple(map(Language, speech.model))
    return WordListener(ProcessRecogniser((*own, speech.microphone, *models), languages), words_of)


def keys_of(settings: Settings) -> Keys:
    """Return what the keys do; where nobody listens, none has somebody listen."""
    keys = keys_with(settings.keys)
    return keys_without("talk", keys) if settings.speech.engine == "none" else keys


def headphones(devices: DeviceSettings, log: Log) -> Headphones:
    """Return the jack that is set, or every jack of this machine; elsewhere than on Linux there is none."""
    if devices.headphones == "none" or sys.platform != "linux":
        return NoHeadphones()
    found = jacks_in if devices.headphones == "auto" else lambda: (Path(devices.headphones),)
    return HeadphoneJack(found, lambda: log(Event.DEVICE_FAILED, what="headphones"))


def staff_desk(settings: Settings, around: Surroundings) -> StaffDesk:
    """Return the book of the staff who are set; wrong PINs are counted beside the outbox."""
    if not settings.staff:
        return NoStaff()
    hashes = {one.number: one.pin_hash for one in settings.staff}
    return StaffBook(hashes, around.state / "staff.sqlite", around.monotonic)


def rating_box(state: Path, today: Callable[[], date]) -> BallotBox:
    """Return the ballot box of ratings, beside the outbox."""
    return BallotBox(state / "ratings.sqlite", today)


def guard(settings: Settings, around: Surroundings) -> Guard:
    """Return what guards against fraud, perhaps the hall's own; the log says how much is out of date."""
    ours = load_guard(Path(settings.hall.guard) if settings.hall.guard else GUARD)
    if old := ours.out_of_date(around.now().date()):
        around.log(Event.GUARD_IS_OLD, number=old)
    return ours


def national_queries(national: NationalSettings) -> frozenset[National]:
    """Return the national queries that this kiosk can file."""
    if national.client is None:
        return frozenset()
    urls = {National.CARDS: national.subscription_count, National.ACCOUNTS: national.account_count}
    return frozenset(what for what, url in urls.items() if url)


def state_folder(settings: Settings) -> Path:
    """Return where the outbox lies: as set, or in the user's own state folder."""
    if settings.state:
        return Path(settings.state)
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    else:
        base = Path(os.environ.get("XDG_STATE_HOME", Path.home() / ".local" / "state"))
    return base / "service-hall-kiosk"
