"""Waiting for a condition, never for a time to pass."""

import socket
import time


class TimedOut(AssertionError):
    pass


def wait_until(condition, why, deadline_s=10.0):
    """Answers the first true value of `condition()`; raises TimedOut with `why` in its words."""
    end = time.monotonic() + deadline_s
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise TimedOut(f"waited {deadline_s:g} s in vain: {why() if callable(why) else why}")
        time.sleep(0.02)  # between two looks; the condition decides, not the time


def listens(port):
    """Does somebody accept connections on this port?"""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1):
            return True
    except OSError:
        return False
