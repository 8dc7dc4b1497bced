"""How the sandbox's operators say what stands in the way, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.domain.orders import Obstacle
from kiosk.sandbox.tariffs import Names

WORDS: Mapping[Obstacle, Names] = {
    Obstacle.ARREARS: ("还有话费没交", "There are charges to be paid."),
    Obstacle.UNBILLED: ("还有费用没出账", "Some charges are not on a bill yet."),
    Obstacle.CONTRACT: ("套餐合约还没到期", "A contract still runs."),
    Obstacle.SPECIAL_NUMBER: ("靓号协议还没到期", "The promise for this special number still runs."),
    Obstacle.BROADBAND: ("还连着宽带", "Broadband hangs on this number."),
    Obstacle.SUB_CARDS: ("名下还有副卡", "Sub-cards hang on this number."),
    Obstacle.IS_SUB_CARD: ("这是副卡，要由主卡办理", "This is a sub-card; its main card decides."),
    Obstacle.GROUP: ("这个号码属于单位", "The number belongs to a company."),
    Obstacle.FROZEN: ("这个号码被冻结", "The number is frozen."),
    Obstacle.NOT_ACTIVE: ("这个号码没有在用", "The number is not in use."),
    Obstacle.NEW_CUSTOMERS_ONLY: ("只给新客户", "It is for new customers only."),
    Obstacle.AGE: ("年龄不够", "The age is not reached yet."),
    Obstacle.CERTIFICATE: ("没有查到相应的残疾人证", "No such certificate was found."),
    Obstacle.EXCLUDED: ("和现在的套餐不能一起用", "It does not go with the plan."),
    Obstacle.ALREADY_HAS: ("已经是这样了", "It is so already."),
    Obstacle.CHANGED_THIS_MONTH: ("这个月已经改过套餐", "The plan was changed this month already."),
    Obstacle.PORTED_LATELY: ("转入还不到120天", "It came here less than 120 days ago."),
    Obstacle.NOT_REAL_NAME: ("还没有实名登记", "The number is not registered to a real name."),
    Obstacle.ORDER_OPEN: ("还有业务在办理", "Another order is still under way."),
    Obstacle.NEEDS_STAFF: ("需要工作人员办理", "The staff must do this."),
    Obstacle.OTHER: ("现在办不了", "This cannot be done now."),
}
