"""The stories of paying, of a new service password, and of looking after one's orders."""

from __future__ import annotations

from kiosk.storyboard.scenes import ARRIVING, SIGNED, STAFF_LOOK, WANG, by_card, by_phone, tile
from kiosk.storyboard.script import PayByPhone, Scene, Story, choose, choose_number, go_on, press

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
            Scene("Type a new six-digit password", choose("280517")),
            Scene("Please type it once more", choose("280517")),
            Scene("Set the new password?", press("I understand. Set it")),
            SIGNED,
            Scene("The new password counts now", go_on()),
        ),
    ),
)

MY_ORDERS = Story(
    "my-orders",
    (
        (
            *ARRIVING,
            *tile("My orders, complaints", "My orders"),
            *by_phone("peng-yaqin"),
            Scene("These are your orders and requests", press("Money back")),
            Scene("Money back", go_on()),
            Scene("These are your orders and requests", press("Stop a number")),
            Scene("Stop a number", go_on()),
            Scene("These are your orders and requests", press("Set a limit")),
            Scene("Set a limit", press("Call this order back")),
            Scene("Call this order back?", press("Yes, call it back")),
            Scene("The order was called back", go_on()),
            Scene("These are your orders and requests", press("I have seen enough")),
        ),
    ),
)

PAY = Story(
    "pay",
    (
        (
            *ARRIVING,
            *tile("My bill and my plan", "Pay for a number"),
            Scene("Which company is the number with?", choose("unicom")),
            Scene("Which number do you pay for?", choose("18600130014")),
            Scene("How much do you want to pay?", press("What is owed")),
            Scene("Is this the right number?", press("Yes, this is right")),
            Scene("Pay by scanning this", PayByPhone("wu-changhai")),
            Scene("It is paid", go_on()),
        ),
        (
            *ARRIVING,
            *tile("My bill and my plan", "Pay for a number"),
            Scene("Which company is the number with?", choose("mobile")),
            Scene("Which number do you pay for?", choose("13800130001")),
            Scene("How much do you want to pay?", press("Another sum")),
            Scene("Which sum do you want to pay?", choose("20")),
            Scene("Is this the right number?", press("No, do not pay")),
            Scene("Good. Nothing was paid.", go_on()),
        ),
    ),
)

OWN_MATTERS = (PAY, SERVICE_PASSWORD, MY_ORDERS)
