"""Pixels sampled from a picture: ink on its ground, the edges of a control, the ring around it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRect

from tests.matrix.colours import USUAL, Numbers, Pixels, commonest, contrast, light, within

ALONG = (0.3, 0.5, 0.7)
"""Where an edge is looked at, as shares of its length."""
STEP = 3


def text_contrast(pixels: Pixels, place: QRect) -> float:
    """Return the contrast of the ink of a text with the commonest colour in its rectangle; 0 without any."""
    region = within(pixels, place)
    if region.size == 0:
        return 0
    return float(contrast(light(region), light(commonest(region))).max())


def edge_contrast(pixels: Pixels, place: QRect, reach: int, eye: Numbers = USUAL) -> float:
    """Return how a control's weakest edge stands out from what lies `reach` pixels beside it."""
    return weakest(scans(pixels, place, reach), eye)


def weakest(found: Pixels, eye: Numbers = USUAL) -> float:
    """Return how the weakest of some scans stands out from where it begins; 0 without any."""
    if not found.size:
        return 0
    seen = light(found, eye)
    return float(contrast(seen, seen[:, :1]).max(axis=1).min())


def scans(pixels: Pixels, place: QRect, reach: int) -> Pixels:
    """Return lines of pixels across every edge, each from outside inwards."""
    high, wide = pixels.shape[:2]
    found, long = [], 2 * reach
    left, right = place.left() - reach, place.right() + reach
    top, bottom = place.top() - reach, place.bottom() + reach
    for share in ALONG:
        x, y = place.x() + int(place.width() * share), place.y() + int(place.height() * share)
        if left >= 0:
            found.append(pixels[y, left : left + long])
        if right < wide:
            found.append(pixels[y, right - long + 1 : right + 1][::-1])
        if top >= 0:
            found.append(pixels[top : top + long, x])
        if bottom < high:
            found.append(pixels[bottom - long + 1 : bottom + 1, x][::-1])
    return np.stack(found) if found else np.empty((0, long, 3), np.uint8)


def ring_of(with_ring: Pixels, without: Pixels, reach: int, eye: Numbers = USUAL) -> tuple[int, float]:
    """Return the least thickness in pixels and contrast of a ring around a picture's border.

    A pixel belongs to the ring where it differs by 3 : 1 from the same one without the ring (WCAG 2.4.13).
    """
    sides = [
        contrast(light(here, eye), light(there, eye))
        for here, there in zip(_sides(with_ring, reach), _sides(without, reach), strict=True)
    ]
    return min(int((side >= 3).sum()) for side in sides), min(float(side.max()) for side in sides)


def _sides(pixels: Pixels, reach: int) -> tuple[Pixels, ...]:
    high, wide = pixels.shape[:2]
    return (
        pixels[high // 2, :reach],
        pixels[high // 2, wide - reach :],
        pixels[:reach, wide // 2],
        pixels[high - reach :, wide // 2],
    )


def dots_of(with_dots: Pixels, without: Pixels) -> tuple[int, float]:
    """Return the least thickness in pixels, and the contrast, of rows of dots added to a picture.

    Dots below several lines are told apart by the rows without any between them.
    """
    seen = contrast(light(with_dots), light(without))
    rows = (seen >= 3).any(axis=1)
    edges = np.flatnonzero(np.diff(np.concatenate([[False], rows, [False]])))
    thick = edges[1::2] - edges[::2]
    return int(thick.min(initial=rows.size)) if thick.size else 0, float(seen.max())


def difference(one: Pixels, other: Pixels, eye: Numbers) -> int:
    """Return about how many pixels of two pictures differ by 3 : 1; every third of each row is looked at."""
    one, other = one[::STEP, ::STEP], other[::STEP, ::STEP]
    changed = (one != other).any(axis=2)
    differs = contrast(light(one[changed], eye), light(other[changed], eye)) >= 3
    return int(np.count_nonzero(differs)) * STEP**2
