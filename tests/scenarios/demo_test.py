"""`tellfirst demo`: a believable house, ready at once, that one can come back to."""

import datetime
import re
import signal
import subprocess
import time
import unittest

from support import folders, moments
from support.api import Api
from support.ports import free_port
from support.server import binary, finish
from support.waiting import wait_until

# What the demo promises; a machine that runs other tests beside it is given more.
READY_WITHIN_S = 3
PATIENCE = 10


class Demo(unittest.TestCase):
    def setUp(self):
        self.data = folders.temporary_folder(self) / "demo"
        self.port = free_port()
        self.said = self.data.parent / "stdout"
        self.process = None
        self.addCleanup(self.kill)

    def start(self):
        self.said.write_text("")
        with open(self.said, "ab") as stdout, open(self.data.parent / "stderr", "ab") as stderr:
            self.process = subprocess.Popen(
                [binary(), "demo", "--data", str(self.data), "--http", f"127.0.0.1:{self.port}",
                 "--lmtp", ""], stdin=subprocess.DEVNULL, stdout=stdout, stderr=stderr)
        began = time.monotonic()
        wait_until(lambda: self.link() or self.process.poll() is not None, "the demo's link",
                   READY_WITHIN_S * PATIENCE)
        self.assertIsNone(self.process.poll(), (self.data.parent / "stderr").read_text()[-4000:])
        return time.monotonic() - began

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.assertEqual(0, self.process.wait(10))

    def kill(self):
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.wait(10)

    def link(self):
        links = re.findall(r"/sign-in/\S+", self.said.read_text())
        return links[-1] if links else None

    def enter(self):
        """Opens the printed link, as a browser does; answers a client that is signed in."""
        opened = Api(self.port).request("GET", self.link(), expect=303)
        self.assertEqual("/console/", opened.headers["location"])
        cookie = opened.headers["set-cookie"].partition(";")[0]
        api = Api(self.port)
        return lambda path, expect=200: api.request("GET", path, expect=expect,
                                                    headers={"Cookie": cookie}).body

    def test_it_is_a_house_with_a_past_and_goes_on_where_it_was(self):
        self.start()
        get = self.enter()
        self.assertEqual("owner", get("/api/v1/me")["person"]["role"])
        with self.subTest("customers"):
            self.check_customers(get)
        with self.subTest("a partner"):
            self.check_partner(get)
        with self.subTest("incidents"):
            self.check_incidents(get)
        with self.subTest("a year of history"):
            self.check_year(get)
        with self.subTest("prepared words"):
            kinds = [words["kind"] for words in get("/api/v1/templates")["items"]]
            self.assertGreaterEqual(kinds.count("incident"), 3)
        with self.subTest("tickets"):
            self.check_tickets(get)
        with self.subTest("windows"):
            self.assertEqual(["planned", "finished", "finished"],
                             [window["state"] for window in get("/api/v1/windows")["items"]])
        with self.subTest("promises"):
            self.check_promises(get)
        with self.subTest("mails"):
            self.check_mails(get)

        before = get("/api/v1/facts?limit=200")["items"][0]
        password = re.search(r"with the password (\S+)", self.said.read_text())[1]
        self.stop()
        self.start()
        again = self.enter()
        self.assertEqual(before, again("/api/v1/facts?limit=200")["items"][0])
        self.assertIn(password, self.said.read_text())
        Api(self.port).post("/api/v1/session", expect=201, body={
            "email": "mara@framewell.example", "password": password})
        self.stop()
        self.check_refusal_of_another_house()

    def check_customers(self, get):
        accounts, cursor = [], ""
        while cursor is not None:
            page = get(f"/api/v1/accounts?limit=200&after={cursor}")
            accounts += page["items"]
            cursor = page["next"]
        self.assertEqual(500, len(accounts))
        self.assertEqual({"Free", "Pro", "Studio", "Partner"},
                         {account["plan_name"] for account in accounts})
        self.assertTrue(650 <= sum(account["contacts"] for account in accounts) <= 850)

    def check_partner(self, get):
        address = re.search(r"partner's +http://(\S+):\d+/", self.said.read_text())[1]
        page = Api(self.port).get("/", headers={"Host": f"{address}:{self.port}"}).body
        self.assertIn("Kestrel Albums", page)
        self.assertNotIn("Framewell", page)
        logo = re.search(r'<img src="(/logo-[^"]+)"', page)[1]
        Api(self.port).get(logo, headers={"Host": address})
        self.assertEqual([None, address], [b["host"] for b in get("/api/v1/brands")["items"]])

    def check_incidents(self, get):
        incidents = get("/api/v1/incidents?limit=50")["items"]
        running = [incident for incident in incidents if incident["state"] != "resolved"]
        self.assertEqual(["Statistics are delayed"], [incident["title"] for incident in running])
        self.assertFalse(running[0]["overdue"])
        self.assertTrue(16 <= len(incidents) - 1 <= 24)
        proof = get(f"/api/v1/incidents/{running[0]['id']}/proof")
        self.assertGreater(proof["told"], 50)
        self.assertEqual(proof["exposed"], proof["told"] + proof["on_the_way"] + proof["not_told"])

    def check_year(self, get):
        now = datetime.datetime.now(datetime.timezone.utc)
        account = get("/api/v1/accounts?limit=1")["items"][0]
        self.assertGreater(now - moments.parse(account["created_at"]), datetime.timedelta(days=400))
        incidents = get("/api/v1/incidents?limit=50")["items"]
        months = {incident["started_at"][:7] for incident in incidents}
        self.assertGreaterEqual(len(months), 9)
        standings = get(f"/api/v1/accounts/{account['id']}/standings")["items"]
        self.assertEqual(13, len(standings))
        self.assertTrue(all(month["shown"] for month in standings))

    def check_tickets(self, get):
        states = {state: get(f"/api/v1/tickets?limit=200&state={state}")["items"]
                  for state in ("waiting_for_us", "waiting_for_customer", "solved")}
        for state, tickets in states.items():
            self.assertGreaterEqual(len(tickets), 5, state)
        self.assertGreaterEqual(sum(map(len, states.values())), 50)
        linked = [ticket for ticket in states["waiting_for_us"] if ticket["incident"]]
        self.assertGreaterEqual(len(linked), 3)

    def check_promises(self, get):
        counts = get("/api/v1/promises/counts")
        for state in ("open", "late", "done_late", "kept", "broken", "withdrawn"):
            self.assertGreaterEqual(counts[state], 1, state)

    def check_mails(self, get):
        mails = get("/api/v1/outbox")["items"]
        self.assertEqual(50, len(mails))
        html = get(f"/api/v1/outbox/{mails[0]['id']}/html")
        self.assertIn("<html", html)

    def check_refusal_of_another_house(self):
        (self.data / "demo.json").unlink()
        done = finish("demo", "--data", self.data, "--http", f"127.0.0.1:{self.port}")
        self.assertEqual(1, done.returncode)
        self.assertIn("something else than a demo", done.stderr)


if __name__ == "__main__":
    unittest.main()
