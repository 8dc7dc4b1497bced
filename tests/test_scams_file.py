"""The tricks that go round: as they are shipped, and what stops the start where the file is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.faults import Cheat
from kiosk.scams_file import SCAMS, load_scams, sentences_in_scams
from kiosk.settings import SettingsError

WHOLE = SCAMS.read_text(encoding="utf-8")


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
        ("[", "scams.toml, line 1: "),
        ("[[scam]]\nname = 'a'", "the key 'scam[0].say' is missing."),
        (WHOLE.replace('"authority"', '"king"', 1), "scam[0].played"),
        (WHOLE * 2, "the key 'scam'"),
        (
            WHOLE.replace("Delete the message", "Delete {it}"),
            "“card-stopped” says “Delete {it}”, which",
        ),
        (WHOLE.replace("Delete the message", " "), "“card-stopped” has an empty sentence"),
        (WHOLE.replace('"qr"', '"qrr"'), "“pension-extra” shows “qrr”, which is not in assets/icons."),
        (
            WHOLE.replace('"ring-back"', '"ring"'),
            "“grandchild” shows “ring”, which is not in assets/p",
        ),
        (WHOLE.replace('"grandchild"', '"parcel-lost"'), "two tricks are named “parcel-lost”"),
        (WHOLE.replace('"grandchild"', '"none-of-them"'), "“none-of-them” has the name of what is none"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "scams.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"scams\.toml") as caught:
        load_scams(file)
    assert told in str(caught.value)


def test_a_file_that_notepad_saved_is_read(tmp_path: Path) -> None:
    file = tmp_path / "scams.toml"
    file.write_text(WHOLE.replace("\n", "\r\n"), encoding="utf-8-sig", newline="")
    assert load_scams(file) == load_scams()


def test_a_project_without_such_a_file_has_no_words_of_it(tmp_path: Path) -> None:
    assert list(sentences_in_scams(tmp_path / "scams.toml")) == []
