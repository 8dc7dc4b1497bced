"""A client of the sandbox, as plain as can be: it sends what a test says and returns what came."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from types import TracebackType
from typing import Any

import requests

from kiosk.sandbox.people import PEOPLE
from kiosk.sandbox.running import RunningSandbox

DEMO, STRICT = "service-hall-kiosk", "strict"
DEVICE = "urn:ietf:params:oauth:grant-type:device_code"
PARTY, INVENTORY, TICKETS = (
    f"/tmf-api/{name}/v4" for name in ("partyManagement", "productInventory", "troubleTicket")
)
OTP, COUNT, ACCOUNTS = "/one-time-password-sms/v1", "/subscription-count/v0.1", "/account-count/v0.1"
WANG, WANG_PHONE = "wang-xiuying", "+8613800130001"
IDS = {person.id: (person.id_number, person.name) for person in PEOPLE}
BEGINNING = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


class HandClock:
    """A clock that moves when it is told to."""

    def __init__(self) -> None:
        self._now = BEGINNING

    def __call__(self) -> datetime:
        return self._now

    def pass_by(self, **span: float) -> None:
        self._now += timedelta(**span)

    def rewind(self) -> None:
        self._now = BEGINNING


def asking(person: str, **more: Any) -> dict[str, Any]:
    number, name = IDS[person]
    return {"idDocumentType": "national_id_card", "idDocument": number, "name": name, **more}


@dataclass
class Visitor:
    sandbox: RunningSandbox
    operator: str
    token: str = ""
    client: str = DEMO
    http: requests.Session = field(default_factory=requests.Session)

    @property
    def root(self) -> str:
        return f"{self.sandbox.url}/{self.operator}"

    def __enter__(self) -> Visitor:
        self.http.trust_env = False
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.http.close()

    def ask(self, method: str, path: str, **more: Any) -> requests.Response:
        headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        headers |= more.pop("headers", {})
        url = path if path.startswith("http") else self.root + path
        return self.http.request(method, url, headers=headers, timeout=10, **more)

    def get(self, path: str, **params: str) -> requests.Response:
        return self.ask("GET", path, params=params)

    def post(self, path: str, body: Any, **headers: str) -> requests.Response:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.ask("POST", path, json=body, headers=named)

    def form(self, path: str, **fields: str) -> requests.Response:
        return self.http.post(self.root + path, {"client_id": self.client, **fields}, timeout=10)

    def begin(self, **fields: str) -> dict[str, Any]:
        answer: dict[str, Any] = self.form("/device_authorization", **fields).json()
        return answer

    def poll(self, begun: dict[str, Any]) -> requests.Response:
        return self.form("/token", grant_type=DEVICE, device_code=begun["device_code"])

    def sign_in(self, person: str = WANG) -> dict[str, Any]:
        begun = self.begin()
        self.sandbox.phone.approve(begun["user_code"], person)
        tokens: dict[str, Any] = self.poll(begun).json()
        self.token = tokens["access_token"]
        return tokens

    def act_for_itself(self, scope: str = "") -> None:
        answer = self.form("/token", grant_type="client_credentials", scope=scope)
        self.token = answer.json()["access_token"]

    def send_code(self, phone: str = WANG_PHONE) -> requests.Response:
        body = {"phoneNumber": phone, "message": "您的验证码是{{code}}。"}
        return self.post(f"{OTP}/send-code", body)

    def try_code(self, id_: str, code: str) -> requests.Response:
        return self.post(f"{OTP}/validate-code", {"authenticationId": id_, "code": code})

    def prove(self, phone: str = WANG_PHONE) -> None:
        self.act_for_itself()
        id_ = self.send_code(phone).json()["authenticationId"]
        assert self.try_code(id_, self.sandbox.phone.last_code(phone)).status_code == 204
