"""The commands: which kiosk to start, and the only place that knows all rooms.

Rooms are imported where they are started, so that the window opens before the heavy ones are read.
One long file of short functions: every command is described and begun here, and nowhere else.
"""

from __future__ import annotations

import argparse
import io
import signal
import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import cast

from kiosk.domain.comfort import Theme
from kiosk.settings import Settings, SettingsError
from kiosk.settings_file import load_settings
from kiosk.text import Language

CANNOT = 2


def main(arguments: Sequence[str]) -> int:
    """Run a command; 2 where it cannot be run, said in one sentence."""
    options = parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except SettingsError as error:
        print(f"The kiosk cannot start: {error}", file=sys.stderr)
        return CANNOT


def parser() -> argparse.ArgumentParser:
    """Describe the commands."""
    root = argparse.ArgumentParser(prog="main.py", description="The service hall kiosk.")
    root.add_argument("--settings", type=Path, metavar="FILE", help="a TOML file; see the README")
    root.add_argument("--headless", action="store_true", help="talk in this terminal, without a window")
    root.add_argument(
        "--windowed", action="store_true", help="a window for trials in place of the full screen"
    )
    root.add_argument("--panel", choices=("portrait", "landscape", "compact"), help="the panel to show")
    root.add_argument("--one-visit", action="store_true", help=argparse.SUPPRESS)
    root.add_argument("--sandbox-at", nargs=2, metavar="URL", help=argparse.SUPPRESS)
    root.add_argument("--card-reader-at", default="", metavar="PATH", help=argparse.SUPPRESS)
    root.add_argument("--headphones-at", default="", metavar="PATH", help=argparse.SUPPRESS)
    root.add_argument("--speech-at", default="", metavar="PATH", help=argparse.SUPPRESS)
    root.set_defaults(run=run_kiosk)
    commands = root.add_subparsers(title="commands")
    _sandbox_command(commands.add_parser("sandbox", help="run the built-in operators alone"))
    commands.add_parser("commitments", help="list what was sent to operators, and its fate").set_defaults(
        run=run_commitments
    )
    commands.add_parser("ratings", help="sum up by month how visitors found it").set_defaults(run=run_ratings)
    _dock_command(commands.add_parser("dock"))
    staff_pin = commands.add_parser("staff-pin", help="turn a staff member's PIN into lines for the settings")
    staff_pin.add_argument("number", metavar="NUMBER", help="four digits")
    staff_pin.set_defaults(run=run_staff_pin)
    _trees_command(commands.add_parser("trees", help="check or draw the fault trees that support staff edit"))
    _storyboard_command(
        commands.add_parser("storyboard", help="write every screen of the journeys as pictures")
    )
    return root


def _sandbox_command(command: argparse.ArgumentParser) -> None:
    command.add_argument("--host", default="0.0.0.0", help="address to listen at")  # noqa: S104 - see settings
    command.add_argument("--port", type=int, default=9091)
    command.add_argument(
        "--database", default="", metavar="URL", help="an SQLAlchemy URL, e.g. of PostgreSQL"
    )
    command.add_argument("--while-stdin", action="store_true", help="end when the standard input ends")
    command.set_defaults(run=run_sandbox)


def _dock_command(command: argparse.ArgumentParser) -> None:
    command.add_argument("--at", type=Path, required=True, help="where to give the serial port a name")
    command.add_argument("--jack-at", type=Path, required=True, help="where to put the jack for headphones")
    command.add_argument("--speech-at", type=Path, required=True, help="where to speak to the kiosk")
    command.set_defaults(run=run_dock)


def _trees_command(command: argparse.ArgumentParser) -> None:
    command.add_argument("what", choices=("check", "draw"))
    command.add_argument("--trees", type=Path, metavar="DIR", help="their folder; assets/trees by default")
    command.add_argument("--out", type=Path, metavar="DIR", default=Path("build/trees"), help="for diagrams")
    command.add_argument("--language", choices=tuple(map(str, Language)), default="zh_CN")
    command.set_defaults(run=run_trees)


