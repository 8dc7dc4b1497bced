"""The five themes, as roles: what a colour is for. No other file of the project names a colour."""

from __future__ import annotations

from dataclasses import dataclass, fields

from kiosk.domain.comfort import Theme


@dataclass(frozen=True)
class Roles:
    """What each colour is for; `on_…` is what is written on it. Values are #RRGGBB."""

    ground: str
    surface: str
    sunken: str
    ink: str
    soft: str
    accent: str
    on_accent: str
    accent_pressed: str
    on_accent_pressed: str
    tint: str
    on_tint: str
    pressed: str
    on_pressed: str
    edge: str
    line: str
    focus: str
    care: str
    on_care: str
    danger: str
    on_danger: str
    done: str
    on_done: str
    tone1: str
    tone2: str
    tone3: str
    alarm: str
    go: str

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Return every (written, ground) pair that is used for words on screen."""
        plain = (self.ground, self.surface, self.sunken)
        return (
            *((ink, ground) for ink in (self.ink, self.soft) for ground in plain),
            (self.accent, self.ground),
            (self.accent, self.surface),
            (self.on_accent, self.accent),
            (self.on_accent_pressed, self.accent_pressed),
            (self.on_pressed, self.pressed),
            (self.on_tint, self.tint),
            (self.ink, self.tint),
            (self.on_care, self.care),
            (self.on_danger, self.danger),
            (self.on_done, self.done),
        )

    def edges(self) -> tuple[tuple[str, str], ...]:
        """Return every (edge, ground) pair that shows where a control, the focus or a bar is."""
        plain = (self.ground, self.surface, self.sunken)
        marks = (self.edge, self.focus, self.accent, self.on_care, self.on_done)
        return tuple((mark, ground) for mark in marks for ground in plain)

    def lamps(self) -> tuple[tuple[str, str], ...]:
        """Return every (lamp, ground) pair of drawings: a lamp keeps its colour, as the real one does."""
        grounds = (self.surface, self.tone1, self.tone2)
        return tuple((lamp, ground) for lamp in (self.alarm, self.go) for ground in grounds)


@dataclass(frozen=True)
class Tokens:
    """The colours that drawings are drawn with; each is replaced by a role when a drawing is shown."""

    ink: str = "#1B1B1B"
    tone1: str = "#F3ECDD"
    tone2: str = "#DCCFB5"
    tone3: str = "#B7A582"
    accent: str = "#0B5A6B"
    ground: str = "#FFFFFF"
    alarm: str = "#B3261E"
    go: str = "#2E7D4F"


PAPER = Roles(
    ground="#FAF6EE", surface="#FFFFFF", sunken="#F1EADC", ink="#1B1B1B", soft="#3A3429",
    accent="#06404E", on_accent="#FFFFFF", accent_pressed="#032A34", on_accent_pressed="#FFFFFF",
    tint="#DDEBEC", on_tint="#04333F",
    pressed="#E9E0CC", on_pressed="#1B1B1B", edge="#857A66", line="#E0D6C2", focus="#A3450B",
    care="#FFF0CC", on_care="#4A3000", danger="#FCE8E4", on_danger="#650D0D",
    done="#E1F2E5", on_done="#0B4022",
    tone1="#F3ECDD", tone2="#DCCFB5", tone3="#B7A582",
    alarm="#B3261E", go="#2E7D4F",
)  # fmt: skip

BLACK_ON_WHITE = Roles(
    ground="#FFFFFF", surface="#FFFFFF", sunken="#FFFFFF", ink="#000000", soft="#000000",
    accent="#000000", on_accent="#FFFFFF", accent_pressed="#FFFFFF", on_accent_pressed="#000000",
    tint="#FFFFFF", on_tint="#000000",
    pressed="#000000", on_pressed="#FFFFFF", edge="#000000", line="#000000", focus="#000000",
    care="#FFFFFF", on_care="#000000", danger="#FFFFFF", on_danger="#000000",
    done="#FFFFFF", on_done="#000000",
    tone1="#FFFFFF", tone2="#E0E0E0", tone3="#9A9A9A",
    alarm="#B3261E", go="#2E7D4F",
)  # fmt: skip

WHITE_ON_BLACK = Roles(
    ground="#000000", surface="#000000", sunken="#000000", ink="#FFFFFF", soft="#FFFFFF",
    accent="#FFFFFF", on_accent="#000000", accent_pressed="#000000", on_accent_pressed="#FFFFFF",
    tint="#000000", on_tint="#FFFFFF",
    pressed="#FFFFFF", on_pressed="#000000", edge="#FFFFFF", line="#FFFFFF", focus="#FFFFFF",
    care="#000000", on_care="#FFFFFF", danger="#000000", on_danger="#FFFFFF",
    done="#000000", on_done="#FFFFFF",
    tone1="#1E1E1E", tone2="#3C3C3C", tone3="#7A7A7A",
    alarm="#FF8A80", go="#7FE0A5",
)  # fmt: skip

# Pure yellow on black is 19.56:1 by the formula. This lemon is the deepest yellow that reaches 20:1.
LEMON = "#FFFFA0"
YELLOW_ON_BLACK = Roles(
    ground="#000000", surface="#000000", sunken="#000000", ink=LEMON, soft=LEMON,
    accent=LEMON, on_accent="#000000", accent_pressed="#000000", on_accent_pressed=LEMON,
    tint="#000000", on_tint=LEMON,
    pressed=LEMON, on_pressed="#000000", edge=LEMON, line=LEMON, focus=LEMON,
    care="#000000", on_care=LEMON, danger="#000000", on_danger=LEMON,
    done="#000000", on_done=LEMON,
    tone1="#1F1F10", tone2="#3D3D22", tone3="#7C7C4C",
    alarm="#FF8A80", go="#7FE0A5",
)  # fmt: skip

LOW_GLARE = Roles(
    ground="#1D2124", surface="#262B2F", sunken="#17191C", ink="#EBE4D4", soft="#E0D8C6",
    accent="#C0E1E2", on_accent="#0E1A1D", accent_pressed="#A3CCCE", on_accent_pressed="#0E1A1D",
    tint="#163036", on_tint="#D6ECEC",
    pressed="#14171A", on_pressed="#EBE4D4", edge="#8F8A7E", line="#3A4045", focus="#F2B870",
    care="#33280F", on_care="#F6DFAE", danger="#3A1A18", on_danger="#FADAD4",
    done="#14301F", on_done="#CDEBD5",
    tone1="#2C3236", tone2="#434A4F", tone3="#6F7678",
    alarm="#F28B82", go="#81C995",
)  # fmt: skip

ROLES = {
    Theme.PAPER: PAPER,
    Theme.BLACK_ON_WHITE: BLACK_ON_WHITE,
    Theme.WHITE_ON_BLACK: WHITE_ON_BLACK,
    Theme.YELLOW_ON_BLACK: YELLOW_ON_BLACK,
    Theme.LOW_GLARE: LOW_GLARE,
}

QR_DARK, QR_LIGHT = "#000000", "#FFFFFF"
"""A QR code is dark on light in every theme: many phones read no other."""


def luminance(colour: str) -> float:
    """Return the relative luminance of #RRGGBB, from 0 to 1 (WCAG 2.2)."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def recoloured(drawing: str, roles: Roles) -> str:
    """Return an SVG drawing in the colours of a theme."""
    token = Tokens()
    becomes = {token.ground.lower(): roles.surface}
    becomes |= {
        getattr(token, field.name).lower(): getattr(roles, field.name)
        for field in fields(token)
        if field.name != "ground"
    }
    parts = drawing.split("#")
    kept = [parts[0]]
    for part in parts[1:]:
        colour = f"#{part[:6]}".lower()
        kept.append(becomes[colour] + part[6:] if colour in becomes else f"#{part}")
    return "".join(kept)
