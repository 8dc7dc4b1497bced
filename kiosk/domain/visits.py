"""What a visitor wishes of a technician's visit: to have one, at another time, or none (TMF646)."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.domain.faults import Slot
from kiosk.domain.people import Access


@dataclass(frozen=True)
class VisitWish:
    """A visit is booked (no `visit_id`), moved (both) or cancelled (no `slot`)."""

    operator_id: str
    access: Access = field(repr=False)
    ticket: str
    """The reference of the repair order."""
    slot: Slot | None
    visit_id: str = ""
