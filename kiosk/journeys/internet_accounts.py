"""一证通查 2.0: how many internet accounts use my phone number, and what to do about the strange ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from kiosk.domain.people import National
from kiosk.journeys.hall import Hall
from kiosk.journeys.in_order import in_order
from kiosk.journeys.national import MATTERS, ask_the_nation
from kiosk.journeys.notice import they_agree
from kiosk.journeys.phone_at_hand import with_phone
from kiosk.journeys.sign_in import signed_in
from kiosk.journeys.sms import Start, what_does_it_say, where_do_you_stand
from kiosk.screens import Agree, Choose, Fact, Picture, Row, Slip, Tell, Tone
from kiosk.text import Code, Label, just, t, tn


class Outcome(Enum):
    """How the conversation ended."""

    NOT_AGREED = "not_agreed"
    ASKED = "asked"
    NOT_ASKED = "not_asked"
    ALL_KNOWN = "all_known"
    ADVISED = "advised"


@dataclass(frozen=True)
class Company:
    """A company that takes part in the query, by the name of its best known app."""

    id: str
    name: Label


# The first eight companies and their apps (People's Daily, 2022-07-22); the last row takes the later ones.
COMPANIES = (
    Company("tencent", Label.of({"zh_CN": "腾讯（微信、QQ）", "en": "Tencent (WeChat, QQ)"})),
    Company("alibaba", Label.of({"zh_CN": "阿里（淘宝）", "en": "Alibaba (Taobao)"})),
    Company("alipay", Label.of({"zh_CN": "支付宝", "en": "Alipay"})),
    Company("baidu", Label.of({"zh_CN": "百度", "en": "Baidu"})),
    Company("kuaishou", Label.of({"zh_CN": "快手", "en": "Kuaishou"})),
    Company("douyin", Label.of({"zh_CN": "抖音", "en": "Douyin"})),
    Company("jd", Label.of({"zh_CN": "京东", "en": "JD.com"})),
    Company("meituan", Label.of({"zh_CN": "美团", "en": "Meituan"})),
    Company("other", Label.of({"zh_CN": "其他公司", "en": "Other companies"})),
)

ACCOUNTS = Picture(name="internet-accounts", alt=t("A phone with several round signs around it."))


async def internet_accounts(hall: Hall) -> Outcome:
    """Ask the national service for the counts, or explain the SMS that it sent."""
    if await ask_or_explain() is Start.HAVE_SMS:
        return await explain_the_sms(hall)
    if not await they_agree(
        hall,
        why=t("To count the internet accounts of your number"),
        to_whom=t("Your phone company and the national service"),
    ):
        return Outcome.NOT_AGREED
    identity = await with_phone(hall, await signed_in(hall), MATTERS[National.ACCOUNTS])
    asked = await ask_the_nation(hall, identity, National.ACCOUNTS)
    return Outcome.ASKED if asked else Outcome.NOT_ASKED


def ask_or_explain() -> Choose[Start]:
    """Say what this is about, and begin."""
    return where_do_you_stand(
        title=t("How many internet accounts use your number?"),
        body=(
            t("A number opens accounts in many apps."),
            t("The national service counts them for you by SMS."),
        ),
        picture=ACCOUNTS,
        ask=t("Ask the service"),
        takes=t("The SMS comes within 48 hours."),
        explanation=t("It counts the accounts of each company. It does not name them."),
    )


async def explain_the_sms(hall: Hall) -> Outcome:
    """Take the counts of the SMS, and advise where something is strange."""
    rows = tuple(Row(key=company.id, label=just(company.name), icon="globe") for company in COMPANIES)
    counts = await what_does_it_say(rows)
    if await is_that_right(counts):
        await keep_it_so()
        return Outcome.ALL_KNOWN
    await what_to_do(hall)
    return Outcome.ADVISED


def is_that_right(counts: Mapping[str, int]) -> Agree:
    """Ask whether the counts look right, company by company."""
    total = sum(counts.values())
    return Agree(
        title=t("Do these accounts sound right to you?"),
        body=(tn("{count} account uses your number.", "{count} accounts use your number.", total),),
        facts=tuple(
            Fact(
                label=just(company.name),
                value=tn("{count} account", "{count} accounts", counts[company.id]),
            )
            for company in COMPANIES
            if counts[company.id]
        ),
        yes=t("Yes, that is right"),
        no=t("No, some are not mine"),
    )


def keep_it_so() -> Tell:
    """Praise, and give the one piece of advice that helps."""
    return Tell(
        title=t("All is well"),
        body=(
            t("You know your accounts. Well done for looking."),
            t("Before you give up a number, take it out of your apps."),
        ),
        picture=Picture(name="all-known", alt=t("A tick beside several cards.")),
        tone=Tone.DONE,
    )


def what_to_do(hall: Hall) -> Tell:
    """Three steps against strange accounts, to take home."""
    return Tell(
        title=t("Three steps make you safe"),
        picture=ACCOUNTS,
        slip=Slip(
            title=t("Accounts that are not mine"),
            lines=in_order(
                (
                    t("Call the company. Ask it to remove the account."),
                    t("Change the passwords of your own accounts."),
                    t("Never tell a code to anybody who calls you."),
                )
            ),
            advice=(
                t("An account may be from the former owner of your number."),
                t("If you fear fraud, call {police}.", police=Code(hall.guard.rescue.police_line)),
            ),
        ),
        proceed=t("I have noted it"),
    )
