"""What the way of whoever was cheated asks and says around its steps: first of all, send no money."""

from __future__ import annotations

from kiosk.domain.guard import Bank, Rescue
from kiosk.journeys.guard_cheated_steps import Loss, Step, on_the_slip
from kiosk.journeys.hall import Hall
from kiosk.journeys.in_order import in_order
from kiosk.journeys.stopping import STOPPED
from kiosk.screens import Agree, Choose, Fact, Option, Picture, Slip, Tell, Tone
from kiosk.text import Code, Day, just, t

SCREEN_SEEN = Picture(name="screen-seen", alt=t("A phone, and an eye that looks at its screen."))
CHEATED = Picture(name="cheated", alt=t("Money leaves a purse, and a hand stops it."))
IT_HAPPENS = t("It can happen to anyone.")


def send_no_money(rescue: Rescue, *, lit: bool) -> Choose[bool]:
    """Say what helps at once, and ask whether money is gone; nobody is promised who may not come."""
    return Choose(
        title=t("Send no money, hang up"),
        body=(
            t("The sooner, the more the bank can stop. You are not to blame."),
            t("The call light is on. If nobody comes, wave to the counter.")
            if lit
            else t("Please wave to the counter."),
        ),
        facts=(
            Fact(
                label=t("Is money gone already?"),
                value=t("Call {number} at once", number=Code(rescue.police)),
                big=True,
            ),
        ),
        tone=Tone.DANGER,
        picture=CHEATED,
        options=(
            Option(answer=True, label=t("The money is gone already"), icon="siren", tone=Tone.DANGER),
            Option(answer=False, label=t("Not yet, I have hung up"), icon="call-end"),
        ),
    )


def can_they_still_see_it() -> Agree:
    """Ask whether the cheats can still look on while she calls for help."""
    return Agree(
        title=t("Can they still see your phone?"),
        body=(t("They can if you shared the screen or installed an app."),),
        tone=Tone.CARE,
        picture=SCREEN_SEEN,
        yes=t("Yes, I shared it or installed one"),
        no=t("No, neither"),
    )


def what_has_happened() -> Choose[Loss]:
    """Ask what has happened, the worst first."""
    return Choose(
        title=t("What has happened so far?"),
        body=(t("You are not to blame. We do it step by step."),),
        options=(
            Option(answer=Loss.CASH, label=t("I gave cash or gold"), icon="coins"),
            Option(answer=Loss.PHONE, label=t("They saw my screen, or I installed an app"), icon="phone"),
            Option(answer=Loss.CODE, label=t("I told a code or a password"), icon="key"),
            Option(answer=Loss.ID_CARD, label=t("I showed my ID card or my face"), icon="id-card"),
            Option(answer=Loss.FORWARDED, label=t("I set up call forwarding for them"), icon="forward"),
            Option(answer=Loss.TALKED, label=t("I only talked, or am not sure"), icon="speech"),
        ),
        help=t("If several fit, touch the topmost of them."),
    )


def take_this_along(hall: Hall, steps: tuple[Step, ...], bank: Bank | None) -> Tell:
    """Give the slip with all the steps; she may have no phone on, so that somebody can copy it for her."""
    rescue = hall.guard.rescue
    lines = in_order(tuple(on_the_slip(step, rescue, bank) for step in steps), big=True)
    police = Fact(label=t("If money is gone"), value=t("Call {number}", number=Code(rescue.police)))
    return Tell(
        title=t("Take this along"),
        body=(t("You have done the right thing."), IT_HAPPENS),
        picture=CHEATED,
        slip=Slip(
            title=t("Photograph this, or have staff copy it"),
            lines=(
                Fact(label=t("What to do after fraud"), value=just(Day(hall.today))),
                *lines,
                *(() if Step.POLICE in steps else (police,)),
            ),
            advice=(
                t("Whoever brings it back for a fee is a cheat as well."),
                t("Tell your family. They can help you."),
            ),
        ),
        proceed=t("I have noted it"),
    )


def shall_we_stop_the_number() -> Agree:
    """Offer to stop the number, so that nobody gets the codes that come to it; say what else stops."""
    return Agree(
        title=t("Shall your number be stopped for now?"),
        body=(
            t("Then police and bank cannot ring you either."),
            t("Then nobody gets your codes by SMS."),
            t("Later you have it restored here."),
        ),
        picture=STOPPED,
        yes=t("Yes, stop it"),
        no=t("No, let it run"),
    )


def nobody_can_use_it() -> Tell:
    """The number is stopped already."""
    return Tell(
        title=t("This number is stopped already"),
        body=(t("Nobody can use it then."),),
        tone=Tone.DONE,
    )
