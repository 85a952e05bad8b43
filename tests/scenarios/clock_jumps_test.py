"""The machine's clock jumps by two hours and by twenty-five, both ways, also while the server is down
(killed). What was promised, planned or put off happens by the clock: not before, not twice, and once
all the same where its moment was slept through."""

import datetime
import unittest
from collections import Counter

from support import folders, moments
from support.server import Server
from support.waiting import wait_until
from support.wall_clock import WallClock

HOUR_S = 3600
ADA, OLGA = "ada@studio.test", "olga@team.test"

# A restart may take five seconds of a quiet machine.
HAPPENS_WITHIN_S = 15


class Jumps(unittest.TestCase):
    def setUp(self):
        self.wall_clock = WallClock(self)
        maildir = folders.temporary_folder(self) / "maildir"
        self.server = Server(self, 0, relay=f"maildir:{maildir}",
                             environment=self.wall_clock.environment)
        self.server.become_owner("Olga", OLGA)
        self.api = self.server.api()
        self.began = datetime.datetime.now(datetime.timezone.utc)
        self.sent = Counter()

    def at(self, hours):
        return moments.text(self.began + datetime.timedelta(hours=hours))

    def test_nothing_is_early_lost_or_twice(self):
        self.put_much_off()
        self.adds((ADA, "[outage] Uploads fail"), (ADA, "[planned] New disks"))
        self.jump(2)
        self.adds((ADA, "[outage] Previews fail"), (OLGA, "Late: A refund"),
                  (OLGA, "Late: Next word on: Uploads fail"))
        for hours in (0, 2, -25, 0):
            self.jump(hours)
            self.adds()

        self.jump(25, killed=True)
        self.adds((ADA, "[reminder] New disks"), (OLGA, "No word for 24 hours: Uploads fail"),
                  (OLGA, "No word for 24 hours: Previews fail"))
        self.jump(0)
        self.adds()
        self.jump(25.75)
        self.adds((ADA, "[reminder] New disks"))  # a day before, and an hour before
        self.jump(2)
        self.adds()
        self.jump(26.75)
        self.adds((ADA, "[started] New disks"))
        self.jump(0, killed=True)
        self.adds()
        self.jump(28, killed=True)
        self.adds((ADA, "[finished] New disks"))
        for hours in (28, 3, 28):
            self.jump(hours, killed=True)
            self.adds()

    def put_much_off(self):
        plan = self.api.post("/api/v1/plans", {"name": "Pro"})["id"]
        service = self.api.post("/api/v1/services", {"name": "Uploads"})["id"]
        account = self.api.post("/api/v1/accounts", {
            "name": "Studio", "plan": plan, "contacts": [{"name": "Ada", "email": ADA}]})
        self.api.post("/api/v1/windows", {
            "title": "New disks", "text": "Uploads wait.", "services": [service], "undo_s": 0,
            "starts_at": self.at(26.5), "ends_at": self.at(27.5)})
        self.api.post("/api/v1/promises", {
            "text": "A refund", "to": account["contacts"][0]["id"], "due_at": self.at(1)})
        for title, next_word, undo_s in (("Uploads fail", 1.5, 0), ("Previews fail", 100, HOUR_S)):
            self.api.post("/api/v1/incidents", {
                "title": title, "text": "We look for the cause.", "undo_s": undo_s,
                "services": [{"service": service, "state": "major"}],
                "next_word_at": self.at(next_word)})

    def jump(self, hours, killed=False):
        if killed:
            self.server.kill9()
        self.wall_clock.jump_to(int(hours * HOUR_S))
        if killed:
            self.server.start()

    def adds(self, *mails):
        """Waits until all of these were sent, and finds that nothing else was."""
        self.sent += Counter(mails)

        def sent():
            return Counter((mail["to"], mail["subject"]) for mail in self.api.items("/api/v1/outbox"))

        wait_until(lambda: sent() >= self.sent, lambda: f"{self.sent - sent()}", HAPPENS_WITHIN_S)
        self.server.clock.advance(0)  # answers when all that is due has happened
        self.assertEqual(self.sent, sent())


if __name__ == "__main__":
    unittest.main()
