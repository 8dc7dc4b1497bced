"""What the program shows and writes is there: icons, pictures, sounds, and a glyph for every character."""

import ast
import re
import wave
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QRawFont
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).parent.parent
ASSETS = ROOT / "assets"
PICTURES = sorted((ASSETS / "pictures").glob("*.svg"))
ICONS = sorted((ASSETS / "icons").glob("*.svg"))
TOKENS = {"#1B1B1B", "#F3ECDD", "#DCCFB5", "#B7A582", "#0B5A6B", "#FFFFFF", "#B3261E", "#2E7D4F"}


def named(call: str | None, keyword: str) -> Iterator[str]:
    """Find the names that journeys and the visit give to a keyword, of any call or of one."""
    for room in ("journeys", "visit"):
        for path in sorted((ROOT / "kiosk" / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and call in {None, ast.unparse(node.func)}:
                    values = [word.value for word in node.keywords if word.arg == keyword]
                    yield from (str(v.value) for v in values if isinstance(v, ast.Constant) and v.value)


def test_every_icon_and_picture_that_a_journey_names_is_there() -> None:
    assert set(named(None, "icon")) - {path.stem for path in ICONS} == set()
    assert set(named("Picture", "name")) - {path.stem for path in PICTURES} == set()


@pytest.mark.parametrize("path", PICTURES + ICONS, ids=lambda path: path.stem)
def test_every_drawing_can_be_drawn_and_stays_inside_its_frame(path: Path, qapp: QGuiApplication) -> None:
    renderer = QSvgRenderer(str(path))
    assert renderer.isValid()
    size = renderer.defaultSize()
    image = QImage(size.width() + 8, size.height() + 8, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.translate(4, 4)
    renderer.render(painter, renderer.viewBoxF())
    painter.end()
    inside = image.copy(4, 4, size.width(), size.height())
    assert any(inside.pixel(x, y) for x in range(size.width()) for y in range(0, size.height(), 4))
    rim = [image.pixel(x, y) for x in range(image.width()) for y in (1, image.height() - 2)]
    rim += [image.pixel(x, y) for y in range(image.height()) for x in (1, image.width() - 2)]
    assert not any(rim)


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_pictures_are_in_the_colours_that_a_theme_replaces(path: Path) -> None:
    drawing = path.read_text(encoding="utf-8")
    assert set(re.findall(r"#[0-9A-Fa-f]{3,}", drawing)) <= TOKENS
    assert "<text" not in drawing and "<style" not in drawing


@pytest.mark.parametrize("name", ["modem-los", "modem-pon"])
def test_a_lamp_that_blinks_can_be_hidden_and_shown(name: str, qapp: QGuiApplication) -> None:
    renderer = QSvgRenderer(str(ASSETS / "pictures" / f"{name}.svg"))
    assert not renderer.boundsOnElement("blinks").isEmpty()


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_icons_are_in_one_colour_that_can_be_replaced(path: Path) -> None:
    drawing = path.read_text(encoding="utf-8")
    assert set(re.findall(r'(?:stroke|fill)="([^"]*)"', drawing)) <= {"currentColor", "none"}


def test_the_tables_of_icons_and_pictures_are_complete() -> None:
    for drawings in (ICONS, PICTURES):
        table = (drawings[0].parent / "README.md").read_text(encoding="utf-8")
        assert re.findall(r"^\| `([a-z0-9-]+)` \|", table, re.MULTILINE) == [path.stem for path in drawings]


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_every_character_that_the_kiosk_writes_has_a_glyph(weight: str, qapp: QGuiApplication) -> None:
    font = QRawFont(str(ASSETS / "fonts" / f"NotoSansSC-{weight}.otf"), 20)
    catalogues, people = (ROOT / "translations").rglob("*.po"), (ROOT / "kiosk" / "sandbox").rglob("*.py")
    sources = [*catalogues, *people, ROOT / "kiosk" / "text.py", ROOT / "kiosk" / "traditional.py"]
    written = "".join(path.read_text(encoding="utf-8") for path in sources)
    wanted = {character for character in written if not character.isspace()}
    assert {character for character in wanted if not font.supportsCharacter(ord(character))} == set()


@pytest.mark.parametrize(("name", "most"), [("tick", 0.06), ("done", 0.3), ("wrong", 0.3)])
def test_sounds_are_short_and_begin_and_end_in_silence(name: str, most: float) -> None:
    with wave.open(str(ASSETS / "sounds" / f"{name}.wav")) as sound:
        assert (sound.getframerate(), sound.getnchannels(), sound.getsampwidth()) == (24_000, 1, 2)
        samples = memoryview(sound.readframes(sound.getnframes())).cast("h")
    assert len(samples) / 24_000 <= most
    assert abs(samples[0]) < 400 and abs(samples[-1]) < 400
    assert 3_000 < max(map(abs, samples)) < 16_000
