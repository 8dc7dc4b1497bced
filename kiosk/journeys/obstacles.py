"""What stands in the way, in words that blame nobody, and the way out of each."""

from __future__ import annotations

from kiosk.domain.orders import Hindrance, Obstacle
from kiosk.screens import Fact, Mark
from kiosk.text import Text, just, t

WHAT: dict[Obstacle, Text] = {
    Obstacle.ARREARS: t("Something is still to be paid"),
    Obstacle.UNBILLED: t("Some costs abroad are not billed yet"),
    Obstacle.CONTRACT: t("A contract is still running"),
    Obstacle.SPECIAL_NUMBER: t("There is a promise for this special number"),
    Obstacle.BROADBAND: t("Your broadband hangs on this number"),
    Obstacle.SUB_CARDS: t("Other cards hang on this number"),
    Obstacle.IS_SUB_CARD: t("This card hangs on another number"),
    Obstacle.GROUP: t("The number belongs to a company"),
    Obstacle.FROZEN: t("The number is blocked for safety"),
    Obstacle.NOT_ACTIVE: t("The number is stopped"),
    Obstacle.NEW_CUSTOMERS_ONLY: t("Only for new customers"),
    Obstacle.AGE: t("Only from a certain age on"),
    Obstacle.CERTIFICATE: t("Only with a certificate of this kind"),
    Obstacle.EXCLUDED: t("It does not go with what you have"),
    Obstacle.ALREADY_HAS: t("You have this already"),
    Obstacle.CHANGED_THIS_MONTH: t("The plan was changed this month already"),
    Obstacle.PORTED_LATELY: t("Less than 120 days with this company"),
    Obstacle.NOT_REAL_NAME: t("The number is not fully registered yet"),
    Obstacle.ORDER_OPEN: t("Another order is still being done"),
    Obstacle.NEEDS_STAFF: t("Staff must look at this"),
    Obstacle.OTHER: t("The company gave another reason"),
}

WAY_OUT: dict[Obstacle, Text] = {
    Obstacle.ARREARS: t("Pay it here, then go on"),
    Obstacle.UNBILLED: t("Wait for the next bill, or ask staff"),
    Obstacle.CONTRACT: t("See what ending it costs"),
    Obstacle.SPECIAL_NUMBER: t("Staff look at the promise with you"),
    Obstacle.BROADBAND: t("Staff move or end the broadband"),
    Obstacle.SUB_CARDS: t("Staff move the other cards first"),
    Obstacle.IS_SUB_CARD: t("Change it at the main number"),
    Obstacle.GROUP: t("Ask the company it belongs to"),
    Obstacle.FROZEN: t("Staff help you to lift it"),
    Obstacle.NOT_ACTIVE: t("Have it restored first"),
    Obstacle.NOT_REAL_NAME: t("Staff register it with your ID card"),
    Obstacle.CHANGED_THIS_MONTH: t("From the first of next month"),
    Obstacle.PORTED_LATELY: t("Wait until the 120 days are over"),
    Obstacle.ORDER_OPEN: t("Look under “My orders”"),
}


def in_plain_words(hindrance: Hindrance) -> Text:
    """Say what stands in the way; kinds this kiosk does not know are told in the operator's own words."""
    if hindrance.obstacle is Obstacle.OTHER and hindrance.label is not None:
        return just(hindrance.label)
    return WHAT[hindrance.obstacle]


def way_out_of(hindrance: Hindrance) -> Text:
    """Say what helps."""
    return WAY_OUT.get(hindrance.obstacle, t("Staff can tell you more"))


def obstacles_as_facts(hindrances: tuple[Hindrance, ...]) -> tuple[Fact, ...]:
    """Show all that stands in the way at once, each with its own way out."""
    return tuple(Fact(label=in_plain_words(one), value=way_out_of(one), mark=Mark.CARE) for one in hindrances)
