"""B4: one incident to 10,000 contacts, from the answered publish to the last mail accepted.

Beside, into the same sink and in turn, with mails as long as ours: a nodemailer pool that keeps a
SQLite table of what it sent, and one that keeps nothing at all; a bare pipelined client that sends one
prepared mail (the limit: target fanout_limit); and, where asked for, Debian's mailman3 with individual
delivery.

The sink is Postfix's smtp-sink, or ours, which also knows who was sent what twice, and adds a delay
to each answer as a relay far away does.
"""

import argparse
import os
import resource
import statistics
import subprocess
import time

from mailman import Mailman
from measuring import FOLDER, ROOT, Session, compare_all

from support.counting_sink import CountingSink
from support.ports import free_port
from support.server import Server
from support.signing_keys import Keys
from support.waiting import listens, wait_until

CONTACTS_AN_ACCOUNT = 100
PEER_CONNECTIONS = 100     # where nodemailer is fastest
LIMIT = ROOT / "build" / "release" / "bench" / "fanout_limit"
NODE = next((ROOT / "build" / "web" / "node" / "node_modules").glob("node-linux-*/bin/node"), "node")
TO_MAILMAN = 10            # so much less is sent to it: it needs minutes for all


class SmtpSink:
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

    @property
    def accepted(self):
        with open(self._counter, "rb") as counter:  # only its end: we share two cores with whom we measure
            counter.seek(max(0, counter.seek(0, os.SEEK_END) - 200))
            tail = counter.read().decode().replace("\r", "\n")
        counts = [line for line in tail.split("\n") if line.startswith("sess=") and "mesg=" in line]
        return int(counts[-1].rpartition("mesg=")[2]) if counts else 0


class Publishing:
    """Ours."""

    def __init__(self, session, sink, options):
        self.sink, self.contacts, self.incidents = sink, options.contacts, []
        more = ["--notify-connections", str(options.connections)]
        if options.sign:
            more += ["--dkim", Keys(session).make("rsa", "bench")]
        self.server = Server(session, sink.port, more=more)
        self.api = self.server.api()
        plan = self.api.post("/api/v1/plans", {"name": "Pro"})["id"]
        self.service = self.api.post("/api/v1/services", {"name": "Statistics"})["id"]
        for first in range(0, self.contacts, CONTACTS_AN_ACCOUNT):
            people = [{"name": f"Contact {i}", "email": f"contact{i}@customers.test"}
                      for i in range(first, first + CONTACTS_AN_ACCOUNT)]
            self.api.post("/api/v1/accounts", {"name": f"Account {first}", "plan": plan,
                                               "services": [self.service], "contacts": people})

    def __call__(self):
        before = self.sink.accepted
        incident = self.api.post("/api/v1/incidents", {
            "title": "Statistics are late", "text": "We are looking into it.",
            "services": [{"service": self.service, "state": "major"}],
            "eta": {"within": "2h"}, "undo_s": 0})
        begin = time.monotonic()
        self.incidents.append(incident["id"])
        wait_until(lambda: self.sink.accepted - before >= self.contacts,
                   lambda: f"all to be told; {self.sink.accepted - before} are\n"
                           f"{self.server.log()[-2000:]}", 600)
        return self.contacts / (time.monotonic() - begin)

    def processor_s(self):
        """User and system time of the server so far."""
        fields = open(f"/proc/{self.server.pid}/stat", encoding="ascii").read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def check_proofs(self):
        def told():
            return [self.api.get(f"/api/v1/incidents/{id}/proof")["told"]
                    for id in self.incidents]
        wait_until(lambda: set(told()) == {self.contacts}, "every proof to name everybody", 60)
        print(f"  every proof names all {self.contacts:,}")


def prepare_nodemailer():
    peer = FOLDER / "nodemailer"
    peer.mkdir(exist_ok=True)
    for name in ("package.json", "package-lock.json", "send.js"):
        (peer / name).write_text((ROOT / "bench" / "nodemailer" / name).read_text())
    subprocess.run(["npm", "ci", "--prefix", peer, "--ignore-scripts", "--no-audit", "--no-fund",
                    "--loglevel=error"], check=True, stdout=subprocess.DEVNULL)
    return peer / "send.js"


class Processor:
    """What a measured deed costs of the processor, which other people's load changes least."""

    def __init__(self, deed, used_s, mails):
        self.deed, self.used_s, self.mails, self.costs = deed, used_s, mails, []

    def __call__(self):
        before = self.used_s()
        speed = self.deed()
        self.costs.append((self.used_s() - before) / self.mails * 1e6)
        return speed

    def median_us(self):
        return statistics.median(self.costs)


def of_children_s():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def answer_of(*command):
    return float(subprocess.run([str(word) for word in command], check=True, capture_output=True,
                                text=True).stdout)


def wishes():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--contacts", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--connections", type=int, default=4, help="ours and the limit's")
    parser.add_argument("--peer-connections", type=int, default=PEER_CONNECTIONS)
    parser.add_argument("--sink", choices=("smtp-sink", "counting"), default="smtp-sink")
    parser.add_argument("--delay-ms", type=float, default=0, help="of each answer; counting sink")
    parser.add_argument("--chunking", action="store_true", help="offered by the counting sink")
    parser.add_argument("--sign", action="store_true", help="DKIM by RSA (ours alone)")
    parser.add_argument("--mailman", action="store_true", help="Debian's mailman3 as well")
    return parser.parse_args()


def main():
    options = wishes()
    send_js = prepare_nodemailer()
    with Session() as session:
        if options.sink == "counting":
            sink = CountingSink(session, options.delay_ms / 1000, options.chunking)
        else:
            sink = SmtpSink(session)
        contacts, publishing = options.contacts, Publishing(session, sink, options)
        ours = Processor(publishing, publishing.processor_s, contacts)
        nodemailer = Processor(lambda: contacts / answer_of(
            NODE, send_js, sink.port, contacts, options.peer_connections, FOLDER / "peer.db"),
            of_children_s, contacts)
        measures = {"tellfirst": ours, "nodemailer": nodemailer,
                    "nodemailer without a ledger": lambda: contacts / answer_of(
                        NODE, send_js, sink.port, contacts, options.peer_connections, "none")}
        if LIMIT.exists():
            measures["limit"] = lambda: answer_of(
                LIMIT, f"127.0.0.1:{sink.port}", contacts, options.connections, "bare")
        if options.mailman:
            measures["mailman3"] = Mailman(session, sink, contacts // TO_MAILMAN)
        print(f"fan-out to {contacts:,} contacts, {options}")
        compare_all(measures, options.rounds, "mails/s")
        print(f"  processor time a mail: tellfirst {ours.median_us():.0f} us, nodemailer "
              f"{nodemailer.median_us():.0f} us, {nodemailer.median_us() / ours.median_us():.1f} times")
        publishing.check_proofs()


if __name__ == "__main__":
    main()
