"""Who looks at the phone: their language, the person they play, and the token that guards their forms."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.responses import HTMLResponse, RedirectResponse, Response

from kiosk.sandbox.errors import Problem
from kiosk.sandbox.oauth.forms import Form, form_of
from kiosk.sandbox.phone.page import page
from kiosk.sandbox.phone.words import say
from kiosk.sandbox.web import Call
from kiosk.text import Language

GUARD, PERSON, LANGUAGE = "guard", "person", "language"


@dataclass(frozen=True)
class Reader:
    """One browser, as its cookies tell."""

    call: Call
    language: Language
    person: str
    guard: str

    def say(self, key: str, **values: object) -> str:
        """Return a sentence in the reader's language."""
        return say(self.language, key, **values)

    def guarded(self) -> str:
        """Return the hidden field that shows a form to be ours."""
        return f'<input type="hidden" name="{GUARD}" value="{self.guard}">'

    def page(self, body: str, *, live: bool = False, status: int = 200) -> HTMLResponse:
        """Answer a page, and remember language and guard."""
        other = Language.ZH_CN if self.language is Language.EN else Language.EN
        url = self.call.request.url
        kept = [(name, value) for name, value in self.call.request.query_params.items() if name != "lang"]
        switch = f"{url.path}?{urlencode([*kept, ('lang', other.value)])}"
        if self.call.request.method == "POST":
            switch = f"/phone?lang={other.value}"
        response = page(self.language, body, switch=switch, live=live, status=status)
        remember(response, LANGUAGE, self.language.value)
        remember(response, GUARD, self.guard)
        return response


def reader_of(call: Call) -> Reader:
    """Read the cookies; a language in the address wins."""
    cookies = call.request.cookies
    wanted = call.request.query_params.get("lang") or cookies.get(LANGUAGE, "")
    language = Language.EN if wanted == Language.EN else Language.ZH_CN
    guard = cookies.get(GUARD, "")
    if not (guard.isalnum() and len(guard) == 32):
        guard = secrets.token_hex(16)
    return Reader(call, language, cookies.get(PERSON, ""), guard)


def checked_form(call: Call) -> Form:
    """Read a form that carries this browser's own guard; raises Problem(403) for one from elsewhere."""
    form, guard = form_of(call), call.request.cookies.get(GUARD, "")
    if not guard or not secrets.compare_digest(form.get(GUARD, "").encode(), guard.encode()):
        raise Problem(403, "The form did not come from this phone.")
    return form


def remember(response: Response, name: str, value: str) -> None:
    """Keep something in this browser until it is closed."""
    response.set_cookie(name, value, httponly=True, samesite="lax")


def go_to(path: str) -> RedirectResponse:
    """Send the browser to another page of the phone."""
    return RedirectResponse(path, 303, headers={"Cache-Control": "no-store"})


class PhoneDialect:
    """Words a problem as a page."""

    def response_to(self, problem: Problem) -> Response:
        """Say that it did not work and where to go, in both languages."""
        parts = [
            f"<h1>{say(language, 'problem')}</h1><p>{say(language, 'problem_help')}</p>"
            f'<a class="button" href="/phone">{say(language, "home")}</a>'
            for language in (Language.ZH_CN, Language.EN)
        ]
        response = page(Language.ZH_CN, "".join(parts), switch="/phone?lang=en", status=problem.status)
        response.headers.update(problem.headers)
        return response
