"""The matrix's page: a row for each number, the worst that was measured, and its picture."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from tests.matrix.rules import RULES, Ledger, Record, Rule
from tests.matrix.ways import Walked

SHOWN = 12
"""So many places where a rule is broken are listed."""

STYLE = """
:root { color-scheme: light dark; font: 16px/1.6 system-ui, "Noto Sans SC", sans-serif; }
body { margin: 2rem auto; max-width: 90rem; padding: 0 1.5rem; }
h1 { font-size: 1.6rem; } table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .7rem 1rem .7rem 0; border-top: 1px solid #8886; }
td.number { white-space: nowrap; font-variant-numeric: tabular-nums; }
img { max-width: 18rem; max-height: 14rem; border-radius: .3rem; box-shadow: 0 .1rem .8rem #0003; }
ul { margin: .3rem 0; padding-left: 1.2rem; } small { color: #777; }
"""


def report_of(ledger: Ledger, about: Sequence[str], walks: Sequence[Walked] = ()) -> str:
    """Write the page; `about` says what was measured and how, `walks` how the journeys were walked."""
    head = "".join(
        f"<th>{name}</th>" for name in ("", "what", "wanted", "worst", "", "where the worst is", "picture")
    )
    rows = "".join(_row(rule, ledger.records.get(rule)) for rule in RULES)
    told = "".join(f"<p>{escape(line)}</p>" for line in about)
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>What was measured</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{STYLE}</style>'
        f"<h1>What everyone can see, reach and understand: measured</h1>{told}"
        f"<table><tr>{head}</tr>{rows}</table>{_ways(walks) if walks else ''}</html>\n"
    )


def _ways(walks: Sequence[Walked]) -> str:
    """Write a table of the journeys, each way a column."""
    went = {(walk.journey, walk.way): escape(str(walk)) for walk in walks}
    ways, journeys = (dict.fromkeys(pair[i] for pair in went) for i in (1, 0))
    head = "".join(f"<th>{way}</th>" for way in ways)
    rows = "".join(
        f"<tr><td>{journey}</td>"
        + "".join(f"<td>{went.get((journey, way), '–')}</td>" for way in ways)
        + "</tr>"
        for journey in journeys
    )
    return (
        "<h2>Journeys finished in one way alone (A16, A17, A23, A24)</h2>"
        "<p>All visits of a story, over real HTTP. A press is one key, one switch or a touch; cards are laid,"
        " codes scanned and SMS read besides. By ear, something is said wherever a key leads; with the "
        "curtain, every picture of the window is one colour; muted, nothing is said.</p>"
        f"<table><tr><th></th>{head}</tr>{rows}</table>"
    )


def _row(rule: Rule, record: Record | None) -> str:
    wanted = f"≥ {_number(rule.least)}" if rule.least is not None else f"≤ {_number(rule.most or 0)}"
    start = f"<tr><td>{rule.requirement}</td><td>{escape(rule.what)}</td>"
    start += f'<td class="number">{wanted} {rule.unit}</td>'
    if record is None:
        return f'{start}<td class="number">–</td><td>not measured</td><td></td><td></td></tr>'
    verdict = f"<strong>fails</strong> in {len(record.broken)} places" if record.broken else "passes"
    name = escape(record.picture)
    picture = f'<a href="{name}"><img src="{name}" alt="" loading="lazy"></a>' if record.picture else ""
    places = "".join(f"<li>{escape(where)}</li>" for where in record.broken[:SHOWN])
    return (
        f'{start}<td class="number">{_number(record.value)} {rule.unit}</td>'
        f"<td>{verdict} <small>({record.count:,} measured)</small></td>"
        f"<td>{escape(record.what)}<ul>{places}</ul></td><td>{picture}</td></tr>"
    )


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
