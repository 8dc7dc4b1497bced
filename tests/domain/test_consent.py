"""A signature counts when there is enough ink, and becomes the path of a drawing."""

from __future__ import annotations

import pytest

from kiosk.domain.consent import Consent, Proof, Signature


@pytest.mark.parametrize(
    ("strokes", "drawn"),
    [
        ((), False),
        (((500, 500),), False),
        (((500, 500), (510, 500)), False),
        (((100, 100), (400, 100)), True),
    ],
)
def test_a_dot_is_no_signature(strokes: tuple[tuple[int, int], ...], drawn: bool) -> None:
    assert Signature((strokes,)).is_drawn is drawn


def test_strokes_become_a_path_and_stay_out_of_sight() -> None:
    signature = Signature((((1, 2), (3, 4)), (), ((5, 6),)))
    assert signature.path == "M1 2 L3 4 M5 6"
    consent = Consent(Proof.SIGNATURE, signature.path)
    assert "M1" not in repr(consent) + repr(signature) and len(consent.digest) == 64
