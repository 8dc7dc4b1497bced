"""Everything one sandbox consists of, handed to each request."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from joserfc.jwk import ECKey

from kiosk.sandbox.brands import BRANDS, Brand
from kiosk.sandbox.faults import Faults
from kiosk.sandbox.options import RegisteredClient, SandboxOptions
from kiosk.sandbox.storage import Store


@dataclass(frozen=True)
class World:
    """One sandbox at work."""

    options: SandboxOptions
    store: Store
    faults: Faults
    keys: Mapping[str, ECKey]
    """The ES256 key that each issuer signs ID tokens with."""

    @staticmethod
    def begin(options: SandboxOptions) -> World:
        """Open the database and make new signing keys."""
        keys = {id_: ECKey.generate_key("P-256", auto_kid=True) for id_ in BRANDS}
        return World(options, Store(options.database, options.clock()), Faults(), keys)

    def now(self) -> datetime:
        """Read the sandbox's clock."""
        return self.options.clock()

    def issuer_url(self, brand: Brand) -> str:
        """Return an issuer's identifier."""
        return f"{self.options.base_url}/{brand.id}"

    def client(self, client_id: str) -> RegisteredClient | None:
        """Find a registered client."""
        return next((known for known in self.options.clients if known.client_id == client_id), None)
