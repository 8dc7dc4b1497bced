"""What the SMS about an order says, in plain Chinese."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Connection

from kiosk.domain.calendar import CHINA
from kiosk.domain.orders import OrderKind, OrderState
from kiosk.sandbox.brands import BRANDS
from kiosk.sandbox.messages import send
from kiosk.sandbox.order_tables import OrderRecord
from kiosk.sandbox.records import line_with

DONE = {
    OrderKind.CHANGE_PLAN: "套餐换好了",
    OrderKind.STOP_ADD_ON: "不用的业务退掉了",
    OrderKind.SET_CAP: "超套封顶设好了",
    OrderKind.TAKE_DISCOUNT: "优惠办好了",
    OrderKind.END_CONTRACT: "合约停好了",
    OrderKind.LET_CONTRACT_END: "合约到期自动停，不续了",
    OrderKind.CANCEL_NUMBER: "号码注销了",
    OrderKind.REPLACE_SIM: "新卡换好了，旧卡不能用了",
    OrderKind.STOP_NUMBER: "号码停机了",
    OrderKind.RESTORE_NUMBER: "号码恢复了",
    OrderKind.SET_PASSWORD: "服务密码改好了",
}
ENDED = {
    OrderState.FAILED: "没有办成",
    OrderState.REJECTED: "没有受理",
    OrderState.CANCELLED: "已经取消，什么都没变",
    OrderState.PARTIAL: "办好了一部分",
}


def tell(db: Connection, order: OrderRecord, at: datetime) -> None:
    """Send an SMS to the line's phone: what was done, from when, and the order's number."""
    line, brand = line_with(db, order.line), BRANDS[order.operator]
    if line.kind == "mobile":
        send(db, line.number, brand.hotline, f"【{brand.zh}】{_sentence(order, at)}单号{order.id}。", at)


def _sentence(order: OrderRecord, at: datetime) -> str:
    what = f"您尾号{order.document['tail']}的号码，"
    if order.stands is not OrderState.COMPLETED:
        why = (order.document.get("note") or {}).get("zh_CN", "")
        return f"{what}这次业务{ENDED[order.stands]}。{why}"
    starts = date.fromisoformat(order.document["starts"])
    later = starts > at.astimezone(CHINA).date()
    return f"{what}{DONE[order.what]}{f'，{starts.month}月{starts.day}日起算' if later else ''}。"
