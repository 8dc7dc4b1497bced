"""Where each API lies below its issuer; light enough for the kiosk's start to read."""

SUBSCRIPTION_COUNT = "subscription-count/v0.1"
ACCOUNT_COUNT = "account-count/v0.1"
ONE_TIME_PASSWORD = "one-time-password-sms/v1"  # noqa: S105 - a path
PARTY = "tmf-api/partyManagement/v4"
PRODUCT_INVENTORY = "tmf-api/productInventory/v4"
TROUBLE_TICKET = "tmf-api/troubleTicket/v4"
