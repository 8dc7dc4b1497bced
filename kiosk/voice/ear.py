"""How a process that listens serves: JSON lines with what may be said in, lines with what was heard out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import IO, Protocol

from kiosk.text import Language
from kiosk.voice.serving import Line, answer, answer_each


class Ear(Protocol):
    """An engine with its microphone."""

    def hear(
        self, phrases: Sequence[str], language: Language, seconds: float, over: Callable[[], None]
    ) -> str | None:
        """Listen for so many seconds at most; "" where it is not sure, None where nobody spoke.

        Calls `over` when the microphone is closed and only thinking is left. Raises OSError where there is no
        microphone.
        """


def serve_ear(ear: Ear, questions: IO[bytes], answers: IO[bytes]) -> int:
    """Listen once for each line; a line between tells when the microphone is closed."""

    def heard(asked: Line) -> Line:
        def over() -> None:
            answer(answers, {"id": asked["id"], "over": True})

        language, seconds = Language(asked["language"]), float(asked["seconds"])
        return {"heard": ear.hear(asked["phrases"], language, seconds, over)}

    return answer_each(heard, OSError, questions, answers)
