"""How a person says a clear yes: by a signature, or by a code on their own phone (MIIT 2025, C5)."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from hashlib import sha256
from itertools import pairwise
from math import hypot

LEAST_INK = 120
"""The shortest line that counts as a signature, in thousandths of the box's width."""

Point = tuple[int, int]
Stroke = tuple[Point, ...]


@dataclass(frozen=True)
class Signature:
    """A signature as strokes of points, in thousandths of the width of the box it was drawn in."""

    strokes: tuple[Stroke, ...] = field(repr=False)

    @property
    def is_drawn(self) -> bool:
        """Whether there is enough ink to be meant."""
        ink = sum(hypot(b[0] - a[0], b[1] - a[1]) for stroke in self.strokes for a, b in pairwise(stroke))
        return ink >= LEAST_INK

    @property
    def path(self) -> str:
        """The strokes as the path data of SVG (SVG 2, 9.3)."""
        return " ".join(
            f"M{stroke[0][0]} {stroke[0][1]}" + "".join(f" L{x} {y}" for x, y in stroke[1:])
            for stroke in self.strokes
            if stroke
        )


class Proof(Enum):
    """What a consent rests on."""

    SIGNATURE = "signature"
    SMS_CODE = "smsCode"


@dataclass(frozen=True)
class Consent:
    """A clear yes to one review, and what proves it.

    `evidence` is the signature's path, or the id of the code that was checked; personal, so it is never kept.
    """

    proof: Proof
    evidence: str = field(repr=False)

    @property
    def digest(self) -> str:
        """A fingerprint of the evidence, to find it again by."""
        return sha256(self.evidence.encode()).hexdigest()
