"""JSON as it comes: whatever the bytes, the answer is a value that is sure, or a plain no."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.domain.failures import Reason, Unavailable
from kiosk.operators import shapes
from kiosk.operators.answers import Answer, shaped
from kiosk.operators.china import e164, id_number_from, phone_from
from kiosk.operators.strict_json import DEEPEST, NotStrict, strict_json
from kiosk.text import PhoneNumber

# How fast values are made up depends on the machine; only what comes of them is tested.
patiently = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])

SIMPLE = st.none() | st.booleans() | st.integers(-(10**18), 10**18) | st.text(max_size=20)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
JSON: st.SearchStrategy[Any] = st.recursive(
    SIMPLE | NUMBERS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
SHAPES = [
    shape for shape in vars(shapes).values() if isinstance(shape, type) and issubclass(shape, msgspec.Struct)
]


@patiently
@given(JSON)
def test_what_was_written_is_read(value: Any) -> None:
    assert strict_json(json.dumps(value, allow_nan=False).encode()) == value


@patiently
@given(
    st.binary(max_size=200)
    | st.text(alphabet='[]{}":,0123456789.eE+-\\u truefalsn', max_size=80).map(str.encode)
)
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    try:
        value = strict_json(raw)
    except NotStrict:
        return
    json.dumps(value, allow_nan=False, ensure_ascii=False).encode()


@pytest.mark.parametrize(
    "raw",
    [
        b"NaN", b"Infinity", b"-Infinity", b"1e999", b"-1e999", b"[1,]", b"{'a': 1}", b'{"a": 1, "a": 1}',
        b'[{"b": {"a": 1, "a": 2}}]', b"\xff", b"\xef\xbb\xbf{}", '"é"'.encode("latin-1"),
        '{"a":1}'.encode("utf-16"),
        b'"\\ud800"', b'{"\\udfff": 1}', b'{"a": "x\\ud800y"}', b"", b"{} {}", b"1" * 5000,
        b"[" * (DEEPEST + 1) + b"]" * (DEEPEST + 1), b"[" * 200_000, b'{"a":' * 5000 + b"1" + b"}" * 5000,
    ],
)  # fmt: skip
def test_what_is_not_sure_is_refused(raw: bytes) -> None:
    with pytest.raises(NotStrict):
        strict_json(raw)


def test_the_deepest_that_is_read() -> None:
    raw = b"[" * (DEEPEST - 1) + b"]" * (DEEPEST - 1)
    assert json.dumps(strict_json(raw)).encode() == raw


@patiently
@given(st.sampled_from(SHAPES), JSON | st.dictionaries(st.sampled_from(["id", "sub", "state", "keys"]), JSON))
def test_any_value_has_the_shape_or_is_refused(shape: type[msgspec.Struct], value: Any) -> None:
    try:
        assert isinstance(shaped(value, shape, "op"), shape)
    except Unavailable as error:
        assert error.reason is Reason.BROKEN_ANSWER


@patiently
@given(st.text(max_size=60), st.binary(max_size=60), st.text(max_size=30), st.integers(100, 599))
def test_any_answer_is_good_or_has_a_plain_meaning(kind: str, body: bytes, wait: str, status: int) -> None:
    answer = Answer("op GET x", status, {"content-type": kind, "retry-after": wait}, body)
    error = answer.failure({})
    assert error.retry_after is None or 0 <= error.retry_after <= 48 * 3600
    assert answer.code.isascii()


@patiently
@given(st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True))
def test_a_phone_number_goes_out_and_comes_back(digits: str) -> None:
    phone = PhoneNumber(digits)
    assert phone_from(e164(phone)) == phone_from(digits) == phone


@patiently
@given(st.text(max_size=20))
def test_any_text_is_a_number_or_none(text: str) -> None:
    phone, card = phone_from(text), id_number_from(text)
    assert phone is None or (len(phone.digits) == 11 and phone.digits.isascii())
    assert card is None or len(card.characters) == 18
