"""Providers that are not ours: what the standards let them do is taken, what is false is refused."""

from __future__ import annotations

import base64
import hmac
import json
from collections.abc import Callable

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey, OctKey, RSAKey

from kiosk.domain.failures import OperatorError, Reason, Refused, Unavailable
from kiosk.domain.people import Identity, Invitation
from kiosk.operators.provider import as_safe_as, oauth_metadata, openid_configuration
from kiosk.text import IdNumber, PersonName, PhoneNumber
from tests.operators.conftest import Clock, Patience, desks_for
from tests.operators.scripted import Says, Scripted

KEY = ECKey.generate_key("P-256", auto_kid=True)
OTHER = ECKey.generate_key("P-256", auto_kid=True)
CLIENT = "service-hall-kiosk"
BEGUN = {
    "device_code": "dc",
    "user_code": "WDJB-MJHT",
    "verification_uri": "http://127.0.0.1/device",
    "verification_uri_complete": "http://127.0.0.1/device?user_code=WDJB-MJHT",
    "expires_in": 1800,
}
PERSON = {
    "id": "p-1",
    "fullName": "王秀英",
    "contactMedium": [
        {"mediumType": "email", "characteristic": {"emailAddress": "a@b.example"}},
        {"mediumType": "mobile", "characteristic": {"phoneNumber": "+8613800130001"}},
        {"mediumType": "mobile", "preferred": True, "characteristic": {"phoneNumber": "+8613800130002"}},
    ],
    "individualIdentification": [
        {"identificationType": "passport", "identificationId": "E12345678"},
        {"identificationType": "national_id_card", "identificationId": "990101195403120288"},
    ],
}


def invited(scripted: Scripted, clock: Clock, **more: object) -> Invitation:
    scripted.says("/device", Says({**BEGUN, **more}))
    return desks_for(scripted.settings(), clock).sign_in.invite("op")


def signed_in(scripted: Scripted, clock: Clock, scope: str = "openid profile phone", **apis: str) -> Identity:
    """Sign in with what the scripted provider says."""
    scripted.says("/device", Says(BEGUN))
    desk = desks_for(scripted.settings(scope, **apis), clock).sign_in
    return desk.approval(desk.invite("op"), stop=Patience(clock))


def reason_of(call: Callable[[], object], kind: type[OperatorError] = OperatorError) -> Reason:
    with pytest.raises(kind) as caught:
        call()
    return caught.value.reason


def token(scripted: Scripted, clock: Clock, key: ECKey = KEY, **claims: object) -> Says:
    """Answer a token request with an ID token."""
    now = int(clock().timestamp())
    basic = {"iss": scripted.url, "aud": CLIENT, "sub": "s-1", "iat": now, "exp": now + 60}
    signed = jwt.encode({"alg": "ES256", "kid": key.kid}, {**basic, **claims}, key)
    return with_id_token(signed)


def with_id_token(id_token: str) -> Says:
    return Says({"access_token": "at", "token_type": "Bearer", "id_token": id_token})


def forged(header: dict[str, object], claims: dict[str, object], secret: bytes) -> str:
    """Write a token that nobody signed, or one whose MAC was made with the public key."""

    def part(raw: bytes) -> str:
        return base64.urlsafe_b64encode(raw).decode().rstrip("=")

    said = ".".join(part(json.dumps(one).encode()) for one in (header, claims))
    return f"{said}.{part(hmac.digest(secret, said.encode(), 'sha256')) if secret else ''}"


def offers(scripted: Scripted, *keys: ECKey, **more: str) -> None:
    """Publish keys and endpoints."""
    known = scripted.metadata(jwks_uri=f"{scripted.url}/jwks", **more)
    scripted.says("/.well-known/openid-configuration", Says(known))
    strange = [
        {"kty": "new"},
        {"use": "enc", **OTHER.as_dict(private=False)},
        OctKey.generate_key().as_dict(),
    ]
    scripted.says("/jwks", Says({"keys": [*strange, *(key.as_dict(private=False) for key in keys)]}))


# ------------------------------------------------------------------------------------------ discovery


