"""One of many receivers has stopped: it takes connections and gives no answer. All others hear what
they would have heard, and it hears the newest word when it goes on."""

import os
import signal
import subprocess
import sys
import unittest

from support import folders
from support.counting_sink import CountingSink
from support.receiver import Receiver
from support.server import Server
from support.waiting import wait_until

RECEIVERS = 20
TO_EACH = 25  # contacts at one domain
FAILED_OVER_WITHIN_S = 60

# A peer of its own, so that it can be stopped: a customer's program, or a relay.
PEER = """
import sys, unittest
from support.counting_sink import CountingSink
from support.receiver import Receiver

class Test(unittest.TestCase):
    def runTest(self):
        peer = {made}
        print(getattr(peer, "url", peer.port if hasattr(peer, "port") else ""), flush=True)
        for line in sys.stdin:
            print(len(peer.heard), flush=True)

Test().run()
"""


class Peer:
    """`address` is what it listens on."""

    def __init__(self, test, made):
        self._process = subprocess.Popen(
            [sys.executable, "-c", PEER.format(made=made)], cwd=os.path.dirname(__file__),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        test.addCleanup(self._process.stdout.close)
        test.addCleanup(self._process.wait, 20)
        test.addCleanup(self._process.stdin.close)
        test.addCleanup(self.go_on)
        self.address = self._process.stdout.readline().strip()

    def stop(self):
        self._process.send_signal(signal.SIGSTOP)

    def go_on(self):
        self._process.send_signal(signal.SIGCONT)

    def heard(self):
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())


class Stopped(unittest.TestCase):
    def house(self, relay, *more):
        self.server = Server(self, 0, relay=relay, more=("--notify-undo-seconds", "0", *more))
        self.api = self.server.api()
        self.plan = self.api.post("/api/v1/plans", {"name": "Pro"})["id"]
        self.service = self.api.post("/api/v1/services", {"name": "Uploads"})["id"]

    def account(self, name, *addresses):
        return self.api.post("/api/v1/accounts", {
            "name": name, "plan": self.plan,
            "contacts": [{"name": address, "email": address} for address in addresses]})["id"]

    def publish(self):
        return "/api/v1/incidents/" + self.api.post("/api/v1/incidents", {
            "title": "Uploads fail", "text": "We look for the cause.", "eta": {"within": "2h"},
            "services": [{"service": self.service, "state": "major"}]})["id"]

    def wait_for_told(self, incident, count, deadline_s=30):
        def told():
            return self.api.get(f"{incident}/proof")["told"]

        wait_until(lambda: told() >= count, lambda: f"{count} told, not {told()}", deadline_s)

    def test_a_program_that_stopped_keeps_no_word_from_the_others(self):
        others = [Receiver(self, 204) for _ in range(RECEIVERS - 1)]
        stopped = Peer(self, "Receiver(self, 204)")
        urls = [*(other.url for other in others), stopped.address]
        places = ",".join(url.removeprefix("http://").partition("/")[0] for url in urls)
        self.house(f"maildir:{folders.temporary_folder(self) / 'maildir'}", "--outgoing-allow", places)
        for number, url in enumerate(urls):
            account = self.account(f"Studio {number}", f"ada@studio{number}.test")
            webhooks = f"/api/v1/accounts/{account}/webhooks"
            webhook = self.api.post(webhooks, {"url": url})["id"]
        last = f"{webhooks}/{webhook}/deliveries"

        stopped.stop()
        incident = self.publish()
        words = ["ping", "incident.investigating"]
        for other in others:
            wait_until(lambda: other.types() == words, lambda: f"{words}, not {other.types()}", 30)
        self.api.post(f"{incident}/resolve", {"text": "It was a disk."}, expect=200)
        words.append("incident.resolved")
        for other in others:
            wait_until(lambda: other.types() == words, lambda: f"{words}, not {other.types()}", 30)
        self.assertNotIn("accepted", [each["state"] for each in self.api.items(last)])

        stopped.go_on()
        self.server.clock.advance(3600)
        wait_until(lambda: self.api.items(last)[0]["state"] == "accepted", "the newest word", 30)
        self.assertIn(stopped.heard(), (2, 3), "a ping, the newest word, and the one before or not")

    def test_a_domain_that_stopped_keeps_no_mail_from_the_others(self):
        sink = CountingSink(self)
        self.house(f"smtp://127.0.0.1:{sink.port}")
        for number in range(RECEIVERS):
            self.account(f"Studio {number}", *(f"contact{n}@studio{number}.test" for n in range(TO_EACH)))
        sink.stopped = {"studio7.test"}
        incident = self.publish()
        self.wait_for_told(incident, (RECEIVERS - 1) * TO_EACH)
        proof = self.api.items(f"{incident}/proof/deliveries")
        self.assertEqual({"studio7.test"}, {line["address"].partition("@")[2] for line in proof
                                            if line["state"] != "accepted"})
        sink.go_on()
        self.wait_for_told(incident, RECEIVERS * TO_EACH)
        self.assertEqual(RECEIVERS * TO_EACH, len(sink.heard))
        self.assertEqual(0, sink.doubled)

    def test_a_relay_that_stopped_leaves_the_mail_to_the_next(self):
        first, second = Peer(self, "CountingSink(self)"), CountingSink(self)
        self.house(f"smtp://127.0.0.1:{first.address},smtp://127.0.0.1:{second.port}")
        addresses = [f"contact{n}@studio.test" for n in range(TO_EACH)]
        self.account("Studio", *addresses)
        first.stop()
        self.wait_for_told(self.publish(), TO_EACH, FAILED_OVER_WITHIN_S)
        self.assertEqual(set(addresses), set(second.heard))
        first.go_on()
        self.assertEqual(0, first.heard())


if __name__ == "__main__":
    unittest.main()
