"""The screens of looking from afar: what the network tells, and how far a line test has come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kiosk.domain.faults import Measure, Metric, TestBegun
from kiosk.domain.trees import UNKNOWN, Measurement
from kiosk.screens import Fact, Mark, Picture, Steps, Tell
from kiosk.text import Text, t

# What each measurement looks at, and what each of its outcomes means; `True` says that all is well.
LOOKS_AT: dict[Measurement, Text] = {
    Measurement.ACCOUNT: t("Is it stopped?"),
    Measurement.OUTAGE: t("A fault in the area?"),
    Measurement.SERVICE: t("May it call and go online?"),
    Measurement.REACH: t("Does the network see it?"),
    Measurement.NETWORK: t("Is the card new enough?"),
    Measurement.DATA_LEFT: t("Is there data left?"),
    Measurement.SIM: t("Is the card registered well?"),
}
MEANS: dict[tuple[Measurement, str], tuple[Text, bool]] = {
    (Measurement.ACCOUNT, "good"): (t("no, it runs"), True),
    (Measurement.ACCOUNT, "arrears"): (t("something is to be paid"), False),
    (Measurement.ACCOUNT, "stopped"): (t("the number is stopped"), False),
    (Measurement.OUTAGE, "none"): (t("no, none is known"), True),
    (Measurement.OUTAGE, "known"): (t("yes, it is being mended"), False),
    (Measurement.SERVICE, "good"): (t("yes"), True),
    (Measurement.SERVICE, "calls-out-off"): (t("it can only be called"), False),
    (Measurement.SERVICE, "calls-off"): (t("calls are switched off"), False),
    (Measurement.SERVICE, "data-off"): (t("data is switched off"), False),
    (Measurement.SERVICE, "data-slow"): (t("data is slowed down"), False),
    (Measurement.REACH, "data"): (t("yes"), True),
    (Measurement.REACH, "sms"): (t("for calls only"), False),
    (Measurement.REACH, "none"): (t("no, it cannot find it"), False),
    (Measurement.NETWORK, "new"): (t("yes"), True),
    (Measurement.NETWORK, "old"): (t("it is an old card"), False),
    (Measurement.DATA_LEFT, "left"): (t("yes"), True),
    (Measurement.DATA_LEFT, "used-up"): (t("used up this month"), False),
    (Measurement.SIM, "good"): (t("yes"), True),
    (Measurement.SIM, "broken"): (t("no, it is broken"), False),
}
NOT_TOLD = t("not told just now")


def what_we_see(wanted: Sequence[Measurement], arrived: Mapping[Measurement, str]) -> Tell:
    """Show what the network tells, each answer as it comes; a press goes on, also without waiting."""
    waiting = len(arrived) < len(wanted)
    return Tell(
        title=t("We look at your line from here") if waiting else t("This is what we see from here"),
        body=(t("You need do nothing."),) if waiting else (),
        facts=tuple(
            Fact(label=LOOKS_AT[one], value=t("looking…"), mark=Mark.WAITING)
            if one not in arrived
            else _answered(one, arrived[one])
            for one in wanted
        ),
        picture=Picture(name="line-test-2", alt=t("A line from the company to a home, half of it lit.")),
        proceed=t("Go on without waiting") if waiting else t("Go on"),
        help=t("The company's machines tell this by themselves."),
    )


def told(words: Mapping[Measurement, str]) -> Iterator[tuple[Text, Text]]:
    """Give what the network told in words, for the operator's people; what is unknown is left out."""
    for one, word in words.items():
        if word != UNKNOWN:
            yield LOOKS_AT[one], MEANS[one, word][0]


def _answered(one: Measurement, word: str) -> Fact:
    if word == UNKNOWN:
        return Fact(label=LOOKS_AT[one], value=NOT_TOLD)
    text, well = MEANS[one, word]
    return Fact(label=LOOKS_AT[one], value=text, mark=Mark.DONE if well else Mark.CARE)


# ----------------------------------------------------------------------------------- the line test

TESTED: dict[Metric, tuple[Text, Text, Text]] = {
    Metric.MODEM: (t("Your box answers"), t("yes"), t("no, it is silent")),
    Metric.LIGHT: (t("Light comes through the cable"), t("yes"), t("too little")),
    Metric.ACCESS: (t("The line is let in"), t("yes"), t("no, it is turned away")),
    Metric.SPEED: (t("It is fast enough"), t("yes"), t("no, slower than it should be")),
    Metric.DEVICES: (t("Not too many things use it"), t("yes"), t("no, very many do")),
    Metric.BOX: (t("Your television box answers"), t("yes"), t("no, it is silent")),
}
"""What is tested, and how good and bad are said."""
WAY = (Metric.MODEM, Metric.LIGHT, Metric.ACCESS, Metric.SPEED)
"""What the drawing of the way has a stretch for."""


def how_far(test: TestBegun, measures: Mapping[Metric, Measure], *, waiting: bool) -> Tell:
    """Show a line test: the way lit as far as it is known to be good, and every finding."""
    good = far_along(measures)
    return Tell(
        title=t("We test your line at home") if waiting else t("Your line was tested"),
        body=(t("This takes about half a minute. You need do nothing."),) if waiting else (),
        steps=Steps(steps=STAGES, done=good, halted=not waiting and good < len(STAGES)),
        facts=tuple(fact_of(metric, measures.get(metric), waiting=waiting) for metric in test.metrics),
        picture=Picture(
            name=f"line-test-{good}", alt=t("A line from the company to your home, lit as far as it is good.")
        ),
        proceed=t("Go on without waiting") if waiting else t("Go on"),
        help=t("Nothing at home changes by the test."),
    )


STAGES = (t("Your box"), t("The cable"), t("Let in"), t("Speed"))


def far_along(measures: Mapping[Metric, Measure]) -> int:
    """Count the stretches of the way that are good, up to the first that is not."""
    count = 0
    for metric in WAY:
        measure = measures.get(metric)
        if measure is None or not measure.good:
            break
        count += 1
    return count


def fact_of(metric: Metric, measure: Measure | None, *, waiting: bool) -> Fact:
    """Show one finding."""
    label, yes, no = TESTED[metric]
    if measure is None:
        return (
            Fact(label=label, value=t("being tested…"), mark=Mark.WAITING)
            if waiting
            else Fact(label=label, value=NOT_TOLD)
        )
    return Fact(label=label, value=yes if measure.good else no, mark=Mark.DONE if measure.good else Mark.CARE)


def findings(measures: Mapping[Metric, Measure]) -> Iterator[tuple[Text, Text]]:
    """Give every finding in words, for the operator's people; with its figure where there is one."""
    for metric, measure in measures.items():
        label, yes, no = TESTED[metric]
        said = yes if measure.good else no
        figure = UNITS.get(metric)
        if figure is None or measure.value is None:
            yield label, said
        else:
            yield label, t("{said} ({figure} {unit})", said=said, figure=f"{measure.value:g}", unit=figure)


UNITS: dict[Metric, str] = {Metric.LIGHT: "dBm", Metric.SPEED: "Mbit/s"}
