"""The screens about what stands in the way of a number's going."""

from __future__ import annotations

from kiosk.domain.orders import Hindrance, Obstacle
from kiosk.domain.people import Operator
from kiosk.domain.subscriptions import Subscription
from kiosk.journeys.filing import what_happens_then
from kiosk.journeys.obstacles import in_plain_words, way_out_of
from kiosk.screens import Agree, Choose, Fact, Option, Picture, Review, Tell, Tone
from kiosk.text import just, t

ICONS = {
    Obstacle.ARREARS: "coins",
    Obstacle.CONTRACT: "contract",
    Obstacle.SPECIAL_NUMBER: "contract",
    Obstacle.SUB_CARDS: "sim-card",
    Obstacle.BROADBAND: "router",
}


def what_first(crosses: tuple[Hindrance, ...], *, cards_asked: bool) -> Choose[Hindrance | None]:
    """Offer every cross with what helps against it; the answer None leaves it for today."""
    asked = t("You have asked for this. Staff see to it.")
    return Choose(
        title=t("What shall we do about it first?"),
        body=(t("After each step we check again."),),
        options=(
            *(
                Option(
                    answer=cross,
                    label=in_plain_words(cross),
                    detail=way_out_of(cross),
                    icon=ICONS.get(cross.obstacle, "help"),
                    hindrance=asked if cards_asked and cross.obstacle is Obstacle.SUB_CARDS else None,
                )
                for cross in dict.fromkeys(crosses)
            ),
            Option[Hindrance | None](answer=None, label=t("Leave it for today"), icon="back"),
        ),
        help=t("Touch one of them. You can do the others after it."),
    )


def shall_staff_help(cross: Hindrance) -> Agree:
    """Say that a person must help here, and offer to call one over."""
    return Agree(
        title=t("A person helps you with this"),
        body=(in_plain_words(cross), way_out_of(cross)),
        picture=Picture(name="staff-coming", alt=t("A clerk comes over with a raised hand.")),
        tone=Tone.CARE,
        yes=t("Call staff to me"),
        no=t("Back to the list"),
    )


def shall_the_cards_be_moved(operator: Operator, line: Subscription) -> Review:
    """Review before the company's people are asked to move the cards that hang on a number."""
    return Review(
        title=t("Have the other cards moved?"),
        body=(t("Staff move them to another number. They go on running."),),
        facts=(
            *(Fact(label=t("Other card"), value=just(number), big=True) for number in line.sub_cards),
            *what_happens_then(operator),
        ),
        yes=t("Yes, have them moved"),
        no=t("No, leave them there"),
    )


def left_for_today() -> Tell:
    """Confirm that the number stays; what was done on the way counts."""
    return Tell(
        title=t("Good. We leave it for today."),
        body=(t("Your number goes on as before."), t("You can go on here at any time.")),
        picture=Picture(name="order-waiting", alt=t("A paper lies on a desk beside a clock.")),
    )
