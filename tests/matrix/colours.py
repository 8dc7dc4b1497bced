"""Colours as eyes see them: contrast of pixels by WCAG's formula, for every kind of eye."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

Pixels = NDArray[np.uint8]
"""Rows of pixels, each red, green and blue."""
Numbers = NDArray[np.float64]

USUAL = np.eye(3)
DICHROMACIES: dict[str, Numbers] = {
    "protanopia": np.array([
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998],
    ]),
    "deuteranopia": np.array([
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881],
    ]),
    "tritanopia": np.array([
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900],
    ]),
}  # fmt: skip
"""What an eye without one kind of cone sees, in linear light (Machado, Oliveira and Fernandes 2009)."""

EYES = {"usual": USUAL, **DICHROMACIES}
SOME = 5
"""Every so manieth pixel is asked for the ground of a text."""
_CODES = np.arange(256) / 255
_LINEAR = np.where(_CODES <= 0.04045, _CODES / 12.92, ((_CODES + 0.055) / 1.055) ** 2.4)
_WEIGHTS = np.array([0.2126, 0.7152, 0.0722])


def pixels_of(image: QImage) -> Pixels:
    """Return an image's pixels."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : 3 * plain.width()].reshape(plain.height(), plain.width(), 3).copy()


def as_seen(image: QImage, eye: Numbers) -> QImage:
    """Return an image as an eye sees it, for the usual eye to look at."""
    seen = np.clip(_LINEAR[pixels_of(image)] @ eye.T, 0, 1)
    coded = np.where(seen <= 0.0031308, seen * 12.92, 1.055 * seen ** (1 / 2.4) - 0.055)
    rows = np.ascontiguousarray(np.round(coded * 255), np.uint8)
    high, wide = rows.shape[:2]
    return QImage(rows.tobytes(), wide, high, 3 * wide, QImage.Format.Format_RGB888).copy()


def within(pixels: Pixels, place: QRect) -> Pixels:
    """Return the pixels of a place; none where it lies outside."""
    left, top = max(0, place.left()), max(0, place.top())
    return pixels[top : max(top, place.bottom() + 1), left : max(left, place.right() + 1)]


def light(pixels: NDArray[Any], eye: Numbers = USUAL) -> Numbers:
    """Return the relative luminance of pixels to an eye, from 0 to 1."""
    if eye is USUAL:
        return np.asarray(_LINEAR[pixels] @ _WEIGHTS)
    seen = np.clip(_LINEAR[pixels] @ eye.T, 0, 1)
    return np.asarray(seen @ _WEIGHTS)


def contrast(one: Any, other: Any) -> Numbers:
    """Return the contrast of two luminances, from 1 to 21."""
    return np.asarray((np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05))


def of_hex(colour: str) -> Pixels:
    """Return the pixel of #RRGGBB."""
    return np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)], np.uint8)


def commonest(pixels: Pixels) -> Pixels:
    """Return the colour that most pixels have: the ground of a text."""
    red, green, blue = pixels.reshape(-1, 3)[::SOME].astype(np.uint32).T
    codes = red << 16 | green << 8 | blue
    found, counts = np.unique(codes, return_counts=True)
    code = int(found[np.argmax(counts)])
    return np.array([code >> 16, code >> 8 & 255, code & 255], np.uint8)
