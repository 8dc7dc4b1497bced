"""The matrix in short: a story in two looks keeps to every number, and each measure sees what is broken."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.domain.comfort import CAPITAL_MM, Comfort, Theme
from kiosk.domain.panel import PANELS
from kiosk.screens import Scan
from kiosk.text import Language
from kiosk.ui.application import prepare
from kiosk.ui.buttons import Card
from kiosk.ui.theme import PAPER, ROLES
from kiosk.ui.typeset import Laid, Type
from scripts import words
from tests.matrix import inks, measures, rules, run, walks
from tests.matrix.colours import DICHROMACIES, USUAL, as_seen, contrast, light, of_hex, pixels_of
from tests.matrix.looks import Look, looks
from tests.matrix.measurer import Measurer
from tests.matrix.pages import Shown, distinct, shown_in
from tests.matrix.report import report_of
from tests.matrix.rules import Ledger, Reading, Rule
from tests.matrix.samples import edge_contrast, ring_of
from tests.matrix.ways import Walked
from tests.ui.conftest import Kiosk
from tests.ui.fake_desk import stages
from tests.ui.recorder import Written, written_on

LOOKS = (
    Look("portrait", 0, Theme.YELLOW_ON_BLACK, Language.ZH_CN, low_left=True),
    Look("compact", 4, Theme.PAPER, Language.EN),
)
PAGES = 3


@pytest.fixture(scope="module", autouse=True)
def fonts(qapp: QApplication) -> None:
    prepare(qapp)


@pytest.fixture
def kiosk(qtbot: QtBot) -> Iterator[Kiosk]:
    opened = Kiosk(stages(Comfort())["choose-4"], PANELS["portrait"])
    yield opened
    opened.close()


def broken(readings: Iterable[Reading]) -> set[Rule]:
    return {reading.rule for reading in readings if not reading.holds}


def test_pages_of_a_story_keep_to_every_number_in_two_looks(qtbot: QtBot, tmp_path: Path) -> None:
    told = {"rate": shown_in("rate")}
    measurer = Measurer(tmp_path)
    for look in LOOKS:
        measurer.measure(distinct(told, look.language)[:PAGES], look, lambda: False)
    measurer.finish()
    assert measurer.ledger.broken == []
    assert measurer.pages >= 2 * PAGES
    of_no_screen = {rules.CAPITAL, rules.LEAST_INK, rules.STEP_INK, rules.HAN_INK, rules.PAIRS}
    of_no_screen |= {rules.BLIND_MARKS, rules.STATES, rules.WORDS, rules.TARGET}
    of_no_screen |= {rules.DOTS, rules.DOT_CONTRAST}  # no word of the trade stands in this story
    assert set(measurer.ledger.records) >= set(rules.RULES) - of_no_screen
    assert report_of(measurer.ledger, ["about"]).count("passes") == len(measurer.ledger.records)
    assert all((tmp_path / record.picture).exists() for record in measurer.ledger.records.values())


def test_what_looks_alike_is_measured_once_and_the_extremes_come_first() -> None:
    plain = stages(Comfort())["scan"]
    assert isinstance(plain.screen, Scan)
    other = replace(plain, screen=replace(plain.screen, code="http://192.168.1.20:9091/?user_code=ANOTHER"))
    told = {"one": [Shown("one", plain), Shown("one", other)], "two": [Shown("two", plain)]}
    assert distinct(told, Language.EN) == [Shown("one", plain)]
    told["two"].append(Shown("two", replace(plain, can_go_back=False)))
    assert len(distinct(told, Language.EN)) == 2
    ordered = looks(list(PANELS), range(5), list(Theme), list(Language))
    assert {(look.panel, look.size) for look in ordered[:6]} == {("compact", 4)}
    assert {look.theme for look in ordered[:6]} == {Theme.PAPER, Theme.YELLOW_ON_BLACK}
    assert len(ordered) == len(set(ordered)) == 3 * 3 * 5 + 3 * 3 * 2 + 4 * 2 * 3
    assert next(look for look in ordered if look.low_left).worn_by(plain).comfort.low


def test_states_and_colours_of_two_themes_are_told_apart(kiosk: Kiosk) -> None:
    for readings in inks.of_every_look(kiosk, (Theme.PAPER, Theme.YELLOW_ON_BLACK)).values():
        assert {reading.rule for reading in readings} == {rules.PAIRS, rules.BLIND_MARKS, rules.STATES}
        assert broken(readings) == set()


def test_small_type_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    assert broken(inks.ink(PANELS["portrait"])) == set()
    assert broken(inks.ink(replace(PANELS["portrait"], viewing_mm=1200))) == {rules.CAPITAL}
    monkeypatch.setattr(inks, "CAPITAL_MM", tuple(2 * promised for promised in CAPITAL_MM))
    assert broken(inks.ink(PANELS["portrait"])) == {rules.STEP_INK, rules.HAN_INK}
    assert not rules.LEAST_INK.holds(4.7)


def test_cut_words_close_lines_and_long_lines_are_seen(kiosk: Kiosk) -> None:
    assert broken(measures.whole(kiosk, written_on(kiosk.window))) == set()
    card = kiosk.window.findChildren(Card)[0]
    card.resize(card.width(), 50)
    assert broken(measures.whole(kiosk, written_on(kiosk.window))) == {rules.WHOLE}
    owner, line = QRect(0, 0, 900, 900), QRectF(0, 0, 300, 30)
    texts, one_text = (
        [Written("one", line, owner), Written("two", line.translated(0, 40), owner)],
        ["one two"],
    )
    assert broken(measures.lines(texts, [], one_text)) == {rules.LEADING}
    assert broken(measures.lines(texts, [owner], one_text)) == set()
    assert broken(measures.lines([Written("long", QRectF(0, 0, 1300, 30), owner)], [], [])) == {rules.LONGEST}
    close = [texts[0], Written("two", line.translated(0, 30), owner)]
    assert broken(measures.lines(close, [owner], one_text)) == {rules.HEADING_LEADING}


def test_torn_words_lost_signs_and_long_sentences_are_seen(kiosk: Kiosk) -> None:
    with measures.painted() as laid:
        written_on(kiosk.window)
    assert laid and broken([*measures.breaks(laid), *measures.sentences(laid)]) == set()
    kind = Type(20)
    assert broken(measures.breaks([Laid("incomprehensible", kind, 100)])) == {rules.TORN}
    assert broken(measures.breaks([Laid("一二三四五六", kind, 101)])) == {rules.LAST_LINE}
    assert broken(measures.sentences([Laid("好。" + "长" * 21 + "。", kind, 900)])) == {rules.SENTENCE}


def test_pale_words_and_edges_are_seen(kiosk: Kiosk) -> None:
    pixels, texts = pixels_of(kiosk.window.grab().toImage()), written_on(kiosk.window)
    pale = pixels // 4 + 190
    assert broken(measures.inks(texts, pixels, Theme.PAPER)) == set()
    assert broken(measures.inks(texts, pale, Theme.PAPER)) == {rules.TEXT}
    assert broken(measures.inks(texts, pixels, Theme.WHITE_ON_BLACK)) == {rules.STRONG_TEXT}
    assert broken(measures.edges(kiosk, pixels)) == set()
    assert broken(measures.edges(kiosk, pale)) == {rules.EDGES, rules.BLIND_EDGES}


def test_pale_pairs_of_a_theme_are_seen() -> None:
    pale = replace(PAPER, soft="#777777", edge="#D0C8B8")
    assert broken(inks.pairs(Theme.PAPER, PAPER)) == set()
    assert broken(inks.pairs(Theme.PAPER, pale)) == {rules.PAIRS, rules.BLIND_MARKS}
    assert broken(inks.pairs(Theme.BLACK_ON_WHITE, PAPER)) == {rules.PAIRS}


def test_red_on_black_is_seen_by_usual_eyes_and_not_without_red_cones() -> None:
    red, black = of_hex("#FF0000"), of_hex("#000000")
    eye = DICHROMACIES["protanopia"]
    assert contrast(light(red), light(black)) == pytest.approx(5.252, abs=0.001)
    assert contrast(light(red, eye), light(black, eye)) < 4
    picture = np.zeros((60, 60, 3), np.uint8)
    picture[20:40, 20:40] = of_hex("#E00000")
    assert (
        edge_contrast(picture, QRect(20, 20, 20, 20), 5)
        > 3
        > edge_contrast(picture, QRect(20, 20, 20, 20), 5, eye)
    )
    assert all(light(of_hex("#FFFFFF"), each) == pytest.approx(1, abs=0.01) for each in DICHROMACIES.values())


def test_states_told_by_hue_alone_are_seen(kiosk: Kiosk) -> None:
    one, other = np.full((200, 200, 3), of_hex("#B3261E")), np.full((200, 200, 3), of_hex("#2E7D4F"))
    assert broken(inks.apart(kiosk, "red and green", one, other)) == {rules.STATES}
    assert broken(inks.apart(kiosk, "black", one, np.full_like(one, 255))) == set()


def test_things_small_close_high_or_low_are_seen(kiosk: Kiosk) -> None:
    found = measures.touchables(kiosk)
    assert broken(_all_touched(kiosk)) == set()
    (one, _), (other, _) = [pair for pair in found if isinstance(pair[0], Card)][:2]
    other.move(one.x() + one.width() + 3, one.y())
    assert broken(measures.gaps(kiosk, measures.touchables(kiosk))) == {rules.GAP}
    one.resize(one.width(), kiosk.panel.px(19))
    assert broken(measures.targets(kiosk, measures.touchables(kiosk))) == {rules.MAIN_TARGET}
    assert not rules.TARGET.holds(15.9)
    for edge, rule in ((900, rules.HIGHEST), (300, rules.LOWEST)):
        kiosk.panel = replace(PANELS["portrait"], lower_edge_mm=edge)
        assert rule in broken(measures.heights(kiosk, found))


def test_what_stands_high_is_seen_where_the_visitor_wants_it_low(kiosk: Kiosk) -> None:
    stage = kiosk.desk.stage
    kiosk.desk.stage = replace(
        stage, comfort=replace(stage.comfort, low=True)
    )  # the window does not hear of it
    kiosk.panel = replace(PANELS["portrait"], lower_edge_mm=700)
    assert broken(measures.heights(kiosk, measures.touchables(kiosk))) == {rules.LOW_HIGHEST}


def test_more_than_six_choices_are_seen(kiosk: Kiosk) -> None:
    found = [pair for pair in measures.touchables(kiosk) if isinstance(pair[0], Card)]
    assert broken(measures.choices(found)) == set()
    assert broken(measures.choices(found * 2)) == {rules.CHOICES}


def _all_touched(kiosk: Kiosk) -> list[Reading]:
    found = measures.touchables(kiosk)
    kinds = (measures.targets, measures.gaps, measures.heights)
    return [reading for measure in kinds for reading in measure(kiosk, found)]


def test_a_thin_or_pale_ring_and_another_order_are_seen(kiosk: Kiosk) -> None:
    plain = pixels_of(kiosk.window.grab().toImage())
    assert broken([walks.walked(kiosk), *walks.rings(kiosk, plain, set())]) == set()
    hidden = np.full((90, 90, 3), 255, np.uint8)
    shown = hidden.copy()
    shown[:2], shown[-2:], shown[:, :2], shown[:, -2:] = 0, 0, 0, 0
    thick, strong = ring_of(shown, hidden, 10)
    assert thick == 2 and strong == pytest.approx(21)
    assert ring_of(hidden, hidden, 10) == (0, 1)
    kiosk.window._scene.ring._look = replace(kiosk.window._scene.ring._look, roles=PALE_FOCUS)
    known = set[Hashable]()
    pale = list(walks.rings(kiosk, plain, known))
    assert {rules.RING, rules.RING_CONTRAST, rules.BLIND_RING} <= broken(pale)
    assert list(walks.rings(kiosk, plain, known)) == []
    kiosk.window.findChildren(Card)[0].raise_()
    assert broken([walks.walked(kiosk)]) == {rules.ORDER}


PALE_FOCUS = replace(ROLES[Theme.PAPER], focus="#E0D6C2")


def test_a_bar_that_moves_and_words_that_are_wrong_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    here = (QRect(0, 0, 50, 50),)
    assert broken(measures.moved([here, here], 2)) == set()
    assert broken(measures.moved([here, (QRect(0, 1, 50, 50),)], 2)) == {rules.SAME_PLACE}
    monkeypatch.setattr(
        words, "check", lambda *_, **__: [words.Problem("en", "OK", "OK (say: what happens)")]
    )
    assert broken([inks.plain_words(run.ROOT)]) == {rules.WORDS}


def test_the_ledger_keeps_the_worst_of_each_number_and_the_page_tells_it() -> None:
    ours, theirs = Ledger(), Ledger()
    ours.take(
        [Reading(rules.TARGET, 17, "one"), Reading(rules.TARGET, 15, "<two>")], "here", lambda _: "a.png"
    )
    theirs.take([Reading(rules.TARGET, 16, "three"), Reading(rules.WHOLE, 2, "four")], "there")
    ours.add(theirs)
    record = ours.records[rules.TARGET]
    assert (record.count, record.value, record.what, record.picture) == (3, 15, "here: <two>", "a.png")
    assert [where.rpartition(": ")[2] for where in ours.broken] == ["<two>", "four"]
    page = report_of(ours, [])
    assert "&lt;two&gt;" in page and "<strong>fails</strong> in 1 places" in page and "not measured" in page


def test_a_journey_that_cannot_be_finished_is_told() -> None:
    done, slow = Walked("pay", "keypad only", 1200), Walked("pay", "one switch", 61, waited=240)
    lost = Walked("pay", "ear only", 3, lost="nothing is said of <this>")
    page = report_of(Ledger(), [], [done, slow, lost])
    assert "1,200 presses" in page and "61 presses, 4 min for the frame" in page
    assert "not finished: nothing is said of &lt;this&gt;" in page


def test_the_worst_for_the_colour_blind_is_drawn_as_they_see_it() -> None:
    red = QImage(2, 1, QImage.Format.Format_RGB32)
    red.fill(QColor("#FF0000"))
    seen = pixels_of(as_seen(red, DICHROMACIES["deuteranopia"]))[0, 0]
    assert tuple(seen) == (163, 144, 0)
    assert (pixels_of(as_seen(red, USUAL)) == pixels_of(red)).all()


def test_the_command_chooses_looks_and_knows_what_there_is() -> None:
    chosen = run.wanted_by(["--sizes", "1,5", "--themes", "paper", "--journey", "pay", "--ways", "muted"])
    assert len(chosen.looks) == 2 * 3 * 3 * 2
    assert (chosen.journeys, chosen.ways) == (("pay",), ("muted",))
    with pytest.raises(ValueError, match="huge: choose of 1, 2, 3, 4, 5"):
        run.wanted_by(["--sizes", "huge"])
