"""The storyboard's own visits, over real HTTP: what is shown to reviewers is what works."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.events import Event
from kiosk.storyboard.script import Story
from kiosk.storyboard.stories import STORIES
from tests.visits.kiosks import a_hall


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_every_story_can_be_walked_to_its_end_and_leaves_nothing_behind(story: Story, tmp_path: Path) -> None:
    with a_hall(tmp_path) as hall:
        hall.walker.walk(story)
        assert hall.kiosk.reception.stage.visit == 0
        assert all(
            scene.title in hall.titles or "counting" in scene.title for v in story.visits for scene in v
        )
        assert Event.DEFECT not in {event for event, _ in hall.events.seen}
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    for personal in ("13800130003", "王秀英", "19540312"):
        assert personal.encode() not in kept
