"""Strange requests, sent one after another to a sandbox that begins anew."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import HealthCheck, Phase, settings
from requests import Response

from kiosk.sandbox.running import RunningSandbox
from tests.sandbox.fuzz.bodies import CUSTOMER
from tests.sandbox.fuzz.judge import faults
from tests.sandbox.fuzz.strange import Strange
from tests.sandbox.ordering import show_card
from tests.sandbox.troubles import filed, repair
from tests.sandbox.visitor import INVENTORY, WANG, Visitor

ASKERS = ("person", "client", "nobody")
PLAIN = settings(
    deadline=None, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)
"""What is found is told as it was met: what a sandbox remembers cannot be shrunk."""
_IDS = ("id", "queryId", "authenticationId")


def answer_all(sandbox: RunningSandbox, asker: str, requests: Sequence[Strange]) -> list[str]:
    """Send requests as a person, a client or nobody, and list what is wrong with the answers."""
    sandbox.reset()
    with Visitor(sandbox, "mobile") as visitor:
        show_card(visitor, WANG)
        visitor.act_for_itself()
        ticket = filed(visitor, repair("mobile-1001-4", relatedParty=[CUSTOMER]))["id"]
        if asker != "client":
            visitor.sign_in()
        keeper = visitor.token
        visitor.token = keeper if asker != "nobody" else "nobody"
        found, made = [], ""
        for request in requests:
            answer = request.send(visitor, made, ticket)
            found += [f"{fault}: {request}" for fault in faults(request.served, request.method, answer)]
            made = _made(answer) or made
        visitor.token = keeper
        after = visitor.get(f"{INVENTORY}/product", **{"relatedParty.id": "mobile-1001"})
        return found if after.ok else [*found, f"the sandbox answers {after.status_code} afterwards"]


def _made(answer: Response) -> str:
    """Return the id of what an answer tells of, if it does."""
    if not answer.ok or not answer.content:
        return ""
    told = answer.json()
    one = told[0] if isinstance(told, list) and told else told
    return next((one[name] for name in _IDS if name in one), "") if isinstance(one, dict) else ""
