"""What the kiosk finds out by itself: it asks the network and tests the line, so that nobody is asked it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kiosk.domain.failures import OperatorError, Reason
from kiosk.domain.faults import Home, Measure, Metric, Outage, TestBegun
from kiosk.domain.findings import (
    account_of_home,
    account_of_number,
    data_left_in,
    health_of,
    line_outcome,
    network_of,
    reach_of,
    service_of,
    the_outage,
)
from kiosk.domain.people import Identity, Operator
from kiosk.domain.subscriptions import Subscription
from kiosk.domain.trees import UNKNOWN, About, Measurement, Tree
from kiosk.journeys.hall import Hall
from kiosk.journeys.measuring_words import findings, how_far, told, what_we_see
from kiosk.journeys.trees import Tried
from kiosk.screens import Failed, Watch, read, until_told
from kiosk.text import t


@dataclass(frozen=True)
class Subject:
    """What is looked at: whose company, and, where somebody has signed in, which number or home."""

    operator: Operator
    about: About
    identity: Identity | None = None
    line: Subscription | None = None
    home: Home | None = None

    def area(self, hall: Hall) -> str:
        """Return the area to ask for outages: the home's own, or that of the hall."""
        return (self.home.area if self.home else "") or hall.area


@dataclass(frozen=True)
class Seen:
    """What the network told: a word for each measurement, and the outage, where there is one."""

    words: Mapping[Measurement, str]
    outage: Outage | None = None
    away: bool = False
    """Whether she said that an outage near the hall is not where she lives."""

    def tried(self) -> tuple[Tried, ...]:
        """Say it to the operator's people, without what nobody told."""
        return tuple(Tried(what, came, measured=True) for what, came in told(self.words))

    def elsewhere(self) -> Seen:
        """Leave the outage out: it is not where she lives."""
        return Seen({**self.words, Measurement.OUTAGE: UNKNOWN}, away=True)


# ------------------------------------------------------------------------------- asking the network


async def looked_first(hall: Hall, subject: Subject, tree: Tree) -> Seen:
    """Ask all that the tree wants to know at once, and show each answer as it comes."""
    wanted = tuple(one for one in tree.measurements() if can_ask(one, hall, subject))
    if not wanted:
        return Seen({})
    watched = await Watch(
        reads=tuple((one, read(answer_to, hall, subject, one)) for one in wanted),
        show=lambda arrived: what_we_see(wanted, {one: word_of(came) for one, came in arrived.items()}),
    )
    answers = {one: came for one, came in watched.arrived.items() if not isinstance(came, Failed)}
    outage = next((came.outage for came in answers.values() if came.outage), None)
    return Seen({one: came.word for one, came in answers.items()}, outage)


@dataclass(frozen=True)
class Answer:
    """The word that a measurement came to, and the outage behind it."""

    word: str
    outage: Outage | None = None


def word_of(came: Answer | Failed) -> str:
    """Return the word of an answer; what could not be asked is unknown."""
    return UNKNOWN if isinstance(came, Failed) else came.word


def can_ask(one: Measurement, hall: Hall, subject: Subject) -> bool:
    """Tell whether there is anybody, or anything, to ask about."""
    if one is Measurement.OUTAGE:
        return bool(subject.area(hall)) and subject.operator.does_business
    return subject.line is not None or (subject.home is not None and one is Measurement.ACCOUNT)


def answer_to(hall: Hall, subject: Subject, one: Measurement) -> Answer:
    """Ask the network one thing; called on a worker thread. Raises OperatorError as the desks do."""
    if one is Measurement.OUTAGE:
        found = the_outage(hall.desks.faults.outages(subject.operator.id, subject.area(hall)), subject.about)
        return Answer("known" if found else "none", found)
    if subject.home is not None:
        return Answer(account_of_home(subject.home))
    assert subject.identity is not None and subject.line is not None
    return Answer(_about_a_number(hall, subject.identity, subject.line, one))


def _about_a_number(hall: Hall, identity: Identity, line: Subscription, one: Measurement) -> str:
    asked: dict[Measurement, Callable[[], str]] = {
        Measurement.ACCOUNT: lambda: account_of_number(line),
        Measurement.NETWORK: lambda: network_of(line),
        Measurement.SERVICE: lambda: service_of(hall.desks.faults.state_of(identity, line.line)),
        Measurement.REACH: lambda: reach_of(hall.desks.faults.reach_of(identity, line.line)),
        Measurement.SIM: lambda: health_of(hall.desks.lines.sim_of(identity, line.line)),
        Measurement.DATA_LEFT: lambda: data_left_in(hall.desks.bills.so_far(identity, line.line.id)),
    }
    return asked[one]()


# -------------------------------------------------------------------------------- testing the line


async def line_tested(hall: Hall, subject: Subject) -> tuple[str, tuple[Tried, ...]]:
    """Test a home's line while the visitor looks on; tells the word for the tree, and what was measured."""
    test = await read(begun_or_not, hall, subject, doing=t("Calling your box at home"))
    if test is None:
        return UNKNOWN, ()
    watched = await Watch(
        reads=tuple(
            (metric, until_told(hall.desks.faults.measured, subject.identity, test, metric))
            for metric in test.metrics
        ),
        show=lambda arrived: how_far(test, measures_in(arrived), waiting=len(arrived) < len(test.metrics)),
    )
    measures = measures_in(watched.arrived)
    word = line_outcome(measures, subject.about)
    return word, tuple(Tried(what, came, measured=True) for what, came in findings(measures))


def begun_or_not(hall: Hall, subject: Subject) -> TestBegun | None:
    """Begin a line test; None where there is no line to test or the operator does not test it now."""
    if subject.identity is None or subject.home is None:
        return None
    try:
        return hall.desks.faults.test_line(subject.identity, subject.home)
    except OperatorError as error:
        if error.reason is Reason.SIGNED_OUT:
            raise
        return None


def measures_in(arrived: Mapping[Metric, Measure | Failed]) -> dict[Metric, Measure]:
    """Return what was measured, without what could not be."""
    return {metric: came for metric, came in arrived.items() if not isinstance(came, Failed)}
