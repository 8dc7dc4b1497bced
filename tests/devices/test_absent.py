"""What a kiosk lacks does nothing, and says so to whoever asks for it all the same."""

from __future__ import annotations

import threading

import pytest

from kiosk.devices.absent import NoListener
from kiosk.devices.ports import DeviceError
from kiosk.text import Language


def test_where_nobody_listens_no_language_is_known_and_listening_fails() -> None:
    nobody = NoListener()
    assert not nobody.hears(Language.EN)
    with pytest.raises(DeviceError):
        nobody.listen((), Language.EN, stop=threading.Event(), over=lambda: None)
    nobody.close()
