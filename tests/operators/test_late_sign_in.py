"""A sign-in that comes when nobody waits for it any more."""

from __future__ import annotations

import pytest

from kiosk.domain.failures import Reason, Unavailable
from tests.operators.conftest import Clock, Patience, desks_for
from tests.operators.scripted import Says, Scripted

BEGUN = {
    "device_code": "dc",
    "user_code": "WDJB-MJHT",
    "verification_uri": "http://127.0.0.1/device",
    "expires_in": 600,
}
PERSON = {"id": "p-1", "givenName": "秀英", "familyName": "王"}


class SetMeanwhile(Patience):
    """A stop that is set while the operator answers."""

    def is_set(self) -> bool:
        return True


def test_access_that_comes_too_late_is_given_back(scripted: Scripted, clock: Clock) -> None:
    scripted.says("/device", Says(BEGUN))
    tokens = {"access_token": "hers", "refresh_token": "later", "token_type": "Bearer", "expires_in": 600}
    scripted.says("/token", Says(tokens))
    scripted.says("/party/individual", Says([PERSON]))
    desk = desks_for(scripted.settings(scope="party:read", party="/party"), clock).sign_in
    with pytest.raises(Unavailable) as caught:
        desk.approval(desk.invite("op"), stop=SetMeanwhile(clock))
    assert caught.value.reason is Reason.STOPPED
    assert [asked.form["token"] for asked in scripted.of("/revoke")] == ["later", "hers"]
