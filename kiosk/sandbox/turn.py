"""One authorised request inside its transaction."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from kiosk.domain.calendar import CHINA
from kiosk.sandbox.brands import Brand
from kiosk.sandbox.errors import Problem
from kiosk.sandbox.oauth.tokens import Grant, bearer
from kiosk.sandbox.order_clock import bring_up_to_date
from kiosk.sandbox.web import Call


@dataclass(frozen=True)
class Turn:
    """A request, what its token grants, and the database while it is served."""

    call: Call
    db: Connection
    grant: Grant

    @property
    def brand(self) -> Brand:
        """The operator or national service that is asked."""
        return self.call.brand

    @property
    def root(self) -> str:
        """The issuer's URL; every API's base lies below it."""
        return self.call.world.issuer_url(self.call.brand)

    @property
    def now(self) -> datetime:
        """The sandbox's time."""
        return self.call.world.now()

    @property
    def today(self) -> date:
        """The day it is in China."""
        return self.now.astimezone(CHINA).date()

    @property
    def wanted_id(self) -> str:
        """The id in the request's path."""
        id_: str = self.call.request.path_params["id"]
        return id_

    def nothing(self, message: str) -> Problem:
        """Say that something is not there: 404 where the path names it, 400 where a posted body does."""
        return Problem(400 if self.call.request.method == "POST" else 404, message)


@contextmanager
def authorised(call: Call, scope: str) -> Iterator[Turn]:
    """Open a transaction for a request whose token has this scope; raises Problem 401 or 403."""
    bring_up_to_date(call.world)
    with call.world.store.begin() as db:
        yield Turn(call, db, bearer(call, db, scope))
