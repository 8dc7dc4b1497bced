"""Faults, as they are in the world: what the network can see of each, and what she sees and does herself."""

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

NO_BETTER = "Done, but no better"
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
    """The heading of the last screen."""
    questions: int
    """So many screens of the tree she answers, at the most."""
    answers: Mapping[str, str] = field(default_factory=dict)
    """What she answers by a screen's heading; whatever is not named is done without help."""
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


CALLS, DATA, NET, TV, SIM = (
    "I cannot make calls",
    "My phone has no internet",
    "My internet at home",
    "My television",
    "The phone does not know my card",
)
PAY, OUTAGE, REPAIR = "Something is still to be paid", "There is a fault in your area", "Have it repaired?"
NEW_CARD, WORKS = "Your SIM card does not work any more", "It works again"
TEST_PHONE = "Staff put your card into the test phone. What does it show?"
SILENT = "Your box does not answer. Which lamps are on at home?"
RESTART = "Switch your phone off and on again"
UNSEEN: dict[str, Any] = {"reach": Reach.NONE}
USED_UP = Usage(date(2026, 11, 1), Allowance(megabytes=5120), Allowance(megabytes=5120))
BROKEN = SimCard("4321", works=False, changed=None)

FAULTS = (
    Fault("arrears", CALLS, PAY, 0, business=line(stop=StopReason.ARREARS)),
    Fault("half a stop", CALLS, PAY, 0, trouble=state(calls_out=False)),
    Fault("a stop to protect", CALLS, "Your number is stopped", 0, business=line(stop=StopReason.PROTECTIVE)),
    Fault(
        "calls switched off",
        CALLS,
        "Your number is stopped",
        0,
        trouble=state(calls_in=False, calls_out=False),
    ),
    Fault("an outage", CALLS, OUTAGE, 0, trouble={"open_outages": (AREA,)}),
    Fault("a card of the 2G age", CALLS, "Your card is of an old kind", 0, business=line(network="2G")),
    Fault("a card that the register knows as broken", CALLS, NEW_CARD, 0, business={"sim": BROKEN}),
    Fault(
        "an aeroplane sign",
        CALLS,
        WORKS,
        1,
        {"Is a small aeroplane at the top? Switch it off": "It works now"},
        trouble=UNSEEN,
    ),
    Fault("a phone that hangs", CALLS, WORKS, 2, {RESTART: "It works now"}, trouble=UNSEEN),
    Fault(
        "a dirty card",
        CALLS,
        WORKS,
        3,
        {"Take the card out, wipe it dry, put it back": "It works now"},
        trouble=UNSEEN,
    ),
    Fault(
        "a card that fails in the test phone",
        CALLS,
        NEW_CARD,
        4,
        {TEST_PHONE: "No card, or no signal"},
        trouble=UNSEEN,
    ),
    Fault(
        "a broken phone",
        CALLS,
        "Your card is good. The phone has a fault.",
        4,
        {TEST_PHONE: "It has signal"},
        trouble=UNSEEN,
    ),
    Fault(
        "a volume that is down",
        CALLS,
        WORKS,
        2,
        {
            "What happens when you telephone?": "It rings, but I hear nothing",
            "Press the upper key at the phone's edge": "It works now",
        },
    ),
    Fault(
        "a blocked number",
        CALLS,
        WORKS,
        2,
        {
            "What happens when you telephone?": "Only one person cannot reach me",
            "Look in the phone whether this number is blocked": "It works now",
        },
    ),
    Fault("something that nothing explains", CALLS, REPAIR, 2),
    Fault(
        "an outage, without a name",
        CALLS,
        REPAIR,
        1,
        {"Do people beside you have signal?": "No, nobody has"},
        looks=False,
    ),
    Fault(
        "a dead card, without a name",
        CALLS,
        NEW_CARD,
        5,
        {"Do people beside you have signal?": "Yes, they have signal", TEST_PHONE: "No card, or no signal"},
        looks=False,
    ),
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
    Fault(
        "data switched off in the phone",
        DATA,
        WORKS,
        1,
        {"Switch mobile data on": "It works now"},
        trouble={"reach": Reach.SMS},
    ),
    Fault(
        "the wrong card for data",
        DATA,
        WORKS,
        2,
        {"Two cards? Choose this one for the internet": "It works now"},
        trouble={"reach": Reach.SMS},
    ),
    Fault("5G that does not hold", DATA, WORKS, 1, {"Switch from 5G to 4G": "It works now"}),
    Fault(
        "a wrong network name",
        DATA,
        WORKS,
        4,
        {
            "Where is there no internet?": "Everywhere, also here in the hall",
            "Ask staff to set the network name anew": "It works now",
        },
    ),
    Fault("a weak place", DATA, REPAIR, 3, {"Where is there no internet?": "Only at home or in one place"}),
    Fault("data that nothing explains", DATA, REPAIR, 5, trouble={"reach": Reach.SMS}),
    Fault(
        "an unpaid broadband",
        NET,
        "The broadband is stopped. Something is to be paid.",
        0,
        trouble=home(suspended=True),
    ),
    Fault(
        "a cut fibre",
        NET,
        REPAIR,
        1,
        {"Push the thin cable straight in until it clicks": "I cannot do this here"},
        trouble=bad(Metric.LIGHT, -40),
    ),
    Fault(
        "a fibre that was pulled out",
        NET,
        WORKS,
        1,
        {"Push the thin cable straight in until it clicks": "It works now"},
        trouble=bad(Metric.LIGHT, -40),
    ),
    Fault(
        "a fibre with a sharp bend",
        NET,
        WORKS,
        1,
        {"Lay the thin cable in wide bows": "It works now"},
        trouble=bad(Metric.LIGHT, -30),
    ),
    Fault(
        "a box without power",
        NET,
        WORKS,
        2,
        {SILENT: "No lamp at all", "Push in the box's plug and press its button": "It works now"},
        trouble=bad(Metric.MODEM),
    ),
    Fault("a broken box", NET, REPAIR, 2, {SILENT: "No lamp at all"}, trouble=bad(Metric.MODEM)),
    Fault(
        "a fibre that is cut outside",
        NET,
        REPAIR,
        2,
        {
            SILENT: "LOS blinks red",
            "Push the thin cable straight in until it clicks": "I cannot do this here",
        },
        trouble=bad(Metric.MODEM),
    ),
    Fault("a silent box that nobody can look at", NET, REPAIR, 1, trouble=bad(Metric.MODEM)),
    Fault("a line that is turned away", NET, REPAIR, 0, trouble=bad(Metric.ACCESS)),
    Fault("a slow line", NET, REPAIR, 0, trouble=bad(Metric.SPEED, 20)),
    Fault(
        "very many devices",
        NET,
        "Very many things use your internet at once",
        0,
        trouble=bad(Metric.DEVICES, 40),
    ),
    Fault(
        "waves that do not reach",
        NET,
        "The waves do not reach so far",
        1,
        {"Where is it bad?": "Only far from the box"},
    ),
    Fault(
        "a lost password",
        NET,
        "The password is on the back of the box",
        1,
        {"Where is it bad?": "It wants a password"},
    ),
    Fault(
        "a tired router",
        NET,
        "The line is good. The router is tired.",
        3,
        {"With a cable at the box, is it fast?": "Yes, with the cable it is"},
    ),
    Fault(
        "one bad device",
        NET,
        "The line is good. It is that one device.",
        2,
        {
            "Where is it bad?": "Only on one device",
            "Switch that device off and on, and join the Wi-Fi anew": "I cannot do this here",
        },
    ),
    Fault(
        "no light, told by the lamps",
        NET,
        REPAIR,
        4,
        {"Which lamps are on at the white box at home?": "LOS blinks red"},
        looks=False,
    ),
    Fault(
        "no power, told by the lamps",
        NET,
        WORKS,
        2,
        {
            "Which lamps are on at the white box at home?": "No lamp at all",
            "Push in the box's plug and press its button": "It works now",
        },
        looks=False,
    ),
    Fault(
        "a television at the wrong source",
        TV,
        WORKS,
        2,
        {
            "What does the television show?": "It says: no signal",
            "Press the source key and choose HDMI": "It works now",
        },
    ),
    Fault(
        "a loose HDMI plug",
        TV,
        WORKS,
        2,
        {
            "What does the television show?": "Black, but with sound",
            "Push in the broad flat plug at both ends": "It works now",
        },
    ),
    Fault(
        "an empty remote",
        TV,
        WORKS,
        2,
        {
            "What does the television show?": "The remote does nothing",
            "Put two new batteries into the remote": "It works now",
        },
    ),
    Fault(
        "a television box without power",
        TV,
        WORKS,
        1,
        {"Is the small box's lamp on? Push in its plug": "It works now"},
        trouble=bad(Metric.BOX),
    ),
    Fault(
        "a television that nothing explains",
        TV,
        REPAIR,
        2,
        {"What does the television show?": "A code or a message"},
    ),
    Fault(
        "a card in crooked",
        SIM,
        WORKS,
        4,
        {
            "How does your card look?": "Clean and whole",
            "Wipe it dry, lay it in: the cut corner fits": "It works now",
        },
    ),
    Fault("a scratched card", SIM, NEW_CARD, 3, {"How does your card look?": "Scratched, bent or broken"}),
    Fault("a registered broken card", SIM, NEW_CARD, 0, business={"sim": BROKEN}),
    Fault("odd charges", "I pay too much", "We go through your bill together", 1, looks=False),
    Fault("nuisance calls", "Calls or messages bother me", "There are ways to stop it", 0, looks=False),
    Fault(
        "a wet phone",
        "Is my phone broken?",
        "Switch it off and let it dry",
        2,
        {"What is wrong with the phone?": "It fell, or it got wet", "Which of these is it?": "It got wet"},
        looks=False,
    ),
    Fault(
        "a broken charger",
        "Is my phone broken?",
        "The phone is good. Your charger is broken.",
        2,
        {
            "What is wrong with the phone?": "It does not charge",
            "Try the charger of this hall": "It works now",
        },
        looks=False,
    ),
)
