"""The routes of what is sold, what somebody may have, and what somebody has."""

from __future__ import annotations

from starlette.routing import Route

from kiosk.sandbox import catalogue, inventory, qualification
from kiosk.sandbox.family import Family


def routes(tmf: Family) -> list[Route]:
    """Return the routes of TMF620, TMF637 and TMF679 of one operator."""
    offerings, products = f"/{catalogue.BASE}/productOffering", f"/{inventory.BASE}/product"
    questions = f"/{qualification.BASE}/productOfferingQualification"
    return [
        tmf.route(offerings, "product_catalog", GET=catalogue.list_offerings),
        tmf.route(f"{offerings}/{{id}}", "product_catalog", GET=catalogue.retrieve_offering),
        tmf.route(products, "product_inventory", GET=inventory.list_products),
        tmf.route(f"{products}/{{id}}", "product_inventory", GET=inventory.retrieve_product),
        tmf.route(questions, "qualification", POST=qualification.create_qualification),
        tmf.route(f"{questions}/{{id}}", "qualification", GET=qualification.retrieve_qualification),
    ]
