"""The bodies of TMF646 requests."""

from __future__ import annotations

from typing import Literal

from msgspec import UNSET, Struct, UnsetType, field

from kiosk.domain.faults import Slot
from kiosk.sandbox.ticket_bodies import Moment, Note, Prose, RelatedEntity, RelatedParty, Word


class Period(Struct):
    """From when until when."""

    startDateTime: Moment  # noqa: N815 - the standard's own names
    endDateTime: Moment  # noqa: N815

    @property
    def slot(self) -> Slot:
        """The same, as a time for a visit."""
        return Slot(self.startDateTime, self.endDateTime)


class SearchSlots(Struct):
    """The body of POST searchTimeSlot (SearchTimeSlot_Create)."""

    relatedEntity: list[RelatedEntity]  # noqa: N815
    relatedParty: RelatedParty | UnsetType = UNSET  # noqa: N815


class CreateVisit(Struct):
    """The body of POST appointment (Appointment_Create)."""

    validFor: Period  # noqa: N815
    relatedEntity: list[RelatedEntity]  # noqa: N815
    relatedParty: list[RelatedParty] = field(default_factory=list)  # noqa: N815
    externalId: Word | UnsetType = UNSET  # noqa: N815
    category: Word | UnsetType = UNSET
    description: Prose | UnsetType = UNSET
    note: list[Note] | UnsetType = UNSET


class ChangeVisit(Struct, forbid_unknown_fields=True):
    """The body of PATCH appointment: another time, or none any more; the standard wants `validFor` always."""

    validFor: Period  # noqa: N815
    status: Literal["cancelled"] | UnsetType = UNSET
    description: Prose | UnsetType = UNSET
    note: list[Note] | UnsetType = UNSET