def _storyboard_command(command: argparse.ArgumentParser) -> None:
    command.add_argument("--list", action="store_true", help="print the journeys' names")
    command.add_argument("--out", type=Path, metavar="DIR")
    command.add_argument("--journey", metavar="NAME")
    command.add_argument("--language", choices=tuple(map(str, Language)), default="zh_CN")
    command.add_argument("--size", type=int, choices=range(1, 6), help="text size, 1 to 5")
    command.add_argument("--theme", choices=[theme.value for theme in Theme], default=Theme.PAPER.value)
    command.add_argument("--panel", choices=("portrait", "landscape", "compact"), default="portrait")
    command.set_defaults(run=run_storyboard)


def run_kiosk(options: argparse.Namespace) -> int:
    """Open the kiosk, in windows or in the terminal; without operators, with the sandbox beside it."""
    settings = with_panel(load_settings(options.settings), options.panel)
    if settings.operators:
        return _open(options, settings, ())
    from kiosk.practice import practice_devices, practice_operators, practising

    if options.sandbox_at:
        devices = (options.card_reader_at, options.headphones_at, options.speech_at)
        settings = practising(settings, options.sandbox_at, *devices)
        return _open(options, settings, options.sandbox_at)
    with practice_operators(settings) as place:
        settings = practising(settings, place)
        if options.headless:
            return _open(options, settings, place)
        with practice_devices(settings, _as_started(options)) as devices:
            options.card_reader_at, options.headphones_at, options.speech_at = devices
            return _open(options, settings, place)


def with_panel(settings: Settings, profile: str | None) -> Settings:
    """Return the settings with another panel profile, where one is named."""
    if profile is None:
        return settings
    from msgspec.structs import replace

    return replace(settings, panel=replace(settings.panel, profile=profile))


def _open(options: argparse.Namespace, settings: Settings, sandbox: Sequence[str]) -> int:
    if options.headless:
        return run_terminal(settings, practice=bool(sandbox))
    if not options.one_visit:
        from kiosk.domain.events import Event
        from kiosk.log import JsonLog
        from kiosk.voice.choose import sound_is_missing

        if sound_is_missing(settings.voice.engine):
            JsonLog(sys.stderr)(Event.NO_SOUND)
        return supervise(options, sandbox)
    from kiosk.window import run_window

    return run_window(settings, practice=bool(sandbox), full_screen=not options.windowed)


def supervise(options: argparse.Namespace, sandbox: Sequence[str]) -> int:
    """Run one window process per visit until told to end."""
    from kiosk.supervisor import Supervisor

    command = [sys.executable, str(Path(__file__).parent.parent / "main.py"), "--one-visit"]
    command += ["--windowed"] if options.windowed else []
    command += _as_started(options)
    command += ["--sandbox-at", *sandbox] if sandbox else []
    command += ["--card-reader-at", options.card_reader_at] if options.card_reader_at else []
    command += ["--headphones-at", options.headphones_at] if options.headphones_at else []
    command += ["--speech-at", options.speech_at] if options.speech_at else []
    supervisor = Supervisor(command)
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: supervisor.stop())
    supervisor.run()
    return 0


def _as_started(options: argparse.Namespace) -> list[str]:
    """Return the arguments that every process of a kiosk is started with."""
    settings = ["--settings", str(options.settings)] if options.settings else []
    return settings + (["--panel", options.panel] if options.panel else [])


def run_terminal(settings: Settings, *, practice: bool) -> int:
    """Talk in this terminal until its input ends; in practice, use the devices by typing."""
    from kiosk.assembly import Surroundings, assemble, china_time, state_folder
    from kiosk.catalogues import words_of
    from kiosk.log import JsonLog
    from kiosk.practice import typed_codes, typed_devices, typed_speech
    from kiosk.terminal import QueueRunner, Terminal

    runner, log = QueueRunner(), JsonLog(sys.stderr)
    around = Surroundings(runner, log, time.monotonic, china_time, state_folder(settings))
    with (
        typed_devices(settings, practice=practice) as (with_devices, at_devices),
        typed_codes(with_devices, practice=practice) as (with_codes, at_scanner),
        typed_speech(with_codes, practice=practice) as (equipped, at_microphone),
    ):
        kiosk = assemble(equipped, around, practice=practice)
        kiosk.headphones.watch(lambda plugged: runner.post(partial(kiosk.reception.headphones, plugged)))
        Terminal(
            kiosk.reception,
            runner,
            words_of,
            sys.stdin,
            sys.stdout,
            at_devices=lambda line: at_devices(line) or at_scanner(line) or at_microphone(line),
        ).run()
        kiosk.headphones.close()
        kiosk.listener.close()
        runner.close()
        kiosk.outbox.close()
    return 0