def test_where_the_documents_are() -> None:
    assert (
        openid_configuration("https://op.example/a/")
        == "https://op.example/a/.well-known/openid-configuration"
    )
    assert (
        oauth_metadata("https://op.example/a")
        == "https://op.example/.well-known/oauth-authorization-server/a"
    )


def test_a_server_that_knows_oauth_alone_is_found(scripted: Scripted, clock: Clock) -> None:
    scripted.says("/.well-known/openid-configuration", Says(b"<html>", 404, {"Content-Type": "text/html"}))
    scripted.says("/.well-known/oauth-authorization-server", Says(scripted.metadata()))
    assert invited(scripted, clock).match == "WDJB-MJHT"


def test_a_document_is_kept_for_a_while(scripted: Scripted, clock: Clock) -> None:
    scripted.says("/device", Says(BEGUN))
    desk = desks_for(scripted.settings(), clock).sign_in
    desk.invite("op")
    desk.invite("op")
    assert len(scripted.of("/.well-known/openid-configuration")) == 1


@pytest.mark.parametrize("issuer", ["https://op.example", "/", "{url}/"])
def test_a_document_of_another_issuer_is_false(scripted: Scripted, clock: Clock, issuer: str) -> None:
    false = {**scripted.metadata(), "issuer": issuer.format(url=scripted.url)}
    scripted.says("/.well-known/openid-configuration", Says(false))
    assert reason_of(lambda: invited(scripted, clock), Unavailable) is Reason.INSECURE


def test_an_issuer_without_device_grant(scripted: Scripted, clock: Clock) -> None:
    bare = {"issuer": scripted.url, "token_endpoint": f"{scripted.url}/token"}
    scripted.says("/.well-known/openid-configuration", Says(bare))
    assert reason_of(lambda: invited(scripted, clock), Refused) is Reason.NOT_ALLOWED


def test_an_endpoint_that_is_no_address(scripted: Scripted, clock: Clock) -> None:
    odd = scripted.metadata(device_authorization_endpoint="ftp://127.0.0.1/device")
    scripted.says("/.well-known/openid-configuration", Says(odd))
    assert reason_of(lambda: invited(scripted, clock), Unavailable) is Reason.INSECURE


@pytest.mark.parametrize(
    "address",
    [
        "http://op.example/x",
        "https://good.example@evil.example/",
        "https://",
        "https://[",
        "https://оp.example/",
        "https://op.example/a b",
        "javascript:alert(1)",
    ],
)
def test_a_link_that_is_not_safe(address: str) -> None:
    assert not as_safe_as("https://op.example", address)
    assert as_safe_as("https://op.example", "https://login.op.example/device?user_code=A")


# ------------------------------------------------------------------------------------------ invitation


def test_what_the_standard_leaves_out_has_a_default(scripted: Scripted, clock: Clock) -> None:
    invitation = invited(scripted, clock)
    assert (invitation.interval, invitation.lasts, invitation.match) == (5, 120, "WDJB-MJHT")
    (asked,) = scripted.of("/device")
    assert asked.form == {"scope": "openid", "client_id": CLIENT, "hall": "示范营业厅", "kiosk": "K-01"}
    assert invited(scripted, clock, interval=0).interval == 1
    assert invited(scripted, clock, expires_in=30).lasts == 30
    assert invited(scripted, clock, match="42").match == "42"


def test_a_code_that_must_be_typed(scripted: Scripted, clock: Clock) -> None:
    invitation = invited(scripted, clock, verification_uri_complete="", match="42")
    assert invitation.typed
    assert (invitation.link, invitation.match) == ("http://127.0.0.1/device", "WDJB-MJHT")


def test_a_link_to_nowhere_is_not_shown(scripted: Scripted, clock: Clock) -> None:
    link = "http://op.example@127.0.0.1/device"
    assert reason_of(lambda: invited(scripted, clock, verification_uri_complete=link)) is Reason.INSECURE


