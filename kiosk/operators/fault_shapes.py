"""The parts of TMF656, 653 and 646 that the kiosk reads: outages, line tests, a technician's visits."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from kiosk.operators.product_shapes import Period, Reference
from kiosk.operators.shapes import Characteristic, Instant, Shape, Short

State = Annotated[str, Meta(max_length=64)]


class ServiceProblem(Shape, frozen=True):
    """Something that is broken for many (TMF656)."""

    id: Short
    status: State = ""
    creation_date: Instant | None = None
    affected_location: tuple[Reference, ...] = ()
    characteristic: tuple[Characteristic, ...] = ()


class RuleViolation(Shape, frozen=True):
    """A rule that a measure breaks; its limits are texts in the standard, also where they are numbers."""

    conformance_target_lower: str = ""
    conformance_target_upper: str = ""


class TestMeasure(Shape, frozen=True):
    """One thing that a test has measured."""

    metric_name: str = ""
    value: Characteristic | None = None
    rule_violation: tuple[RuleViolation, ...] = ()


class ServiceTest(Shape, frozen=True):
    """A test of a line, and what it has measured so far (TMF653)."""

    id: Short
    state: State = ""
    characteristic: tuple[Characteristic, ...] = ()
    test_measure: tuple[TestMeasure, ...] = ()


class TimeSlot(Shape, frozen=True):
    """A time that is free."""

    valid_for: Period = Period()


class SearchTimeSlot(Shape, frozen=True):
    """A search for free times (TMF646)."""

    id: Short
    status: State = ""
    available_time_slot: tuple[TimeSlot, ...] = ()


class Appointment(Shape, frozen=True):
    """A technician's visit (TMF646)."""

    id: Short
    external_id: str = ""
    status: State = ""
    creation_date: Instant | None = None
    last_update: Instant | None = None
    valid_for: Period = Period()
    related_entity: tuple[Reference, ...] = ()
