"""Invented cards, and what the standard's own frames are held against."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

from kiosk.devices.simulated_card import Chip
from kiosk.domain.id_cards import IdCard, check_character
from kiosk.text import IdNumber, PersonName

TODAY = date(2026, 11, 23)
BESIDE = Path(__file__).parents[3] / "shared" / "domain"
FRAMES = Path(os.environ.get("KIOSK_DOMAIN", BESIDE)) / "id-card-frames.json"

needs_frames = pytest.mark.skipif(
    not FRAMES.is_file(), reason="The frames of real readers are not here: set KIOSK_DOMAIN to their folder."
)


def frames() -> dict[str, bytes]:
    return {name: bytes.fromhex(frame) for name, frame in json.loads(FRAMES.read_text("utf-8")).items()}


def a_card(
    name: str = "测试甲", born: date = date(1949, 12, 31), serial: int = 2, until: date | None = None
) -> IdCard:
    body = f"110105{born:%Y%m%d}{serial:03}"
    return IdCard(PersonName(name), IdNumber(body + check_character(body)), born, until)


CARD = a_card()
CHIP = Chip(CARD)
