"""The sandbox described in the kiosk's own settings, so that practice and tests use one source."""

from __future__ import annotations

from kiosk.sandbox import bases
from kiosk.sandbox.brands import NATIONAL, OPERATORS, Brand
from kiosk.sandbox.options import CLIENT_SCOPES, DEMO_CLIENT, NATIONAL_SCOPES, USER_SCOPES
from kiosk.settings import ClientSettings, NationalSettings, OperatorApis, OperatorSettings

NOT_CONNECTED = frozenset({"broadnet"})
"""Served, but left out, so that practice also meets an operator that cannot be asked."""

HALLS = {
    "mobile": {
        "zh_CN": "中国移动示范营业厅，人民路1号",
        "en": "China Mobile Demonstration Hall, 1 Renmin Road",
    },
    "unicom": {
        "zh_CN": "中国联通示范营业厅，人民路12号",
        "en": "China Unicom Demonstration Hall, 12 Renmin Road",
    },
    "telecom": {
        "zh_CN": "中国电信示范营业厅，解放路5号",
        "en": "China Telecom Demonstration Hall, 5 Jiefang Road",
    },
    "broadnet": {
        "zh_CN": "中国广电示范营业厅，解放路28号",
        "en": "China Broadnet Demonstration Hall, 28 Jiefang Road",
    },
}


def sandbox_settings(
    base_url: str, public_url: str = ""
) -> tuple[tuple[OperatorSettings, ...], NationalSettings]:
    """Describe a sandbox at this address; `public_url` is where a real phone finds the national entrance."""
    return tuple(_operator(base_url, brand) for brand in OPERATORS), _national(
        base_url, public_url or base_url
    )


def _operator(base_url: str, brand: Brand) -> OperatorSettings:
    name = {"zh_CN": brand.zh, "en": brand.en}
    if brand.id in NOT_CONNECTED:
        return OperatorSettings(id=brand.id, name=name, hotline=brand.hotline, hall=HALLS[brand.id])
    root = f"{base_url}/{brand.id}"
    return OperatorSettings(
        id=brand.id,
        name=name,
        hotline=brand.hotline,
        hall=HALLS[brand.id],
        client=_client(root, USER_SCOPES, CLIENT_SCOPES),
        apis=OperatorApis(
            party=f"{root}/{bases.PARTY}",
            product_inventory=f"{root}/{bases.PRODUCT_INVENTORY}",
            trouble_ticket=f"{root}/{bases.TROUBLE_TICKET}",
            product_catalog=f"{root}/{bases.PRODUCT_CATALOG}",
            qualification=f"{root}/{bases.QUALIFICATION}",
            product_order=f"{root}/{bases.PRODUCT_ORDER}",
            customer_bill=f"{root}/{bases.CUSTOMER_BILL}",
            usage=f"{root}/{bases.USAGE}",
            account=f"{root}/{bases.ACCOUNT}",
            balance=f"{root}/{bases.BALANCE}",
            payment=f"{root}/{bases.PAYMENT}",
            resource=f"{root}/{bases.RESOURCE}",
            kyc_match=f"{root}/{bases.KYC_MATCH}",
            sim_swap=f"{root}/{bases.SIM_SWAP}",
            one_time_password=f"{root}/{bases.ONE_TIME_PASSWORD}",
            subscription_count=f"{root}/{bases.SUBSCRIPTION_COUNT}",
            service_problem=f"{root}/{bases.SERVICE_PROBLEM}",
            service_test=f"{root}/{bases.SERVICE_TEST}",
            appointment=f"{root}/{bases.APPOINTMENT}",
            reachability=f"{root}/{bases.REACHABILITY}",
            subscription_status=f"{root}/{bases.SUBSCRIPTION_STATUS}",
        ),
    )


def _national(base_url: str, public_url: str) -> NationalSettings:
    root = f"{base_url}/{NATIONAL.id}"
    return NationalSettings(
        client=_client(root, ("openid", "subscription-count:query"), NATIONAL_SCOPES),
        subscription_count=f"{root}/{bases.SUBSCRIPTION_COUNT}",
        account_count=f"{root}/{bases.ACCOUNT_COUNT}",
        fraud_list=f"{root}/{bases.FRAUD_LIST}",
        entrance=f"{public_url}/phone/national",
    )


def _client(issuer: str, scope: tuple[str, ...], client_scope: tuple[str, ...]) -> ClientSettings:
    return ClientSettings(
        issuer=issuer,
        client_id=DEMO_CLIENT.client_id,
        client_authentication="none",
        scope=" ".join(scope),
        client_scope=" ".join(client_scope),
    )
