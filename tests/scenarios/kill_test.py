"""The server is killed at ten random moments while it publishes, resolves, takes mail and answers.
What it acknowledged is there at the end, nothing is there twice, and nobody has missed a notice. And
it is killed while it tells ten thousand: each is told, and only what was on the wire comes twice.

Whoever gets no answer tries again, as clients do that mean it: the API with the same
Idempotency-Key, mail with the same Message-ID. SCENARIO_SEED repeats a run's moments.
"""

import contextlib
import email.policy
import http.client
import itertools
import os
import random
import smtplib
import threading
import time
import unittest
import uuid
from collections import Counter

from support.counting_sink import CountingSink
from support.mailbox import text_of
from support.mails import compose
from support.postgres import Postgres
from support.server import Server
from support.waiting import wait_until
from support.world import DOMAIN, ON_POSTGRES, World

KILLS = 10
CONTACTS = 12

KILLS_OF_MANY = 5
MANY = 10_000
IN_ONE_CALL = 100        # contacts of one account
CONNECTIONS = 4          # what notify.connections is unless somebody says otherwise
WINDOW = 8               # mails under way on each, where the relay offers CHUNKING
MANY_TOLD_WITHIN_S = 120
LIVES_S = (0.05, 1.2)    # the shortest and the longest time between ready and killed
SETTLED_WITHIN_S = 60

# Between two acts of one worker: enough work that every kill falls into some, and little enough
# that Postfix delivers it all in seconds afterwards.
PAUSES_S = {"publish": 0.25, "resolve": 0.3, "mail": 0.1, "answer": 0.1}


