"""The bodies of TMF621 requests, and how a ticket's status grows with time."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType, field

Word = Annotated[str, Meta(min_length=1, max_length=256)]
Prose = Annotated[str, Meta(min_length=1, max_length=4000)]
Moment = Annotated[datetime, Meta(tz=True)]


class RelatedParty(Struct):
    """Who has to do with a ticket."""

    id: Word
    referredType: Word = field(name="@referredType")  # noqa: N815 - the standard's own names
    role: Word | UnsetType = UNSET
    name: Word | UnsetType = UNSET
    href: Word | UnsetType = UNSET


class RelatedEntity(Struct):
    """What a ticket is about."""

    id: Word
    role: Word
    referredType: Word = field(name="@referredType")  # noqa: N815
    name: Word | UnsetType = UNSET
    href: Word | UnsetType = UNSET


class Note(Struct):
    """A remark."""

    text: Prose
    id: Word | UnsetType = UNSET
    author: Word | UnsetType = UNSET
    date: Moment | UnsetType = UNSET


class Channel(Struct):
    """By which way a ticket came."""

    id: Word
    name: Word | UnsetType = UNSET


class CreateTicket(Struct):
    """The body of POST troubleTicket (TroubleTicket_Create)."""

    description: Prose
    severity: Word
    ticketType: Word  # noqa: N815
    name: Word | UnsetType = UNSET
    externalId: Word | UnsetType = UNSET  # noqa: N815
    priority: Word | UnsetType = UNSET
    requestedResolutionDate: Moment | UnsetType = UNSET  # noqa: N815
    relatedParty: list[RelatedParty] = []  # noqa: N815
    relatedEntity: list[RelatedEntity] = []  # noqa: N815
    note: list[Note] | UnsetType = UNSET
    channel: Channel | UnsetType = UNSET


class UpdateTicket(Struct, forbid_unknown_fields=True):
    """The body of PATCH troubleTicket: what a customer's side may change, merged (RFC 7396)."""

    description: Prose | UnsetType = UNSET
    name: Word | UnsetType = UNSET
    severity: Word | UnsetType = UNSET
    priority: Word | UnsetType = UNSET
    requestedResolutionDate: Moment | UnsetType = UNSET  # noqa: N815
    note: list[Note] | UnsetType = UNSET
    status: Literal["cancelled"] | UnsetType = UNSET
    statusChangeReason: Word | UnsetType = UNSET  # noqa: N815


def given(body: Struct) -> dict[str, Any]:
    """Return what was sent, as plain JSON data."""
    plain: dict[str, Any] = msgspec.to_builtins(body)
    return plain


def canonical(body: Struct) -> str:
    """Return a text that is equal for equal bodies."""
    return msgspec.json.encode(body, order="sorted").decode()
