"""The routes of what is wrong with a line: outages, line tests, the network's view, visits, cheats."""

from __future__ import annotations

from starlette.routing import Route

from kiosk.sandbox import (
    fraud_list,
    line_test_views,
    line_tests,
    outages,
    reachability,
    subscription_status,
    trouble_control,
    visit_views,
    visits,
)
from kiosk.sandbox.family import Family


def routes(tmf: Family, camara: Family) -> list[Route]:
    """Return the routes of TMF656, TMF653, TMF646 and CAMARA's two of one operator."""
    problems, tests = f"/{outages.BASE}/serviceProblem", f"/{line_test_views.BASE}/serviceTest"
    searches, booked = (f"/{visit_views.BASE}/{one}" for one in ("searchTimeSlot", "appointment"))
    status = f"/{subscription_status.BASE}/retrive-subscription-status"
    return [
        tmf.route(problems, "service_problem", GET=outages.list_outages),
        tmf.route(f"{problems}/{{id}}", "service_problem", GET=outages.retrieve_outage),
        tmf.route(tests, "service_test", GET=line_tests.list_tests, POST=line_tests.create_test),
        tmf.route(f"{tests}/{{id}}", "service_test", GET=line_tests.retrieve_test),
        tmf.route(searches, "appointment", POST=visits.create_search),
        tmf.route(f"{searches}/{{id}}", "appointment", GET=visits.retrieve_search),
        tmf.route(booked, "appointment", GET=visits.list_visits, POST=visits.create_visit),
        tmf.route(
            f"{booked}/{{id}}", "appointment", GET=visits.retrieve_visit, PATCH=visits.change_appointment
        ),
        camara.route(f"/{reachability.BASE}/retrieve", "reachability", POST=reachability.retrieve),
        camara.route(status, "subscription_status", POST=subscription_status.retrieve),
    ]


def national(camara: Family) -> list[Route]:
    """Return the routes of the list that all operators share."""
    return [
        camara.route(f"/{fraud_list.BASE}/check", "fraud_list", POST=fraud_list.check),
        camara.route(f"/{fraud_list.BASE}/reports", "fraud_list", POST=fraud_list.report),
    ]


def doors(plain: Family) -> list[Route]:
    """Return the control door's part."""
    return [
        plain.route("/control/conditions", None, POST=trouble_control.set_condition),
        plain.route("/control/outages", None, POST=trouble_control.set_outage),
    ]