class Killed(unittest.TestCase):
    def test_nothing_acknowledged_is_lost_and_nothing_is_doubled(self):
        seed = int(os.environ.get("SCENARIO_SEED", random.randrange(10**9)))
        print(f"SCENARIO_SEED={seed}", flush=True)
        moments = random.Random(seed)
        self.world = World(self)
        self.server, self.api = self.world.server, self.world.api
        self.over = threading.Event()
        self.published, self.resolved, self.mailed, self.answered = [], [], [], []
        self.failures = []
        self.add_customers()

        workers = [threading.Thread(target=self.work, args=(name, act), daemon=True)
                   for name, act in (("publish", self.publish), ("resolve", self.resolve),
                                     ("mail", self.mail), ("answer", self.answer))]
        for worker in workers:
            worker.start()
        self.addCleanup(self.over.set)
        for _ in range(KILLS):
            self.over.wait(moments.uniform(*LIVES_S))  # the random moment; ends early on a failure
            self.server.restart()
        self.over.set()
        for worker in workers:
            worker.join(30)
            self.assertFalse(worker.is_alive())
        self.assertEqual([], self.failures)
        print(f"{len(self.published)} incidents, {len(self.resolved)} of them resolved, "
              f"{len(self.mailed)} mails, {len(self.answered)} answers", flush=True)
        for done in (self.published, self.resolved, self.mailed, self.answered):
            self.assertGreaterEqual(len(done), KILLS // 2, "too little happened to be killed")

        self.every_mail_is_one_ticket()
        self.every_answer_is_there_once_and_arrived()
        self.every_incident_was_heard_by_all()

    def add_customers(self):
        plan = self.api.post("/api/v1/plans", {"name": "Pro"})
        self.service = self.api.post("/api/v1/services", {"name": "Statistics"})["id"]
        self.contacts = [f"contact{n}@studio{n}.example.test" for n in range(CONTACTS)]
        for n, address in enumerate(self.contacts):
            self.api.post("/api/v1/accounts", {
                "name": f"Studio {n}", "plan": plan["id"],
                "contacts": [{"name": f"Contact {n}", "email": address}]})

    # --- the work ---

    def work(self, name, act):
        for n in itertools.count():
            if self.over.wait(PAUSES_S[name]):
                return
            try:
                act(n)
            except Exception as failure:  # a thread's own trace would be lost
                self.failures.append(repr(failure))
                self.over.set()
                return

    def insist(self, attempt):
        """Tries until there is an answer; the server comes back within seconds."""
        end = time.monotonic() + 30
        while time.monotonic() < end:
            with contextlib.suppress(OSError, http.client.HTTPException, smtplib.SMTPException):
                return attempt()
            time.sleep(0.02)
        raise AssertionError("no answer for 30 s")

    def post(self, path, body, status=201):
        key = str(uuid.uuid4())

        def attempt():
            answer = self.api.post(path, body, expect=None, headers={"Idempotency-Key": key})
            if answer.status == 503:
                raise ConnectionError("busy or unknown: the same again")
            assert answer.status == status, answer
            return answer

        return self.insist(attempt)

    def publish(self, n):
        self.published.append(self.post("/api/v1/incidents", {
            "title": f"Outage {n} begins", "text": "We look for the cause.", "undo_s": 0,
            "eta": {"within": "12h"}, "services": [{"service": self.service, "state": "partial"}]}))

    def resolve(self, _):
        if len(self.resolved) < len(self.published):
            incident = self.published[len(self.resolved)]
            self.post(f"/api/v1/incidents/{incident['id']}/resolve",
                      {"text": "A disk was full.", "undo_s": 0}, status=200)
            self.resolved.append(incident)

    def mail(self, n):
        sender = self.contacts[n % CONTACTS]
        subject = f"Question {n} of mine"
        raw = compose(sender, f"help@{DOMAIN}", subject, f"What is {n}?\n").as_bytes(
            policy=email.policy.SMTP)

        def attempt():
            with smtplib.LMTP("127.0.0.1", self.server.lmtp_port, timeout=20) as lmtp:
                lmtp.sendmail(sender, [f"help@{DOMAIN}"], raw)

        self.insist(attempt)
        self.mailed.append(subject)

    def answer(self, n):
        waiting = self.insist(lambda: self.api.get(
            "/api/v1/tickets?state=waiting_for_us&limit=1"))["items"]
        for ticket in waiting:
            text = f"Answer {n} to you."
            # Some wait for a moment, in which they could be taken back.
            self.post(f"/api/v1/tickets/{ticket['id']}/replies", {"text": text, "undo_s": n % 3})
            self.answered.append((ticket["id"], text))

    # --- what must hold afterwards ---

    def every_mail_is_one_ticket(self):
        wait_until(lambda: not self.api.items("/api/v1/mails?outcome=waiting"),
                   "all mails to be read", SETTLED_WITHIN_S)
        subjects = Counter(ticket["subject"] for ticket in self.api.items("/api/v1/tickets"))
        self.assertEqual(Counter(self.mailed), subjects)

    def every_answer_is_there_once_and_arrived(self):
        tickets = {id: self.api.get(f"/api/v1/tickets/{id}")
                   for id in {ticket for ticket, _ in self.answered}}
        found = Counter((id, entry["text"]) for id, ticket in tickets.items()
                        for entry in ticket["entries"] if entry["kind"] == "from_us")
        self.assertEqual(Counter(self.answered), found)
        for id, text in self.answered:
            number = f"[#{tickets[id]['number']}]"
            sent = [entry for entry in tickets[id]["entries"]
                    if entry["kind"] in ("from_us", "acknowledgement")]
            wait_until(lambda: any(text in text_of(mail) for mail in self.mails_about(number)),
                       f"{text} in {number}", SETTLED_WITHIN_S)
            wait_until(lambda: len({mail["Message-ID"] for mail in self.mails_about(number)}) ==
                       len(sent), f"{len(sent)} mails of {number}", SETTLED_WITHIN_S)

    def mails_about(self, words):
        return [mail for mail in self.world.customers.messages() if words in mail["Subject"]]

    def every_incident_was_heard_by_all(self):
        titles = Counter(incident["title"] for incident in self.api.items("/api/v1/incidents"))
        self.assertEqual(Counter(incident["title"] for incident in self.published), titles)
        resolved = {incident["title"] for incident in self.resolved}
        ends = set(itertools.product(("resolved",), resolved, self.contacts))
        heard = {}

        def is_missing():
            for mail in self.world.customers.messages():
                tag, _, title = mail["Subject"].partition("] ")
                if tag in ("[outage", "[resolved"):
                    key = (tag[1:], title, mail["Delivered-To"])
                    heard.setdefault(key, set()).add(mail["Message-ID"])
            # An end that overtook the beginning tells both; the beginning does not follow.
            begins = {("outage", title, contact)
                      for title, contact in itertools.product(titles, self.contacts)
                      if ("resolved", title, contact) not in heard}
            return sorted((begins | ends) - set(heard))

        wait_until(lambda: not is_missing(), lambda: f"{is_missing()[:10]}", SETTLED_WITHIN_S)
        self.assertEqual({1}, {len(ids) for ids in heard.values()},
                         "what comes twice has the same Message-ID")
        self.assertEqual(resolved, {title for tag, title, _ in heard if tag == "resolved"})
        for incident in self.published:
            path = f"/api/v1/incidents/{incident['id']}/proof"
            wait_until(lambda: self.api.get(path)["told"] == CONTACTS,
                       lambda: f"the proof to say so: {self.api.get(path).body}", SETTLED_WITHIN_S)


class KilledWhileTelling(unittest.TestCase):
    def test_each_of_many_is_told_and_only_what_was_on_the_wire_comes_twice(self):
        seed = int(os.environ.get("SCENARIO_SEED", random.randrange(10**9)))
        print(f"SCENARIO_SEED={seed}", flush=True)
        self.sink = CountingSink(self)
        server = Server(self, self.sink.port, db=Postgres(self).url if ON_POSTGRES else None)
        self.api = server.api()
        proof = f"/api/v1/incidents/{self.publish_to_many()}/proof"
        for count in sorted(random.Random(seed).sample(range(1, MANY), KILLS_OF_MANY)):
            wait_until(lambda: self.sink.accepted >= count, self.so_far, MANY_TOLD_WITHIN_S)
            server.restart()
        wait_until(lambda: self.api.get(proof)["told"] == MANY, self.so_far, MANY_TOLD_WITHIN_S)
        print(f"{self.sink.doubled} came twice", flush=True)
        self.assertEqual(MANY, len(self.sink.heard))
        self.assertLessEqual(self.sink.doubled, KILLS_OF_MANY * CONNECTIONS * WINDOW)
        for recipient, ids in self.sink.heard.items():
            self.assertEqual(1, len(set(ids)), f"copies for {recipient} have the same Message-ID")

    def publish_to_many(self):
        plan = self.api.post("/api/v1/plans", {"name": "Pro"})["id"]
        service = self.api.post("/api/v1/services", {"name": "Statistics"})["id"]
        for first in range(0, MANY, IN_ONE_CALL):
            self.api.post("/api/v1/accounts", {"name": f"Studio {first}", "plan": plan, "contacts": [
                {"name": f"Contact {n}", "email": f"contact{n}@studio.example.test"}
                for n in range(first, first + IN_ONE_CALL)]})
        return self.api.post("/api/v1/incidents", {
            "title": "Statistics are late", "text": "We look for the cause.", "undo_s": 0,
            "eta": {"within": "12h"}, "services": [{"service": service, "state": "partial"}]})["id"]

    def so_far(self):
        return f"more than {len(self.sink.heard)} of {MANY} to be told"


if __name__ == "__main__":
    unittest.main()
