"""Tests of a home's line over TMF653: for its own customer alone, and changing nothing there."""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType, field
from starlette.responses import Response

from kiosk.sandbox.access import closed, people_open_to
from kiosk.sandbox.conditions import condition_of
from kiosk.sandbox.errors import Problem
from kiosk.sandbox.homes import home_of
from kiosk.sandbox.line_test_book import LineTestRecord, begin_test, line_tests, line_tests_where
from kiosk.sandbox.line_test_views import line_test_resource
from kiosk.sandbox.records import IN_SERVICE, LineRecord, PersonRecord, lines_where, party_id
from kiosk.sandbox.tables import lines
from kiosk.sandbox.ticket_bodies import RelatedParty, Word
from kiosk.sandbox.tmf import created, filter_of, listed, single
from kiosk.sandbox.turn import Turn, authorised
from kiosk.sandbox.web import Call

SCOPE = "line-tests:write"
SPECIFICATION = "broadbandLine"


class Ref(Struct):
    """What is to be tested, or after which specification."""

    id: Word


class CreateTest(Struct):
    """The body of POST serviceTest (ServiceTest_Create)."""

    name: Word
    relatedService: Ref  # noqa: N815 - the standard's own names
    testSpecification: Ref  # noqa: N815
    mode: Word | UnsetType = UNSET
    relatedParty: list[RelatedParty] = field(default_factory=list)  # noqa: N815


def create_test(call: Call) -> Response:
    """Begin a test of a broadband account."""
    with authorised(call, SCOPE) as turn:
        body = call.json(CreateTest)
        if body.testSpecification.id != SPECIFICATION:
            raise Problem(400, f"testSpecification must be {SPECIFICATION}.")
        people = _people(turn, {one.id for one in body.relatedParty if one.referredType == "Individual"})
        record = _begun(turn, _line(turn, people, body.relatedService.id), body.name)
        return created(line_test_resource(turn, record))


def list_tests(call: Call) -> Response:
    """List the tests of a person's lines, the newest first; a client must name a proven person."""
    with authorised(call, SCOPE) as turn:
        asked = filter_of(call, "relatedParty.id")
        people = _people(turn, {asked} if asked or turn.grant.line is None else set())
        return listed(call, [line_test_resource(turn, one) for one in _tests_of(turn, people)])


def retrieve_test(call: Call) -> Response:
    """Return one test as far as it has come."""
    with authorised(call, SCOPE) as turn:
        tests = _tests_of(turn, people_open_to(turn))
        wanted = next((record for record in tests if record.id == turn.wanted_id), None)
        if wanted is None:
            raise closed(turn)
        return single(call, line_test_resource(turn, wanted))


def _people(turn: Turn, named: set[str]) -> list[PersonRecord]:
    """Return who is open to the token, or those of them that are named; raises Problem where one is not."""
    people = {party_id(turn.brand.id, person): person for person in people_open_to(turn)}
    if not named <= set(people):
        raise closed(turn)
    return [person for id_, person in people.items() if not named or id_ in named]


def _line(turn: Turn, people: list[PersonRecord], wanted: str) -> LineRecord:
    """Return the broadband account that is to be tested; raises Problem where it is none of theirs."""
    own = (lines.c.owner.in_([person.id for person in people]), lines.c.operator == turn.brand.id)
    this = (lines.c.id == wanted, lines.c.kind == "broadband", lines.c.status.in_(IN_SERVICE))
    for line in lines_where(turn.db, *own, *this):
        return line
    raise closed(turn)


def _begun(turn: Turn, line: LineRecord, name: str) -> LineTestRecord:
    home, condition = home_of(turn.db, line.id, turn.today), condition_of(turn.db, line, turn.now)
    assert home is not None, "every broadband account has a home"
    record = LineTestRecord(
        operator=turn.brand.id,
        line=line.id,
        person=line.owner,
        name=name,
        number=line.number,
        downstream=home.downstream,
        television=home.television,
        condition=None if condition is None else condition.value,
        created_at=turn.now,
    )
    begin_test(turn.db, record)
    return record


def _tests_of(turn: Turn, people: list[PersonRecord]) -> list[LineTestRecord]:
    theirs = line_tests.c.person.in_([person.id for person in people])
    return line_tests_where(turn.db, line_tests.c.operator == turn.brand.id, theirs)
