"""Listening in a process of its own: it answers, fails or hangs, and is gone as soon as nobody waits."""

from __future__ import annotations

import io
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from kiosk.assembly import listener
from kiosk.catalogues import words_of
from kiosk.devices.ports import DeviceError, Misheard
from kiosk.devices.simulated_speech import SimulatedSpeech
from kiosk.domain.events import Event
from kiosk.domain.sayings import Saying
from kiosk.settings import SpeechSettings
from kiosk.text import Language, t
from kiosk.voice import ear, typed_ear
from kiosk.voice.listener import WordListener
from kiosk.voice.process_recogniser import Hours, ProcessRecogniser
from tests.speech import FakeRecogniser, nothing
from tests.visit.worlds import Events

FAKE = Path(__file__).parent / "fake_ear.py"
YES, BACK = Saying(True, (t("Yes, go on"), t("Yes")), listed=True), Saying("back", (t("Back"),))

Stand = Callable[..., ProcessRecogniser]


@pytest.fixture
def stand() -> Iterator[Stand]:
    made: list[ProcessRecogniser] = []

    def stand(manner: str, *, answer: float = 5.0) -> ProcessRecogniser:
        hours = Hours(listen=0.1, answer=answer, look=0.02)
        made.append(ProcessRecogniser((sys.executable, str(FAKE), manner), [Language.EN], hours))
        return made[-1]

    yield stand
    for one in made:
        one.close()


def test_one_process_listens_again_and_again(stand: Stand) -> None:
    recogniser, over = stand("well"), list[bool]()
    for phrase in ("Yes", "No"):
        heard = recogniser.listen(
            ["Back", phrase], Language.EN, stop=threading.Event(), over=lambda: over.append(True)
        )
        assert heard == f"{phrase} en 0.1"
    assert over == [True, True], "it tells when the microphone is closed"
    assert recogniser.hears(Language.EN) and not recogniser.hears(Language.ZH_CN)


def test_silence_is_no_fault(stand: Stand) -> None:
    assert stand("silence").listen(["Yes"], Language.EN, stop=threading.Event(), over=nothing) is None


@pytest.mark.parametrize("manner", ["dies", "fails", "answers-another", "hangs"])
def test_whatever_is_wrong_with_it_is_an_error_in_time(stand: Stand, manner: str) -> None:
    recogniser = stand(manner, answer=0.6)
    for _ in range(2):  # and it is started anew
        with pytest.raises(DeviceError):
            recogniser.listen(["Yes"], Language.EN, stop=threading.Event(), over=nothing)


def test_a_program_that_is_not_there_is_an_error() -> None:
    with pytest.raises(DeviceError):
        ProcessRecogniser(("/nowhere/ear",), []).listen([], Language.EN, stop=threading.Event(), over=nothing)


def test_where_nobody_waits_the_process_is_ended_at_once(stand: Stand) -> None:
    recogniser, stop = stand("hangs"), threading.Event()
    threading.Timer(0.5, stop.set).start()
    began = time.monotonic()
    assert recogniser.listen(["Yes"], Language.EN, stop=stop, over=nothing) is None
    assert time.monotonic() - began < 3 and recogniser._worker is None


# ------------------------------------------------------------------------------ the listener


@pytest.mark.parametrize(
    ("heard", "meant"),
    [("yes", YES), ("number one", YES), ("Back", BACK), ("", Misheard.UNCLEAR), (None, Misheard.SILENCE)],
)
def test_only_what_may_be_said_comes_out(heard: str | None, meant: Saying | Misheard) -> None:
    fake = FakeRecogniser(heard)
    ears = WordListener(fake, words_of)
    assert ears.listen((YES, BACK), Language.EN, stop=threading.Event(), over=nothing) == meant
    assert fake.phrases == ["Yes, go on", "Yes", "Back", "number one"] and ears.hears(Language.EN)


def test_chinese_is_offered_in_chinese() -> None:
    fake = FakeRecogniser("第一个")
    assert (
        WordListener(fake, words_of).listen((YES,), Language.ZH_CN, stop=threading.Event(), over=nothing)
        is YES
    )
    assert fake.phrases == ["可以，接着办", "是", "第一个"]


def test_who_listens_is_closed_with_the_engine() -> None:
    fake = FakeRecogniser("yes")
    WordListener(fake, words_of).close()
    assert fake.said == []


@pytest.mark.parametrize("there", [True, False])
def test_whisper_listens_only_where_it_is_installed(there: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    events = Events()
    monkeypatch.setattr("shutil.which", lambda _: "/usr/bin/arecord")
    monkeypatch.setattr("kiosk.assembly.find_spec", lambda _: object() if there else None)
    speech = SpeechSettings(engine="whisper", model={"zh_CN": "/"})
    assert listener(speech, events).hears(Language.ZH_CN) is there
    assert events.seen == ([] if there else [(Event.DEVICE_FAILED, "recogniser")])


# ------------------------------------------------------------------------------ what serves


class Gone(Exception):  # noqa: N818 - the test's own way out of a loop without end
    pass


class FakeEar:
    def __init__(self) -> None:
        self.heard: list[str | OSError | None] = ["Yes", None, OSError()]

    def hear(
        self, phrases: Sequence[str], language: Language, seconds: float, over: Callable[[], None]
    ) -> str | None:
        if not self.heard:
            raise Gone
        heard = self.heard.pop(0)
        if isinstance(heard, OSError):
            raise heard
        if heard is not None:
            over()
        return heard


def test_each_line_is_answered_by_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    line = b'{"id": 5, "phrases": ["Yes"], "language": "en", "seconds": 8}\n'
    monkeypatch.setattr("os._exit", lambda _: None)
    answers = io.BytesIO()
    with pytest.raises(Gone):
        ear.serve_ear(FakeEar(), io.BytesIO(line * 4), answers)
    told = answers.getvalue().decode().splitlines()
    assert told == [
        '{"ready": true}',
        '{"id": 5, "over": true}',
        '{"id": 5, "heard": "Yes"}',
        '{"id": 5, "heard": null}',
        '{"id": 5, "failed": true}',
    ]


def test_typed_words_are_heard_for_a_few_seconds_and_old_ones_never(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with SimulatedSpeech(tmp_path / "speech") as speech:
        listening = typed_ear.TypedEar(speech.path)
        monkeypatch.setattr(typed_ear, "FRESH", 0.3)
        speech.say("too old")
        time.sleep(0.5)
        speech.say(" text \n size ")
        speech.say("and more")
        assert listening.hear((), Language.EN, 2, nothing) == "text size"
        assert listening.hear((), Language.EN, 2, nothing) == "and more"
        assert listening.hear((), Language.EN, 0.1, nothing) is None
        for _ in range(3000):
            speech.say("nobody listens any more " * 4)
    assert not Path(speech.path).exists()


def test_the_simulated_recogniser_serves_at_a_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with SimulatedSpeech(tmp_path / "speech") as speech:
        monkeypatch.setattr("sys.argv", ["ear", speech.path])
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO()))
        monkeypatch.setattr(typed_ear, "answers_alone", io.BytesIO)
        monkeypatch.setattr(typed_ear, "serve_ear", lambda ear, questions, answers: 7)
        assert typed_ear.main() == 7
