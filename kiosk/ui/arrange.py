"""Finds the places of everything on a page: in one part where it fits, in fewer columns, then in parts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QRect

from kiosk.ui.acting import act_page, with_figure
from kiosk.ui.blocks import Block, Drawing, Greeting, Keys, PageOf, Qr, SignBox
from kiosk.ui.flow import Part, Row, Stack
from kiosk.ui.look import Look
from kiosk.ui.making import Thing
from kiosk.ui.reading import read_page
from kiosk.ui.setting import Setting


def arranged(
    page: PageOf, area: QRect, look: Look, make: Callable[[Block], Thing], *, top: int = 0
) -> list[Part]:
    """Return every part of a page within an area whose upper edge is `top` pixels below the panel's."""
    heading = make(page.heading)
    if isinstance(page.figure, Greeting):
        parts = [_resting(Setting(page, area, look, make), page.figure, heading)]
    else:
        parts = _headed(page, area, look, make, top)
    return [part.mirrored(area) for part in parts] if look.metrics.left_handed else parts


def _headed(page: PageOf, area: QRect, look: Look, make: Callable[[Block], Thing], top: int) -> list[Part]:
    """Put the heading above every part."""
    heading = make(page.heading)
    tall = heading.height_at(area.width(), area.height())
    body = area.adjusted(0, tall + look.metrics.gap, 0, 0)
    reach = max(0, look.metrics.highest - top - body.y())
    parts = _parts(Setting(page, body, look, make, reach))
    for part in parts:
        part.places.insert(0, (heading, QRect(area.x(), area.y(), area.width(), tall)))
    return parts


def _parts(setting: Setting) -> list[Part]:
    """Where a page would need several parts, leave out its help first, then its picture."""
    brief = replace(setting, page=setting.page.without_help())
    figure = setting.page.figure
    if isinstance(figure, Drawing):
        for tried in (replace(setting, easy=True), replace(brief, easy=True), setting, brief):
            part = with_figure(tried, figure, tried.page.everything, tried.page.foot)
            if part is not None:
                return [part]
    parts = _without_picture(setting)
    return parts if len(parts) == 1 or brief == setting else _without_picture(brief)


def _without_picture(setting: Setting) -> list[Part]:
    page = setting.page
    if isinstance(page.figure, Keys | SignBox | Qr):
        return act_page(setting, page.figure)
    return read_page(setting, page.everything, page.foot)


def _resting(setting: Setting, figure: Greeting, heading: Thing) -> Part:
    """The face above (or left), the picture and the way to begin below (or right)."""
    area, gap, face = setting.body, setting.gap, setting.make(figure)
    place = area if setting.upright else area.adjusted(round(area.width() * 0.5), 0, 0, 0)
    low = setting.foot(setting.page.foot, place.width())
    words = [block for block in setting.page.before if not isinstance(block, Drawing)]
    drawing = next((setting.make(b) for b in setting.page.before if isinstance(b, Drawing)), None)
    stack = Stack([Row((heading,)), *setting.rows(words)], place.width(), place.height(), setting.spacing)
    part = Part()
    top = place.bottom() + 1 - low.height - stack.height()
    picture = 0
    if drawing is not None:
        room = (top - place.y()) // 2 if setting.upright else top - place.y() - gap
        picture = drawing.height_at(place.width(), max(1, room)) + gap
        part.places.append((drawing, QRect(place.x(), top - picture, place.width(), picture - gap)))
    stack.place(part, place.x(), top, stack.height())
    low.place(part, place.x(), place.bottom() + 1)
    height = top - picture - gap - area.y() if setting.upright else area.height()
    width = area.width() if setting.upright else place.x() - area.x() - 2 * gap
    part.places.insert(0, (face, QRect(area.x(), area.y(), width, height)))
    return part
