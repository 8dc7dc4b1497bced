"""The sandbox as one ASGI application, and how it is served alone."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing, suppress

from starlette.applications import Starlette
from starlette.routing import Mount, Route, Router

from kiosk.sandbox import (
    control,
    counts,
    fault_routes,
    identity_routes,
    money_routes,
    national,
    order_control,
    ordering_routes,
    otp,
    party,
    product_routes,
    ticket_book,
    ticket_control,
    tickets,
)
from kiosk.sandbox.addresses import addressed, bound_socket
from kiosk.sandbox.brands import BRANDS, NATIONAL, OPERATORS, Brand
from kiosk.sandbox.errors import CAMARA, OAUTH, TMF
from kiosk.sandbox.family import Family
from kiosk.sandbox.faults import ApiName
from kiosk.sandbox.hosting import server_of
from kiosk.sandbox.nowhere import nothing_here
from kiosk.sandbox.oauth import claims, device, discovery, token_endpoint
from kiosk.sandbox.options import SandboxOptions
from kiosk.sandbox.phone import device as device_page
from kiosk.sandbox.phone import door, home, own_query
from kiosk.sandbox.phone.reader import PhoneDialect, go_to
from kiosk.sandbox.world import World


def create_app(options: SandboxOptions) -> Starlette:
    """Build the sandbox: four operators, the national service, the phone and the control door."""
    world = World.begin(options)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        yield
        world.store.close()

    routes = [
        *(_below(brand, _operator(world, brand)) for brand in OPERATORS),
        _below(NATIONAL, _national(world)),
        *(_rfc_8414(world, brand) for brand in BRANDS.values()),
        *_doors(world),
    ]
    return Starlette(routes=routes, lifespan=lifespan, exception_handlers={404: nothing_here})


def serve(options: SandboxOptions, host: str, port: int) -> None:
    """Serve until interrupted; raises OSError when the port is taken. Says first where it can be reached."""
    with closing(bound_socket(host, port)) as taken, suppress(KeyboardInterrupt):
        addressed_options = addressed(options, host, taken.getsockname()[1])
        sys.stdout.write(
            f"Operators: {addressed_options.base_url}\nCitizen's phone: {addressed_options.phone_url}/phone\n"
        )
        sys.stdout.flush()
        server_of(create_app(addressed_options)).run(sockets=[taken])


def _below(brand: Brand, routes: list[Route]) -> Mount:
    """Serve an issuer's paths exactly as they are written: another slash is another path."""
    return Mount(f"/{brand.id}", Router(routes, redirect_slashes=False))


def _operator(world: World, brand: Brand) -> list[Route]:
    camara = Family(world, brand, CAMARA)
    tmf = Family(world, brand, TMF)
    return [
        *_oauth(world, brand),
        *identity_routes.routes(tmf, camara),
        *money_routes.routes(tmf),
        *fault_routes.routes(tmf, camara),
        tmf.route(f"/{party.BASE}/individual", "party", GET=party.list_individuals),
        tmf.route(f"/{party.BASE}/individual/{{id}}", "party", GET=party.retrieve_individual),
        *product_routes.routes(tmf),
        *ordering_routes.routes(tmf),
        tmf.route(
            f"/{ticket_book.BASE}/troubleTicket",
            "trouble_ticket",
            GET=tickets.list_tickets,
            POST=tickets.create_ticket,
        ),
        tmf.route(
            f"/{ticket_book.BASE}/troubleTicket/{{id}}",
            "trouble_ticket",
            GET=tickets.retrieve_ticket,
            PATCH=tickets.change_ticket,
        ),
        camara.route(f"/{otp.BASE}/send-code", "one_time_password", POST=otp.send_code),
        camara.route(f"/{otp.BASE}/validate-code", "one_time_password", POST=otp.validate_code),
        camara.route(f"/{counts.BASE}/queries", "subscription_count", POST=counts.create_count),
        camara.route(f"/{counts.BASE}/queries/{{id}}", "subscription_count", GET=counts.retrieve_count),
    ]


def _national(world: World) -> list[Route]:
    camara = Family(world, NATIONAL, CAMARA)
    apis: dict[str, ApiName] = {national.CARDS: "subscription_count", national.ACCOUNTS: "account_count"}
    routes = [*_oauth(world, NATIONAL), *fault_routes.national(camara)]
    for what, api in apis.items():
        base = f"/{national.BASES[what]}/queries"
        routes.append(camara.route(base, api, POST=national.creating(what)))
        routes.append(camara.route(f"{base}/{{id}}", api, GET=national.retrieving(what)))
    return routes


def _oauth(world: World, brand: Brand) -> list[Route]:
    oauth = Family(world, brand, OAUTH)
    return [
        oauth.route("/.well-known/openid-configuration", "oauth", GET=discovery.metadata),
        oauth.route("/jwks", "oauth", GET=discovery.jwks),
        oauth.route("/device_authorization", "oauth", POST=device.authorize_device),
        oauth.route("/token", "oauth", POST=token_endpoint.issue_tokens),
        oauth.route("/revoke", "oauth", POST=token_endpoint.revoke_token),
        oauth.route("/userinfo", "oauth", GET=claims.userinfo, POST=claims.userinfo),
    ]


def _rfc_8414(world: World, brand: Brand) -> Route:
    """RFC 8414, 3.1 puts the well-known part before the issuer's path."""
    path = f"/.well-known/oauth-authorization-server/{brand.id}"
    return Family(world, brand, OAUTH).route(path, "oauth", GET=discovery.metadata)


def _doors(world: World) -> list[Route]:
    plain, pages = Family(world, NATIONAL, CAMARA), Family(world, NATIONAL, PhoneDialect())
    return [
        pages.route("/", None, GET=lambda call: go_to("/phone")),
        pages.route("/phone", None, GET=home.show_phone),
        pages.route("/phone/live", None, GET=home.show_live),
        pages.route("/phone/person", None, POST=home.choose_person),
        pages.route("/phone/national", None, GET=own_query.show_national, POST=own_query.ask_national),
        pages.route("/device", None, GET=device_page.show_device, POST=device_page.answer_device),
        plain.route("/phone/api/approve", None, POST=door.approve),
        plain.route("/phone/api/inbox", None, GET=door.read_inbox),
        *money_routes.doors(pages, plain),
        plain.route("/control/faults", None, POST=control.order_fault),
        plain.route("/control/orders", None, POST=order_control.move_order),
        plain.route("/control/tickets", None, POST=ticket_control.decide),
        *fault_routes.doors(plain),
        plain.route("/control/reset", None, POST=control.reset),
    ]
