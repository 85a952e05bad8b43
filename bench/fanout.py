"""B4: one incident to 10,000 contacts, from the answered publish to the last mail accepted.

Against a bare nodemailer pool of 100 connections (where it is fastest) that keeps no ledger, no
preferences and no proof, into the same smtp-sink, in turn.
"""

import argparse
import subprocess
import time

from measuring import FOLDER, ROOT, Session, compare

from support.ports import free_port
from support.server import Server
from support.waiting import listens, wait_until

CONTACTS_AN_ACCOUNT = 100
PEER_CONNECTIONS = 100


class Sink:
    """Postfix's smtp-sink, which counts what it accepted."""

    def __init__(self, session):
        self.port = free_port()
        self._counter = FOLDER / f"sink-{self.port}"
        with open(self._counter, "wb") as counter:
            process = subprocess.Popen(
                ["stdbuf", "--output=L", "smtp-sink", "-u", "nobody", "-c",
                 f"127.0.0.1:{self.port}", "1000"], stdout=counter, stderr=subprocess.DEVNULL)
        session.addCleanup(self._counter.unlink)
        session.addCleanup(process.wait)
        session.addCleanup(process.kill)
        wait_until(lambda: listens(self.port), "smtp-sink to listen")

    def accepted(self):
        tail = self._counter.read_bytes()[-200:].decode().replace("\r", "\n")
        counts = [line for line in tail.split("\n") if line.startswith("sess=") and "mesg=" in line]
        return int(counts[-1].rpartition("mesg=")[2]) if counts else 0


def set_up(api, contacts):
    plan = api.post("/api/v1/plans", {"name": "Pro"})["id"]
    service = api.post("/api/v1/services", {"name": "Statistics"})["id"]
    for first in range(0, contacts, CONTACTS_AN_ACCOUNT):
        people = [{"name": f"Contact {i}", "email": f"contact{i}@customers.test"}
                  for i in range(first, first + CONTACTS_AN_ACCOUNT)]
        api.post("/api/v1/accounts", {"name": f"Account {first}", "plan": plan,
                                      "services": [service], "contacts": people})
    return service


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--contacts", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()

    peer = FOLDER / "nodemailer"
    peer.mkdir(exist_ok=True)
    for name in ("package.json", "package-lock.json", "send.js"):
        (peer / name).write_text((ROOT / "bench" / "nodemailer" / name).read_text())
    subprocess.run(["npm", "ci", "--prefix", peer, "--ignore-scripts", "--no-audit", "--no-fund",
                    "--loglevel=error"], check=True, stdout=subprocess.DEVNULL)

    with Session() as session:
        sink = Sink(session)
        server = Server(session, sink.port)
        api = server.api()
        service = set_up(api, options.contacts)
        incidents = []

        def publish():
            before = sink.accepted()
            incident = api.post("/api/v1/incidents", {
                "title": "Statistics are late", "text": "We are looking into it. " * 100,
                "services": [{"service": service, "state": "major"}],
                "eta": {"within": "2h"}, "undo_s": 0})
            begin = time.monotonic()
            incidents.append(incident["id"])
            wait_until(lambda: sink.accepted() - before >= options.contacts,
                       lambda: f"all to be told; {sink.accepted() - before} are\n{server.log()[-2000:]}",
                       600)
            return options.contacts / (time.monotonic() - begin)

        def nodemailer():
            done = subprocess.run(["node", peer / "send.js", str(sink.port), str(options.contacts),
                                   str(PEER_CONNECTIONS)], check=True, capture_output=True, text=True)
            return options.contacts / float(done.stdout)

        print(f"fan-out to {options.contacts:,} contacts")
        compare(publish, nodemailer, options.rounds, "mails/s", ("tellfirst", "nodemailer"))

        def told():
            return [api.get(f"/api/v1/incidents/{incident}/proof")["told"] for incident in incidents]
        wait_until(lambda: set(told()) == {options.contacts}, "every proof to name everybody", 60)
        print(f"  every proof names all {options.contacts:,}")


if __name__ == "__main__":
    main()
