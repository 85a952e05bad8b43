"""B5: publishing to very many: until it is answered, and until everybody is written down.

Nothing leaves meanwhile (the undo time is an hour), so this is the ledger alone.
"""

import argparse
import concurrent.futures
import re
import statistics
import time

from measuring import Session, resident_bytes, seconds

from support.api import Api
from support.ports import free_port
from support.server import Server
from support.waiting import wait_until

CONTACTS_AN_ACCOUNT = 500
WRITERS = 4


def set_up(server, contacts):
    api = Api(server.http_port, server.token())  # one that holds no answer against the document
    plan = api.post("/api/v1/plans", {"name": "Pro"})["id"]
    service = api.post("/api/v1/services", {"name": "Statistics"})["id"]

    def add(first):
        people = [{"name": f"Contact {i}", "email": f"contact{i}@customers.test"}
                  for i in range(first, min(first + CONTACTS_AN_ACCOUNT, contacts))]
        api.post("/api/v1/accounts", {"name": f"Account {first}", "plan": plan,
                                      "services": [service], "contacts": people})

    with concurrent.futures.ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(add, range(0, contacts, CONTACTS_AN_ACCOUNT)))
    return service


def peak_bytes(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        return int(re.search(r"VmHWM:\s+(\d+)", status.read()).group(1)) * 1024


def megabytes(size):
    return f"{size / 1e6:,.0f} MB"


def database_bytes(server):
    return sum(file.stat().st_size for file in server.data.glob("*.db*"))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--contacts", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()

    with Session() as session:
        server = Server(session, free_port())
        api = server.api()
        print(f"publishing to {options.contacts:,} contacts")
        print(f"  added in {seconds(lambda: set_up(server, options.contacts)):.0f} s")
        service = api.get("/api/v1/services")["items"][0]["id"]
        memory, size = resident_bytes(server.pid), database_bytes(server)

        answered, written = [], []
        for _ in range(options.rounds):
            begin = time.monotonic()
            incident = api.post("/api/v1/incidents", {
                "title": "Statistics are late", "text": "We are looking into it. " * 100,
                "services": [{"service": service, "state": "major"}],
                "eta": {"within": "2h"}, "undo_s": 3600})["id"]
            answered.append(time.monotonic() - begin)

            def total():
                return api.get(f"/api/v1/incidents/{incident}/notices")["items"][0]["total"]
            wait_until(lambda: total() >= options.contacts, "all to be written down", 600)
            written.append(time.monotonic() - begin)
            assert total() == options.contacts, total()

        print(f"  answered after {statistics.median(answered):.3f} s (at most {max(answered):.3f})")
        print(f"  all written down after {statistics.median(written):.1f} s")
        print(f"  memory {megabytes(memory)} before, {megabytes(peak_bytes(server.pid))} at most")
        print(f"  database {megabytes(size)} before, {megabytes(database_bytes(server))} after "
              f"{options.rounds} notices")


if __name__ == "__main__":
    main()
