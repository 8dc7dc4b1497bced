"""Type in millimetres, measured in ink; lines that neither tear words nor leave one sign alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.domain.comfort import CAPITAL_MM
from kiosk.domain.panel import PANELS
from kiosk.ui.metrics import Metrics
from kiosk.ui.typeset import Laid, Type, Typesetter


def ink_rows(sign: str, kind: Type) -> int:
    """Return how many rows of pixels a sign blackens by half or more."""
    image = QImage(kind.px * 2, kind.px * 2, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    Laid(sign, kind, kind.px * 2).paint(painter, 0, 0, "#000000")
    painter.end()
    rows = range(image.height())
    return sum(any(image.pixelColor(x, y).red() < 128 for x in range(image.width())) for y in rows)


@pytest.mark.parametrize("size", range(len(CAPITAL_MM)))
@pytest.mark.parametrize("panel", PANELS.values(), ids=PANELS)
def test_capitals_are_as_high_as_they_should_be(panel: object, size: int) -> None:
    metrics = Metrics(panel, size)  # type: ignore[arg-type]
    pixel = 1 / metrics.panel.pixels_per_mm
    capital = ink_rows("H", Type(metrics.em)) * pixel
    assert CAPITAL_MM[size] - pixel <= capital <= CAPITAL_MM[size] + 1.5 * pixel
    han = ink_rows("国", Type(metrics.em)) * pixel
    assert 0.84 <= han / (metrics.em * pixel) <= 0.95
    assert metrics.heading >= metrics.em


@pytest.mark.parametrize("panel", PANELS.values(), ids=PANELS)
def test_the_default_heading_is_larger_by_1_6(panel: object) -> None:
    metrics = Metrics(panel, 2)  # type: ignore[arg-type]
    assert metrics.heading / metrics.em == pytest.approx(1.6, abs=0.02)


def test_lines_stand_one_and_a_half_em_apart() -> None:
    laid = Laid("一" * 40, Type(30), 310)
    assert (laid.lines, laid.height, laid.width) == (4, 180, 300)


def test_no_han_stands_alone_in_the_last_line() -> None:
    laid = Typesetter().lay("一二三四五六七八九十甲", Type(30), 300)
    assert laid.lines == 2
    assert laid.last >= 90


def test_headings_fall_into_even_lines_without_tearing_words() -> None:
    laid = Typesetter().lay("Demonstration Hall welcomes you", Type(30, even=True), 400)
    assert laid.torn == 0
    assert laid.lines == 2
    assert laid.width < 300


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("您知道“游戏点数（别家公司代收）”吗？", "您知道"),
        ("残疾人半价（畅享39）", "残疾人半价"),
        ("从来没要过“视频彩铃”，就按“是”。", "从来没要过“视频彩铃”，"),
        ("不知道，请工作人员看看", "不知道，"),
    ],
)
@pytest.mark.parametrize("even", [True, False])
def test_two_lines_break_where_the_eye_rests(text: str, broken: str, even: bool) -> None:
    laid = Typesetter().lay(text, Type(20, even=even), 20 * (len(text) - 3))
    assert laid.pieces(1)[0] == broken


@pytest.mark.parametrize(
    ("text", "width", "broken"),
    [
        ("Calls with your family cost nothing.", 300, "Calls with your family"),
        ("You are not to blame. We do it step by step.", 330, "You are not to blame."),
        ("No. We cannot find it from here by now.", 340, "No. We cannot find it from here"),
    ],
)
def test_no_word_stands_alone_and_a_sentence_has_its_line(text: str, width: int, broken: str) -> None:
    assert Typesetter().lay(text, Type(20), width).pieces(1)[0] == broken


@pytest.mark.parametrize(("text", "width"), [("回到第一页 3/3", 130), ("First part 3/3", 110)])
def test_a_count_of_parts_has_a_line_of_its_own(text: str, width: int) -> None:
    words = Typesetter().lay(text, Type(20, even=True), width).pieces(1)
    assert " ".join(words) == text and words[1] == "3/3"


def test_quotation_marks_are_as_wide_as_the_language_wants() -> None:
    kind, marks = Type(20), "“”"
    alone, letters, han = (Laid(text, kind, 900).width for text in (marks, f"a{marks}", f"国{marks}"))
    assert alone < kind.px < letters < 2 * kind.px < han


@given(st.text("一二三，。abc 123", min_size=1, max_size=60), st.integers(60, 400), st.integers(1, 3))
def test_nothing_is_lost_when_a_paragraph_is_cut(text: str, width: int, most: int) -> None:
    pieces = Laid(text, Type(20), width).pieces(most)
    assert "".join("".join(pieces).split()) == "".join(text.split())
