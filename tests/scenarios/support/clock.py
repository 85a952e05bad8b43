"""The settable clock of a server that was started with --test-clock."""

import http.client
import json


class Clock:
    def __init__(self, port):
        self.port = port

    def set(self, at):
        """`at` is RFC 3339. Answers when all jobs that are due by then have run."""
        self._post({"at": at})

    def advance(self, seconds):
        self._post({"advance_s": seconds})

    def _post(self, wish):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request("POST", "/clock", json.dumps(wish), {"Content-Type": "application/json"})
            answer = connection.getresponse()
            body = answer.read().decode()
            assert answer.status < 300, f"the clock answered {answer.status}: {body}"
        finally:
            connection.close()
