"""The drawings of assets: SVG files; one that another program broke is noticed before it is shown."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

ASSETS = Path(__file__).parent.parent / "assets"


def drawing_in(path: Path) -> str | None:
    """Return a drawing as it is written; None where there is none that can be read."""
    try:
        drawing = path.read_text(encoding="utf-8")
        root = ElementTree.fromstring(drawing.encode())  # noqa: S314 - our own assets, and Qt reads them next
    except (OSError, ValueError, ElementTree.ParseError):
        return None
    return drawing if root.tag.rpartition("}")[2] == "svg" and _has_a_size(root) else None


def _has_a_size(root: ElementTree.Element) -> bool:
    sides = root.get("viewBox", "").replace(",", " ").split()[2:]
    return _is_a_size(sides) or _is_a_size([root.get("width", ""), root.get("height", "")])


def _is_a_size(sides: list[str]) -> bool:
    lengths = [re.match(r"\d*\.?\d+", side) for side in sides]
    return len(lengths) == 2 and all(one is not None and float(one.group()) > 0 for one in lengths)
