"""P6: one of 20 receivers has stopped. When has the mail to the others come, beside when none has?"""

import argparse
import statistics
import time

from measuring import Session

from support.counting_sink import CountingSink
from support.server import Server
from support.waiting import wait_until

DOMAINS = 20
TO_EACH = 250
STOPPED = "studio7.test"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--delay-ms", type=float, default=5, help="of each answer")
    parser.add_argument("--chunking", action="store_true")
    options = parser.parse_args()
    with Session() as session:
        sink = CountingSink(session, options.delay_ms / 1000, options.chunking)
        api = Server(session, sink.port).api()
        plan = api.post("/api/v1/plans", {"name": "Pro"})["id"]
        service = api.post("/api/v1/services", {"name": "Statistics"})["id"]
        for domain in range(DOMAINS):
            people = [{"name": f"C {n}", "email": f"c{n}@studio{domain}.test"} for n in range(TO_EACH)]
            for first in range(0, TO_EACH, 50):
                api.post("/api/v1/accounts", {"name": f"Account {domain} {first}", "plan": plan,
                                              "contacts": people[first:first + 50]})

        def p99_s(stopped):
            sink.forget()
            sink.stopped = stopped
            proof = api.post("/api/v1/incidents", {
                "title": "Statistics are late", "text": "We look.", "eta": {"within": "2h"},
                "services": [{"service": service, "state": "major"}], "undo_s": 0})["id"]
            begin = time.monotonic()

            def others():
                return [at - begin for address, at in dict(sink.came_at).items()
                        if not address.endswith("@" + STOPPED)]

            wait_until(lambda: len(others()) == (DOMAINS - 1) * TO_EACH, "the others", 400)
            came = sorted(others())
            sink.go_on()
            wait_until(lambda: api.get(f"/api/v1/incidents/{proof}/proof")["told"] ==
                       DOMAINS * TO_EACH, "all", 400)
            return came[len(came) * 99 // 100], came[-1]

        print(f"one of {DOMAINS} domains stopped, {TO_EACH} contacts each, {options}")
        ratios = []
        for number in range(1, options.rounds + 1):
            (free, free_last), (held, held_last) = p99_s(set()), p99_s({STOPPED})
            ratios.append(held / free)
            print(f"  round {number}: 99 % of the others after {free:.2f} s (last {free_last:.2f}), with "
                  f"one stopped {held:.2f} s (last {held_last:.2f})", flush=True)
        print(f"  median ratio {statistics.median(ratios):.2f}")


if __name__ == "__main__":
    main()
