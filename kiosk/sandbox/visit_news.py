"""What the SMS about a technician's visit says, in plain Chinese."""

from __future__ import annotations

from typing import Literal

from kiosk.domain.calendar import CHINA
from kiosk.sandbox.messages import send
from kiosk.sandbox.phone.signins import phone_line
from kiosk.sandbox.turn import Turn
from kiosk.sandbox.visit_tables import VisitRecord

News = Literal["booked", "moved", "cancelled"]
_SENTENCES: dict[News, str] = {
    "booked": "师傅{when}上门看宽带。",
    "moved": "上门时间改好了，师傅{when}来。",
    "cancelled": "师傅{when}不来了，上门已经取消。",
}


def tell(turn: Turn, visit: VisitRecord, news: News) -> None:
    """Send an SMS to the customer's phone, where she has one in her hands."""
    line = phone_line(turn.db, visit.person, turn.brand)
    if line is not None:
        text = f"【{turn.brand.zh}】{_SENTENCES[news].format(when=_when(visit))}单号{visit.ticket}。"
        send(turn.db, line.number, turn.brand.hotline, text, turn.now)


def _when(visit: VisitRecord) -> str:
    begins, ends = visit.begins.astimezone(CHINA), visit.ends.astimezone(CHINA)
    return f"{begins.month}月{begins.day}日{begins.hour}点到{ends.hour}点"
