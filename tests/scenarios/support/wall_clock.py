"""The machine's clock, as one process sees it: libfaketime moves it while the process runs, as an
administrator or a bad time server does. What counts how long something takes goes on as ever."""

import glob
import os

from . import folders

LIBRARY, = glob.glob("/usr/lib/*/faketime/libfaketimeMT.so.1")


class WallClock:
    """`environment` is for the process."""

    def __init__(self, test):
        self._file = folders.temporary_folder(test) / "shift"
        self.jump_to(0)
        self.environment = {
            "LD_PRELOAD": LIBRARY, "FAKETIME_TIMESTAMP_FILE": str(self._file),
            "FAKETIME_NO_CACHE": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}

    def jump_to(self, seconds):
        """So much ahead of the true time, or behind it."""
        fresh = self._file.with_suffix(".new")
        fresh.write_text(f"{seconds:+d}s\n")
        os.replace(fresh, self._file)
