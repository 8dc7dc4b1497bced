from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.drawings import ASSETS, drawing_in

SVG = '<svg xmlns="http://www.w3.org/2000/svg" {}></svg>'


@pytest.mark.parametrize(
    ("drawing", "can_be_read"),
    [
        (SVG.format('viewBox="0 0 4 3"'), True),
        (SVG.format('viewBox="0,0,4,3"'), True),
        (SVG.format('width="4mm" height=".5"'), True),
        (SVG.format(""), False),
        (SVG.format('viewBox="0 0 0 3"'), False),
        (SVG.format('width="4" height="auto"'), False),
        ('<html viewBox="0 0 4 3"/>', False),
        ("<svg", False),
        ("", False),
    ],
)
def test_a_drawing_is_told_from_what_is_none(tmp_path: Path, drawing: str, can_be_read: bool) -> None:
    path = tmp_path / "a.svg"
    path.write_text(drawing)
    assert drawing_in(path) == (drawing if can_be_read else None)


def test_files_of_other_programs_and_no_files_are_none(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_bytes((ASSETS / "pictures" / "modem.svg").read_text().encode("utf-16"))
    assert drawing_in(tmp_path / "a.svg") is drawing_in(tmp_path) is drawing_in(tmp_path / "b.svg") is None
