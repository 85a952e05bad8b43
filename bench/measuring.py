"""What the measurements share: a session that cleans up, the tests' fixtures, medians.

A speed is a ratio to a peer or a limit in the same run: rounds alternate, the median counts, and
the absolute figures stand beside it.
"""

import contextlib
import os
import pathlib
import statistics
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "scenarios"))
sys.dont_write_bytecode = True

os.environ.setdefault("TELLFIRST_BINARY", str(ROOT / "build" / "release" / "tellfirst"))

# On the disk that builds lie on: /tmp may be memory, where an fsync costs nothing.
FOLDER = ROOT / "build" / "bench"
FOLDER.mkdir(parents=True, exist_ok=True)
tempfile.tempdir = str(FOLDER)


class Session(contextlib.ExitStack):
    """Stands in for a test case: fixtures ask it to clean up."""

    def addCleanup(self, function, *arguments):
        self.callback(function, *arguments)


def seconds(deed):
    begin = time.monotonic()
    deed()
    return time.monotonic() - begin


def compare(ours, peer, rounds, unit, names=("tellfirst", "peer")):
    """Runs two measurements in turn; prints each and the ratio of their medians."""
    results = ([], [])
    for number in range(1, rounds + 1):
        for measure, kept in zip((ours, peer), results):
            kept.append(measure())
        print(f"  round {number}: {names[0]} {results[0][-1]:,.0f}, {names[1]} {results[1][-1]:,.0f} "
              f"{unit}", flush=True)
    middle = [statistics.median(kept) for kept in results]
    print(f"  median: {names[0]} {middle[0]:,.0f}, {names[1]} {middle[1]:,.0f} {unit}; "
          f"ratio {middle[0] / middle[1]:.2f}", flush=True)
    return middle[0] / middle[1]
