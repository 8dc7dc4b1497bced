"""In which language an answer is written: the one that was asked for (RFC 9110, 12.5.4), else Chinese."""

from __future__ import annotations

from kiosk.sandbox.web import Call


def wants_english(call: Call) -> bool:
    """Tell whether English is asked for first."""
    return call.request.headers.get("accept-language", "").strip().lower().startswith("en")
