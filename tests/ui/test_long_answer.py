"""What a company answers can be long: it stands whole, in parts, in the largest type."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from kiosk.domain.panel import PANELS
from kiosk.domain.work_orders import Filed, WorkOrderKind
from kiosk.journeys.one_request import this_request
from kiosk.text import Label, Language, Letter
from tests.fake_operators import WANG, FakeOperators, a_hall
from tests.ui.conftest import Opener
from tests.ui.test_layout import LARGEST, wrong_with

WRITTEN = {
    Language.ZH_CN: "我们查过了您说的这件事，是按您去年签的协议办的。" * 20,
    Language.EN: "We have looked into it, and it was done as you had signed last year. " * 20,
}


@pytest.mark.parametrize("language", WRITTEN)
@pytest.mark.parametrize("panel", PANELS)
def test_a_long_answer_is_whole(panel: str, language: Language, opened: Opener) -> None:
    answer = Letter(Label.of({language: WRITTEN[language].strip()}))
    filed = datetime(2026, 11, 1, tzinfo=UTC)
    ticket = Filed(
        "TT-9", WorkOrderKind.COMPLAINT, "complaint", "rejected", filed, date(2026, 11, 16), answer
    )
    kiosk = opened("welcome", panel, LARGEST, language)
    screen = this_request(a_hall(FakeOperators()), WANG, ticket)
    stage = replace(kiosk.desk.stage, visit=1, screen=screen)
    assert wrong_with(kiosk, "answer", stage, set()) == [] and kiosk.window.parts > 2
