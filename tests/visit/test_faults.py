"""Every fault has a plain sentence, and a way on."""

from __future__ import annotations

import pytest

from kiosk.catalogues import words_of
from kiosk.domain.failures import Reason, Refused, Unavailable
from kiosk.text import Language
from kiosk.visit.faults import cannot_go_on, read_failed, what_happened


@pytest.mark.parametrize("error", [*map(Unavailable, Reason), *map(Refused, Reason), ValueError("secret 42")])
def test_what_happened_is_said_plainly_in_every_language(error: Exception) -> None:
    for language in Language:
        sentence = what_happened(error).shown(words_of(language))
        assert sentence and "_" not in sentence and "42" not in sentence
    assert read_failed(error).options and cannot_go_on(error).options