def test_a_kiosk_that_is_not_known(scripted: Scripted, clock: Clock) -> None:
    scripted.says("/device", Says({"error": "unauthorized_client"}, 400))
    desk = desks_for(scripted.settings(), clock).sign_in
    assert reason_of(lambda: desk.invite("op"), Refused) is Reason.NOT_ALLOWED


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Says({"error": "unsupported_grant_type"}, 400), Reason.NOT_ALLOWED),
        (Says({"access_token": "at", "token_type": "DPoP"}), Reason.NOT_ALLOWED),
        (Says({"access_token": "", "token_type": "Bearer"}), Reason.BROKEN_ANSWER),
        (Says(b"", 302), Reason.BROKEN_ANSWER),
        (Says(b"", 200, {"Content-Encoding": "gzip"}), Reason.BROKEN_ANSWER),
    ],
)
def test_a_token_answer_that_ends_it(scripted: Scripted, clock: Clock, answer: Says, reason: Reason) -> None:
    scripted.says("/token", answer)
    assert reason_of(lambda: signed_in(scripted, clock)) is reason


def test_too_many_requests_are_answered_by_slowness(scripted: Scripted, clock: Clock) -> None:
    offers(scripted, KEY)
    scripted.says("/token", Says({}, 429), token(scripted, clock, name="王秀英"))
    assert signed_in(scripted, clock).name == PersonName("王秀英")


# ------------------------------------------------------------------------------------------ ID tokens


def test_an_id_token_tells_who_it_is(scripted: Scripted, clock: Clock) -> None:
    offers(scripted, KEY)
    scripted.says("/token", token(scripted, clock, name="Ada", phone_number="+86 138-0013-0009", azp=CLIENT))
    identity = signed_in(scripted, clock)
    assert (identity.name, identity.phone) == (PersonName("Ada"), PhoneNumber("13800130009"))
    assert identity.id_number is None
    assert identity.access.subject == "s-1"


def test_a_key_that_is_new_is_fetched(scripted: Scripted, clock: Clock) -> None:
    offers(scripted, OTHER)
    desk = desks_for(scripted.settings(), clock).sign_in
    scripted.says("/device", Says(BEGUN))
    scripted.says("/token", token(scripted, clock, OTHER), token(scripted, clock, KEY))
    desk.approval(desk.invite("op"), stop=Patience(clock))
    offers(scripted, KEY)
    desk.approval(desk.invite("op"), stop=Patience(clock))
    assert len(scripted.of("/jwks")) == 2


def test_a_false_id_token_is_refused_and_its_access_given_back(scripted: Scripted, clock: Clock) -> None:
    now = int(clock().timestamp())
    claims = {"iss": scripted.url, "aud": CLIENT, "sub": "s-1", "iat": now, "exp": now + 60}
    false = [
        token(scripted, clock, OTHER),
        token(scripted, clock, iss="https://op.example"),
        token(scripted, clock, aud="another"),
        token(scripted, clock, azp="another"),
        token(scripted, clock, exp=now - 3600),
        token(scripted, clock, iat="now"),
        with_id_token(forged({"alg": "none"}, claims, b"")),
        with_id_token(forged({"alg": "HS256", "kid": KEY.kid}, claims, KEY.as_pem(private=False))),
        with_id_token("e30.e30.e30"),
        with_id_token("garbage"),
    ]
    for index, answer in enumerate(false, start=1):
        offers(scripted, KEY)
        scripted.says("/token", answer)
        assert reason_of(lambda: signed_in(scripted, clock), Unavailable) is Reason.INSECURE, index
        assert len(scripted.of("/revoke")) == index


def test_an_id_token_without_subject_is_broken(scripted: Scripted, clock: Clock) -> None:
    offers(scripted, KEY)
    scripted.says("/token", token(scripted, clock, sub=""))
    assert reason_of(lambda: signed_in(scripted, clock)) is Reason.BROKEN_ANSWER


def test_rsa_signs_as_well(scripted: Scripted, clock: Clock) -> None:
    key = RSAKey.generate_key(2048)
    offers(scripted)
    scripted.says("/jwks", Says({"keys": [key.as_dict(private=False)]}))
    now = int(clock().timestamp())
    claims = {"iss": scripted.url, "aud": [CLIENT], "sub": "s-1", "iat": now, "exp": now + 60}
    scripted.says("/token", with_id_token(jwt.encode({"alg": "RS256"}, claims, key)))
    assert signed_in(scripted, clock).name == PersonName("s-1")


