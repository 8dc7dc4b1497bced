"""The citizen's phone in a script's hands: approve, refuse, pay, read SMS, through the phone's side door."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import requests

TIMEOUT = 10
LAST_CODE = re.compile(r"(?<!\d)\d{6}(?!\d)")


@dataclass(frozen=True)
class PocketPhone:
    """A phone that answers as it is told; every call raises requests.HTTPError when it cannot."""

    url: str

    def approve(self, user_code: str, person: str) -> None:
        """Let the kiosk in."""
        self.post("/phone/api/approve", {"user_code": user_code, "person": person, "approve": True})

    def refuse(self, user_code: str, person: str) -> None:
        """Keep the kiosk out."""
        self.post("/phone/api/approve", {"user_code": user_code, "person": person, "approve": False})

    def pay(self, payment: str, person: str) -> None:
        """Pay; `payment` is what the link of the QR code carries."""
        self.post("/phone/api/pay", {"payment": payment, "person": person, "pay": True})

    def keep_money(self, payment: str, person: str) -> None:
        """Refuse to pay."""
        self.post("/phone/api/pay", {"payment": payment, "person": person, "pay": False})

    def inbox(self, number: str) -> list[dict[str, Any]]:
        """Read the SMS of a number in E.164, the newest first."""
        answer = self._session().get(self.url + "/phone/api/inbox", params={"phone": number}, timeout=TIMEOUT)
        answer.raise_for_status()
        messages: list[dict[str, Any]] = answer.json()
        return messages

    def last_code(self, number: str) -> str:
        """Return the six digits of the newest SMS that has some; raises LookupError when there is none."""
        for message in self.inbox(number):
            if found := LAST_CODE.search(message["text"]):
                return found[0]
        raise LookupError("No SMS with a code has arrived.")

    def post(self, path: str, body: dict[str, Any]) -> None:
        """Send JSON to one of the sandbox's doors."""
        self._session().post(self.url + path, json=body, timeout=TIMEOUT).raise_for_status()

    def _session(self) -> requests.Session:
        session = requests.Session()
        session.trust_env = False
        return session
