"""Where orders are placed, read and called back (TMF622)."""

from __future__ import annotations

from starlette.routing import Route

from kiosk.sandbox import order_cancelling as back
from kiosk.sandbox import orders
from kiosk.sandbox.family import Family
from kiosk.sandbox.order_views import BASE


def routes(tmf: Family) -> list[Route]:
    """Serve orders and their cancellations."""
    order, cancel = f"/{BASE}/productOrder", f"/{BASE}/cancelProductOrder"
    return [
        tmf.route(order, "product_order", GET=orders.list_orders, POST=orders.create_order),
        tmf.route(f"{order}/{{id}}", "product_order", GET=orders.retrieve_order),
        tmf.route(cancel, "product_order", GET=back.list_cancellations, POST=back.create_cancellation),
        tmf.route(f"{cancel}/{{id}}", "product_order", GET=back.retrieve_cancellation),
    ]
