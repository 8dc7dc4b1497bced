"""A worker answers line by line, and ends with those who ask."""

from __future__ import annotations

import io
import json
from queue import SimpleQueue
from typing import Any

import pytest

from kiosk.voice import serving
from kiosk.voice.worker_process import Answer, understood
from tests.voice.fakes import OneVoice


def test_serving_answers_each_line_and_admits_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def listen(questions: Any, lines: Any) -> None:
        for line in (*questions, b"no request, which ends the test"):
            lines.put(line)

    monkeypatch.setattr(serving, "listen", listen)
    answers = io.BytesIO()
    questions = io.BytesIO(b'{"id": 1, "text": "a"}\n{"id": 2, "text": "nothing"}\n')
    with pytest.raises(json.JSONDecodeError):
        serving.serve(OneVoice(), questions, answers)
    told = [understood(line) for line in answers.getvalue().splitlines()]
    assert told[0] == Answer(0)
    assert told[1] is not None
    assert told[1].seconds > 0
    assert told[2] == Answer(2, failed=True)


def test_the_end_of_the_questions_ends_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    codes: list[int] = []
    monkeypatch.setattr("os._exit", codes.append)
    lines: SimpleQueue[bytes] = SimpleQueue()
    serving.listen(io.BytesIO(b"a\n"), lines)
    assert (lines.get(), codes) == (b"a\n", [0])


def test_nothing_but_answers_goes_to_standard_output(monkeypatch: pytest.MonkeyPatch) -> None:
    turned: list[tuple[int, int]] = []
    monkeypatch.setattr("os.dup2", lambda source, target: turned.append((source, target)))
    serving.answers_alone().close()
    assert turned == [(2, 1)]
