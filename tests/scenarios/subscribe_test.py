"""Who is told has agreed: he subscribed himself, or was invited, and confirmed by a mailed link; and
what he then chooses, takes home or has erased by the link of his mails alone.
"""

import re
import unittest
import urllib.parse

from support import folders
from support.ports import free_port
from support.server import Server
from support.waiting import wait_until

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Subscribing(unittest.TestCase):
    def setUp(self):
        mails = folders.temporary_folder(self) / "mails"
        self.server = Server(self, free_port(), relay=f"maildir:{mails}")
        self.api = self.server.api()
        self.anybody = self.server.anybody()
        self.service = self.api.post("/api/v1/services", {"name": "Uploads"})["id"]

    def post_form(self, path, expect=200, **fields):
        return self.anybody.post(path, urllib.parse.urlencode(fields), expect=expect, headers=FORM)

    def mails_to(self, email):
        """Their texts, oldest first."""
        return [self.api.get(f"/api/v1/outbox/{mail['id']}")["text"]
                for mail in reversed(self.api.get("/api/v1/outbox?limit=200")["items"])
                if mail["to"] == email]

    def link_to(self, email, below="/confirm/", nth=0):
        def links():
            return re.findall(below + r"\S+", "\n".join(self.mails_to(email)))[nth:]

        (link,) = wait_until(links, f"a mail to {email}")
        return link

    def publish(self, title):
        self.api.post("/api/v1/incidents", {
            "title": title, "text": "We look for the cause.", "eta": {"within": "2h"},
            "services": [{"service": self.service, "state": "major"}], "undo_s": 0})

    def test_a_subscriber_hears_after_his_confirmation_and_not_before(self):
        for name in ("eve", "mallory"):
            self.post_form("/subscribe", email=f"{name}@example.test", unplanned="on")
        link = self.link_to("eve@example.test")
        self.link_to("mallory@example.test")
        self.assertIn("<button>", self.anybody.get(link).body)
        self.post_form(link)
        self.post_form(link, expect=401)
        self.publish("Uploads fail")
        told = wait_until(lambda: self.mails_to("eve@example.test")[1:], "the announcement")[0]
        self.assertIn("Uploads fail", told)
        self.assertEqual(1, len(self.mails_to("mallory@example.test")))

        own = re.search(r"/p/\S+", told).group()
        self.assertIn("eve@example.test", self.anybody.get(own).body)
        # Whoever was forwarded that mail gets no further: both need a link of the mailbox.
        self.post_form(f"{own}/export")
        held = self.post_form(self.link_to("eve@example.test", "/mine/")).body
        self.assertEqual("eve@example.test", held["person"]["contact"]["email"])
        self.assertEqual(3, len(held["notices"]))
        self.post_form(f"{own}/erase", sure="yes")
        self.anybody.get(own)
        self.post_form(self.link_to("eve@example.test", "/mine/", nth=1))
        self.anybody.get(own, expect=404)

    def test_who_was_invited_hears_nothing_else_until_he_has_confirmed(self):
        plan = self.api.post("/api/v1/plans", {"name": "Pro"})["id"]
        names = [f"ada{number}@example.test" for number in range(3)]
        self.api.post("/api/v1/accounts", {
            "name": "Ada & Co", "plan": plan,
            "contacts": [{"name": "Ada", "email": name} for name in names]})
        path = f"/api/v1/plans/{plan}/invitations"
        invited = {"invited": 3, "already_confirmed": 0, "unreachable": 0}
        self.assertEqual(invited, self.api.post(path, {"dry_run": True}, expect=200).body)
        self.assertEqual(invited, self.api.post(path, {}, expect=200).body)
        self.assertEqual(0, self.api.post(path, {}, expect=200)["invited"])
        links = {self.link_to(name) for name in names}
        self.assertEqual(3, len(links))
        self.post_form(self.link_to(names[0]))
        self.publish("Uploads fail")
        wait_until(lambda: self.mails_to(names[0])[1:], "the announcement")
        self.assertEqual([1, 1], [len(self.mails_to(name)) for name in names[1:]])
        self.assertEqual({"invited": 3, "confirmed": 1, "waiting": 2}, self.api.get(path).body)


if __name__ == "__main__":
    unittest.main()
