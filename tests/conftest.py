"""Tests need no screen, and what is tried at random is the same each time."""

import os

from tests.effort import settle

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
settle()
