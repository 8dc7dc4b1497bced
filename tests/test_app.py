"""The commands, as they are typed; what opens windows or serves is started in processes of its own."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import pytest

from kiosk import app
from kiosk.app import main
from kiosk.assembly import rating_box, state_folder
from kiosk.domain.events import Event
from kiosk.domain.ratings import Managed, Rating
from kiosk.journeys.services import SERVICES
from kiosk.log import JsonLog
from kiosk.one_visit import VisitOver, listen, say
from kiosk.practice import free_port
from kiosk.settings import Settings
from kiosk.text import Language
from kiosk.visit.outbox import Outbox
from tests.desks import a_desk
from tests.test_practice import MAIN, started


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    file = tmp_path / "kiosk.toml"
    file.write_text(
        f'state = "{tmp_path / "state"}"\n[sandbox]\nhost = "127.0.0.1"\nport = {free_port("127.0.0.1", 0)}\n'
    )
    return file


def test_bad_settings_stop_the_start_with_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text("[panel]\nprofil = 'compact'\n")
    assert main(["--settings", str(file)]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1 and "the key 'panel.profil' is not known" in told


def test_the_storyboards_names_are_printed_a_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["storyboard", "--list"]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[:2] == ["one-id", "internet-accounts"]
    assert sorted(printed) == sorted(service.name for service in SERVICES)


@pytest.mark.parametrize("arguments", [[], ["--out", "x", "--journey", "nothing"]])
def test_a_storyboard_of_nothing_says_what_there_is(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["storyboard", *arguments]) == 2
    assert "one-id, internet-accounts" in capsys.readouterr().err


def test_a_storyboard_is_drawn_by_the_real_program(tmp_path: Path) -> None:
    command = [
        sys.executable,
        str(MAIN),
        "storyboard",
        "--out",
        str(tmp_path),
        "--journey",
        "internet-accounts",
    ]
    command += ["--language", "en", "--size", "3", "--theme", "yellow-on-black", "--panel", "landscape"]
    subprocess.run(command, check=True, timeout=100)
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    pictures = list(tmp_path.glob("internet-accounts-*.png"))
    assert len(pictures) > 15 and all(picture.name in page for picture in pictures)
    assert "How many internet accounts use your number?" in page and "Controls, in order" in page


def test_a_conversation_in_the_terminal_with_the_sandbox_beside_it(
    settings: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("3\ncard wang-xiuying\n1\n1\n2\n1\n1\n"))
    assert main(["--settings", str(settings), "--headless", "--panel", "compact"]) == 0
    told = capfd.readouterr()
    assert "How would you like to show who you are?" in told.out
    assert "The card of 王秀英 lies on the reader." in told.out
    events = [json.loads(line)["event"] for line in told.err.splitlines()]
    assert events == ["visit_began", "journey_began", "visit_ended"]


def test_a_kiosk_with_operators_of_its_own_starts_no_sandbox(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(
        f'language = "en"\nstate = "{tmp_path}"\n[hall]\ncall_command = ["true"]\n'
        '[[operators]]\nid = "m"\nname = {en = "M"}\nhotline = "10086"\n'
    )
    monkeypatch.setattr(sys, "stdin", io.StringIO("1\n"))
    assert main(["--settings", str(file), "--headless"]) == 0
    assert "Can you see and hear well" in capsys.readouterr().out


def test_staff_can_look_up_a_reference(settings: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outbox = Outbox(settings.parent / "state" / "outbox.sqlite")
    outbox.write("1234abcd-0000-4000-8000-000000000000", "objection", {"tail": "0003"}, 0)
    outbox.close()
    assert main(["--settings", str(settings), "commitments"]) == 0
    assert capsys.readouterr().out == "1234-ABCD  objection         sending\n"


def test_staff_see_how_visitors_found_it_and_nothing_of_a_few(
    settings: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--settings", str(settings), "ratings"]) == 0
    assert capsys.readouterr().out == "There are no ratings of a month that has ended.\n"
    box = rating_box(settings.parent / "state", lambda: date(2025, 11, 23))
    for _ in range(5):
        box.drop(Rating(Managed.YES, 5, 4))
    assert main(["--settings", str(settings), "ratings"]) == 0
    told = "2025-11  5 ratings  done yes 5, partly 0, no 0  clear 5.0 of 5  treated 4.0 of 5\n"
    assert capsys.readouterr().out == told
    (settings.parent / "state" / "ratings.sqlite").write_bytes(b"x" * 4096)
    assert main(["--settings", str(settings), "ratings"]) == 2
    assert capsys.readouterr().err.startswith("The ratings cannot be read: ")


# ------------------------------------------------------------------------- processes of their own


def test_the_kiosk_opens_its_windows_and_ends_when_told(settings: Path) -> None:
    with started("--settings", str(settings), "--windowed", "--panel", "compact") as kiosk:
        assert kiosk.stderr is not None
        events = []
        while "window_shown" not in events:
            events.append(json.loads(kiosk.stderr.readline())["event"])
    assert kiosk.returncode == 0


# ------------------------------------------------------------------------------------ small parts


def test_the_log_holds_events_and_names_only() -> None:
    out = io.StringIO()
    log = JsonLog(out)
    log(Event.VISIT_BEGAN, number=3)
    log(Event.JOURNEY_ENDED, what=Event.DEFECT)
    log(Event.READ_FAILED, what="timed_out")
    lines = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [line.get("what") for line in lines] == [None, "defect", "timed_out"] and lines[0]["number"] == 3


def test_the_state_lies_where_it_is_set_or_in_the_users_own_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    assert state_folder(Settings(state="/srv/kiosk")) == Path("/srv/kiosk")
    monkeypatch.setenv("XDG_STATE_HOME", "/home/hall/state")
    assert state_folder(Settings()) == Path("/home/hall/state/service-hall-kiosk")
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(Path("C", "Local")))
    assert state_folder(Settings()) == Path("C", "Local", "service-hall-kiosk")


def test_a_window_hears_its_supervisor(capsys: pytest.CaptureFixture[str]) -> None:
    heard: list[str] = []
    ended = threading.Event()
    listen(lambda: heard.append("show"), ended.set, io.StringIO("hello\nshow\n"))
    assert ended.wait(5) and heard == ["show"]
    say("over")
    assert capsys.readouterr().out == "over\n"


def test_a_visit_is_over_when_the_kiosk_rests_again() -> None:
    ends: list[bool] = []
    with a_desk() as desk:
        desk.reception.subscribe(VisitOver(lambda: ends.append(True)).follow)
        desk.pilot.choose(Language.EN)
        desk.reception.end()
        assert desk.pilot.title == "Thank you. Take care!" and ends == []
        desk.pilot.go_on()
        assert ends == [True]


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Let a supervisor start nothing, and remember with what it would have."""
    commands: list[list[str]] = []

    class Recorder:
        def __init__(self, command: list[str]) -> None:
            commands.append(command)

        def run(self) -> None:
            return

    monkeypatch.setattr("kiosk.supervisor.Supervisor", Recorder)
    monkeypatch.setattr("signal.signal", lambda *_: None)
    return commands


