"""What the sandbox serves, path by path, and what the publisher's file says of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kiosk.sandbox import bases
from tests.sandbox.test_standards import SPECS, document

METHODS = ("GET", "HEAD", "POST", "PATCH", "PUT", "DELETE", "OPTIONS")
_ID = "/{id}"


@dataclass(frozen=True)
class Served:
    """One path of an API, the methods that the sandbox takes there, and the file that describes it."""

    spec: str
    base: str
    path: str
    methods: tuple[str, ...]

    @property
    def camara(self) -> bool:
        return not self.spec.startswith("TMF")

    def described(self, method: str) -> Mapping[str, Any]:
        """Return the documented answers by status; none where the file does not know the method."""
        paths = _document(self.spec)["paths"]
        path = self.path if self.path in paths else self.path.replace("{id}", "{queryId}")
        answers: Mapping[str, Any] = paths[path].get(method.lower(), {}).get("responses", {})
        return {status: _followed(self.spec, answer) for status, answer in answers.items()}

    def schema(self, method: str, status: str) -> Mapping[str, Any] | None:
        """Return what an answer's body must be like, with all that it refers to."""
        whole, answer = _document(self.spec), self.described(method).get(status, {})
        content = answer.get("content", {}).get("application/json", answer)
        if "schema" not in content:
            return None
        parts = {name: whole[name] for name in ("definitions", "components") if name in whole}
        return {**parts, **content["schema"]}


def _tmf(number: int, base: str, *paths: str) -> list[Served]:
    found = []
    for told in paths:
        path, _, methods = told.partition(" ")
        found.append(Served(f"TMF{number}/*swagger.json", base, path, tuple(methods.split())))
    return found


def _camara(spec: str, base: str, *paths: str) -> list[Served]:
    return [Served(spec, base, path, ("POST",)) for path in paths]


SERVED = (
    *_tmf(620, bases.PRODUCT_CATALOG, "/productOffering GET", f"/productOffering{_ID} GET"),
    *_tmf(621, bases.TROUBLE_TICKET, "/troubleTicket GET POST", f"/troubleTicket{_ID} GET PATCH"),
    *_tmf(622, bases.PRODUCT_ORDER, "/productOrder GET POST", f"/productOrder{_ID} GET"),
    *_tmf(622, bases.PRODUCT_ORDER, "/cancelProductOrder GET POST", f"/cancelProductOrder{_ID} GET"),
    *_tmf(632, bases.PARTY, "/individual GET", f"/individual{_ID} GET"),
    *_tmf(637, bases.PRODUCT_INVENTORY, "/product GET", f"/product{_ID} GET"),
    *_tmf(639, bases.RESOURCE, "/resource GET", f"/resource{_ID} GET"),
    *_tmf(654, bases.BALANCE, "/bucket GET", f"/bucket{_ID} GET"),
    *_tmf(666, bases.ACCOUNT, "/billingAccount GET", f"/billingAccount{_ID} GET"),
    *_tmf(676, bases.PAYMENT, "/payment GET POST", f"/payment{_ID} GET"),
    *_tmf(677, bases.USAGE, "/queryUsageConsumption POST", f"/queryUsageConsumption{_ID} GET"),
    *_tmf(678, bases.CUSTOMER_BILL, "/customerBill GET", f"/customerBill{_ID} GET"),
    *_tmf(
        678, bases.CUSTOMER_BILL, "/appliedCustomerBillingRate GET", f"/appliedCustomerBillingRate{_ID} GET"
    ),
    *_tmf(
        679,
        bases.QUALIFICATION,
        "/productOfferingQualification POST",
        f"/productOfferingQualification{_ID} GET",
    ),
    *_tmf(646, bases.APPOINTMENT, "/searchTimeSlot POST", f"/searchTimeSlot{_ID} GET"),
    *_tmf(646, bases.APPOINTMENT, "/appointment GET POST", f"/appointment{_ID} GET PATCH"),
    *_tmf(653, bases.SERVICE_TEST, "/serviceTest GET POST", f"/serviceTest{_ID} GET"),
    *_tmf(656, bases.SERVICE_PROBLEM, "/serviceProblem GET", f"/serviceProblem{_ID} GET"),
    *_camara("CAMARA/device-reachability-status/*.yaml", bases.REACHABILITY, "/retrieve"),
    *_camara("CAMARA/subscription-status/*.yaml", bases.SUBSCRIPTION_STATUS, "/retrive-subscription-status"),
    *_camara("CAMARA/kyc-match/*.yaml", bases.KYC_MATCH, "/match"),
    *_camara("CAMARA/sim-swap/*.yaml", bases.SIM_SWAP, "/check", "/retrieve-date"),
    *_camara("CAMARA/one-time-password-sms/*.yaml", bases.ONE_TIME_PASSWORD, "/send-code", "/validate-code"),
    *_camara("subscription-count/*.yaml", bases.SUBSCRIPTION_COUNT, "/queries"),
    Served("subscription-count/*.yaml", bases.SUBSCRIPTION_COUNT, f"/queries{_ID}", ("GET",)),
)


@cache
def _document(spec: str) -> dict[str, Any]:
    return document(spec)


def _followed(spec: str, answer: Mapping[str, Any]) -> Mapping[str, Any]:
    if "$ref" not in answer:
        return answer
    found: Mapping[str, Any] = _document(spec)["components"]["responses"][answer["$ref"].rpartition("/")[2]]
    return found


__all__ = ["METHODS", "SERVED", "SPECS", "Served"]
