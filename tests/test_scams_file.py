"""The tricks that go round: as they are shipped, and what stops the start where the file is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.faults import Cheat
from kiosk.scams_file import SCAMS, load_scams, sentences_in_scams
from kiosk.settings import SettingsError


def test_the_tricks_that_are_shipped_have_drawings_and_words() -> None:
    scams = load_scams()
    assert [scam.name for scam in scams] == [
        "card-stopped", "parcel-lost", "insurance-off", "grandchild", "pension-extra",
    ]  # fmt: skip
    assert scams[3].played is Cheat.RELATIVE and {scam.say.message for scam in scams} <= set(
        sentences_in_scams()
    )
    for scam in scams:
        assert (SCAMS.parent / "icons" / f"{scam.icon}.svg").exists()
        assert (SCAMS.parent / "pictures" / f"{scam.picture}.svg").exists()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[", "scams.toml cannot be read: "),
        ("[[scam]]\nname = 'a'", "the key 'scam[0].say' is missing."),
        (SCAMS.read_text(encoding="utf-8").replace('"authority"', '"king"', 1), "scam[0].played"),
        (SCAMS.read_text(encoding="utf-8") * 2, "the key 'scam'"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "scams.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"scams\.toml") as caught:
        load_scams(file)
    assert told in str(caught.value)


def test_a_project_without_such_a_file_has_no_words_of_it(tmp_path: Path) -> None:
    assert list(sentences_in_scams(tmp_path / "scams.toml")) == []
