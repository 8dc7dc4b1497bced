"""The screens of a repair order: what goes to the company, by when the law wants it mended, and the slip."""

from __future__ import annotations

from kiosk.domain.calendar import CHINA
from kiosk.domain.faults import Visit
from kiosk.domain.people import Ticket
from kiosk.domain.repairs import COUNTRY_HOURS, TOWN_HOURS
from kiosk.domain.trees import Ordered
from kiosk.journeys.filing import AUTHORITY
from kiosk.journeys.measuring import Subject
from kiosk.journeys.trees import CAME, CANNOT, Tried
from kiosk.journeys.visit_words import VISIT, when_of
from kiosk.screens import Agree, Enter, Fact, Mark, NotGood, Option, Review, Slip, Tell, Tone, Typed
from kiosk.text import Code, Day, Moment, Text, just, t, tn


def by_law() -> Text:
    """Say the law's own time."""
    return t("in {town} hours, in the country in {country}", town=TOWN_HOURS, country=COUNTRY_HOURS)


def about_what(subject: Subject) -> tuple[Fact, ...]:
    """Name the number or the home, as far as a screen may."""
    if subject.line is not None:
        return (Fact(label=t("Number"), value=just(subject.line.line.number)),)
    if subject.home is not None:
        return (Fact(label=t("Home"), value=just(subject.home.place), note=just(subject.home.plan)),)
    return ()


def shall_it_be_repaired(subject: Subject, end: Ordered, tried: tuple[Tried, ...], hears: Text) -> Review:
    """The last look before the repair is filed; `hears` says how she learns of it."""
    hers = [one for one in tried if not one.measured and one.came != CAME[CANNOT]]
    steps = tn("one step, so that nobody asks again", "{count} steps, so that nobody asks again", len(hers))
    done = (Fact(label=t("What you did goes with it"), value=steps, mark=Mark.DONE),) if hers else ()
    then = t("You choose when somebody comes") if end.visit else hears
    return Review(
        title=t("Have it repaired?"),
        body=(end.found, *end.more),
        facts=(
            *about_what(subject),
            *done,
            Fact(label=t("What happens then"), value=then),
            Fact(label=t("Mended by law"), value=by_law(), big=True),
            Fact(label=t("It costs"), value=t("nothing, unless your own things are broken")),
            Fact(label=t("To undo it"), value=t("Call {hotline}", hotline=subject.operator.hotline)),
        ),
        picture=VISIT,
        yes=t("Yes, have it repaired"),
        no=t("Not now"),
    )


NO_CODE = "no-code"
FEWEST, MOST = 2, 8
"""So many digits have the codes that boxes show."""


def which_code(question: Text) -> Enter:
    """Ask for the digits that a screen at home shows; who does not know them goes on without."""
    return Enter(
        title=question,
        body=(t("Leave letters out. The technician knows it by the digits."),),
        kind=Typed.FAULT,
        length=MOST,
        parse=digits_of_a_code,
        proceed=t("This is the code"),
        other=(Option(answer=NO_CODE, label=t("Go on without the code"), icon="forward"),),
    )


def digits_of_a_code(typed: str) -> str:
    """Take a fault's code; raises NotGood where it is too short."""
    if len(typed) < FEWEST or not typed.isdecimal():
        raise NotGood(t("A code has 2 to 8 digits. Please look once more."))
    return typed


def shall_we_choose_a_day() -> Agree:
    """The repair is on file; a visit is chosen now, or the company rings. Back from the days leads here."""
    return Agree(
        title=t("When shall somebody come?"),
        body=(t("Your repair is on file."), t("You can choose the day yourself.")),
        picture=VISIT,
        yes=t("Choose a day"),
        no=t("Please ring me for it"),
    )


MOST_TO_TRY = 2
"""So many things to try at home stand on a slip."""


def to_try_at_home(tried: tuple[Tried, ...]) -> tuple[Text, ...]:
    """Name what could not be done here: at home it may help before anybody comes."""
    left = [one.what for one in tried if one.came == CAME[CANNOT]]
    return tuple(t("At home you can try: {what}.", what=what) for what in left[:MOST_TO_TRY])


def it_is_reported(
    subject: Subject, ticket: Ticket, visit: Visit | None, tried: tuple[Tried, ...], hears: Text
) -> Tell:
    """Give the slip: reference, the visit or how she hears, the latest time, and where to turn after it."""
    until = ticket.until
    latest = just(Day(ticket.due)) if until is None else just(Moment(until.astimezone(CHINA)))
    then = Fact(label=t("What happens then"), value=hears)
    comes = Fact(label=t("Somebody comes"), value=when_of(visit.slot), big=True) if visit else then
    told = t("You will be told by SMS as it goes on.")
    return Tell(
        title=t("Your repair is on file"),
        body=(t("People look at it now. You need do nothing."),) if subject.line else (told,),
        tone=Tone.DONE,
        picture=VISIT,
        slip=Slip(
            title=t("A repair"),
            lines=(
                Fact(label=t("Reference"), value=just(Code(ticket.reference)), big=True),
                *slip_about(subject),
                comes,
                Fact(label=t("Mended at the latest"), value=latest, big=True),
                Fact(label=t("Questions"), value=t("Call {hotline}", hotline=subject.operator.hotline)),
            ),
            advice=(
                *to_try_at_home(tried),
                t("Later than that? Then you need not pay for the time."),
                t("No help? Call {authority}.", authority=AUTHORITY),
                *((t("Move or cancel the visit under “My orders”."),) if visit else ()),
            ),
        ),
        proceed=t("I have noted it"),
    )


def slip_about(subject: Subject) -> tuple[Fact, ...]:
    """Name the number by its end alone; a slip may lie about."""
    if subject.line is None:
        return ()
    return (Fact(label=t("Number ends in"), value=just(subject.line.line.number.tail)),)
