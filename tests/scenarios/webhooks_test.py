"""A customer's program hears of incidents: it is pinged, fails, is tried again, and says one day that
it is gone."""

import unittest

from support import folders
from support.receiver import Receiver
from support.server import Server
from support.waiting import wait_until


class Webhooks(unittest.TestCase):
    def setUp(self):
        # In this order the ping, the first word twice, and the last word.
        self.receiver = Receiver(self, 204, 500, 200, 410)
        maildir = folders.temporary_folder(self) / "maildir"
        self.server = Server(self, 0, relay=f"maildir:{maildir}", more=(
            "--outgoing-allow", self.receiver.place, "--notify-undo-seconds", "0"))
        self.api = self.server.api()
        self.service = self.api.post("/api/v1/services", {"name": "Uploads"})["id"]
        plan = self.api.post("/api/v1/plans", {"name": "Pro"})["id"]
        self.account = self.api.post("/api/v1/accounts", {
            "name": "Ada & Co", "plan": plan,
            "contacts": [{"name": "Ada", "email": "ada@example.test"}]})["id"]
        self.path = f"/api/v1/accounts/{self.account}/webhooks"

    def deliveries(self, webhook):
        return self.api.items(f"{self.path}/{webhook}/deliveries")

    def logged(self, webhook):
        """Type, state and the answers of each delivery, the oldest first."""
        return [(each["type"], each["state"], [one["status"] for one in each["attempts"]])
                for each in reversed(self.deliveries(webhook))]

    def wait_for_log(self, webhook, expected):
        wait_until(lambda: self.logged(webhook) == expected,
                   lambda: f"the log {expected}, not {self.logged(webhook)}")

    def test_it_is_pinged_fails_is_tried_again_and_is_gone(self):
        made = self.api.post(self.path, {"url": self.receiver.url}).body
        webhook = made["id"]
        self.assertTrue(made["secret"].startswith("whsec_"))
        self.assertEqual(["ping"], self.receiver.types())

        incident = self.api.post("/api/v1/incidents", {
            "title": "Uploads fail", "text": "We look for the cause.", "eta": {"within": "2h"},
            "services": [{"service": self.service, "state": "major"}]})["id"]
        first = ("incident.investigating", "deferred", [500])
        self.wait_for_log(webhook, [first])

        self.server.clock.advance(10)
        again = ("incident.investigating", "accepted", [500, 200])
        self.wait_for_log(webhook, [again])
        _, one, other = self.receiver.wait_for(3)
        self.assertEqual(one[0]["webhook-id"], other[0]["webhook-id"])
        self.assertEqual(one[1], other[1])
        self.assertEqual(incident, one[1]["data"]["id"])
        self.assertEqual(["Uploads"], one[1]["data"]["services"])

        self.api.post(f"/api/v1/incidents/{incident}/resolve", {"text": "It was a disk."}, expect=None)
        self.wait_for_log(webhook, [again, ("incident.resolved", "failed", [410])])
        gone = self.api.get(f"{self.path}/{webhook}")
        self.assertEqual(("disabled", "gone"), (gone["state"], gone["disabled_because"]))
        wait_until(lambda: any("webhook" in mail["subject"] for mail in self.api.items("/api/v1/outbox")),
                   "a mail that says so")

        # Nothing more goes there, and nothing is replayed.
        old = self.deliveries(webhook)[-1]["id"]
        self.api.post(f"{self.path}/{webhook}/deliveries/{old}/replay", expect=409)
        self.assertEqual(4, len(self.receiver.heard))
        self.assertNotIn("secret", self.api.get(self.path).body["items"][0])
        self.api.delete(f"{self.path}/{webhook}", expect=200)
        self.api.get(f"{self.path}/{webhook}", expect=404)

    def test_an_address_that_does_not_answer_well_is_refused_in_words(self):
        self.api.post(self.path, {"url": self.receiver.url})
        refused = self.api.post(self.path, {"url": self.receiver.url}, expect=422)
        self.assertEqual("webhook.ping_failed", refused["code"])
        self.assertIn("500 Internal Server Error", refused["detail"])
        inside = self.api.post(self.path, {"url": "http://127.0.0.1:443/hook"}, expect=422)
        self.assertIn("outgoing.own_name", inside["code"])
        private = self.api.post(self.path, {"url": "https://10.0.0.7/hook"}, expect=422)
        self.assertIn("not a public one", private["detail"])

    def test_a_delivery_is_replayed_and_a_webhook_changed(self):
        webhook = self.api.post(self.path, {"url": self.receiver.url})["id"]
        self.api.post("/api/v1/incidents", {
            "title": "Uploads fail", "text": "We look for the cause.", "eta": {"within": "2h"},
            "services": [{"service": self.service, "state": "major"}]})
        self.receiver.wait_for(2)
        self.server.clock.advance(10)
        self.wait_for_log(webhook, [("incident.investigating", "accepted", [500, 200])])
        changed = self.api.put(f"{self.path}/{webhook}", {
            "url": self.receiver.url, "topics": ["recovery"]}, headers={"If-Match": '"1"'})
        self.assertEqual(2, changed["version"])
        self.api.put(f"{self.path}/{webhook}", {"url": self.receiver.url}, expect=412,
                     headers={"If-Match": '"1"'})
        delivery = self.deliveries(webhook)[0]["id"]
        self.api.post(f"{self.path}/{webhook}/deliveries/{delivery}/replay", expect=204)
        self.receiver.wait_for(4)
        self.wait_for_log(webhook, [("incident.investigating", "failed", [500, 200, 410])])


if __name__ == "__main__":
    unittest.main()
