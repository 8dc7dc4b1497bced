"""Draws a fault tree in Graphviz's language: each kind of step has its shape, each way its words."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from kiosk.domain.step_checks import drawings_of
from kiosk.domain.tree_problems import Problem
from kiosk.domain.tree_ways import reached_in
from kiosk.domain.trees import Ask, Measure, Ordered, Solved, Step, Tree, Try, Unread
from kiosk.text import Language, Text, Words
from kiosk.traditional import TO_TRADITIONAL

FONT = 'fontname="Noto Sans SC"'
RED = 'color="#B3261E", fontcolor="#B3261E", penwidth=2'
LOOKS = {
    "ask": 'shape=box, style="rounded,filled", fillcolor="#FFFFFF"',
    "do": 'shape=box, style=filled, fillcolor="#DDEBEC"',
    "measure": 'shape=hexagon, style=filled, fillcolor="#F1EADC"',
    "order": 'shape=box, style="rounded,filled,bold", fillcolor="#FFF0CC"',
    "solved": 'shape=box, style="rounded,filled,bold", fillcolor="#E1F2E5"',
    "explained": 'shape=box, style="rounded,filled,bold", fillcolor="#E8E4F3"',
    "unread": f'shape=box, style="filled,dashed", fillcolor="#FBE9E7", {RED}',
}
LEGEND = {
    "ask": ("ask, look: she answers", "ask、look：问一问"),
    "do": ("do: she does it", "do：动手做"),
    "measure": ("measure: the network tells", "measure：网络查询"),
    "order": ("order: something is set going", "order：开始办理"),
    "solved": ("solved: all is well", "solved：好了"),
    "explained": ("solved, well = false: explained", "solved，well = false：只说明"),
    "unread": ("red: something is wrong", "红色：有错"),
}
IN_CHINESE = {
    "works": "好了", "next": "做了没好", "cannot": "做不了", "else": "其余", "unknown": "查不到",
    "good": "正常", "arrears": "欠费", "stopped": "停机", "none": "没有", "known": "有故障",
    "calls-out-off": "不能打出", "calls-off": "不能通话", "data-off": "流量已关", "data-slow": "限速",
    "data": "能上网", "sms": "只能短信", "new": "新卡", "old": "旧卡", "left": "还有流量",
    "used-up": "流量用完", "broken": "卡坏了", "no-modem": "光猫不通", "no-light": "没有光",
    "weak-light": "光太弱", "not-let-in": "认证不过", "slow": "太慢", "crowded": "设备太多",
    "no-box": "机顶盒不通",
    "account": "费用", "outage": "区域故障", "service": "业务状态", "reach": "信号", "network": "卡的年代",
    "data-left": "剩余流量", "sim": "卡", "line": "线路测试",
    "repair": "报修", "follow": "故障恢复通知", "staff": "请工作人员", "pay": "交费",
    "suspend-restore": "停复机", "replace-sim": "补换卡", "replace-sim-old": "换新卡",
    "replace-sim-size": "换尺寸", "change-plan": "换套餐", "bill-check": "查账单",
    "fraud-guard": "防诈骗", "complain": "投诉", "visit": "上门",
}  # fmt: skip
"""What the words of a tree's file mean."""


class DrawError(Exception):
    """Graphviz refuses."""


def draw_tree(tree: Tree, problems: Iterable[Problem], out: Path, words: Words) -> Path:
    """Write one diagram; returns its file. Raises OSError and DrawError."""
    path = out / f"{tree.name}.dot"
    path.write_text(diagram_of(tree, words, problems), encoding="utf-8")
    dot = shutil.which("dot")
    if dot is None:
        return path
    drawn = path.with_suffix(".svg")
    if subprocess.run([dot, "-Tsvg", "-o", drawn, path], check=False).returncode:
        raise DrawError(f"dot cannot draw {path.name}")
    return drawn


