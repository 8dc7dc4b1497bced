"""Signing in at the sandbox, by QR and by SMS, and everything that can come between."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from joserfc.jwk import ECKey, RSAKey

from kiosk.domain.failures import OperatorError, Reason, Refused, Unavailable
from kiosk.domain.people import Access, Invitation
from kiosk.operators.ports import Operators
from kiosk.sandbox.options import AT_ONCE, RegisteredClient, SandboxOptions
from kiosk.sandbox.profile import sandbox_settings
from kiosk.sandbox.running import RunningSandbox
from kiosk.settings import Settings, SettingsError
from kiosk.text import IdNumber, PersonName, PhoneNumber
from tests.operators.conftest import Clock, House, Patience, Stopped, desks_for

WANG = "13800130001"


def refusal(wait: pytest.ExceptionInfo[OperatorError]) -> Reason:
    return wait.value.reason


def user_code(invitation: Invitation) -> str:
    return invitation.link.rpartition("=")[2]


def test_a_visitor_signs_in_with_her_phone(house: House) -> None:
    desks: Operators = house.desks
    invitation = desks.sign_in.invite("mobile")
    assert invitation.link.startswith(house.sandbox.url)
    assert (invitation.site, invitation.lasts, invitation.typed) == ("127.0.0.1", 120, False)
    assert len(invitation.match) == 2

    house.phone.approve(user_code(invitation), "wang-xiuying")
    identity = desks.sign_in.approval(invitation, stop=house.patience)
    assert identity.name == PersonName("王秀英")
    assert (identity.phone, identity.phone_seen) == (PhoneNumber(WANG), True)
    assert identity.id_number is not None
    assert identity.id_number.characters.startswith("99")
    assert identity.operator_id == "mobile"
    assert identity.access.token
    assert identity.access.refresh_token
    assert WANG not in repr(identity)


def test_polling_keeps_the_pace_that_the_operator_asks_for(house: House) -> None:
    invitation = house.desks.sign_in.invite("mobile")
    hasty, code = house.patience, user_code(invitation)

    class Approving(Patience):
        def wait(self, timeout: float | None = None) -> bool:
            if len(self.waits) == 3:
                house.phone.approve(code, "wang-xiuying")
            super().wait(0.2 if len(self.waits) < 2 else timeout)  # too soon, so: slow_down
            self.waits[-1] = timeout or 0
            return False

    stop = Approving(house.clock)
    assert house.desks.sign_in.approval(invitation, stop=stop).name == PersonName("王秀英")
    assert stop.waits == [1, 1, 6, 6]
    assert hasty.waits == []


def test_a_visitor_refuses_on_her_phone(house: House) -> None:
    invitation = house.desks.sign_in.invite("mobile")
    house.phone.refuse(user_code(invitation), "wang-xiuying")
    with pytest.raises(Refused) as caught:
        house.desks.sign_in.approval(invitation, stop=house.patience)
    assert refusal(caught) is Reason.SIGN_IN_DENIED


def test_a_code_runs_out_at_the_operator(house: House) -> None:
    invitation = house.desks.sign_in.invite("mobile")
    house.clock.jump(121)
    with pytest.raises(Refused) as caught:
        house.desks.sign_in.approval(invitation, stop=house.patience)
    assert refusal(caught) is Reason.SIGN_IN_EXPIRED


def test_a_code_runs_out_here(house: House) -> None:
    invitation = replace(house.desks.sign_in.invite("mobile"), lasts=0)
    with pytest.raises(Refused) as caught:
        house.desks.sign_in.approval(invitation, stop=house.patience)
    assert refusal(caught) is Reason.SIGN_IN_EXPIRED


def test_a_code_signs_in_once(house: House) -> None:
    invitation = house.desks.sign_in.invite("mobile")
    house.phone.approve(user_code(invitation), "wang-xiuying")
    house.desks.sign_in.approval(invitation, stop=house.patience)
    with pytest.raises(Refused) as caught:
        house.desks.sign_in.approval(invitation, stop=house.patience)
    assert refusal(caught) is Reason.SIGN_IN_EXPIRED


def test_nobody_waits_any_more(house: House) -> None:
    invitation = house.desks.sign_in.invite("mobile")
    with pytest.raises(Unavailable) as caught:
        house.desks.sign_in.approval(invitation, stop=Stopped(house.clock))
    assert refusal(caught) is Reason.STOPPED


def test_a_line_that_comes_back_is_waited_for_with_longer_pauses(house: House) -> None:
    invitation = house.desks.sign_in.invite("mobile")
    house.phone.approve(user_code(invitation), "wang-xiuying")
    house.sandbox.order("mobile", "oauth", "error")

    class Mending(Patience):
        def wait(self, timeout: float | None = None) -> bool:
            if len(self.waits) == 2:
                house.sandbox.order("mobile", "oauth", "none")
            return super().wait(timeout)

    stop = Mending(house.clock)
    assert house.desks.sign_in.approval(invitation, stop=stop).operator_id == "mobile"
    assert stop.waits == [1, 2, 4]


def test_a_wrong_answer_ends_the_waiting(house: House) -> None:
    invitation = house.desks.sign_in.invite("mobile")
    house.phone.approve(user_code(invitation), "wang-xiuying")
    house.sandbox.order("mobile", "oauth", "lie")
    with pytest.raises(Unavailable) as caught:
        house.desks.sign_in.approval(invitation, stop=house.patience)
    assert refusal(caught) is Reason.BROKEN_ANSWER


def test_a_sign_in_whose_person_cannot_be_learnt_is_taken_back(house: House) -> None:
    invitation = house.desks.sign_in.invite("mobile")
    house.phone.approve(user_code(invitation), "wang-xiuying")
    house.sandbox.order("mobile", "party", "error")
    with pytest.raises(Unavailable) as caught:
        house.desks.sign_in.approval(invitation, stop=house.patience)
    assert refusal(caught) is Reason.SYSTEM_DOWN


def test_signing_out_gives_both_tokens_back(house: House) -> None:
    identity = house.by_qr("wang-xiuying", "mobile")
    assert len(house.desks.lines.lines_of(identity)) == 3
    house.desks.sign_in.sign_out(identity.access)
    with pytest.raises(Refused) as caught:
        house.desks.lines.lines_of(identity)
    assert refusal(caught) is Reason.SIGNED_OUT


def test_signing_out_never_fails(house: House) -> None:
    identity = house.by_qr("wang-xiuying", "mobile")
    house.sandbox.order("mobile", "oauth", "drop")
    house.desks.sign_in.sign_out(identity.access)
    house.desks.sign_in.sign_out(Access("nowhere", "token"))


def test_an_operator_that_is_not_connected_signs_nobody_in(house: House) -> None:
    with pytest.raises(Refused) as caught:
        house.desks.sign_in.invite("broadnet")
    assert refusal(caught) is Reason.NOT_ALLOWED


# --------------------------------------------------------------------------------------------- SMS


def test_a_visitor_signs_in_by_sms(house: House) -> None:
    identity = house.by_sms("13800130002", "mobile")
    assert identity.name == PersonName("王秀英")
    assert (identity.phone, identity.phone_seen) == (PhoneNumber("13800130002"), True)
    assert isinstance(identity.id_number, IdNumber)
    assert identity.access == Access("mobile", token="", subject=identity.access.subject)
    assert len(house.desks.lines.lines_of(identity)) == 3
    house.desks.sign_in.sign_out(identity.access)
    assert len(house.desks.lines.lines_of(identity)) == 3  # the kiosk's own token is not given back


def test_a_code_is_used_once_even_where_its_holder_is_learnt_at_the_second_try(house: House) -> None:
    phone = PhoneNumber("13800130002")
    sent = house.desks.sign_in.send_code("mobile", phone)
    code = house.sandbox.phone.last_code(f"+86{phone.digits}")
    house.sandbox.order("mobile", "party", "error")
    with pytest.raises(Unavailable):
        house.desks.sign_in.check_code(sent, code)
    house.sandbox.order("mobile", "party", "none")
    assert house.desks.sign_in.check_code(sent, code).phone == phone


def test_a_code_is_wrong_and_then_tried_too_often(house: House) -> None:
    sent = house.desks.sign_in.send_code("mobile", PhoneNumber(WANG))
    good = house.phone.last_code(f"+86{WANG}")
    wrong = f"{(int(good) + 1) % 1_000_000:06}"
    reasons = []
    for code in (wrong, wrong, wrong, good):
        with pytest.raises(Refused) as caught:
            house.desks.sign_in.check_code(sent, code)
        reasons.append(refusal(caught))
    assert reasons == [Reason.CODE_WRONG] * 2 + [Reason.TOO_MANY_TRIES] * 2


def test_a_code_with_too_many_signs_is_a_wrong_one(house: House) -> None:
    sent = house.desks.sign_in.send_code("mobile", PhoneNumber(WANG))
    with pytest.raises(Refused) as caught:
        house.desks.sign_in.check_code(sent, "1" * 11)
    assert refusal(caught) is Reason.CODE_WRONG


def test_a_code_runs_out(house: House) -> None:
    sent = house.desks.sign_in.send_code("mobile", PhoneNumber(WANG))
    house.clock.jump(181)
    with pytest.raises(Refused) as caught:
        house.desks.sign_in.check_code(sent, house.phone.last_code(f"+86{WANG}"))
    assert refusal(caught) is Reason.CODE_EXPIRED


def test_a_code_that_nobody_sent(house: House) -> None:
    sent = house.desks.sign_in.send_code("mobile", PhoneNumber(WANG))
    with pytest.raises(Refused) as caught:
        house.desks.sign_in.check_code(replace(sent, authentication_id="another"), "123456")
    assert refusal(caught) is Reason.CODE_EXPIRED


def test_too_many_codes(house: House) -> None:
    for _ in range(5):
        house.desks.sign_in.send_code("mobile", PhoneNumber(WANG))
    with pytest.raises(Refused) as caught:
        house.desks.sign_in.send_code("mobile", PhoneNumber(WANG))
    assert refusal(caught) is Reason.TOO_MANY_CODES


@pytest.mark.parametrize(
    ("digits", "reason"),
    [("18600130001", Reason.NOT_ALLOWED), ("13800130008", Reason.NOT_ALLOWED), ("", Reason.WRONG_INPUT)],
)
def test_a_phone_that_gets_no_code(house: House, digits: str, reason: Reason) -> None:
    with pytest.raises(Refused) as caught:
        house.desks.sign_in.send_code("mobile", PhoneNumber(digits))
    assert refusal(caught) is reason


# -------------------------------------------------------------------------------------- private keys


def connected(sandbox: RunningSandbox, clock: Clock, path: Path, raw: bytes) -> House:
    """A kiosk that proves itself to one operator by the key in a file."""
    path.write_bytes(raw)
    (mobile, *_), _ = sandbox_settings(sandbox.url)
    assert mobile.client is not None
    client = msgspec.structs.replace(
        mobile.client,
        client_id="hall-1",
        client_authentication="private_key_jwt",
        client_key=str(path),
    )
    settings = Settings(operators=(msgspec.structs.replace(mobile, client=client),))
    return House(sandbox, clock, settings, desks_for(settings, clock))


@pytest.mark.parametrize("kind", ["EC", "RSA", "JWK"])
def test_a_client_proves_itself_by_its_key(kind: str, clock: Clock, tmp_path: Path) -> None:
    key = RSAKey.generate_key(2048) if kind == "RSA" else ECKey.generate_key("P-256", auto_kid=True)
    raw = json.dumps(key.as_dict(private=True)).encode() if kind == "JWK" else key.as_pem(private=True)
    clients = (RegisteredClient("hall-1", "Hall 1", {"keys": [key.as_dict(private=False)]}),)
    with RunningSandbox(SandboxOptions(clock=clock, pace=AT_ONCE, clients=clients)) as sandbox:
        house = connected(sandbox, clock, tmp_path / "client.key", raw)
        assert house.by_qr("wang-xiuying", "mobile").name == PersonName("王秀英")
        assert house.by_sms(WANG, "mobile").name == PersonName("王秀英")


def test_a_client_with_another_key_is_not_let_in(clock: Clock, tmp_path: Path) -> None:
    known, other = ECKey.generate_key("P-256"), ECKey.generate_key("P-256")
    clients = (RegisteredClient("hall-1", "Hall 1", {"keys": [known.as_dict(private=False)]}),)
    with RunningSandbox(SandboxOptions(clock=clock, pace=AT_ONCE, clients=clients)) as sandbox:
        house = connected(sandbox, clock, tmp_path / "client.key", other.as_pem(private=True))
        for call in (
            lambda: house.desks.sign_in.invite("mobile"),
            lambda: house.desks.sign_in.send_code("mobile", PhoneNumber(WANG)),
        ):
            with pytest.raises(Refused) as caught:
                call()
            assert refusal(caught) is Reason.NOT_ALLOWED


@pytest.mark.parametrize("raw", [b"", b"{}", b"key", ECKey.generate_key("P-256").as_pem(private=False)])
def test_a_file_without_a_private_key_stops_the_start(house: House, tmp_path: Path, raw: bytes) -> None:
    with pytest.raises(SettingsError, match=r"operators\[0\].client.client_key"):
        connected(house.sandbox, house.clock, tmp_path / "client.key", raw)
