"""Clips of sign language are found by their sentence, in the language that its reader signs."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.text import Language
from kiosk.voice.sign_clips import FolderOfClips, clips_in, main, name_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two clips, a file that is none, and a folder that is named like one."""
    for language, message in (("zh_CN", "Go on"), ("zh_HK", "Close")):
        (tmp_path / language).mkdir(exist_ok=True)
        (tmp_path / language / name_of(message)).write_bytes(b"RIFF")
    (tmp_path / "zh_CN" / "notes.txt").write_text("none")
    (tmp_path / "zh_CN" / "folder.webp").mkdir()
    return tmp_path


def test_a_clip_has_the_name_of_its_sentence() -> None:
    assert name_of("Go on") == "97903f19edf6d60b.webp"
    assert name_of("Go on") != name_of("Go on.")


def test_a_clip_is_found_in_its_language_or_in_the_one_that_is_signed_there(folder: Path) -> None:
    clips = FolderOfClips(folder)
    go_on, close = (folder / "zh_CN" / name_of("Go on"), folder / "zh_HK" / name_of("Close"))
    assert clips.any
    assert clips.clip_for("Go on", Language.ZH_CN) == clips.clip_for("Go on", Language.ZH_HK) == go_on
    assert clips.clip_for("Close", Language.ZH_HK) == close
    assert clips.clip_for("Close", Language.ZH_CN) is None
    assert clips.clip_for("Go on", Language.EN) is None


def test_without_a_folder_or_a_clip_there_is_nothing_to_offer(tmp_path: Path) -> None:
    for clips in (clips_in(""), clips_in(str(tmp_path))):
        assert not clips.any and clips.clip_for("Go on", Language.ZH_CN) is None


def test_the_list_names_every_clip_and_with_a_folder_those_that_it_lacks(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["zh_CN"]) == 0
    every = capsys.readouterr().out.splitlines()
    assert f"{name_of('Go on')}  继续" in every
    assert main(["zh_CN", str(folder)]) == 0
    missing = capsys.readouterr().out.splitlines()
    assert len(missing) == len(every) - 1 and f"{name_of('Go on')}  继续" not in missing
