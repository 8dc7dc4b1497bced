"""Finds the places of everything on a page: in one part where it fits, in fewer columns, then in parts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QRect

from kiosk.ui.acting import act_page, picture_first, with_figure
from kiosk.ui.blocks import Block, Drawing, Greeting, Keys, PageOf, Qr, Sheet, SignBox
from kiosk.ui.calendar import CalendarSheet
from kiosk.ui.flow import Part, Row, Stack
from kiosk.ui.look import Look
from kiosk.ui.making import Thing
from kiosk.ui.reading import read_page
from kiosk.ui.setting import Setting
from kiosk.ui.weeks import Calendar

BESIDE_PICTURE_MM = 40
"""Drawings to choose from must be as high before a picture of the whole page stands beside them."""
LEAST_PICTURE_MM = 15
"""A lower picture shows nothing, and is left out."""


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
    """Show a calendar where its days have room; where cards need fewer parts, its free days are cards."""
    calendar = next((block for block in setting.page.after if isinstance(block, Calendar)), None)
    if calendar is None:
        return _fitted(setting)
    sheet = setting.make(calendar)
    listed = replace(setting, page=replace(setting.page, after=calendar.cards))
    if not (isinstance(sheet, CalendarSheet) and sheet.comfortable_at(setting.body.width())):
        return _fitted(listed)
    parts = _fitted(setting)
    whole = all(_is_whole(part, setting.body.bottom()) for part in parts)
    if whole and len(parts) == 1:
        return parts
    return min([*([parts] if whole else []), _fitted(listed)], key=len)


def _is_whole(part: Part, bottom: int) -> bool:
    """Tell whether a calendar has the width it needs, and stands over nothing and above the bottom."""
    papers = [place for sheet, place in part.sheets if sheet is Sheet.DAYS]
    sheets = [(box, place) for box, place in part.places if isinstance(box, CalendarSheet)]
    others = [place for box, place in part.places if not isinstance(box, CalendarSheet)]
    return all(
        box.comfortable_at(place.width()) and place.bottom() <= bottom for box, place in sheets
    ) and not any(paper.intersects(other) for paper in papers for other in others)


def _fitted(setting: Setting) -> list[Part]:
    """Where a page would need several parts, leave out its help first, then a picture that is not needed."""
    brief = replace(setting, page=setting.page.without_help())
    figure = setting.page.figure
    if isinstance(figure, Drawing):
        full, less = (replace(one, least_drawing=BESIDE_PICTURE_MM) for one in (setting, brief))
        for tried in (replace(full, easy=True), replace(less, easy=True), full, less):
            part = with_figure(tried, figure, tried.page.everything, tried.page.foot)
            if part is not None:
                return [part]
        first = picture_first(less, figure) if figure.needed else None
        if first is not None:
            return first
    parts = _without_picture(setting)
    return parts if len(parts) == 1 or brief == setting else _without_picture(brief)


def _without_picture(setting: Setting) -> list[Part]:
    page = setting.page
    if isinstance(page.figure, Keys | SignBox | Qr):
        return act_page(setting, page.figure)
    return read_page(setting, page.everything, page.foot)


def _resting(setting: Setting, figure: Greeting, heading: Thing) -> Part:
    """The face above, the picture and the way to begin below; on a wide panel left and right, if they fit."""
    area, gap, face = setting.body, setting.gap, setting.make(figure)
    half = area.adjusted(round(area.width() * 0.5), 0, 0, 0)
    beside = not setting.upright and _height_to_begin(setting, half.width(), heading) <= area.height()
    place = half if beside else area
    low = setting.foot(setting.page.foot, place.width())
    stack = _words_to_begin(setting, place.width(), heading)
    drawing = next((setting.make(b) for b in setting.page.before if isinstance(b, Drawing)), None)
    part = Part()
    top = place.bottom() + 1 - low.height - stack.height()
    picture = 0
    if drawing is not None and (beside or setting.upright):
        room = top - place.y() - gap if beside else (top - place.y()) // 2
        picture = drawing.height_at(place.width(), max(1, room)) + gap
    if drawing is not None and picture - gap >= setting.look.metrics.px(LEAST_PICTURE_MM):
        part.places.append((drawing, QRect(place.x(), top - picture, place.width(), picture - gap)))
    stack.place(part, place.x(), top, stack.height())
    low.place(part, place.x(), place.bottom() + 1)
    height = area.height() if beside else top - picture - gap - area.y()
    width = place.x() - area.x() - 2 * gap if beside else area.width()
    part.places.insert(0, (face, QRect(area.x(), area.y(), width, height)))
    return part


def _words_to_begin(setting: Setting, width: int, heading: Thing) -> Stack:
    words = [block for block in setting.page.before if not isinstance(block, Drawing)]
    return Stack([Row((heading,)), *setting.rows(words)], width, setting.body.height(), setting.spacing)


def _height_to_begin(setting: Setting, width: int, heading: Thing) -> int:
    low = setting.foot(setting.page.foot, width)
    return low.height + _words_to_begin(setting, width, heading).height()
