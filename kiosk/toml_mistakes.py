"""Says in plain words what is wrong at the place where a TOML reader stopped, and what to write in its stead.

The readers of these sentences are no programmers, and type Chinese: most mistakes are its wide marks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*|.', re.DOTALL
)
QUOTES = "“”„‟＂‘’"
MARKS = {
    "，": ("comma", ", (英文逗号)"),
    "、": ("comma", ", (英文逗号)"),
    "＝": ("equals sign", "= (英文等号)"),
    "：": ("colon", "= between a key and its value"),
    "；": ("semicolon", "nothing in its place"),
    "【": ("bracket", "[ (英文方括号)"),
    "】": ("bracket", "] (英文方括号)"),
    "。": ("full stop", ". (英文句点)"),
    "—": ("dash", "- (英文连字符)"),
}
"""What a Chinese keyboard types where an English sign belongs; other wide signs have a narrow one."""


@dataclass(frozen=True)
class Spot:
    """A place in a text, and what is wrong there."""

    text: str
    at: int
    wrong: str = ""

    @property
    def line(self) -> int:
        """The line, from 1."""
        return self.text.count("\n", 0, self.at) + 1

    @property
    def before(self) -> str:
        """What stands in the line before the place."""
        return self.text[: self.at].rpartition("\n")[2]

    @property
    def after(self) -> str:
        """What stands in the line from the place on."""
        return self.text[self.at :].partition("\n")[0]


def mistake_at(text: str, at: int, error: str) -> Spot:
    """Say what is wrong with a text whose reader stopped `at` an offset with an error."""
    odd = next((spot for token in TOKEN.finditer(text) if (spot := _odd(text, token))), None)
    if odd is not None and odd.at <= at:
        return odd
    spot = Spot(text, at)
    return Spot(text, at, _unclosed(spot) or _said_about(spot, error))


def _odd(text: str, token: re.Match[str]) -> Spot | None:
    """Find a wide mark, or a sentence that is not closed."""
    sign, at = token.group(), token.start()
    if sign in {'"', "'"}:
        end = text.find("\n", at)
        wrong = f"the closing {sign} is missing; a sentence stands on one line, between two {sign}"
        return Spot(text, end if end >= 0 else len(text), wrong)
    if len(sign) > 1 or sign.isascii():
        return None
    wrong = _wide(sign, Spot(text, at).after)
    return Spot(text, at, wrong) if wrong else None


def _wide(sign: str, after: str) -> str:
    narrow = unicodedata.normalize("NFKC", sign)
    if sign in QUOTES:
        there = list(dict.fromkeys(one for one in after if one in QUOTES))[:2]
        are = "are Chinese quotation marks" if len(there) == 2 else "is a Chinese quotation mark"
        return f'{" and ".join(there)} {are}; write " (英文引号)'
    if sign in MARKS:
        name, write = MARKS[sign]
        return f"“{sign}” is a Chinese {name}; write {write}"
    if unicodedata.category(sign) in {"Zs", "Cf"}:
        return f"a Chinese or invisible space (U+{ord(sign):04X}) stands here; type a plain one (英文空格)"
    if len(narrow) == 1 and narrow.isascii():
        return f"“{sign}” is a wide sign (全角); write {narrow} (半角)"
    return ""


# ----------------------------------------------------------------------------------------- brackets


def _unclosed(spot: Spot) -> str:
    """Tell of a [ that an earlier line opened, where a new key or a new step begins, or nothing follows."""
    at_end = not spot.text[spot.at :].strip()
    begins = re.match(r"\s*(\[\[?steps?\b|[\w-]+\s*=)", spot.before + spot.after)
    opened = [one for one in _opened_before(spot) if one.line < spot.line and one.after[0] == "["]
    if not opened or not (begins or at_end):
        return ""
    last = opened[-1]
    key = re.match(r"\s*([\w-]+)\s*=", last.before)
    what = f"of “{key.group(1)}”, " if key else ""
    where = "at the end" if at_end else "before this line"
    return f"the [ {what}opened in line {last.line}, is not closed; write ] {where}"


def _opened_before(spot: Spot) -> list[Spot]:
    opened: list[Spot] = []
    for token in TOKEN.finditer(spot.text, 0, spot.at):
        if token.group() in {"[", "{"}:
            opened.append(Spot(spot.text, token.start()))
        elif token.group() in {"]", "}"} and opened:
            opened.pop()
    return opened


# ------------------------------------------------------------------------- what the reader expected


def _said_about(spot: Spot, error: str) -> str:
    last = spot.text[: spot.at].rstrip()[-1:]
    if spot.before.rstrip().endswith('"') and (word := re.match(r"\w+", spot.after)):
        return (
            f'before “{word.group()}” a sentence ends with "; '
            "either a \" is missing, or one stands inside the sentence (write ' there)"
        )
    if last in {"}", '"'} and spot.after[:1] in {"{", '"'}:
        where = "at its beginning" if spot.before.strip() else "at the end of the line before"
        return f"a comma is missing {where}; write , between the two"
    if last == "," and spot.after[:1] == "}":
        return "a comma stands before the }; remove it"
    for begin, say in SAID.items():
        if error.startswith(begin):
            return say(spot, error)
    return f"this cannot be understood ({error.partition(' (at ')[0]})"


def _twice(spot: Spot, error: str) -> str:
    header = re.match(r"\s*\[+\s*steps\.(.*?)\s*\]", spot.before + spot.after)
    if header:
        return f"there are two steps “{header.group(1)}”; give one another name"
    key = re.match(r"\s*([\w-]+)\s*=", spot.before)
    inside = re.search(r"'([^']+)' \(at", error)
    name = inside.group(1) if inside else key.group(1) if key else "this"
    return f"“{name}” stands twice; remove one"


def _value(spot: Spot, _error: str) -> str:
    word = re.match(r"[^\s,#\]}]*", spot.after)
    value = word.group() if word else ""
    if not value:
        return "nothing stands here; write a value"
    if value.casefold() in {"true", "false"}:
        return "write true or false, small and without quotes"
    return f'“{value}” must be in quotes: "{value}"'


def _equals(spot: Spot, _error: str) -> str:
    if spot.after.startswith(":"):
        return "write = and not :"
    return f"after “{spot.before.strip()}” a = is missing"


def _header(spot: Spot, _error: str) -> str:
    if re.match(r"\w", spot.after):
        return "a step's name has no spaces; write - between its words"
    return "a ] is missing; a step begins with [steps.NAME]"


def _key(spot: Spot, _error: str) -> str:
    if not spot.after:
        return "the { of this line is not closed; write } at its end (what is in { } stands on one line)"
    if spot.before.lstrip().startswith("["):
        return "a step's name is written with a to z, 0 to 9 and -"
    return "a key is expected here: a word with a to z and -, then ="


def _inline(spot: Spot, error: str) -> str:
    return _key(spot, error) if not spot.after else "a , or } is missing here"


def _array(spot: Spot, _error: str) -> str:
    return "a , or ] is missing here"


def _rest(spot: Spot, _error: str) -> str:
    if spot.after.startswith("//"):
        return "a remark begins with #, not with //"
    if spot.after.startswith(";"):
        return "a ; does not belong here; remove it"
    return "this does not belong behind the value; remove it, or put all of it in quotes"


def _escape(spot: Spot, _error: str) -> str:
    return "a \\ cannot stand in a sentence; write it without"


SAID: dict[str, Callable[[Spot, str], str]] = {
    "Cannot declare": _twice,
    "Cannot overwrite": _twice,
    "Cannot mutate": _twice,
    "Cannot redefine": _twice,
    "Duplicate inline": _twice,
    "Invalid value": _value,
    "Expected '='": _equals,
    "Expected ']": _header,
    "Invalid initial": _key,
    "Invalid statement": _key,
    "Unclosed inline": _inline,
    "Unclosed array": _array,
    "Expected newline": _rest,
    "Unescaped": _escape,
    "Invalid hex": _escape,
    "Escaped character": _escape,
}
"""What to say, by the beginning of the reader's own words."""
