"""From a change to the page that shows it: a busy house with 500 services and 1,000 past incidents.

Somebody asks for the page all the time, on a core of his own; what counts is from the answer to the
change (it is committed then) to the first page that has it. Between two changes there is quiet,
since the press lets a moment pass after each renewal.
"""

import argparse
import datetime
import http.client
import statistics
import threading
import time

from measuring import Session

from support import folders
from support.ports import free_port
from support.server import Server
from support.waiting import wait_until

BUDGET_MS, BUDGET_BYTES = 50, 30_000
QUIET_S = 1


def furnish(api, options):
    groups = [api.post("/api/v1/services", {"name": f"Region {n}", "is_group": True})["id"]
              for n in range(-(-options.services // 25))]
    services = [api.post("/api/v1/services", {"name": f"Service {n}", "parent": groups[n // 25]})["id"]
                for n in range(options.services)]
    now = datetime.datetime.now(datetime.timezone.utc)
    for n in range(options.incidents):
        began = now - datetime.timedelta(hours=2 + 2 * (options.incidents - n))
        incident = api.post("/api/v1/incidents", {
            "title": f"Trouble {n} in a region", "text": "We look for the cause.",
            "services": [{"service": services[n % options.services], "state": "partial"}],
            "started_at": began.isoformat(), "eta": {"within": "2h"}, "notify": False})["id"]
        api.post(f"/api/v1/incidents/{incident}/resolve",
                 {"text": "A disk was full. We have added a second.", "notify": False}, expect=200)
    return services


class Reader(threading.Thread):
    """Looks at the page without a pause and notes when a word is on it."""

    def __init__(self, port, word):
        super().__init__(daemon=True)
        self._port, self._word = port, word.encode()
        self.seen_at = None

    def run(self):
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=10)
        tag = ""
        while self.seen_at is None:
            connection.request("GET", "/", headers={"If-None-Match": tag})
            answer = connection.getresponse()
            at = time.monotonic()
            body = answer.read()
            tag = answer.getheader("ETag")
            if self._word in body:
                self.seen_at = at
        connection.close()


def size(port, encoding):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", "/", headers={"Accept-Encoding": encoding})
    body = connection.getresponse().read()
    connection.close()
    return len(body)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--services", type=int, default=500)
    parser.add_argument("--incidents", type=int, default=1_000)
    options = parser.parse_args()

    with Session() as session:
        server = Server(session, relay_port=free_port())
        api = server.api()
        services = furnish(api, options)
        wait_until(lambda: f"Trouble {options.incidents - 1}" in server.anybody().get("/").body,
                   "the page to have all", 60)
        folders.run("taskset", "--all-tasks", "--pid", "--cpu-list", "0", server.pid)
        took = []
        for number in range(1, options.rounds + 1):
            time.sleep(QUIET_S)
            word = f"Fresh trouble number {number}."
            reader = Reader(server.http_port, word)
            reader.start()
            api.post("/api/v1/incidents", {
                "title": word, "text": "We look for the cause.", "eta": {"within": "2h"},
                "services": [{"service": services[number % options.services], "state": "major"}], "notify": False})
            answered = time.monotonic()
            reader.join(30)
            took.append((reader.seen_at - answered) * 1000)
            print(f"  round {number}: {took[-1]:.0f} ms", flush=True)
        print(f"change to page, {options.services} services, {options.incidents:,} past incidents: median "
              f"{statistics.median(took):.0f} ms, worst {max(took):.0f} ms (at most {BUDGET_MS})")
        print("the page: " + ", ".join(
            f"{size(server.http_port, encoding):,} bytes as {encoding}"
            for encoding in ("identity", "gzip", "br")) + f" (compressed at most {BUDGET_BYTES:,})")


if __name__ == "__main__":
    main()
