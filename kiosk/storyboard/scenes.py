"""The scenes that many stories share: arriving, the notice, signing in, signing, and staff."""

from __future__ import annotations

from kiosk.storyboard.script import (
    Approve,
    LayCard,
    Scene,
    TypeTheCode,
    choose,
    choose_number,
    go_on,
    press,
    sign,
)

WANG, WANGS_PHONE = "wang-xiuying", "13800130001"

ARRIVING = (
    Scene("Hello. Touch the screen to begin.", choose_number(0)),
    Scene("Can you see and hear well like this?", press("Yes, let us begin")),
)
QR_SIGN_IN = (
    Scene("How would you like to show who you are?", press("Scan with my phone")),
    Scene("Which company is your phone with?", choose("mobile")),
    Scene("Scan this with your phone", Approve(WANG), settled=False),
)
CODE_SIGN_IN = (
    Scene("How would you like to show who you are?", press("A code by SMS")),
    Scene("Which company is your phone with?", choose("mobile")),
    Scene("What is your phone number?", choose(WANGS_PHONE)),
    Scene("Which code did you get?", TypeTheCode(WANGS_PHONE)),
)

NOTICE = Scene("May we do this for you?", press("Yes, go on"))
SIGNED = Scene("Please sign with your finger", sign())
STAFF_LOOK = (
    Scene("A staff member now looks at your card", choose("0001")),
    Scene("Staff: please type your PIN", choose("2468")),
)


def tile(group: str, service: str) -> tuple[Scene, ...]:
    """Choose a service under its tile."""
    return (Scene("What can we do for you?", press(group)), Scene(group, press(service)))


def by_phone(person: str, operator: str = "mobile") -> tuple[Scene, ...]:
    """Agree to the notice, and sign in with one's own phone."""
    return (
        NOTICE,
        Scene("How would you like to show who you are?", press("Scan with my phone")),
        Scene("Which company is your phone with?", choose(operator)),
        Scene("Scan this with your phone", Approve(person), settled=False),
    )


def lay_card(person: str) -> tuple[Scene, ...]:
    """Lay the ID card down, and take it back."""
    return (
        Scene("Please lay your ID card on the reader", LayCard(person), settled=False),
        Scene("Please take your card back", go_on()),
    )


def show_card(person: str, operator: str = "mobile") -> tuple[Scene, ...]:
    """Show who one is by the ID card, and say at which company."""
    return (*lay_card(person), Scene("Which company is it about?", choose(operator)))


def by_card(person: str, operator: str = "mobile") -> tuple[Scene, ...]:
    """Agree to the notice, and show who one is by the ID card."""
    return (NOTICE, *show_card(person, operator))


CARD_SIGN_IN = (
    Scene("How would you like to show who you are?", press("My ID card")),
    *show_card(WANG),
)
