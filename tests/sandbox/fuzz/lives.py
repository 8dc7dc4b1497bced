"""Random lives: somebody orders, calls back, pays and waits, and each time all is looked at."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from kiosk.sandbox.people import PEOPLE
from kiosk.sandbox.running import RunningSandbox
from tests.sandbox.fuzz.laws import Book
from tests.sandbox.fuzz.wishes import a_wish, asks, forbidden, items_of
from tests.sandbox.money import ACCOUNTS, BUCKETS, PAYMENTS, Json, secret_of
from tests.sandbox.ordering import CANCELS, ORDERS, order, show_card
from tests.sandbox.test_qualification import NUMBERS, QUESTIONS
from tests.sandbox.visitor import HandClock, Visitor

OPERATORS = ("mobile", "mobile", "unicom", "telecom", "broadnet")
SPANS = (
    {"seconds": 1},
    {"seconds": 4},
    {"seconds": 9},
    {"minutes": 7},
    {"days": 1},
    {"days": 17},
    {"days": 45},
)


def live(sandbox: RunningSandbox, clock: HandClock, seed: int, steps: int) -> list[str]:
    """Live one life of somebody; returns the first thing that is wrong, with what was done before."""
    clock.rewind()
    sandbox.reset()
    random = Random(seed)
    operator = random.choice(OPERATORS)
    person = random.choice(
        [one.id for one in PEOPLE if any(own.operator == operator for own in one.holdings)]
    )
    with Visitor(sandbox, operator) as visitor:
        life = Life(visitor, clock, random, person)
        for _ in range(steps):
            if found := life.go_on():
                return [f"seed {seed}, {person} at {operator}: {found} after {life.told}"]
    return []


class Life:
    """What one person does, in random order."""

    def __init__(self, visitor: Visitor, clock: HandClock, random: Random, person: str) -> None:
        self.visitor, self.clock, self.random, self.person = visitor, clock, random, person
        self.party = f"{visitor.operator}-{NUMBERS[person]}"
        self.told: list[str] = []
        self._be_seen()
        self.book = Book(visitor, self.party)

    def go_on(self) -> str:
        """Do one thing and look at everything; returns what is wrong, or nothing."""
        act: Callable[[], str] = self.random.choice(
            (self.place, self.place, self.place, self.repeat, self.call_back, self.pay, self.wait, self.wait)
        )
        self._be_seen()
        return act() or self.book.what_is_wrong()

    def place(self) -> str:
        """Order something, after asking whether it may be."""
        wish = a_wish(self.random, self.book.products())
        kind, items = wish.kind, items_of(wish)
        body = order(kind.value, *items, party=self.party, staff="S7") | {
            "externalId": f"key-{len(self.told)}"
        }
        no = forbidden(kind, self.visitor.post(QUESTIONS, asks(wish, self.party)))
        answer = self.visitor.post(ORDERS, body)
        self.told.append(f"{wish} {answer.status_code}")
        if answer.status_code == 201:
            self.book.note(body, answer.json())
            same = self.visitor.get(answer.headers["Location"]).json() == answer.json()
            return "" if same and no is False else f"an order was taken: same {same}, forbidden {no}"
        if answer.status_code == 409:
            return "" if no else f"qualified, but refused: {answer.text}"
        return "" if answer.status_code == 400 else f"{answer.status_code}: {answer.text}"

    def repeat(self) -> str:
        """Send an order again, and another one under its key."""
        if not self.book.placed:
            return ""
        body, id_ = self.random.choice(self.book.placed)
        again, other = (
            self.visitor.post(ORDERS, body),
            self.visitor.post(ORDERS, body | {"description": "other"}),
        )
        self.told.append("again")
        same = again.status_code == 201 and again.json()["id"] == id_
        return "" if same and other.status_code == 409 else f"the key {body['externalId']} made another order"

    def call_back(self) -> str:
        """Call an order back; too late only once it has ended."""
        if not self.book.placed:
            return ""
        _, id_ = self.random.choice(self.book.placed)
        ended = self.book.has_ended(id_)
        answer = self.visitor.post(CANCELS, {"productOrder": {"id": id_}})
        self.told.append(f"call back {answer.status_code}")
        return "" if answer.status_code == (409 if ended else 201) else f"called back: {answer.text}"

    def pay(self) -> str:
        """Pay for a number, or think better of it: the balance grows by what was paid alone."""
        number = self.random.choice(self.book.numbers())
        found = self.visitor.get(
            ACCOUNTS, **{"contact.contactMedium.characteristic.phoneNumber": number}
        ).json()
        if not found:
            return ""
        account, fen, pays = found[0]["id"], self.random.randrange(1, 20_000), self.random.random() < 0.7
        before = self._balance(account)
        begun = self.visitor.post(PAYMENTS, self._payment(account, fen)).json()
        told = {"payment": secret_of(begun), "person": self.person, "pay": pays}
        self.visitor.http.post(f"{self.visitor.sandbox.url}/phone/api/pay", json=told, timeout=10)
        status, grown = self.visitor.get(begun["href"]).json()["status"], self._balance(account) - before
        self.told.append(f"{fen} fen for {number}: {status}")
        right = (status, grown) == (("completed", fen) if pays else ("cancelled", 0))
        return "" if right else f"the balance grew by {grown}"

    def wait(self) -> str:
        """Let time go by."""
        span = self.random.choice(SPANS)
        self.clock.pass_by(**span)
        self.told.append(f"wait {span}")
        self._be_seen()
        return ""

    def _be_seen(self) -> None:
        self.visitor.token = ""
        show_card(self.visitor, self.person)

    def _payment(self, account: str, fen: int) -> Json:
        return {
            "account": {"id": account},
            "totalAmount": {"unit": "CNY", "value": fen / 100},
            "paymentMethod": {"@type": "qrCode"},
        }

    def _balance(self, account: str) -> int:
        (bucket,) = self.visitor.get(BUCKETS, **{"partyAccount.id": account}).json()
        fen: int = round(bucket["remainingValue"]["amount"] * 100)
        return fen
