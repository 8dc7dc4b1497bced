"""The scanner of QR codes on a serial port: it sends each code as a line."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from serial import Serial

from kiosk.devices.ports import DeviceError
from kiosk.screens import Stop

GLANCE = 0.05  # seconds between two looks at whether anybody still waits
ENDS = b"\r\n"
MOST = 4296
"""Bytes of a code: as many letters and digits as a QR code can hold (ISO/IEC 18004); more are dropped."""


class SerialScanner:
    """A scanner that ends each code with CR or LF; its port is open only while a code is asked for."""

    def __init__(self, path: str, baud: int, silence: float = 1.0) -> None:
        """After `silence`, in seconds, the rest of a code comes no more, and its beginning is dropped."""
        self._path, self._baud, self._silence = path, baud, silence
        self._one_at_a_time = threading.Lock()

    @property
    def present(self) -> bool:
        """There is one, also where it does not answer just now."""
        return True

    def read(self, *, stop: Stop) -> str:
        """Wait for a code (see CodeScanner); who asks while another waits comes after it."""
        while not self._one_at_a_time.acquire(timeout=GLANCE):
            if stop.is_set():
                return ""
        try:
            with self._port() as port:
                return self._code(port, stop).decode("utf-8", errors="replace")
        finally:
            self._one_at_a_time.release()

    @contextmanager
    def _port(self) -> Iterator[Serial]:
        """Open the port; whatever fails on it, also later, is a failure of the device."""
        try:
            port = Serial(self._path, self._baud, timeout=GLANCE)
        except Exception as error:  # pyserial lets errors of the terminal's own through
            raise DeviceError(f"the code scanner cannot be opened: {type(error).__name__}") from error
        try:
            with port:
                yield port
        except OSError as error:
            raise DeviceError(f"the code scanner is gone: {type(error).__name__}") from error

    def _code(self, port: Serial, stop: Stop) -> bytes:
        """Return the next code that comes; what was shown before anybody was asked is another visitor's."""
        port.reset_input_buffer()
        code, until = b"", 0.0
        while not stop.is_set():
            byte = port.read(1)
            if byte and byte in ENDS:
                if code:
                    return code
            elif byte:
                code, until = (code + byte)[:MOST], time.monotonic() + self._silence
            elif code and time.monotonic() > until:
                code = b""
        return b""
