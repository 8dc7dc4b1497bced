"""报修: a repair order with all that was done already, and a technician's visit at a time that suits."""

from __future__ import annotations

from kiosk.domain.trees import Ordered, Tree
from kiosk.domain.work_orders import WorkOrderKind
from kiosk.journeys.agreeing import nothing_has_changed
from kiosk.journeys.contact import a_phone_to_ring, how_she_hears
from kiosk.journeys.filing import taken
from kiosk.journeys.hall import Hall
from kiosk.journeys.measuring import Subject
from kiosk.journeys.repair_words import (
    NO_CODE,
    it_is_reported,
    shall_it_be_repaired,
    shall_we_choose_a_day,
    which_code,
)
from kiosk.journeys.reporting import report_of
from kiosk.journeys.trees import Tried
from kiosk.journeys.visits import a_visit_is_booked
from kiosk.text import Code, Text, just, t


async def have_it_repaired(
    hall: Hall, subject: Subject, tree: Tree, end: Ordered, tried: tuple[Tried, ...]
) -> bool:
    """Review, file the repair order, and book the visit; tells whether it is on file."""
    assert subject.identity is not None
    tried = (*tried, *await what_it_shows(end))
    contact = await a_phone_to_ring(subject.line) if subject.line else None
    hears = how_she_hears(contact) if subject.line else t("The company rings you")
    if not await shall_it_be_repaired(subject, end, tried, hears):
        await nothing_has_changed()
        return False
    said = what_they_must_know(tree, end, tried)
    ticket = await taken(hall, report_of(WorkOrderKind.REPAIR, subject.identity, subject, said, contact))
    if ticket is None:
        return False
    choose = end.visit and await shall_we_choose_a_day()
    booked = await a_visit_is_booked(hall, subject.identity, ticket.reference) if choose else None
    await it_is_reported(subject, ticket, booked, tried, hears)
    return True


async def what_it_shows(end: Ordered) -> tuple[Tried, ...]:
    """Ask for the code that a screen shows, where the tree wants it for the technician."""
    if end.code is None:
        return ()
    code = await which_code(end.code)
    return () if code == NO_CODE else (Tried(t("Code on the screen"), just(Code(code))),)


def what_they_must_know(tree: Tree, end: Ordered, tried: tuple[Tried, ...]) -> tuple[Text, ...]:
    """Say what she noticed, what was found, and each thing done, so that nobody asks again."""
    return (tree.title, end.found, *(one.sentence() for one in tried))
