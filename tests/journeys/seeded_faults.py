"""Faults, as they are in the world: what the network can see of each, and what she sees and does herself.

One long table, so that all faults can be read together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from kiosk.domain.bills import Usage
from kiosk.domain.faults import (
    DataService,
    Home,
    Kin,
    Measure,
    Metric,
    Outage,
    Reach,
    ServiceState,
)
from kiosk.domain.offers import Allowance
from kiosk.domain.orders import SimCard
from kiosk.domain.subscriptions import StopReason
from kiosk.text import Label
from tests.fake_business import SUBSCRIPTION, FakeBusiness
from tests.fake_trouble import HOME, FakeTrouble

NO_BETTER, NOT_NOW = "Done, but no better", "Nobody can do it now"
AREA = Outage(
    "SP-1",
    frozenset(Kin),
    Label.of({"en": "Yuexiu District"}),
    datetime(2026, 11, 23, 1, tzinfo=UTC),
    datetime(2026, 11, 23, 10, tzinfo=UTC),
)


@dataclass(frozen=True)
class Fault:
    """One fault: under which symptom she looks for it, and where the tree must end."""

    name: str
    symptom: str
    found: str
    """What the last screen says it is."""
    questions: int
    """So many screens of the tree she answers, at the most."""
    answers: Mapping[str, str] = field(default_factory=dict)
    """What she answers by a screen's heading. Whatever is not named she is not sure of, or it does not help,
    or, at home, nobody can do it now: she stands in the hall."""
    business: Mapping[str, Any] = field(default_factory=dict)
    trouble: Mapping[str, Any] = field(default_factory=dict)
    looks: bool = True
    """Whether she lets the kiosk look first."""

    def seen(self) -> tuple[FakeBusiness, FakeTrouble]:
        return FakeBusiness(**self.business), FakeTrouble(**self.trouble)


def bad(metric: Metric, value: float | None = None) -> dict[str, Any]:
    return {"bad": {metric: Measure(metric, good=False, value=value)}}


def line(**changes: Any) -> dict[str, Any]:
    return {"held": (replace(SUBSCRIPTION, **changes),)}


def state(*, calls_in: bool = True, calls_out: bool = True, data: DataService = DataService.ACTIVE) -> Any:
    return {"state": ServiceState(calls_in, calls_out, data)}


def home(**changes: Any) -> dict[str, tuple[Home, ...]]:
    return {"homes": (replace(HOME, **changes),)}


CALLS, DATA, NET, TV, SIM, PHONE = (
    "I cannot make calls",
    "My phone has no internet",
    "My internet at home",
    "My television",
    "The phone does not know my card",
    "Is my phone broken?",
)
PAY, OUTAGE, STOPPED = (
    "Something is still to be paid",
    "There is a fault in your area",
    "Your number is stopped",
)
HALF, OFF = (
    "You can be called, but not call out",
    "Calls are switched off, and no bill is the reason.",
)
NEW_CARD, WORKS, OLD = "Your SIM card does not work any more", "It works again", "Your card is of an old kind"
PHONE_FAULT, LOCKED = "Your card is good. The phone has a fault.", "Your card is locked, not broken."
TOO_OLD = "Your phone is too old for today's network"
SOUND = "The line is good. It is the sound of the phone."
WEAK = "In one place the signal is too weak."
CALLS_OPEN = "The network and the card look good, and calls still fail."
NO_LIGHT, NO_ANSWER = "Too little light comes through your cable.", "Your box at home does not answer."
TURNED_AWAY, HOME_FIRST = "The line is good, but it is not let in.", "Try this at home first"
AT_HOME, TV_OPEN = "At home there is still no internet.", "The television still does not work."

VOICE, HOW = "Ring any number. What do you hear?", "What is it exactly?"
RING_ME = "Have staff ring you. What does your phone do?"
TEST_PHONE = "Staff put your card into the test phone. What does it show?"
SILENT = "Your box does not answer. Which lamps are on at home?"
LAMPS = "Which lamps are on at the white box at home?"
PLUG = "Push the thin cable straight in until it clicks"
OR_VISIT = "Try it at home yourself, or shall somebody come?"
TRY, COME = "I try it at home first", "Somebody shall come"
RESTART, WHERE = "Switch your phone off and on again", "Where is it bad?"
SHOWS, WRONG = "What does the television show?", "What is wrong with the phone?"
IT_WORKS = "It works now"
UNSEEN: dict[str, Any] = {"reach": Reach.NONE}
USED_UP = Usage(date(2026, 11, 1), Allowance(megabytes=5120), Allowance(megabytes=5120))
BROKEN = SimCard("4321", works=False, changed=None)


def exactly(what: str, **answers: str) -> dict[str, str]:
    """Say what it is that fails when she telephones."""
    return {HOW: what, **answers}


THE_NETWORK_KNOWS = (
    Fault("arrears", CALLS, PAY, 0, business=line(stop=StopReason.ARREARS)),
    Fault("a stop to protect", CALLS, STOPPED, 0, business=line(stop=StopReason.PROTECTIVE)),
    Fault("half a stop", CALLS, HALF, 0, trouble=state(calls_out=False)),
    Fault(
        "calls off, and nobody owes anything", CALLS, OFF, 0, trouble=state(calls_in=False, calls_out=False)
    ),
    Fault("an outage", CALLS, OUTAGE, 0, trouble={"open_outages": (AREA,)}),
    Fault("a card of the 2G age", CALLS, OLD, 0, business=line(network="2G")),
    Fault("a card that the register knows as broken", CALLS, NEW_CARD, 0, business={"sim": BROKEN}),
    Fault("data that is used up", DATA, "This month's data is used up", 0, business={"this_month": USED_UP}),
    Fault(
        "data slowed down", DATA, "This month's data is used up", 0, trouble=state(data=DataService.THROTTLED)
    ),
    Fault(
        "data at its limit",
        DATA,
        "Data is switched off for this number",
        0,
        trouble=state(data=DataService.SUSPENDED),
    ),
    Fault("half a stop, without data", DATA, HALF, 0, trouble=state(calls_out=False)),
    Fault("all off, without data", DATA, OFF, 0, trouble=state(calls_in=False, calls_out=False)),
    Fault("a card too old for data", DATA, OLD, 0, business=line(network="2G")),
    Fault(
        "an unpaid broadband",
        NET,
        "The broadband is stopped. Something is to be paid.",
        0,
        trouble=home(suspended=True),
    ),
    Fault("a line that is turned away", NET, TURNED_AWAY, 0, trouble=bad(Metric.ACCESS)),
    Fault("a slow line", NET, "The line is slower than your plan says.", 0, trouble=bad(Metric.SPEED, 20)),
    Fault(
        "a slow line and television",
        TV,
        "The line is slower than your plan says.",
        1,
        trouble=bad(Metric.SPEED, 20),
    ),
    Fault(
        "very many devices",
        NET,
        "Very many things use your internet at once",
        0,
        trouble=bad(Metric.DEVICES, 40),
    ),
    Fault("a registered broken card", SIM, NEW_CARD, 0, business={"sim": BROKEN}),
    Fault("a stopped number and its card", SIM, STOPPED, 0, business=line(stop=StopReason.LOST)),
)
THE_PHONE_IS_SILENT = tuple(
    replace(fault, trouble=UNSEEN)
    for fault in (
        Fault(
            "an aeroplane sign", CALLS, WORKS, 1, {"Is a small aeroplane at the top? Switch it off": IT_WORKS}
        ),
        Fault("a phone that hangs", CALLS, WORKS, 2, {RESTART: IT_WORKS}),
        Fault("a dirty card", CALLS, WORKS, 3, {"Take the card out, wipe it dry, put it back": IT_WORKS}),
        Fault(
            "a card that fails in the test phone",
            CALLS,
            NEW_CARD,
            4,
            {TEST_PHONE: "It does not know the card"},
        ),
        Fault("a locked card", CALLS, LOCKED, 4, {TEST_PHONE: "It wants a PIN or PUK"}),
        Fault(
            "a broken phone",
            CALLS,
            PHONE_FAULT,
            5,
            {
                TEST_PHONE: "It can make calls",
                "Which phone is yours?": "One with a large screen, 4G or 5G",
            },
        ),
        Fault(
            "a phone of the 2G age with a new card",
            CALLS,
            TOO_OLD,
            5,
            {
                TEST_PHONE: "It can make calls",
                "Which phone is yours?": "A very old one with keys",
            },
        ),
        Fault(
            "a card without a network",
            CALLS,
            NEW_CARD,
            5,
            {
                TEST_PHONE: "It has no signal either",
                "Do people beside you have signal?": "Yes, they have signal",
            },
        ),
        Fault(
            "an outage that nobody has noted",
            CALLS,
            "Nobody near you has signal.",
            5,
            {TEST_PHONE: "It has no signal either", "Do people beside you have signal?": "No, nobody has"},
        ),
        Fault("no test phone", CALLS, CALLS_OPEN, 4),
        Fault(
            "an aeroplane sign, no data",
            DATA,
            WORKS,
            1,
            {"Is a small aeroplane at the top? Switch it off": IT_WORKS},
        ),
    )
)
THE_PHONE_IS_SEEN = (
    Fault(
        "the wrong card for calls",
        CALLS,
        WORKS,
        2,
        exactly("I cannot call out") | {"Two cards? Call with this one": IT_WORKS},
    ),
    Fault(
        "VoLTE switched off",
        CALLS,
        WORKS,
        3,
        exactly("I cannot call out") | {"Switch on VoLTE, the clear calls": IT_WORKS},
    ),
    Fault("something that nothing explains", CALLS, CALLS_OPEN, 5, exactly("I cannot call out")),
    Fault(
        "a phone without a ring",
        CALLS,
        WORKS,
        3,
        exactly("Nobody reaches me, it does not ring")
        | {
            RING_ME: "It shows the call, but makes no sound",
            "Press the upper key at the edge until it rings loud": IT_WORKS,
        },
    ),
    Fault(
        "calls that go elsewhere",
        CALLS,
        WORKS,
        3,
        exactly("Nobody reaches me, it does not ring")
        | {
            RING_ME: "It shows nothing at all",
            "Have staff switch off call forwarding": IT_WORKS,
        },
    ),
    Fault(
        "a phone that refuses strangers",
        CALLS,
        WORKS,
        4,
        exactly("Nobody reaches me, it does not ring")
        | {
            RING_ME: "It shows nothing at all",
            "Look whether the phone refuses strangers": IT_WORKS,
        },
    ),
    Fault(
        "a volume that is down",
        CALLS,
        WORKS,
        3,
        exactly("It rings, but one of us hears nothing")
        | {
            "Who does not hear?": "I do not hear them",
            "Press the upper key at the phone's edge": IT_WORKS,
        },
    ),
    Fault(
        "a film over the slit",
        CALLS,
        WORKS,
        4,
        exactly("It rings, but one of us hears nothing")
        | {
            "Who does not hear?": "I do not hear them",
            "Free the small slit that you listen at": IT_WORKS,
        },
    ),
    Fault(
        "a dead microphone",
        CALLS,
        SOUND,
        4,
        exactly("It rings, but one of us hears nothing")
        | {
            "Who does not hear?": "They do not hear me",
        },
    ),
    Fault(
        "a blocked number",
        CALLS,
        WORKS,
        2,
        exactly("Only with one person") | {"Look in the phone whether this number is blocked": IT_WORKS},
    ),
    Fault(
        "the other one's phone",
        CALLS,
        "Your phone is good. It is at the other end.",
        2,
        exactly("Only with one person"),
    ),
    Fault("no signal at home", CALLS, WEAK, 1, exactly("Only at home or in one place")),
    Fault(
        "data switched off in the phone",
        DATA,
        WORKS,
        1,
        {"Switch mobile data on": IT_WORKS},
        trouble={"reach": Reach.SMS},
    ),
    Fault(
        "a phone that was never made for data",
        DATA,
        "This phone can only call and write",
        2,
        {"Which phone is yours?": "A very old one with keys"},
        trouble={"reach": Reach.SMS},
    ),
    Fault(
        "the wrong card for data",
        DATA,
        WORKS,
        3,
        {"Two cards? Choose this one for the internet": IT_WORKS},
        trouble={"reach": Reach.SMS},
    ),
    Fault(
        "a wrong network name",
        DATA,
        WORKS,
        5,
        {"Ask staff to set the network name anew": IT_WORKS},
        trouble={"reach": Reach.SMS},
    ),
    Fault(
        "data that nothing explains",
        DATA,
        "The phone still has no internet.",
        5,
        trouble={"reach": Reach.SMS},
    ),
    Fault("a bad Wi-Fi", DATA, WORKS, 2, {"Switch Wi-Fi off and try again": IT_WORKS}),
    Fault(
        "5G that does not hold",
        DATA,
        WORKS,
        2,
        {
            "What does not work?": "It works, but slowly",
            "Switch from 5G to 4G": IT_WORKS,
        },
    ),
    Fault(
        "one app alone",
        DATA,
        "The network is good. It is this one app.",
        2,
        {"What does not work?": "Only one app, such as WeChat"},
    ),
    Fault("no data at home", DATA, WEAK, 1, {"What does not work?": "Only at home or in one place"}),
)
WITHOUT_A_NAME = tuple(
    replace(fault, looks=False)
    for fault in (
        Fault(
            "an outage, without a name",
            CALLS,
            "Nobody near you has signal.",
            6,
            {
                VOICE: "Nothing at all, no signal",
                TEST_PHONE: "It has no signal either",
                "Do people beside you have signal?": "No, nobody has",
            },
        ),
        Fault(
            "a dead card, without a name",
            CALLS,
            NEW_CARD,
            5,
            {VOICE: "Nothing at all, no signal", TEST_PHONE: "It does not know the card"},
        ),
        Fault("a stop, without a name", CALLS, STOPPED, 1, {VOICE: "A voice says: stopped, or to be paid"}),
        Fault(
            "no ring, without a name",
            CALLS,
            WORKS,
            4,
            {
                VOICE: "It rings, or it is engaged",
                HOW: "Nobody reaches me, it does not ring",
                RING_ME: "It shows the call, but makes no sound",
                "Press the upper key at the edge until it rings loud": IT_WORKS,
            },
        ),
        Fault(
            "data off, without a name",
            DATA,
            WORKS,
            2,
            {
                "What does not work?": "Nothing, on any page",
                "Switch mobile data on": IT_WORKS,
            },
        ),
        Fault("no light, told by the lamps", NET, NO_LIGHT, 3, {LAMPS: "LOS is red"}),
        Fault(
            "no power, told by the lamps",
            NET,
            WORKS,
            2,
            {
                LAMPS: "No lamp at all",
                "Push in the box's plug and press its button": IT_WORKS,
            },
        ),
        Fault(
            "an unpaid broadband, without a name",
            NET,
            "The broadband is stopped. Something is to be paid.",
            2,
            {
                LAMPS: "The globe is dark",
                "Has the broadband been paid for?": "Perhaps not yet",
            },
        ),
        Fault("lamps that nobody has seen", NET, "What it is can only be told by a test.", 1),
        Fault("odd charges", "I pay too much", "We go through your bill together", 1),
        Fault("nuisance calls", "Calls or messages bother me", "There are ways to stop it", 0),
        Fault(
            "a wet phone",
            PHONE,
            "Switch it off and let it dry",
            2,
            {WRONG: "It fell, or it got wet", "Which of these is it?": "It got wet"},
        ),
        Fault(
            "an empty phone",
            PHONE,
            "The phone is good, and it charges",
            2,
            {WRONG: "It stays dark, or does not charge", "Try the charger of this hall": IT_WORKS},
        ),
        Fault(
            "a phone that is full",
            PHONE,
            "The phone is full",
            3,
            {WRONG: "It is slow or full", "Have staff look: is the phone full?": "Yes, it is full"},
        ),
        Fault(
            "a phone that does not ring",
            PHONE,
            WORKS,
            2,
            {
                WRONG: "It does not ring, or I hear nothing",
                "Press the upper key at the edge until it rings loud": IT_WORKS,
            },
        ),
        Fault(
            "a dead charging port",
            PHONE,
            "The phone needs a workshop",
            2,
            {WRONG: "It stays dark, or does not charge"},
        ),
    )
)
AT_HER_HOME = (
    Fault("a cut fibre", NET, NO_LIGHT, 2, {OR_VISIT: COME}, trouble=bad(Metric.LIGHT, -40)),
    Fault(
        "a fibre that was pulled out, and somebody at home",
        NET,
        WORKS,
        1,
        {PLUG: IT_WORKS},
        trouble=bad(Metric.LIGHT, -40),
    ),
    Fault(
        "a fibre that was pulled out, and nobody at home",
        NET,
        HOME_FIRST,
        2,
        {OR_VISIT: TRY},
        trouble=bad(Metric.LIGHT, -40),
    ),
    Fault(
        "a fibre with a sharp bend",
        NET,
        WORKS,
        1,
        {"Lay the thin cable in wide bows": IT_WORKS},
        trouble=bad(Metric.LIGHT, -30),
    ),
    Fault(
        "a box without power, and somebody at home",
        NET,
        WORKS,
        2,
        {
            SILENT: "No lamp at all",
            "Push in the box's plug and press its button": IT_WORKS,
        },
        trouble=bad(Metric.MODEM),
    ),
    Fault(
        "a box without power, and nobody at home",
        NET,
        HOME_FIRST,
        2,
        {OR_VISIT: TRY},
        trouble=bad(Metric.MODEM),
    ),
    Fault(
        "a broken box",
        NET,
        "Your box at home stays dark.",
        2,
        {
            SILENT: "No lamp at all",
            "Push in the box's plug and press its button": NO_BETTER,
        },
        trouble=bad(Metric.MODEM),
    ),
    Fault("a fibre that is cut outside", NET, NO_LIGHT, 3, {SILENT: "LOS is red"}, trouble=bad(Metric.MODEM)),
    Fault("a silent box that nobody can look at", NET, NO_ANSWER, 2, trouble=bad(Metric.MODEM)),
    Fault("a router without power", NET, HOME_FIRST, 3, {OR_VISIT: TRY}),
    Fault(
        "a router that hangs",
        NET,
        WORKS,
        3,
        {
            "Push in the router's plug and its cable": NO_BETTER,
            "Switch the router off, wait half a minute, switch it on": IT_WORKS,
        },
    ),
    Fault(
        "a tired router",
        NET,
        "The line is good. It is the router.",
        4,
        {
            "Push in the router's plug and its cable": NO_BETTER,
            "Switch the router off, wait half a minute, switch it on": NO_BETTER,
            "With a cable at the box, is it fast?": "Yes, with the cable it is",
        },
    ),
    Fault("something in the house", NET, AT_HOME, 3, {OR_VISIT: COME}),
    Fault(
        "a plan slower than she thinks",
        NET,
        "The line is as fast as your plan says",
        2,
        {WHERE: "Everywhere it is slow", "With a cable at the box, is it fast?": "No, not with it either"},
    ),
    Fault(
        "a slow Wi-Fi",
        NET,
        "The line is fast. It is the Wi-Fi that is slow.",
        2,
        {WHERE: "Everywhere it is slow", "With a cable at the box, is it fast?": "Yes, with the cable it is"},
    ),
    Fault(
        "waves that do not reach", NET, "The waves do not reach so far", 1, {WHERE: "Only far from the box"}
    ),
    Fault(
        "a lost password", NET, "The password is on the back of the box", 1, {WHERE: "It wants a password"}
    ),
    Fault(
        "one bad device", NET, "It is that one device, not your internet", 2, {WHERE: "Only on one device"}
    ),
    Fault(
        "a television at the wrong source",
        TV,
        WORKS,
        2,
        {
            SHOWS: "It says: no signal",
            "Press the source key and choose HDMI": IT_WORKS,
        },
    ),
    Fault(
        "a television to be looked at later", TV, HOME_FIRST, 3, {SHOWS: "It says: no signal", OR_VISIT: TRY}
    ),
    Fault(
        "a loose HDMI plug",
        TV,
        WORKS,
        2,
        {
            SHOWS: "Black, but with sound",
            "Push in the broad flat plug at both ends": IT_WORKS,
        },
    ),
    Fault(
        "an empty remote",
        TV,
        WORKS,
        2,
        {
            SHOWS: "The remote does nothing",
            "Put two new batteries into the remote": IT_WORKS,
        },
    ),
    Fault(
        "a dead remote",
        TV,
        "It is the remote, not the television.",
        4,
        {
            SHOWS: "The remote does nothing",
            "The small box has a remote of its own. Tried both?": "Yes, neither works",
        },
    ),
    Fault(
        "a television box without power",
        TV,
        WORKS,
        1,
        {"Is the small box's lamp on? Push in its plug": IT_WORKS},
        trouble=bad(Metric.BOX),
    ),
    Fault(
        "a code",
        TV,
        "The television shows a code.",
        4,
        {
            SHOWS: "Words, a code, or a still picture",
            "What stands on it?": "A code of digits",
        },
    ),
    Fault(
        "a programme that is not ordered",
        TV,
        "This programme is not in your plan, or it has ended.",
        2,
        {
            SHOWS: "Words, a code, or a still picture",
            "What stands on it?": "Not paid, or not ordered",
        },
    ),
    Fault("a television that nothing explains", TV, TV_OPEN, 3, {SHOWS: "Black and silent", OR_VISIT: COME}),
    Fault("a cut fibre and television", TV, NO_LIGHT, 1, trouble=bad(Metric.LIGHT, -40)),
)
IN_THE_TRAY = (
    Fault(
        "a card in crooked",
        SIM,
        WORKS,
        5,
        {
            "How does your card look?": "Whole, perhaps scratched",
            "Wipe it dry, lay it in: the cut corner fits": IT_WORKS,
        },
    ),
    Fault("a bent card", SIM, NEW_CARD, 4, {"How does your card look?": "Bent, or a piece is missing"}),
    Fault(
        "a card that asks for its PUK", SIM, LOCKED, 1, {"What does the phone say?": "It wants a PIN or PUK"}
    ),
    Fault(
        "a card of the wrong size",
        SIM,
        "You need a card of another size",
        1,
        {"What does the phone say?": "The card does not fit in"},
    ),
    Fault(
        "a phone without a tray",
        SIM,
        "Your number may be inside the phone (eSIM).",
        1,
        {"What does the phone say?": "There is no place for a card"},
    ),
    Fault("a dead card, by the test phone", SIM, NEW_CARD, 6, {TEST_PHONE: "No card, or no signal"}),
    Fault("a dead slot, by the test phone", SIM, PHONE_FAULT, 6, {TEST_PHONE: "It has signal"}),
)
FAULTS = (
    *THE_NETWORK_KNOWS,
    *THE_PHONE_IS_SILENT,
    *THE_PHONE_IS_SEEN,
    *WITHOUT_A_NAME,
    *AT_HER_HOME,
    *IN_THE_TRAY,
)