def diagram_of(tree: Tree, words: Words, problems: Iterable[Problem] = ()) -> str:
    """Write a tree; what is wrong with it is red."""
    wrong: dict[str, list[str]] = {}
    for problem in problems:
        wrong.setdefault(problem.step, []).append(problem.wrong.lstrip(": "))
    reached = reached_in(tree)
    title = "\n".join([_shown(tree.title, words), *wrong.get("", ())])
    lines = [
        f"digraph {_quoted(tree.name)} {{",
        f"  label={_quoted(title)}; labelloc=t; rankdir=TB; fontsize=22;",
        f"  graph [{FONT}]; node [{FONT}]; edge [{FONT}];",
        *_legend(words),
    ]
    for name, step in tree.steps.items():
        bad = name not in reached or name in wrong
        lines.append(_box(name, step, words, wrong.get(name, []), begins=name == tree.begin, bad=bad))
        lines += _arrows(tree, name, step, words)
    return "\n".join([*lines, "}", ""])


def _box(name: str, step: Step, words: Words, wrong: list[str], *, begins: bool, bad: bool) -> str:
    kind, said = _told(step, words)
    pictures = [drawn.name for drawn in drawings_of(step)]
    small = [f"[{', '.join(pictures)}]"] if pictures else []
    grey, red = '<font point-size="10" color="#6B6B6B">', '<font point-size="10" color="#B3261E">'
    label = "<br/>".join(
        [
            f"{grey}{_plain(name)}</font>",
            *map(_plain, said),
            *(f"{grey}{_plain(one)}</font>" for one in small),
            *(f"{red}{_plain(one)}</font>" for one in wrong),
        ]
    )
    looks = ", ".join([LOOKS[kind], *(["peripheries=2"] if begins else []), *([RED] if bad else [])])
    return f"  {_quoted(name)} [label=<{label}>, tooltip={_quoted(name)}, {looks}];"


def _told(step: Step, words: Words) -> tuple[str, list[str]]:
    """Return the kind of a step, and the lines that stand in its box."""
    match step:
        case Ask():
            return "ask", [_shown(step.ask, words)]
        case Try():
            return "do", [_shown(step.do, words)]
        case Measure():
            return "measure", [_meant(one.word, words) for one in step.measures]
        case Ordered():
            also = " + " + _meant("visit", words) if step.visit else ""
            code = [_shown(step.code, words)] if step.code else []
            return "order", [_shown(step.found, words), *code, f"→ {_meant(step.order.value, words)}{also}"]
        case Solved():
            return "solved" if step.well else "explained", [_shown(step.solved, words)]
        case _:
            assert isinstance(step, Unread)
            return "unread", [_shown(said, words) for said in step.says[:1]]


def _arrows(tree: Tree, name: str, step: Step, words: Words) -> Iterator[str]:
    """Write the ways on: those to the same step share an arrow; to one that is missing it is red."""
    for target, ways in step.ways_by_target().items():
        labels = [words.translate(where) if isinstance(step, Ask) else _meant(where, words) for where in ways]
        red = "" if target in tree.steps else f", {RED}"
        if red:
            yield f"  {_quoted(target)} [shape=box, style=dashed, {RED}];"
        label = _quoted("\n".join(labels))
        yield f"  {_quoted(name)} -> {_quoted(target)} [label={label}{red}];"


def _legend(words: Words) -> Iterator[str]:
    yield '  subgraph cluster_legend { style=dotted; label=""; node [fontsize=10];'
    for kind, (english, chinese) in LEGEND.items():
        said = english if words.language is Language.EN else _in_characters(chinese, words)
        yield f"    {_quoted(f' {kind}')} [label={_quoted(said)}, {LOOKS[kind]}];"
    yield "  }"


# --------------------------------------------------------------------------------------------- words


def _shown(text: Text, words: Words) -> str:
    """Return a sentence as it stands in the catalogue; braces in it are no places here."""
    return words.translate(text.message)


def _meant(word: str, words: Words) -> str:
    """Return a word of the file, with what it means for who reads Chinese."""
    chinese = IN_CHINESE.get(word)
    if chinese is None or words.language is Language.EN:
        return word
    return f"{_in_characters(chinese, words)} ({word})"


def _in_characters(chinese: str, words: Words) -> str:
    return chinese.translate(TO_TRADITIONAL) if words.language is Language.ZH_HK else chinese


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _plain(text: str) -> str:
    shown = "".join(one if one.isprintable() else "�" for one in text)
    return shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
