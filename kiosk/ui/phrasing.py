"""What screens have in common, put into the visitor's words: headings, sentences, facts and choices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from kiosk.screens import Bars, Change, Fact, Option, Review, Screen, Steps, Tone
from kiosk.text import Text, Words, t
from kiosk.ui.blocks import Block, Button, Drawing, FactLine, Headline, Manner, Prose, Shape, Sheet
from kiosk.ui.rows import BarRow, ChangeRow, Changes, Chart, StepLine, StepRow, StepState
from kiosk.visit.stage import Stage
from kiosk.voice.telling import row_of_change, rows_of_bars, rows_of_steps, what_is_drawn

FORWARD = "forward"
"""The key of the button that goes on with what was typed, counted or read."""


class Phrasing:
    """Puts the parts of a stage's screen into words."""

    def __init__(self, stage: Stage, words: Words) -> None:
        self._stage = stage
        self._words = words

    def _shown(self, text: Text) -> str:
        return text.shown(self._words)

    def _heading(self, screen: Screen[Any]) -> Headline:
        return Headline(key="heading", text=self._shown(screen.title), tone=screen.tone)

    def _figure(self, screen: Screen[Any]) -> Drawing | None:
        if screen.picture is None:
            return None
        picture = screen.picture
        alt = self._shown(picture.alt)
        return Drawing(key="picture", name=picture.name, alt=alt, needed=picture.needed)

    def _words_of(self, screen: Screen[Any]) -> tuple[Block, ...]:
        """The sentences and facts of a screen, its help and what went wrong, in the order they are read."""
        return (*self._said_by(screen), *self._asides(screen))

    def _said_by(self, screen: Screen[Any]) -> tuple[Block, ...]:
        """The sentences of a screen, what it tells in rows, and its facts."""
        sheet = {Tone.CARE: Sheet.CARE, Tone.DANGER: Sheet.DANGER}.get(screen.tone, Sheet.NONE)
        body = [
            Prose(key=("body", i), sheet=sheet, text=self._shown(text)) for i, text in enumerate(screen.body)
        ]
        return (*body, *self._rows(screen), *self._facts(screen.facts, "fact", Sheet.FACTS))

    def _rows(self, screen: Screen[Any]) -> Iterator[Block]:
        """What changes, what a chart shows, and how far a thing has come."""
        if isinstance(screen, Review) and screen.changes:
            yield self._changes(screen.changes)
        if screen.bars:
            yield self._chart(screen.bars)
        if screen.steps:
            yield self._steps(screen.steps)

    def _changes(self, changes: Iterable[Change]) -> Changes:
        now, after = self._shown(t("Now")), self._shown(t("After"))
        rows = tuple(
            ChangeRow(
                said=self._shown(row_of_change(change)),
                label=self._shown(change.label),
                now=self._shown(change.now),
                after=self._shown(change.after),
                now_alone=self._named(now, change.now),
                after_alone=self._named(after, change.after),
                big=change.big,
            )
            for change in changes
        )
        return Changes(key="changes", sheet=Sheet.CHANGES, rows=rows, now=now, after=after)

    def _named(self, name: str, value: Text) -> str:
        return self._shown(t("{label}: {value}", label=name, value=self._shown(value)))

    def _chart(self, bars: Bars) -> Chart:
        rows = tuple(
            BarRow(
                said=self._shown(said),
                label=self._shown(bar.label),
                value=self._shown(bar.value),
                amount=bar.amount,
                mark=bar.mark,
            )
            for bar, said in zip(bars.bars, rows_of_bars(bars), strict=True)
        )
        title = self._shown(bars.title)
        return Chart(key="bars", sheet=Sheet.CHART, rows=rows, title=title, among=rows, upright=bars.upright)

    def _steps(self, steps: Steps) -> StepLine:
        under_way = StepState.HALTED if steps.halted else StepState.NOW
        rows = tuple(
            StepRow(
                said=self._shown(said),
                label=self._shown(step),
                number=number,
                state=StepState.DONE
                if number <= steps.done
                else under_way
                if number == steps.done + 1
                else StepState.TO_COME,
            )
            for number, (step, said) in enumerate(zip(steps.steps, rows_of_steps(steps), strict=True), 1)
        )
        return StepLine(key="steps", sheet=Sheet.STEPS, rows=rows)

    def _asides(self, screen: Screen[Any]) -> list[Block]:
        asides = [] if screen.help is None else [(Manner.HELP, screen.help)]
        if self._stage.problem is not None:
            asides.append((Manner.PROBLEM, self._stage.problem))
        return [Prose(key=manner.value, text=self._shown(text), manner=manner) for manner, text in asides]

    def _facts(self, facts: Iterable[Fact], key: str, sheet: Sheet) -> list[Block]:
        return [
            FactLine(
                key=(key, i),
                sheet=sheet,
                label=self._shown(fact.label),
                value=self._shown(fact.value),
                note=self._shown(fact.note) if fact.note else "",
                mark=fact.mark,
                big=fact.big,
            )
            for i, fact in enumerate(facts)
        ]

    def _card(self, option: Option[Any], number: int) -> Button:
        return Button(
            key=("option", number),
            shape=Shape.CARD,
            label=self._shown(option.label),
            answer=option.answer,
            figure=self._shown(option.figure) if option.figure else "",
            detail=self._shown(option.detail) if option.detail else "",
            icon=option.icon or "",
            hindrance=self._shown(option.hindrance) if option.hindrance else "",
            chosen=option.chosen,
            tone=option.tone,
            picture=option.picture.name if option.picture else "",
            alt=self._shown(what_is_drawn(option.picture)) if option.picture else "",
        )

    def _cards(self, options: Iterable[Option[Any]]) -> tuple[Button, ...]:
        return tuple(self._card(option, number) for number, option in enumerate(options))

    def _forward(self, label: Text, answer: object) -> Button:
        return Button(
            key=FORWARD, shape=Shape.FORWARD, label=self._shown(label), answer=answer, icon="forward"
        )
