"""The paths that tell who somebody is: by ID card, by number, by SIM card."""

from __future__ import annotations

from starlette.routing import Route

from kiosk.sandbox import kyc, resources, sim_swap
from kiosk.sandbox.family import Family


def routes(tmf: Family, camara: Family) -> list[Route]:
    """Return the routes of TMF639, kyc-match and sim-swap."""
    resource = f"/{resources.BASE}/resource"
    return [
        tmf.route(resource, "resource", GET=resources.list_resources),
        tmf.route(f"{resource}/{{id}}", "resource", GET=resources.retrieve_resource),
        camara.route(f"/{kyc.BASE}/match", "kyc_match", POST=kyc.match),
        camara.route(f"/{sim_swap.BASE}/check", "sim_swap", POST=sim_swap.check),
        camara.route(f"/{sim_swap.BASE}/retrieve-date", "sim_swap", POST=sim_swap.retrieve_date),
    ]
