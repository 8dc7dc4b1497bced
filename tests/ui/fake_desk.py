"""A front desk that remembers what it was told, and stages of every kind of screen in two languages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from kiosk.domain.comfort import Comfort
from kiosk.domain.glossary import Term
from kiosk.screens import (
    Agree,
    Choose,
    Enter,
    Fact,
    Mark,
    NotGood,
    Option,
    Picture,
    Row,
    Scan,
    Screen,
    Slip,
    Tally,
    Tell,
    Tone,
    Typed,
    Welcome,
    Working,
)
from kiosk.text import Code, Day, Language, PersonName, PhoneNumber, just, t, tn
from kiosk.visit.stage import Stage
from tests.ui.chinese import CHINESE
from tests.ui.looked_at import screens_looked_at
from tests.ui.told_in_rows import screens_in_rows

NOON = datetime(2026, 11, 23, 9, 5)  # noqa: DTZ001 - the hall's own time


@dataclass(frozen=True)
class FewWords:
    """Words from a small dictionary."""

    language: Language

    def translate(self, message: str) -> str:
        return message if self.language is Language.EN else CHINESE.get(message, message)

    def translate_plural(self, one: str, many: str, count: int) -> str:
        return self.translate(one if count == 1 and self.language is Language.EN else many)


@dataclass
class FakeDesk:
    """Does nothing but remember; `show` plays the session."""

    stage: Stage
    told: list[tuple[str, Any]] = field(default_factory=list)
    listeners: list[Callable[[Stage], None]] = field(default_factory=list)
    alert_until_touched: bool = False
    """Whether a sign of life answers an alert, as it does at the reception."""

    def show(self, stage: Stage) -> None:
        self.stage = stage
        for listener in self.listeners:
            listener(stage)

    def show_screen(self, screen: Screen[Any], **around: Any) -> None:
        self.show(replace(self.stage, page=self.stage.page + 1, screen=screen, **around))

    def subscribe(self, changed: Callable[[Stage], None]) -> None:
        self.listeners.append(changed)

    def answer(self, page: int, answer: object) -> None:
        self.told.append(("answer", (page, answer)))

    def back(self) -> None:
        self.told.append(("back", None))

    def explain(self, page: int, terms: tuple[Term, ...]) -> None:
        self.told.append(("explain", (page, terms)))

    def help(self) -> None:
        self.told.append(("help", None))

    def adjust(self) -> None:
        self.told.append(("adjust", None))

    def talk(self) -> None:
        self.told.append(("talk", None))

    def change_comfort(self, comfort: Comfort) -> None:
        self.told.append(("change_comfort", comfort))

    def end(self) -> None:
        self.told.append(("end", None))

    def touched(self) -> None:
        self.told.append(("touched", None))
        if self.alert_until_touched and self.stage.alert is not None:
            self.show(replace(self.stage, alert=None))

    def tick(self) -> None:
        self.told.append(("tick", None))

    def heard(self, *but: str) -> list[tuple[str, Any]]:
        """Return what it was told beside signs of life."""
        return [said for said in self.told if said[0] not in {"touched", "tick", *but}]


def eleven(digits: str) -> str:
    if len(digits) != 11:
        raise NotGood(t("This number needs eleven digits. Please look again."))
    return digits


def option(answer: str, label: str, detail: str = "", icon: str = "", hindrance: str = "") -> Option[str]:
    return Option(
        answer=answer,
        label=t(label),
        detail=t(detail) if detail else None,
        icon=icon or None,
        hindrance=t(hindrance) if hindrance else None,
    )


SERVICES = (
    option("one-id", "Phone numbers under my name", "See how many cards use your ID.", "sim-card"),
    option("accounts", "Internet accounts on my number", "See which companies know this number.", "globe"),
    option("sms", "I have received the SMS", "Type the counts; we explain them.", "sms"),
    option("person", "Talk to a person", "Staff come to you.", "help"),
    option("pay", "Pay for my phone", icon="wallet"),
    option("plan", "Change my plan", icon="refresh", hindrance="Not now: the system is resting."),
    option("fault", "Repair a fault", icon="wrench"),
    option("card", "Replace my card", icon="card"),
    option("calls", "Stop unwanted calls", icon="call-end"),
)
COMPANIES = ("China Example Mobile", "China Sample Unicom", "Trial Telecom", "Broad Net", "Others")
FACTS = (
    Fact(
        label=t("Numbers in use"),
        value=tn("{count} number", "{count} numbers", 7),
        note=t("As of today, 9:05"),
        big=True,
    ),
    Fact(label=t("China Example Mobile"), value=tn("{count} number", "{count} numbers", 3), mark=Mark.DONE),
    Fact(label=t("China Sample Unicom"), value=t("No answer yet"), mark=Mark.WAITING),
    Fact(
        label=t("Trial Telecom"),
        value=t("No answer yet"),
        note=t("Down just now; you can ask again."),
        mark=Mark.CARE,
    ),
)
SLIP = Slip(
    title=t("Take this home"),
    lines=(
        Fact(label=t("Reference"), value=just(Code("OBJ-2611-0042")), big=True),
        Fact(label=t("Answer until"), value=just(Day(date(2026, 12, 8)))),
        Fact(label=t("Hotline"), value=just(Code("10000"))),
    ),
    advice=(t("Write it down, or take a picture."), t("Nobody will ask you for a code.")),
)
PICTURE = Picture(name="one-id", alt=t("An old lady at the kiosk"))

SIZES_OFFERED = tuple(
    Option(answer=i, label=t(label), icon="type", chosen=i == 3)
    for i, label in enumerate(("Small", "Middle", "Large", "Larger", "Largest"))
)


def screens() -> dict[str, Screen[Any]]:
    """Return a sample of every kind of screen."""
    hello = t("Hello, what would you like to do?")
    slow = t("No hurry. We go step by step.")
    return {
        "welcome": Welcome(
            title=t("Hello. Touch the screen to begin."),
            hall=t("Demonstration Hall"),
            greetings=(just("您好，碰一下屏幕就開始"), just("Welcome. Touch the screen to begin")),
            picture=Picture(name="welcome", alt=t("A desk with a warm lamp.")),
            options=(
                Option(answer=Language.ZH_CN, label=just("中文（普通话）"), icon="language"),
                Option(answer=Language.ZH_HK, label=just("粵語"), icon="language"),
                Option(answer=Language.EN, label=just("English"), icon="language"),
            ),
        ),
        "choose-2": Choose(
            title=t("How shall we check that it is you?"),
            body=(t("Choose the way that is easiest for you."),),
            picture=PICTURE,
            options=(
                option("qr", "With my own phone", icon="qr"),
                option("sms", "With a code by SMS", icon="sms"),
            ),
        ),
        "choose-4": Choose(title=hello, body=(slow,), options=SERVICES[:4]),
        "choose-6": Choose(title=hello, options=SERVICES[:6]),
        "choose-9": Choose(title=hello, body=(slow,), options=SERVICES),
        "chosen": Choose(title=t("How large shall the words be?"), options=SIZES_OFFERED),
        "tell": Tell(
            title=t("This is how it works"),
            body=(t("We ask four companies how many numbers you have."), slow),
            picture=PICTURE,
        ),
        "facts": Choose(
            title=t("These numbers run under your ID"),
            body=(t("Each company answered by itself."),),
            facts=FACTS,
            help=t("A number that you do not use may cost money."),
            options=(
                option("mine", "Yes, all are mine", icon="tick"),
                option("not", "No, one is not mine", icon="not-mine"),
            ),
        ),
        "slip": Tell(title=t("We have sent your objection"), slip=SLIP, tone=Tone.DONE),
        "danger": Tell(
            title=t("Do not send any money"),
            body=(t("Somebody may be trying to cheat you."), t("Call the police: 110")),
            tone=Tone.DANGER,
            proceed=t("I understand"),
        ),
        "agree": Agree(
            title=t("May we read your phone numbers?"),
            body=(
                t("We ask four companies how many numbers you have."),
                t("We show the answer here and forget it at the end."),
            ),
            facts=(
                Fact(label=t("Who reads it"), value=t("The hall's kiosk")),
                Fact(label=t("How long it is kept"), value=t("Until you end")),
            ),
            help=t("You can say no and ask a person instead."),
            yes=t("Yes, read them"),
            no=t("No, not now"),
        ),
        "phone": Enter(
            title=t("What is your phone number?"),
            body=(t("Type the eleven digits."),),
            kind=Typed.PHONE,
            length=11,
            parse=eleven,
        ),
        "code": Enter(
            title=t("Type the code from the SMS"),
            kind=Typed.CODE,
            length=6,
            parse=str,
            other=(option("again", "Send the code again", icon="refresh"),),
        ),
        "id": Enter(
            title=t("Type the last six of your ID number"),
            body=(t("The last one may be an X."),),
            kind=Typed.ID_TAIL,
            length=6,
            parse=str,
        ),
        "tally-5": tally(5),
        "tally-11": tally(11),
        "scan": Scan(
            title=t("Scan this with your phone"),
            body=(t("Open your phone's camera and hold it to the code."),),
            code="http://192.168.1.20:9091/phone/device?user_code=WDJB-MJHT",
            match=just(Code("42")),
            place=t("Demonstration Hall, kiosk K-01"),
            site=just(Code("192.168.1.20:9091")),
            lasts=120,
            options=(
                option("sms", "With a code by SMS", icon="sms"),
                option("person", "I have no phone with me", icon="help"),
            ),
        ),
        "working": Working(
            title=t("We are asking the companies"),
            body=(t("This takes a few seconds."),),
            options=(option("person", "Talk to a person", icon="help"),),
        ),
    }


def tally(count: int) -> Tally[str]:
    return Tally(
        title=t("How many cards does the SMS name?"),
        body=(t("Type what the SMS says, company by company."),),
        rows=tuple(
            Row(key=f"row {i}", label=t(COMPANIES[i % len(COMPANIES)]), start=i % 3) for i in range(count)
        ),
    )


def stages(comfort: Comfort) -> dict[str, Stage]:
    """Return a sample stage of every kind, some with something around the screen."""
    samples = {
        name: Stage(visit=1, page=1, screen=screen, comfort=comfort, can_go_back=True)
        for name, screen in (screens() | screens_in_rows() | screens_looked_at()).items()
    }
    samples["welcome"] = replace(samples["welcome"], visit=0, can_go_back=False)
    number = t("This number needs eleven digits. Please look again.")
    samples["problem"] = replace(samples["phone"], problem=number)
    samples["alert"] = replace(
        samples["facts"], alert=t("Are you still there?"), signed_in=PersonName("王秀英")
    )
    samples["signed-in"] = replace(
        samples["facts"], signed_in=PersonName("王秀英"), practice=True, helper_called=True
    )
    box = t("The box is still empty. Please sign anywhere in it.")
    samples["unsigned"] = replace(samples["sign"], problem=box)
    samples["waiting"] = replace(samples["agree"], waiting=True)
    return samples


NUMBER = PhoneNumber("13812341234")
