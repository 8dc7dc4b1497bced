"""The storyboard's own visits, over real HTTP: what is shown to reviewers is what works."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from kiosk.catalogues import words_of
from kiosk.domain.events import Event
from kiosk.storyboard.script import Story
from kiosk.storyboard.stories import STORIES
from kiosk.text import Hearing, Language
from kiosk.visit.stage import Stage
from kiosk.voice.clips import parts_of, words_with_a_clip
from kiosk.voice.pronunciation import pronounce, tongue_of
from kiosk.voice.script import script
from tests.visits.kiosks import a_hall

RENDERED = {language: words_with_a_clip(language) for language in (Language.ZH_CN, Language.EN)}


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_every_story_can_be_walked_to_its_end_and_leaves_nothing_behind(story: Story, tmp_path: Path) -> None:
    with a_hall(tmp_path) as hall:
        hall.walker.walk(story)
        assert hall.kiosk.reception.stage.visit == 0
        assert all(
            scene.title in hall.titles or "counting" in scene.title for v in story.visits for scene in v
        )
        assert Event.DEFECT not in {event for event, _ in hall.events.seen}
        assert left_to_the_live_engine(hall.stages) == set()
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    for personal in ("13800130003", "王秀英", "19540312"):
        assert personal.encode() not in kept


def left_to_the_live_engine(stages: Iterable[Stage]) -> set[str]:
    """Return the sentences about these stages that the rendered voices cannot say, in either language."""
    said = {
        (phrase.speech, tongue_of(phrase.speech, language))
        for stage in stages
        for language in RENDERED
        for hearing in Hearing
        for phrase in script(stage, words_of(language), hearing)
    }
    heard = {(pronounce(speech, tongue), tongue) for speech, tongue in said}
    return {speech for speech, tongue in heard if speech and parts_of(speech, RENDERED[tongue]) is None}
