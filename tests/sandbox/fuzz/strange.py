"""Strange requests: whatever a path, a query, a header or a body can be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from hypothesis import strategies as st
from requests import Response

from tests.sandbox.fuzz.bodies import bodies
from tests.sandbox.fuzz.operations import METHODS, SERVED, Served
from tests.sandbox.ordering import WANGS
from tests.sandbox.visitor import Visitor

MADE, REPAIR, TOKEN = "@made", "@repair", "@token"
KNOWN = (
    MADE, MADE, WANGS, "mobile-1001", f"A-{WANGS}", f"M-{WANGS}", f"U-{WANGS}",
    f"B202610-{WANGS}", f"B202610-{WANGS}-1",
    f"{WANGS}-plan", "STD39", "ELD19", "SP-SEED0002",
)  # fmt: skip
ODD_IDS = (
    "none", "\x00", "a/b", "...", "%2F", "%", " ", "\n", "x\ny", "\u202e😀", "'; --",
    "x" * 5000, "１", "A-", "M-",
)  # fmt: skip
NUMBERS = (
    "0", "1", "2", "-1", "", "1.5", "1e3", "٣", "999999999", "9" * 18, "9" * 400, "x", "\x00", "1 ", "+1",
)  # fmt: skip
FIELDS = ("", "id", "id,name", "nothing", ",,", "id," * 900, "😀", "\x00", "@type", "../..")
NAMES = (
    "id", "name", "relatedParty.id", "partyAccount.id", "affectedLocation.id", "relatedEntity.id",
    "contact.contactMedium.characteristic.phoneNumber", "externalId",
    "individualIdentification.identificationId", "fullName", "", ".", "a." * 400, "href",
    "😀", "\x00", "category",
)  # fmt: skip
WORDS = (*KNOWN[2:], "+8613800130001", "", "x", "\x00", "😀" * 20, "true", "x" * 4000)
HEADERS: Mapping[str, tuple[str, ...]] = {
    "Authorization": (*(f"Bearer {TOKEN}",) * 9, f"bearer  {TOKEN}", "Bearer",
        "Bearer x", "Basic eDp4", "", "Bearer \xff"),
    "Content-Type": (
        *("application/json",) * 6, "application/json;charset=utf-8", "APPLICATION/JSON",
        "application/merge-patch+json",
        "text/plain", "", "application/json;charset=utf-16",
    ),
    "Accept": ("*/*", "application/json", "text/html"),
    "Accept-Language": ("en", "zh-CN", "", "*;q=x", "\xff"),
    "x-correlator": (*("c-1",) * 9, "", "x" * 256, "x" * 257, "a b", "\xe4"),
    "Idempotency-Key": (*("key-1", "key-2") * 3, "", "x" * 257, "\xff"),
}  # fmt: skip


@dataclass(frozen=True)
class Strange:
    """One request: what it asks for, and everything that is said with it."""

    served: Served
    method: str
    id: str
    params: tuple[tuple[str, str], ...]
    headers: tuple[tuple[str, str], ...]
    body: bytes | None

    def send(self, visitor: Visitor, made: str, repair: str) -> Response:
        """Send it; `made` stands for the last thing that was made, `repair` for a repair on file."""
        path = f"/{self.served.base}{self.served.path}".replace("{id}", quote(self._real(made), safe=""))
        query = f"?{urlencode(self.params)}" if self.params else ""
        headers = {
            name: value.replace(TOKEN, visitor.token).encode("latin-1") for name, value in self.headers
        }
        body = self.body
        for mark, meant in ((MADE, made), (REPAIR, repair)):
            body = None if body is None else body.replace(mark.encode(), meant.encode())
        url = visitor.root + path + query
        return visitor.http.request(
            self.method, url, headers=headers, data=body, timeout=20, allow_redirects=False
        )

    def _real(self, made: str) -> str:
        return (made or "none") if self.id == MADE else self.id


@st.composite
def strange_requests(draw: st.DrawFn) -> Strange:
    """One request to any path that the sandbox serves; most use a method that it takes."""
    served = draw(st.sampled_from(SERVED))
    method = draw(st.sampled_from((*served.methods * 6, *METHODS)))
    body = draw(bodies(served.path)) if method not in {"GET", "HEAD"} or draw(_SELDOM) else None
    return Strange(
        served,
        method,
        draw(st.sampled_from((*KNOWN, *ODD_IDS))),
        tuple(draw(st.lists(_PARAMS, max_size=3))),
        tuple(_given(draw(_HEADERS))),
        body,
    )


_SELDOM = st.sampled_from((True, *(False,) * 9))
_PARAMS = st.one_of(
    st.tuples(st.sampled_from(("offset", "limit")), st.sampled_from(NUMBERS)),
    st.tuples(st.just("fields"), st.sampled_from(FIELDS)),
    st.tuples(st.sampled_from(NAMES), st.sampled_from(WORDS)),
)
_SAID = ("Authorization", "Content-Type")
"""What nearly every request says."""
_HEADERS = st.fixed_dictionaries(
    {name: st.sampled_from(HEADERS[name]) for name in _SAID},
    optional={name: st.sampled_from(values) for name, values in HEADERS.items() if name not in _SAID},
)


def _given(headers: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(name, value) for name, value in headers.items() if value or name == "x-correlator"]
