"""A certified OpenID provider that is not ours works by configuration alone.

It needs node and the npm package oidc-provider: `npm install oidc-provider` in any folder, whose path goes
into the environment variable KIOSK_OIDC_PROVIDER.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import pytest
import requests
from joserfc.jwk import ECKey

from kiosk.domain.failures import Reason, Refused
from kiosk.operators.desks import OperatorSystems
from kiosk.operators.http import Call, Http
from kiosk.settings import ClientSettings, OperatorSettings, Settings
from kiosk.text import PersonName, PhoneNumber
from tests.operators.conftest import Clock, Patience, desks_for
from tests.operators.faults import nobody

NODE = shutil.which("node")
FOLDER = os.environ.get("KIOSK_OIDC_PROVIDER", "")
FOUND = NODE is not None and Path(FOLDER, "node_modules", "oidc-provider").is_dir() and FOLDER != ""
pytestmark = pytest.mark.skipif(
    not FOUND, reason="node and npm's oidc-provider are needed; KIOSK_OIDC_PROVIDER names their folder"
)


@dataclass(frozen=True)
class Foreign:
    """The provider at work, and the key of its client `keyed`."""

    issuer: str
    key_file: str

    def desks(self, clock: Clock, client_id: str, scope: str = "openid profile phone") -> OperatorSystems:
        """Connect a kiosk by settings, and by nothing else."""
        client = ClientSettings(
            issuer=self.issuer,
            client_id=client_id,
            client_authentication="none" if client_id == "open" else "private_key_jwt",
            client_key=self.key_file,
            scope=scope,
        )
        operator = OperatorSettings(id="foreign", name={"en": "Foreign"}, hotline="1", client=client)
        return desks_for(Settings(operators=(operator,)), clock)


@pytest.fixture
def clock() -> Clock:
    """The true time, in which the foreign provider lives."""
    return Clock()


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Foreign]:
    key, port = ECKey.generate_key("P-256", auto_kid=True), nobody()
    path = tmp_path_factory.mktemp("foreign") / "client.json"
    path.write_text(json.dumps(key.as_dict(private=True)))
    keys = json.dumps({"keys": [key.as_dict(private=False)]})
    script = Path(__file__).with_name("foreign_provider.mjs")
    command = [str(NODE), str(script), FOLDER, str(port), keys]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            assert process.stdout is not None
            assert any("ready" in line for line in process.stdout)
            yield Foreign(f"http://127.0.0.1:{port}", str(path))
        finally:
            process.kill()


class Browser:
    """A person's browser that follows the provider's own pages."""

    def __init__(self) -> None:
        self._session = requests.Session()
        self._session.trust_env = False

    def open(self, link: str) -> requests.Response:
        page = self._session.get(link, timeout=10)
        page.raise_for_status()
        return page

    def submit(self, page: requests.Response, **typed: str) -> requests.Response:
        """Send the page's form with its hidden fields and what was typed."""
        action = re.search(r'<form[^>]*action="([^"]*)"', page.text)
        hidden = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', page.text)
        assert action is not None
        address = urljoin(page.url, unescape(action[1]))
        answer = self._session.post(address, {**dict(hidden), **typed}, timeout=10)
        answer.raise_for_status()
        return answer

    def approve(self, link: str, login: str) -> None:
        """Walk the pages: the code, signing in, consent."""
        page = self.submit(self.open(link))
        page = self.submit(page, confirm="yes") if 'name="login"' not in page.text else page
        page = self.submit(page, login=login, password="any")
        self.submit(page)

    def refuse(self, link: str) -> None:
        """Say no on the page that shows the code."""
        self.submit(self.open(link), abort="yes")


@pytest.mark.parametrize("client_id", ["open", "keyed"])
def test_a_visitor_signs_in_at_a_foreign_provider(foreign: Foreign, clock: Clock, client_id: str) -> None:
    desk = foreign.desks(clock, client_id).sign_in
    invitation = desk.invite("foreign")
    assert (invitation.lasts, invitation.interval, invitation.site) == (120, 5, "127.0.0.1")
    assert not invitation.typed
    assert invitation.match in invitation.link

    stop = Patience(Clock())
    Browser().approve(invitation.link, "ada")
    identity = desk.approval(invitation, stop=stop)
    assert (identity.name, identity.phone) == (PersonName("王秀英"), PhoneNumber("13800130001"))
    assert (identity.id_number, identity.access.subject) == (None, "ada")
    assert stop.waits == [5]

    userinfo = Call(
        "GET", f"{foreign.issuer}/me", headers={"Authorization": f"Bearer {identity.access.token}"}
    )
    assert Http("foreign").exchange(userinfo).good
    desk.sign_out(identity.access)
    assert Http("foreign").exchange(userinfo).status == 401


def test_a_provider_that_tells_the_subject_alone(foreign: Foreign, clock: Clock) -> None:
    desk = foreign.desks(clock, "open", scope="openid").sign_in
    invitation = desk.invite("foreign")
    Browser().approve(invitation.link, "grace")
    identity = desk.approval(invitation, stop=Patience(Clock()))
    assert (identity.name, identity.phone) == (PersonName("grace"), None)


def test_a_visitor_refuses_at_a_foreign_provider(foreign: Foreign, clock: Clock) -> None:
    desk = foreign.desks(clock, "open").sign_in
    invitation = desk.invite("foreign")
    Browser().refuse(invitation.link)
    with pytest.raises(Refused) as caught:
        desk.approval(invitation, stop=Patience(Clock()))
    assert caught.value.reason is Reason.SIGN_IN_DENIED


def test_a_code_of_a_foreign_provider_works_once(foreign: Foreign, clock: Clock) -> None:
    desk = foreign.desks(clock, "open").sign_in
    invitation = desk.invite("foreign")
    Browser().approve(invitation.link, "ada")
    desk.approval(invitation, stop=Patience(Clock()))
    with pytest.raises(Refused) as caught:
        desk.approval(invitation, stop=Patience(Clock()))
    assert caught.value.reason is Reason.SIGN_IN_EXPIRED