# ---------------------------------------------------------------------------------- userinfo and party


def test_userinfo_tells_what_the_id_token_leaves_out(scripted: Scripted, clock: Clock) -> None:
    offers(scripted, KEY, userinfo_endpoint=f"{scripted.url}/me")
    scripted.says("/token", token(scripted, clock))
    scripted.says("/me", Says({"sub": "s-1", "preferred_username": "ada", "email": "a@b.example"}))
    identity = signed_in(scripted, clock)
    assert (identity.name, identity.phone) == (PersonName("ada"), None)
    assert scripted.of("/me")[0].headers["authorization"] == "Bearer at"


def test_userinfo_about_somebody_else_is_false(scripted: Scripted, clock: Clock) -> None:
    offers(scripted, KEY, userinfo_endpoint=f"{scripted.url}/me")
    scripted.says("/token", token(scripted, clock))
    scripted.says("/me", Says({"sub": "s-2", "name": "Eve"}))
    assert reason_of(lambda: signed_in(scripted, clock), Unavailable) is Reason.INSECURE


def test_the_register_of_persons_knows_more(scripted: Scripted, clock: Clock) -> None:
    scripted.says("/party/individual", Says([PERSON]))
    identity = signed_in(scripted, clock, scope="party:read", party="/party")
    assert identity.name == PersonName("王秀英")
    assert identity.phone == PhoneNumber("13800130002")
    assert identity.id_number == IdNumber("990101195403120288")
    assert identity.access.subject == "p-1"


def test_the_phone_that_approved_is_her_phone(scripted: Scripted, clock: Clock) -> None:
    offers(scripted, KEY)
    scripted.says("/token", token(scripted, clock, name="W", phone_number="+8613800130001"))
    scripted.says("/party/individual", Says([PERSON]))
    identity = signed_in(scripted, clock, party="/party")
    assert (identity.name, identity.phone) == (PersonName("王秀英"), PhoneNumber("13800130001"))


def test_a_register_that_says_little(scripted: Scripted, clock: Clock) -> None:
    bare = {"identificationType": "national_id_card", "identificationId": "12"}
    scripted.says("/party/individual", Says([{"id": "p-1", "individualIdentification": [bare]}]))
    identity = signed_in(scripted, clock, scope="party:read", party="/party")
    assert (identity.name, identity.phone, identity.id_number) == (PersonName("p-1"), None, None)


@pytest.mark.parametrize(
    ("people", "reason"),
    [([], Reason.NOT_FOUND), ([PERSON, PERSON], Reason.BROKEN_ANSWER), ({}, Reason.BROKEN_ANSWER)],
)
def test_nobody_or_too_many_on_record(
    scripted: Scripted, clock: Clock, people: object, reason: Reason
) -> None:
    scripted.says("/party/individual", Says(people))
    assert reason_of(lambda: signed_in(scripted, clock, scope="x", party="/party")) is reason


def test_nobody_tells_who_signed_in(scripted: Scripted, clock: Clock) -> None:
    assert reason_of(lambda: signed_in(scripted, clock, scope="anything"), Refused) is Reason.NOT_FOUND
    assert len(scripted.of("/revoke")) == 1


def test_a_register_that_ignores_the_filter_opens_nobody_elses_record(
    scripted: Scripted, clock: Clock
) -> None:
    scripted.says("/otp/send-code", Says({"authenticationId": "a"}))
    scripted.says("/otp/validate-code", Says(b"", 204))
    scripted.says("/party/individual", Says([PERSON]))
    desk = desks_for(scripted.settings(party="/party", one_time_password="/otp"), clock).sign_in
    sent = desk.send_code("op", PhoneNumber("13800139999"))
    assert reason_of(lambda: desk.check_code(sent, "123456"), Unavailable) is Reason.BROKEN_ANSWER
    (asked,) = scripted.of("/party/individual")
    assert asked.query == {"contactMedium.characteristic.phoneNumber": ["+8613800139999"]}
