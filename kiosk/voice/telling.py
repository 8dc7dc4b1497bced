"""What is drawn or told in rows, put into sentences: what changes, how far a thing has come, what to see."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.screens import Bars, Change, Picture, Steps
from kiosk.text import Text, t
from kiosk.voice.phrases import as_value


def what_is_drawn(picture: Picture) -> Text:
    """Say what a drawing shows."""
    return t("The picture shows: {picture}", picture=as_value(picture.alt))


def row_of_change(change: Change) -> Text:
    """Say one thing as it is now, and as it will be."""
    label, now, after = as_value(change.label), as_value(change.now), as_value(change.after)
    return t("{label}: now {now}, after {after}", label=label, now=now, after=after)


def rows_of_bars(bars: Bars) -> Iterator[Text]:
    """Say every bar by its name and its figure, whatever there is room to show."""
    for bar in bars.bars:
        yield t("{label}: {value}", label=as_value(bar.label), value=as_value(bar.value))


def rows_of_steps(steps: Steps) -> tuple[Text, ...]:
    """Say each step: that it is done, which of how many it is, or that it comes later."""
    return tuple(_row_of_step(steps, number, step) for number, step in enumerate(steps.steps, start=1))


def _row_of_step(steps: Steps, number: int, step: Text) -> Text:
    if number <= steps.done:
        return t("Done: {step}", step=as_value(step))
    if number > steps.done + 1:
        return t("Then: {step}", step=as_value(step))
    count = len(steps.steps)
    return t("Step {number} of {count}: {step}", number=number, count=count, step=as_value(step))


def how_far(steps: Steps) -> Iterator[Text]:
    """Say the step under way first, then what comes, and last what is behind."""
    rows = rows_of_steps(steps)
    if steps.done >= len(rows):
        yield t("All steps are done.")
    else:
        yield rows[steps.done]
        if steps.halted:
            yield t("It cannot go on by itself.")
        yield from rows[steps.done + 1 :]
    yield from rows[: steps.done]
