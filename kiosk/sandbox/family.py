"""Makes the routes of one issuer that speak one dialect."""

from __future__ import annotations

from starlette.routing import Route

from kiosk.sandbox.brands import Brand
from kiosk.sandbox.errors import Dialect
from kiosk.sandbox.faults import ApiName
from kiosk.sandbox.web import Endpoint, Handler
from kiosk.sandbox.world import World


class Family:
    """Makes the routes of one issuer that speak one dialect."""

    def __init__(self, world: World, brand: Brand, dialect: Dialect) -> None:
        self._world = world
        self._brand = brand
        self._dialect = dialect

    def route(self, path: str, api: ApiName | None, **handlers: Handler) -> Route:
        """Serve one path by method; `api` names it for faults, None never misbehaves."""
        return Route(path, Endpoint(self._world, self._brand, api, self._dialect, handlers))
