from __future__ import annotations

import uuid
from typing import Any

import pytest
import requests
from joserfc import jwt
from joserfc.jwk import ECKey

from kiosk.sandbox.oauth.clients import JWT_BEARER
from tests.sandbox.test_tickets import objection
from tests.sandbox.visitor import BEGINNING, STRICT, TICKETS, HandClock, Visitor

NOW = int(BEGINNING.timestamp())


def claims(mobile: Visitor, **changes: Any) -> dict[str, Any]:
    usual = {
        "iss": STRICT,
        "sub": STRICT,
        "aud": f"{mobile.root}/token",
        "exp": NOW + 60,
        "jti": uuid.uuid4().hex,
        **changes,
    }
    return {name: value for name, value in usual.items() if value is not None}


def proven(mobile: Visitor, key: ECKey, said: dict[str, Any], **fields: str) -> requests.Response:
    assertion = jwt.encode({"alg": "ES256", "kid": "one"}, said, key)
    form = {"client_assertion_type": JWT_BEARER, "client_assertion": assertion, **fields}
    return mobile.http.post(f"{mobile.root}/token", {"grant_type": "client_credentials", **form}, timeout=10)


def test_a_signed_assertion_is_enough_and_works_once(mobile: Visitor, strict_key: ECKey) -> None:
    said = claims(mobile)
    assert proven(mobile, strict_key, said).ok
    again = proven(mobile, strict_key, said)
    assert (again.status_code, again.json()["error"]) == (401, "invalid_client")


def test_the_issuer_is_an_audience_too(mobile: Visitor, strict_key: ECKey) -> None:
    assert proven(mobile, strict_key, claims(mobile, aud=mobile.root), client_id=STRICT).ok


@pytest.mark.parametrize(
    "changes",
    [
        {"aud": "https://elsewhere.example/token"},
        {"iss": "somebody"},
        {"exp": None},
        {"exp": NOW - 60},
        {"exp": NOW + 7200},
        {"exp": "tomorrow"},
        {"jti": None},
        {"jti": 7},
        {"jti": "x" * 257},
        {"sub": None},
    ],
)
def test_bad_claims(mobile: Visitor, strict_key: ECKey, changes: dict[str, Any]) -> None:
    answer = proven(mobile, strict_key, claims(mobile, **changes))
    assert (answer.status_code, answer.json()["error"]) == (401, "invalid_client")


def test_another_key_or_none_is_refused(mobile: Visitor) -> None:
    other = ECKey.generate_key("P-256", {"kid": "one"})
    assert proven(mobile, other, claims(mobile)).status_code == 401
    mobile.client = STRICT
    assert mobile.form("/token", grant_type="client_credentials").status_code == 401
    assert mobile.form("/revoke", token="x", client_assertion="no.jwt").status_code == 401


def test_what_is_no_assertion_names_nobody(mobile: Visitor) -> None:
    for assertion in ("nonsense", "a.b.c", "e30.W10.e30"):
        form = {"client_assertion_type": JWT_BEARER, "client_assertion": assertion}
        assert mobile.http.post(f"{mobile.root}/revoke", form, timeout=10).status_code == 401


def test_old_assertions_are_forgotten(mobile: Visitor, strict_key: ECKey, clock: HandClock) -> None:
    assert proven(mobile, strict_key, claims(mobile)).ok
    clock.pass_by(minutes=30)
    later = claims(mobile, exp=NOW + 1860)
    assert proven(mobile, strict_key, later).ok


def test_a_ticket_of_another_client_is_not_there(mobile: Visitor, strict_key: ECKey) -> None:
    mobile.sign_in()
    href = mobile.post(f"{TICKETS}/troubleTicket", objection()).headers["Location"]
    mobile.token = proven(mobile, strict_key, claims(mobile)).json()["access_token"]
    assert mobile.get(href).status_code == 404
