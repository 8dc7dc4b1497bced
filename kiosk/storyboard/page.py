"""The storyboard's page: every screen with what is said and what can be pressed, in plain HTML."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Control:
    """One thing that can be pressed: name, role, whether it can be used, and its place in millimetres."""

    name: str
    role: str
    usable: bool
    place: str


@dataclass(frozen=True)
class Shot:
    """One picture of one part of a screen."""

    file: str
    title: str
    spoken: tuple[str, ...]
    controls: tuple[Control, ...]


STYLE = """
:root { color-scheme: light dark; font: 16px/1.6 system-ui, "Noto Sans SC", sans-serif; }
body { margin: 2rem auto; max-width: 78rem; padding: 0 1.5rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.15rem; margin: 0 0 .5rem; }
article { display: grid; grid-template-columns: minmax(16rem, 30rem) 1fr; gap: 2rem; padding: 2rem 0;
  border-top: 1px solid #8886; }
img { width: 100%; border-radius: .5rem; box-shadow: 0 .1rem .8rem #0003; }
ul, ol { margin: .3rem 0 1rem; padding-left: 1.4rem; } .off { opacity: .55; }
small { color: #777; } nav a { margin-right: 1rem; }
@media (max-width: 50rem) { article { grid-template-columns: 1fr; } }
"""


def page_of(heading: str, about: str, journeys: Iterable[tuple[str, list[Shot]]]) -> str:
    """Write the page; `about` says how it was made."""
    journeys = list(journeys)
    links = "".join(f'<a href="#{escape(name)}">{escape(name)}</a>' for name, _ in journeys)
    body = "".join(_journey(name, shots) for name, shots in journeys)
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{escape(heading)}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{STYLE}</style>'
        f"<h1>{escape(heading)}</h1><p>{escape(about)}</p><nav>{links}</nav>{body}</html>\n"
    )


def _journey(name: str, shots: list[Shot]) -> str:
    articles = "".join(_shot(number, shot) for number, shot in enumerate(shots, start=1))
    return f'<section id="{escape(name)}"><h1>{escape(name)}</h1>{articles}</section>'


def _shot(number: int, shot: Shot) -> str:
    spoken = "".join(f"<li>{escape(phrase)}</li>" for phrase in shot.spoken)
    controls = "".join(_control(control) for control in shot.controls)
    return (
        f'<article><a href="{escape(shot.file)}"><img src="{escape(shot.file)}" alt="{escape(shot.title)}"'
        f' loading="lazy"></a><div><h2>{number}. {escape(shot.title)}</h2><h3>Spoken</h3><ol>{spoken}</ol>'
        f"<h3>Controls, in order</h3><ol>{controls}</ol></div></article>"
    )


def _control(control: Control) -> str:
    off = "" if control.usable else ' class="off"'
    return (
        f"<li{off}>{escape(control.name)} <small>{escape(control.role)}, {escape(control.place)}</small></li>"
    )
