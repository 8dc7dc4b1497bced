"""The stories of paying, of a new service password, and of looking after one's orders."""

from __future__ import annotations

from kiosk.storyboard.scenes import ARRIVING, SIGNED, STAFF_LOOK, WANG, by_card, tile
from kiosk.storyboard.script import Scene, Story, choose, choose_number, go_on, press

SERVICE_PASSWORD = Story(
    "service-password",
    (
        (
            *ARRIVING,
            *tile("My number and SIM card", "Service password"),
            Scene("A new service password", go_on()),
            *by_card(WANG),
            Scene("Which number is it about?", choose_number(0)),
            *STAFF_LOOK,
            Scene("Please type a new password of six digits", choose("280517")),
            Scene("Please type it once more", choose("280517")),
            Scene("Set the new password?", press("I understand. Set it")),
            SIGNED,
            Scene("The new password counts now", go_on()),
        ),
    ),
)

OWN_MATTERS = (SERVICE_PASSWORD,)
