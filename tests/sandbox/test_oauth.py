from __future__ import annotations

from joserfc import jwt
from joserfc.jwk import KeySet

from kiosk.sandbox.running import RunningSandbox
from tests.sandbox.visitor import DEMO, WANG, WANG_PHONE, HandClock, Visitor


def error_of(answer: object) -> str:
    return str(answer.json()["error"])  # type: ignore[attr-defined]


def test_discovery_names_what_is_there(mobile: Visitor) -> None:
    found = mobile.get("/.well-known/openid-configuration").json()
    assert found["issuer"] == mobile.root
    assert found["token_endpoint_auth_methods_supported"] == ["none", "private_key_jwt"]
    assert mobile.get(found["jwks_uri"]).json()["keys"][0]["crv"] == "P-256"
    rfc_8414 = f"{mobile.sandbox.url}/.well-known/oauth-authorization-server/mobile"
    assert mobile.get(rfc_8414).json() == found


def test_a_sign_in_from_qr_to_userinfo(mobile: Visitor) -> None:
    begun = mobile.begin(hall="示范营业厅", kiosk="K-01", scope="openid party:read unheard-of")
    assert begun["expires_in"] <= 120
    assert len(begun["match"]) == 2
    assert begun["verification_uri_complete"].endswith(f"/device?user_code={begun['user_code']}")
    mobile.sandbox.phone.approve(begun["user_code"].lower().replace("-", " "), WANG)
    tokens = mobile.poll(begun).json()
    assert tokens["scope"] == "openid party:read"
    mobile.token = tokens["access_token"]
    told = mobile.get("/userinfo").json()
    assert told == {"sub": "mobile-1001", "name": "王秀英", "phone_number": WANG_PHONE}
    keys = KeySet.import_key_set(mobile.get("/jwks").json())
    claims = jwt.decode(tokens["id_token"], keys, ["ES256"]).claims
    assert claims["iss"] == mobile.root
    assert claims["aud"] == DEMO
    assert claims["exp"] > claims["iat"]
    assert told.items() <= claims.items()


def test_waiting_slowing_down_and_the_interval_growing(mobile: Visitor, clock: HandClock) -> None:
    begun = mobile.begin()
    assert error_of(mobile.poll(begun)) == "authorization_pending"
    assert error_of(mobile.poll(begun)) == "slow_down"
    clock.pass_by(seconds=5)
    assert error_of(mobile.poll(begun)) == "slow_down"
    clock.pass_by(seconds=11)
    assert error_of(mobile.poll(begun)) == "authorization_pending"


def test_denial_and_expiry(mobile: Visitor, clock: HandClock) -> None:
    denied, late = mobile.begin(), mobile.begin()
    mobile.sandbox.phone.refuse(denied["user_code"], WANG)
    assert error_of(mobile.poll(denied)) == "access_denied"
    mobile.sandbox.phone.approve(late["user_code"], WANG)
    clock.pass_by(seconds=121)
    assert error_of(mobile.poll(late)) == "expired_token"


def test_a_device_code_works_once_and_a_replay_revokes_its_tokens(mobile: Visitor) -> None:
    begun = mobile.begin()
    mobile.sandbox.phone.approve(begun["user_code"], WANG)
    mobile.token = mobile.poll(begun).json()["access_token"]
    assert mobile.get("/userinfo").ok
    assert error_of(mobile.poll(begun)) == "invalid_grant"
    assert mobile.get("/userinfo").status_code == 401


def test_a_device_code_belongs_to_its_issuer(mobile: Visitor, national: Visitor) -> None:
    begun = mobile.begin()
    assert error_of(national.poll(begun)) == "invalid_grant"
    signed_in = national.sign_in("he-shufen")
    assert "id_token" in signed_in


def test_a_refresh_token_works_once_and_can_narrow(mobile: Visitor) -> None:
    first = mobile.sign_in()["refresh_token"]
    again = mobile.form("/token", grant_type="refresh_token", refresh_token=first, scope="party:read").json()
    assert again["scope"] == "party:read"
    assert "id_token" not in again
    assert error_of(mobile.form("/token", grant_type="refresh_token", refresh_token=first)) == "invalid_grant"
    mobile.token = again["access_token"]
    assert mobile.get("/userinfo").status_code == 401


def test_only_refresh_tokens_refresh(mobile: Visitor) -> None:
    access = mobile.sign_in()["access_token"]
    answer = mobile.form("/token", grant_type="refresh_token", refresh_token=access)
    assert error_of(answer) == "invalid_grant"


def test_revoking(mobile: Visitor) -> None:
    tokens = mobile.sign_in()
    assert mobile.form("/revoke", token="never issued").status_code == 200
    assert mobile.form("/revoke", token=tokens["access_token"]).status_code == 200
    assert mobile.get("/userinfo").status_code == 401
    refreshed = mobile.form(
        "/token", grant_type="refresh_token", refresh_token=tokens["refresh_token"]
    ).json()
    assert mobile.form("/revoke", token=refreshed["refresh_token"]).status_code == 200
    mobile.token = refreshed["access_token"]
    assert mobile.get("/userinfo").status_code == 401


def test_tokens_end_and_reach_only_their_scope(mobile: Visitor, clock: HandClock) -> None:
    missing = mobile.get("/userinfo")
    assert missing.headers["WWW-Authenticate"] == 'Bearer realm="sandbox"'
    mobile.act_for_itself("party:read")
    narrow = mobile.get("/userinfo")
    assert narrow.status_code == 403
    assert 'error="insufficient_scope", scope="openid"' in narrow.headers["WWW-Authenticate"]
    mobile.sign_in()
    clock.pass_by(minutes=11)
    over = mobile.get("/userinfo")
    assert over.status_code == 401
    assert 'error="invalid_token"' in over.headers["WWW-Authenticate"]


def test_bad_forms(mobile: Visitor) -> None:
    assert error_of(mobile.form("/token")) == "invalid_request"
    assert error_of(mobile.form("/token", grant_type="password")) == "unsupported_grant_type"
    assert error_of(mobile.form("/token", grant_type="client_credentials", scope="x")) == "invalid_scope"
    assert error_of(mobile.form("/token", client_id="stranger", grant_type="password")) == "invalid_client"
    assert error_of(mobile.post("/token", {})) == "invalid_request"
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    assert error_of(mobile.ask("POST", "/token", data="a=1&a=2", headers=form)) == "invalid_request"
    assert error_of(mobile.ask("POST", "/token", data=b"a=%ff", headers=form)) == "invalid_request"
    refused = mobile.get("/token")
    assert refused.status_code == 405
    assert refused.headers["Allow"] == "POST"


def test_somebody_without_a_number_there_cannot_sign_in(sandbox: RunningSandbox) -> None:
    with Visitor(sandbox, "telecom") as telecom:
        begun = telecom.begin()
        answer = telecom.post(
            f"{sandbox.url}/phone/api/approve",
            {"user_code": begun["user_code"], "person": WANG, "approve": True},
        )
        assert answer.status_code == 409


def test_a_borrowed_number_signs_in_its_registered_owner(mobile: Visitor) -> None:
    mobile.sign_in("zhao-guifang")
    assert mobile.get("/userinfo").json()["name"] == "周磊"
