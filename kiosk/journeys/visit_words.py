"""The screens of a technician's visit."""

from __future__ import annotations

from datetime import date

from kiosk.domain.calendar import CHINA
from kiosk.domain.faults import Slot, Visit
from kiosk.domain.people import Operator
from kiosk.screens import Change, Choose, Fact, Option, PickDay, Picture, Review, Tell, Tone
from kiosk.text import DayOfWeek, Hours, Text, just, t, tn

VISIT = Picture(name="technician", alt=t("A technician with a toolbox at a door."))
MOVED = Picture(name="visit-moved", alt=t("A page of a calendar, and an arrow to the next."))
CALLED_OFF = Picture(name="visit-cancelled", alt=t("A page of a calendar, crossed out."))


def when_of(slot: Slot) -> Text:
    """Say a slot as a day and its hours."""
    day = slot.begins.astimezone(CHINA).date()
    return t("{day}, {hours}", day=DayOfWeek(day), hours=hours_of(slot))


def hours_of(slot: Slot) -> Hours:
    """Return the hours of a slot in China."""
    return Hours(slot.begins.astimezone(CHINA), slot.ends.astimezone(CHINA))


def which_day(slots: tuple[Slot, ...], today: date) -> PickDay:
    """Show the days on a calendar, with how many times each has left."""
    days = [slot.begins.astimezone(CHINA).date() for slot in slots]
    return PickDay(
        title=t("On which day shall somebody come?"),
        first=today,
        options=tuple(
            Option(
                answer=day,
                label=just(DayOfWeek(day)),
                detail=tn("one time free", "{count} times free", days.count(day)),
            )
            for day in sorted(set(days))
        ),
        help=t("Somebody must be at home then."),
    )


def which_time(slots: tuple[Slot, ...]) -> Choose[Slot]:
    """Ask for the time of the day."""
    return Choose(
        title=t("At what time?"),
        facts=(Fact(label=t("Day"), value=just(DayOfWeek(slots[0].begins.astimezone(CHINA).date()))),),
        options=tuple(Option(answer=slot, label=just(hours_of(slot)), icon="clock") for slot in slots),
        help=t("The technician comes at some time between the two."),
    )


def shall_somebody_come(slot: Slot, moved: Visit | None) -> Review:
    """The last look before a visit is booked or moved."""
    change = Change(
        label=t("The visit"),
        now=when_of(moved.slot) if moved else t("none yet"),
        after=when_of(slot),
        big=True,
    )
    return Review(
        title=t("Move the visit to this time?") if moved else t("Shall somebody come at this time?"),
        changes=(change,),
        facts=(
            Fact(label=t("Please"), value=t("Have somebody at home who can open")),
            Fact(label=t("At the door"), value=t("Ask for the badge; pay nothing in cash")),
            Fact(label=t("It costs"), value=t("nothing, unless your own things are broken")),
            Fact(label=t("To undo it"), value=t("Move or cancel it under “My orders”")),
        ),
        picture=MOVED if moved else VISIT,
        yes=t("Yes, move it") if moved else t("Yes, come then"),
        no=t("No, leave it as it was") if moved else t("No visit, please ring me"),
    )


def shall_it_be_called_off(visit: Visit) -> Review:
    """Review before a visit is called off; the repair itself stays on file."""
    return Review(
        title=t("Cancel this visit?"),
        changes=(Change(label=t("The visit"), now=when_of(visit.slot), after=t("Nobody comes"), big=True),),
        facts=(
            Fact(label=t("Your repair"), value=t("It stays on file")),
            Fact(label=t("It costs"), value=t("nothing")),
            Fact(label=t("To undo it"), value=t("Choose a new time under “My orders”")),
        ),
        picture=CALLED_OFF,
        yes=t("Yes, nobody need come"),
        no=t("No, let them come"),
    )


def it_is_called_off() -> Tell:
    """Confirm that nobody comes."""
    return Tell(
        title=t("The visit is cancelled"),
        body=(t("Your repair stays on file. You can choose a new time."),),
        tone=Tone.DONE,
        picture=CALLED_OFF,
    )


def no_time_is_free(operator: Operator) -> Tell:
    """No slot is told: the company rings."""
    return Tell(
        title=t("No time can be chosen here now"),
        body=(
            t("Your repair is on file. The company rings you for a time."),
            t("Or call {hotline} yourself.", hotline=operator.hotline),
        ),
        picture=VISIT,
    )


def somebody_else_was_quicker() -> Tell:
    """The slot is gone; choose another."""
    return Tell(
        title=t("This time has just been taken"),
        body=(t("Nothing is lost. Please choose another one."),),
        tone=Tone.CARE,
        proceed=t("Choose another time"),
    )


def it_could_not_be_booked(operator: Operator, kept: Visit | None) -> Tell:
    """The operator did not take the wish; the repair, and a visit there was, stay."""
    return Tell(
        title=t("The visit could not be changed") if kept else t("The visit could not be booked"),
        body=(
            t("It stays as it was.") if kept else t("Your repair is on file all the same."),
            t("Please call {hotline}, or ask staff here.", hotline=operator.hotline),
        ),
        tone=Tone.CARE,
    )