def run_sandbox(options: argparse.Namespace) -> int:
    """Serve the built-in operators until interrupted."""
    from kiosk.practice import serve_a_kiosk

    if options.while_stdin:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the kiosk gets it too, and then ends this process
        serve_a_kiosk()
    from kiosk.sandbox.options import SandboxOptions
    from kiosk.sandbox.server import serve

    try:
        serve(SandboxOptions(database=options.database), options.host, options.port)
    except OSError as error:
        print(
            f"The sandbox cannot listen at {options.host}:{options.port}: {error.strerror}.", file=sys.stderr
        )
        return CANNOT
    return 0


def run_dock(options: argparse.Namespace) -> int:
    """Be the devices beside a practising kiosk, and somebody who speaks to it, until the input ends."""
    from kiosk.devices.simulated_jack import SimulatedJack
    from kiosk.devices.simulated_reader import SimulatedReader
    from kiosk.devices.simulated_speech import SimulatedSpeech
    from kiosk.practice import stand_back

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with (
        SimulatedReader() as reader,
        SimulatedJack(options.jack_at) as jack,
        SimulatedSpeech(options.speech_at) as speech,
    ):
        options.at.symlink_to(reader.path)
        print(reader.path, flush=True)
        stand_back()
        from kiosk.dock import show_dock

        settings = with_panel(load_settings(options.settings), options.panel)
        return show_dock(reader, jack, speech, settings)


def run_staff_pin(options: argparse.Namespace) -> int:
    """Print the lines that let a staff member confirm who somebody is."""
    from getpass import getpass

    from kiosk.staff_pin import lines_for

    print(lines_for(options.number, getpass))
    return 0


def run_commitments(options: argparse.Namespace) -> int:
    """Print the reference, the desk and the fate of every commitment of this kiosk, for staff."""
    from kiosk.assembly import state_folder
    from kiosk.visit.outbox import Outbox, reference_of

    outbox = Outbox(state_folder(load_settings(options.settings)) / "outbox.sqlite")
    for key, (desk, fate) in outbox.fates().items():
        print(f"{reference_of(key)}  {desk:<16}  {fate.value}")
    outbox.close()
    return 0


def run_trees(options: argparse.Namespace) -> int:
    """Say what is wrong with the fault trees, or write a diagram of each."""
    from kiosk.tree_commands import check_trees, draw_trees
    from kiosk.trees_file import TREES

    # A terminal that lacks Chinese must not end the check.
    cast("io.TextIOWrapper", sys.stdout).reconfigure(errors="replace")
    folder = options.trees or TREES
    if options.what == "check":
        return check_trees(folder, print)
    return draw_trees(folder, options.out, Language(options.language), print)


def run_ratings(options: argparse.Namespace) -> int:
    """Print how visitors found it, ended month by month; of fewer than five nothing is told."""
    from kiosk.assembly import china_time, rating_box, state_folder
    from kiosk.devices.ports import DeviceError
    from kiosk.domain.rating_months import by_month
    from kiosk.rating_lines import lines_of

    today = china_time().date()
    box = rating_box(state_folder(load_settings(options.settings)), lambda: today)
    try:
        print(*lines_of(by_month(box.dropped(), today)), sep="\n")
    except DeviceError as error:
        print(f"The ratings cannot be read: {error}.", file=sys.stderr)
        return CANNOT
    return 0


def run_storyboard(options: argparse.Namespace) -> int:
    """Write the storyboard."""
    from kiosk.storyboard.stories import STORIES

    names = [story.name for story in STORIES]
    if options.list:
        print(*names, sep="\n")
        return 0
    if options.out is None or (options.journey or names[0]) not in names:
        print(f"Give --out DIR and, if you like, --journey with one of: {', '.join(names)}.", file=sys.stderr)
        return CANNOT
    from kiosk.storyboard.board import Wanted, draw_storyboard

    wanted = Wanted(
        options.out,
        tuple(story for story in STORIES if options.journey in {None, story.name}),
        Language(options.language),
        options.size,
        Theme(options.theme),
        options.panel,
    )
    draw_storyboard(wanted, print)
    return 0
