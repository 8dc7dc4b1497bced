from __future__ import annotations

import pytest

from tests.sandbox.visitor import COUNT, OTP, STRICT, WANG, WANG_PHONE, HandClock, Visitor, asking


@pytest.fixture
def kiosk(mobile: Visitor) -> Visitor:
    mobile.act_for_itself()
    return mobile


def code_of(answer: object) -> str:
    return str(answer.json()["code"]).removeprefix("ONE_TIME_PASSWORD_SMS.")  # type: ignore[attr-defined]


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06}"


def test_a_code_arrives_and_is_good_once(kiosk: Visitor) -> None:
    id_ = kiosk.send_code().json()["authenticationId"]
    message = kiosk.sandbox.phone.inbox(WANG_PHONE)[0]
    code = kiosk.sandbox.phone.last_code(WANG_PHONE)
    assert message["text"] == f"您的验证码是{code}。"
    assert message["from"] == "10086"
    assert kiosk.try_code(id_, code).status_code == 204
    assert code_of(kiosk.try_code(id_, code)) == "VERIFICATION_EXPIRED"


def test_three_tries(kiosk: Visitor) -> None:
    id_ = kiosk.send_code().json()["authenticationId"]
    code = kiosk.sandbox.phone.last_code(WANG_PHONE)
    told = [code_of(kiosk.try_code(id_, wrong(code))) for _ in range(3)]
    assert told == ["INVALID_OTP", "INVALID_OTP", "VERIFICATION_FAILED"]
    assert code_of(kiosk.try_code(id_, code)) == "VERIFICATION_FAILED"


def test_three_minutes(kiosk: Visitor, clock: HandClock) -> None:
    id_ = kiosk.send_code().json()["authenticationId"]
    clock.pass_by(minutes=3)
    code = kiosk.sandbox.phone.last_code(WANG_PHONE)
    assert code_of(kiosk.try_code(id_, code)) == "VERIFICATION_EXPIRED"


def test_five_codes_in_ten_minutes(kiosk: Visitor, clock: HandClock) -> None:
    assert all(kiosk.send_code().ok for _ in range(5))
    assert code_of(kiosk.send_code()) == "MAX_OTP_CODES_EXCEEDED"
    clock.pass_by(minutes=9, seconds=59)
    kiosk.act_for_itself()
    assert kiosk.send_code().status_code == 403
    clock.pass_by(seconds=1)
    kiosk.act_for_itself()
    assert kiosk.send_code().ok


@pytest.mark.parametrize(
    ("phone", "told"),
    [
        ("+8613800130008", "PHONE_NUMBER_BLOCKED"),
        ("+8618600130001", "PHONE_NUMBER_NOT_ALLOWED"),
        ("+8613999999999", "PHONE_NUMBER_NOT_ALLOWED"),
        ("13800130001", "INVALID_ARGUMENT"),
    ],
)
def test_numbers_that_get_no_code(kiosk: Visitor, phone: str, told: str) -> None:
    assert code_of(kiosk.send_code(phone)) == told


@pytest.mark.parametrize("message", ["no place for it", "{{code}}" + "x" * 160, 7])
def test_messages_that_are_not_sent(kiosk: Visitor, message: object) -> None:
    answer = kiosk.post(f"{OTP}/send-code", {"phoneNumber": WANG_PHONE, "message": message})
    assert (answer.status_code, code_of(answer)) == (400, "INVALID_ARGUMENT")


def test_a_code_belongs_to_the_client_that_sent_it(kiosk: Visitor) -> None:
    assert code_of(kiosk.try_code("never-sent", "123456")) == "NOT_FOUND"
    kiosk.client = STRICT
    assert kiosk.form("/token", grant_type="client_credentials").status_code == 401


def test_a_person_who_signed_in_has_no_use_for_it(mobile: Visitor) -> None:
    mobile.sign_in()
    assert code_of(mobile.send_code()) == "PERMISSION_DENIED"


def test_a_script_without_a_message_is_told(kiosk: Visitor) -> None:
    with pytest.raises(LookupError):
        kiosk.sandbox.phone.last_code(WANG_PHONE)
    kiosk.send_code()
    with Visitor(kiosk.sandbox, "national") as national:
        national.sign_in()
        national.post(f"{COUNT}/queries", asking(WANG))
    newest = kiosk.sandbox.phone.inbox(WANG_PHONE)[0]
    assert newest["from"] == "10699000"
    assert len(kiosk.sandbox.phone.last_code(WANG_PHONE)) == 6
