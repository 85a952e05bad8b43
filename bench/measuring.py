"""What the measurements share: a session that cleans up, the tests' fixtures, medians.

A speed is a ratio to a peer or a limit in the same run: rounds alternate, the median counts, and
the absolute figures stand beside it.
"""

import contextlib
import os
import pathlib
import re
import resource
import select
import socket
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


def resident_bytes(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        return int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1)) * 1024


class Streams:
    """Many event streams of one server that nobody reads until somebody asks."""

    AT_ONCE = 50  # that are being opened: each is looked up in the database

    def __init__(self, session, port, token, count):
        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        assert count + 100 < most, f"{count} streams need more than {most} files (ulimit -n)"
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
        self._poll = select.epoll()
        session.callback(self._poll.close)
        self._sockets = {}
        asking = (f"GET /api/v1/events HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                  f"Authorization: Bearer {token}\r\n\r\n").encode()
        for first in range(0, count, self.AT_ONCE):
            fresh = [socket.create_connection(("127.0.0.1", port), timeout=10)
                     for _ in range(min(self.AT_ONCE, count - first))]
            for stream in fresh:
                session.callback(stream.close)
                stream.sendall(asking)
            for stream in fresh:
                head = stream.recv(4096)
                assert head.startswith(b"HTTP/1.1 200"), head
                stream.setblocking(False)
                self._poll.register(stream, select.EPOLLIN | select.EPOLLET)
                self._sockets[stream.fileno()] = stream

    def drain(self):
        """Forgets what was sent so far."""
        for stream in self._sockets.values():
            with contextlib.suppress(BlockingIOError):
                while stream.recv(65536):
                    pass

    def until_all_have(self, word, deadline_s):
        """Seconds until each of them was sent that word."""
        begin = time.monotonic()
        read = dict.fromkeys(self._sockets, b"")
        waiting = set(self._sockets)
        while waiting:
            left = begin + deadline_s - time.monotonic()
            assert left > 0, f"{len(waiting)} streams have not got {word} in {deadline_s} s"
            for number, _ in self._poll.poll(left):
                with contextlib.suppress(BlockingIOError):
                    while chunk := self._sockets[number].recv(65536):
                        read[number] += chunk
                if word.encode() in read[number]:
                    waiting.discard(number)
        return time.monotonic() - begin


def compare_all(measures, rounds, unit):
    """Runs each of `measures` (by name, ours first) in turn; prints medians, and ours by each."""
    results = {name: [] for name in measures}
    for number in range(1, rounds + 1):
        for name, measure in measures.items():
            results[name].append(measure())
        said = ", ".join(f"{name} {kept[-1]:,.0f}" for name, kept in results.items())
        print(f"  round {number}: {said} {unit}", flush=True)
    middle = {name: statistics.median(kept) for name, kept in results.items()}
    ours = next(iter(middle.values()))
    for name, speed in middle.items():
        print(f"  median: {name} {speed:,.0f} {unit}; ours by it {ours / speed:.2f}", flush=True)


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