@pytest.mark.parametrize(("missing", "told"), [(True, ["no_sound"]), (False, [])])
def test_a_kiosk_that_wants_a_voice_and_has_no_sound_tells_it_once(
    missing: bool,
    told: list[str],
    tmp_path: Path,
    commands: list[list[str]],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kiosk.voice.choose.sound_is_missing", lambda engine: missing)
    file = tmp_path / "kiosk.toml"
    file.write_text('[[operators]]\nid = "m"\nname = {en = "M"}\nhotline = "10086"\n')
    assert main(["--settings", str(file)]) == 0 and len(commands) == 1
    assert [json.loads(line)["event"] for line in capsys.readouterr().err.splitlines()] == told


def test_windows_are_started_with_what_the_kiosk_was_started_with(commands: list[list[str]]) -> None:
    told = ["--windowed", "--panel", "compact", "--settings", "k.toml", "--card-reader-at", "/tmp/reader"]
    told += ["--headphones-at", "/tmp/jack"]
    options = app.parser().parse_args(told)
    assert app.supervise(options, ("http://here", "http://there")) == 0
    rest = commands[0][commands[0].index("--one-visit") :]
    kept = "--one-visit --windowed --settings k.toml --panel compact --sandbox-at http://here http://there"
    assert rest == [*kept.split(), "--card-reader-at", "/tmp/reader", "--headphones-at", "/tmp/jack"]
