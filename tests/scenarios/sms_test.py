"""An outage reaches a phone: by a real gateway, with its reports in the proof."""

import unittest

from support import folders
from support.kannel import Kannel
from support.server import Server
from support.waiting import wait_until

PHONE = "+49151123456"


class Sms(unittest.TestCase):
    def setUp(self):
        self.kannel = Kannel(self)
        self.server = self.open_server(self.kannel.password)
        self.api = self.server.api()

    def open_server(self, password):
        maildir = folders.temporary_folder(self) / "maildir"
        return Server(self, 0, relay=f"maildir:{maildir}", more=(
            "--notify-sms-preset", "kannel", "--notify-sms-url", self.kannel.url,
            "--notify-sms-user", self.kannel.user, "--notify-sms-password", password,
            "--notify-sms-from", "{brand}"))

    def open_incident(self):
        service = self.api.post("/api/v1/services", {"name": "Uploads"})["id"]
        plan = self.api.post("/api/v1/plans", {"name": "Pro"})["id"]
        account = self.api.post("/api/v1/accounts", {
            "name": "Ada & Co", "plan": plan,
            "contacts": [{"name": "Ada", "email": "ada@example.test"}]}).body
        contact = account["contacts"][0]["id"]
        self.api.put(f"/api/v1/contacts/{contact}/preferences", {
            "choices": [{"channel": "sms", "topics": ["unplanned"]}], "phone": PHONE})
        return self.api.post("/api/v1/incidents", {
            "title": "Uploads fail", "text": "We look for the cause.", "eta": {"within": "2h"},
            "services": [{"service": service, "state": "major"}]})["id"]

    def line(self, incident):
        """State and reason of the text in the proof, and when that was."""
        return next((each["state"], each["reason"], each["at"])
                    for each in self.api.items(f"/api/v1/incidents/{incident}/proof/deliveries")
                    if each["channel"] == "sms")

    def wait_for(self, incident, state, reason):
        wait_until(lambda: self.line(incident)[:2] == (state, reason),
                   lambda: f"{state}: {reason}, not {self.line(incident)}\n{self.server.log()[-2000:]}",
                   30)

    def standing(self):
        channels = self.api.get("/api/v1/channels").body
        return next((each["ready"], each["says"]) for each in channels if each["channel"] == "sms")

    def test_an_outage_reaches_a_phone_and_the_proof_says_when(self):
        self.assertTrue(self.standing()[0])
        incident = self.open_incident()
        self.server.clock.advance(40)
        self.wait_for(incident, "accepted", "delivered")
        self.assertIsNotNone(self.line(incident)[2])
        text, = self.kannel.wait_for_texts(1)
        self.assertTrue(text.startswith(f"Support {PHONE} text Uploads: down"), text)
        self.assertIn("/incidents/", text)

    def test_a_test_goes_to_one_phone_and_a_wrong_number_nowhere(self):
        tried = self.api.post("/api/v1/channels/sms/test", {"to": PHONE}, expect=200)
        self.assertEqual((True, "202 0: Accepted for delivery"), (tried["accepted"], tried["says"]))
        self.assertIn("A test", self.kannel.wait_for_texts(1)[0])
        refused = self.api.post("/api/v1/channels/sms/test", {"to": "0151"}, expect=422)
        self.assertEqual("sms.bad_number", refused["code"])

    def test_a_gateway_that_refuses_us_leaves_texts_waiting_and_says_so(self):
        self.server = self.open_server("wrong")
        self.api = self.server.api()
        incident = self.open_incident()
        self.server.clock.advance(40)
        wait_until(lambda: "403" in (self.line(incident)[1] or ""), "the gateway's refusal", 30)
        self.assertEqual("queued", self.line(incident)[0])
        ready, says = self.standing()
        self.assertFalse(ready)
        self.assertIn("403", says)
        self.assertEqual([], self.kannel.texts())


if __name__ == "__main__":
    unittest.main()
