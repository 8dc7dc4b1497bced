"""The lights at a home's modem and television box, as each condition leaves them, and how they are drawn."""

from __future__ import annotations

from typing import Literal

from kiosk.sandbox.conditions import Condition
from kiosk.sandbox.phone.reader import Reader

Lamp = Literal["green", "blinking", "red", "dark"]
Lights = dict[str, Lamp]
_WELL: Lights = {"power": "green", "pon": "green", "los": "dark", "internet": "green"}
_CUT: Lights = _WELL | {"pon": "dark", "los": "red", "internet": "dark"}
_LIGHTS: dict[Condition, Lights] = {
    Condition.CUT_FIBRE: _CUT,
    Condition.NO_LIGHT: _CUT,
    Condition.MODEM_OFF: dict.fromkeys(_WELL, "dark"),
    Condition.WEAK_LIGHT: _WELL | {"pon": "blinking", "internet": "blinking"},
    Condition.NOT_LET_IN: _WELL | {"internet": "dark"},
}
WITHOUT_PICTURE = frozenset(
    {
        Condition.CUT_FIBRE,
        Condition.NO_LIGHT,
        Condition.MODEM_OFF,
        Condition.NOT_LET_IN,
        Condition.BOX_OFF,
    }
)
"""What leaves the television dark."""


def lights_of(condition: Condition | None, *, television: bool) -> Lights:
    """Return the light of each lamp."""
    lights = _WELL if condition is None else _LIGHTS.get(condition, _WELL)
    box: Lamp = "dark" if condition is Condition.BOX_OFF else "green"
    return lights | ({"box": box} if television else {})


def drawn(reader: Reader, lights: Lights) -> str:
    """Draw the lamps, each with its name and its light in words."""
    lamps = "".join(
        f'<li><span class="lamp {lamp}" aria-hidden="true"></span>{reader.say(name)}'
        f"<small>{reader.say(f'lamp_{lamp}')}</small></li>"
        for name, lamp in lights.items()
    )
    return f'<ul class="lights">{lamps}</ul>'
