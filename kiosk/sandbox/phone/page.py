"""The frame of every page of the phone: warm, large, without anything from elsewhere."""

from __future__ import annotations

import secrets
from html import escape

from starlette.responses import HTMLResponse

from kiosk.sandbox.phone.sign_style import SIGN_STYLE
from kiosk.sandbox.phone.words import say
from kiosk.text import Language

_FRAME = """
:root { color-scheme: light; --ink: #2b2420; --paper: #fbf6ee; --card: #fff; --line: #e4d9c8;
  --leaf: #0b5d51; --leaf-soft: #e3f0ec; --note: #6b5d50; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1.25rem/1.6 system-ui, "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
main, header, footer { max-width: 34rem; margin: 0 auto; padding: 1rem 1.25rem; }
header { display: flex; justify-content: space-between; gap: 1rem; font-size: 1rem; color: var(--note); }
h1 { font-size: 1.9rem; line-height: 1.3; margin: .5rem 0 1rem; }
h2 { font-size: 1.35rem; margin: 2rem 0 .75rem; }
p { margin: .5rem 0; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 1.25rem;
  padding: 1.1rem 1.25rem; margin: .9rem 0; }
.waiting { background: var(--leaf-soft); border-color: var(--leaf); }
.note { color: var(--note); font-size: 1.05rem; }
.match { font-size: 5rem; line-height: 1.1; font-weight: 700; letter-spacing: .1em; text-align: center;
  color: var(--leaf); margin: .25rem 0; }
dl { margin: 0; display: grid; grid-template-columns: auto 1fr; gap: .35rem 1rem; }
dt { color: var(--note); } dd { margin: 0; font-weight: 600; }
ul { margin: .5rem 0; padding-left: 1.4rem; }
button, .button { display: block; width: 100%; min-height: 3.75rem; padding: .8rem 1.25rem; margin: .8rem 0;
  border-radius: 1.1rem; border: 2px solid var(--leaf); background: var(--card); color: var(--leaf);
  font: inherit; font-weight: 600; text-align: center; text-decoration: none; cursor: pointer; }
button.main, .button.main { background: var(--leaf); color: #fff; }
button.person { text-align: left; border-color: var(--line); color: var(--ink); }
button.person small { display: block; font-weight: 400; color: var(--note); }
input[type=text] { width: 100%; min-height: 3.75rem; font: inherit; font-size: 1.6rem; padding: .5rem 1rem;
  border: 2px solid var(--note); border-radius: 1.1rem; text-transform: uppercase; letter-spacing: .15em; }
label.choice { display: flex; gap: .8rem; align-items: center; min-height: 3rem; }
input[type=radio] { width: 1.5rem; height: 1.5rem; accent-color: var(--leaf); }
fieldset { border: 0; padding: 0; margin: 1rem 0; } legend { font-weight: 600; }
a { color: var(--leaf); }
:focus-visible { outline: 4px solid #d98e04; outline-offset: 3px; }
"""

STYLE = _FRAME + SIGN_STYLE

LIVE = """
const live = document.getElementById("live");
setInterval(async () => {
  try {
    const answer = await fetch("/phone/live");
    const digest = answer.headers.get("x-digest");
    if (!answer.ok || digest === live.dataset.digest) return;
    live.innerHTML = await answer.text();
    live.dataset.digest = digest;
  } catch (lost) { /* the next turn tries again */ }
}, 2500);
"""


def page(
    language: Language, body: str, *, switch: str, live: bool = False, status: int = 200
) -> HTMLResponse:
    """Frame a page; `switch` is the address of the same page in the other language."""
    nonce = secrets.token_urlsafe(16)
    script = f'<script nonce="{nonce}">{LIVE}</script>' if live else ""
    refresh = '<noscript><meta http-equiv="refresh" content="6"></noscript>' if live else ""
    tag = "en" if language is Language.EN else "zh-CN"
    other = "zh-CN" if language is Language.EN else "en"
    html = (
        f'<!doctype html><html lang="{tag}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{say(language, 'title')}</title>{refresh}"
        f'<style nonce="{nonce}">{STYLE}</style></head><body>'
        f"<header><span>{say(language, 'practice')}</span>"
        f'<a href="{escape(switch)}" lang="{other}">{say(language, "other_language")}</a></header>'
        f"<main>{body}</main>{script}</body></html>"
    )
    return HTMLResponse(html, status, headers=_headers(nonce))


def _headers(nonce: str) -> dict[str, str]:
    """Let nothing in from elsewhere, and keep nothing."""
    policy = (
        f"default-src 'none'; style-src 'nonce-{nonce}'; script-src 'nonce-{nonce}'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
    return {
        "Content-Security-Policy": policy,
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }
