"""Mail that comes back: a real mail server's report ends its delivery and the address is not written
to any more; a complaint, an absence note and a forgery are each taken for what they are."""

import unittest

from support.mails import compose, send
from support.waiting import wait_until
from support.world import DOMAIN, World

TITLE = "Statistics show no numbers"
ADDRESSES = ("ada@studio.test", "bob@studio.test", "gone@studio.test")
WITHIN_S = 60


def report_of(kind, fields):
    """A multipart/report of one machine-readable part, as bytes."""
    return ("From: machine@provider.test\r\nSubject: A report\r\nMIME-Version: 1.0\r\n"
            "Content-Type: multipart/report; boundary=b\r\n\r\n"
            f"--b\r\nContent-Type: message/{kind}\r\n\r\n{fields}\r\n--b--\r\n").encode()


class Bounces(unittest.TestCase):
    def test_what_comes_back(self):
        self.world = World(self)
        self.api = self.world.api
        self.add_a_studio()
        self.the_server_of_one_says_that_he_is_gone()
        self.he_hears_no_announcement_any_more()
        self.a_letter_to_him_leaves_all_the_same()
        self.one_complains_and_hears_no_more()
        self.one_is_away_and_goes_on_hearing()
        self.a_forgery_is_kept_for_a_person()
        self.none_of_this_is_a_ticket()
        self.a_person_takes_him_off_the_list()

    def add_a_studio(self):
        plan = self.api.post("/api/v1/plans", {"name": "Pro"})
        service = self.api.post("/api/v1/services", {"name": "Statistics"})
        self.account = self.api.post("/api/v1/accounts", {
            "name": "Studio", "plan": plan["id"],
            "contacts": [{"name": name, "email": name} for name in ADDRESSES]})
        self.incident = self.api.post("/api/v1/incidents", {
            "title": TITLE, "text": "They will come back.", "eta": {"within": "2h"}, "undo_s": 0,
            "services": [{"service": service["id"], "state": "major"}]})

    def the_server_of_one_says_that_he_is_gone(self):
        line = self.wait_for_line(0, "gone@studio.test", "bounced")
        self.assertIn("5.1.1", line["reason"])
        self.assertIn("unknown user", line["reason"])
        for address in ("ada@studio.test", "bob@studio.test"):
            self.wait_for_line(0, address, "accepted")
        bounce, = self.api.items("/api/v1/bounces?outcome=bounced")
        self.assertEqual("5.1.1", bounce["status"])
        self.assertEqual("gone@studio.test", bounce["address"])
        self.assertEqual(self.contact("gone@studio.test")["id"], bounce["contact"])
        self.assertIn("unknown user", self.api.get(f"/api/v1/bounces/{bounce['id']}")["text"])

        self.suppression, = self.api.items("/api/v1/suppressions")
        self.assertEqual("no_such_address", self.suppression["cause"])
        self.assertEqual("Studio", self.suppression["account_name"])
        self.assertEqual(bounce["id"], self.suppression["bounce"])
        unreachable = self.contact("gone@studio.test")["unreachable"]
        self.assertEqual("no_such_address", unreachable["cause"])
        self.assertEqual(self.suppression["since"], unreachable["since"])
        self.assertIsNone(self.contact("ada@studio.test").get("unreachable"))

    def he_hears_no_announcement_any_more(self):
        self.say_more()
        self.wait_for_line(1, "ada@studio.test", "accepted")
        self.assertIn("no such address", self.line(1, "gone@studio.test")["reason"])
        self.assertEqual("suppressed", self.line(1, "gone@studio.test")["state"])

    def a_letter_to_him_leaves_all_the_same(self):
        """His acknowledgement comes back, too: that is how we know that it has left."""
        self.world.mail("gone@studio.test", "Where are my stats?", "I cannot see any.\n")
        wait_until(lambda: len(self.api.items("/api/v1/bounces?outcome=bounced")) == 2,
                   lambda: f"the acknowledgement to come back\n{self.world.postfix.log()[-2000:]}",
                   WITHIN_S)
        self.assertEqual(1, len(self.api.items("/api/v1/suppressions")))

    def one_complains_and_hears_no_more(self):
        send(self.world.postfix.port,
             report_of("feedback-report", "Feedback-Type: abuse\r\nVersion: 1\r\n"),
             "fbl@provider.test", self.bounce_address_of("bob@studio.test"))
        wait_until(lambda: self.contact("bob@studio.test").get("unreachable"), "his complaint",
                   WITHIN_S)
        self.assertEqual("complained", self.contact("bob@studio.test")["unreachable"]["cause"])
        self.say_more()
        self.wait_for_line(2, "ada@studio.test", "accepted")
        self.assertEqual("suppressed", self.line(2, "bob@studio.test")["state"])

    def one_is_away_and_goes_on_hearing(self):
        note = compose("ada@studio.test", self.bounce_address_of("ada@studio.test"), "Away",
                       "I am away.\n", auto_submitted="auto-replied")
        send(self.world.postfix.port, note, "<>")
        wait_until(lambda: self.api.items("/api/v1/bounces?outcome=automatic"), "her note", WITHIN_S)
        self.assertEqual("accepted", self.line(2, "ada@studio.test")["state"])
        self.assertEqual(2, len(self.api.items("/api/v1/suppressions")))

    def a_forgery_is_kept_for_a_person(self):
        sealed = self.bounce_address_of("ada@studio.test")
        forged = sealed.replace("@", "0@")
        send(self.world.postfix.port,
             report_of("delivery-status", "Reporting-MTA: dns; x\r\n\r\n"
                       "Final-Recipient: rfc822; ada@studio.test\r\n"
                       "Action: failed\r\nStatus: 5.1.1\r\n"), "<>", forged)
        unattributed = "/api/v1/bounces?outcome=unattributed"
        bounce, = wait_until(lambda: self.api.items(unattributed), "the forgery", WITHIN_S)
        self.assertEqual("ada@studio.test", bounce["address"])
        self.assertEqual("accepted", self.line(2, "ada@studio.test")["state"])
        self.api.post(f"/api/v1/bounces/{bounce['id']}/seen", expect=200)
        self.assertEqual([], self.api.items(unattributed))

    def none_of_this_is_a_ticket(self):
        tickets = self.api.items("/api/v1/tickets")
        self.assertEqual(["Where are my stats?"], [ticket["subject"] for ticket in tickets])
        self.assertEqual([f"help@{DOMAIN}"],
                         [mail["envelope_to"] for mail in self.api.items("/api/v1/mails")])

    def a_person_takes_him_off_the_list(self):
        path = f"/api/v1/suppressions/{self.suppression['id']}"
        self.assertEqual("gone@studio.test", self.api.delete(path, expect=200)["address"])
        self.api.delete(path, expect=404)
        self.assertIsNone(self.contact("gone@studio.test").get("unreachable"))
        kinds = [fact["kind"] for fact in self.api.items("/api/v1/facts?limit=200")]
        self.assertIn("SuppressionLifted", kinds)
        self.say_more()
        self.wait_for_line(3, "gone@studio.test", "bounced")
        wait_until(lambda: len(self.api.items("/api/v1/suppressions")) == 2, "him on it again",
                   WITHIN_S)

    # --- looking ---

    def say_more(self):
        self.api.post(f"/api/v1/incidents/{self.incident['id']}/updates",
                      {"state": "identified", "text": "We are still at it.",
                       "eta": {"within": "2h"}, "undo_s": 0})

    def line(self, word, address):
        """What the proof says of the so-manieth word to him, once it is there."""
        proof = self.api.items(f"/api/v1/incidents/{self.incident['id']}/proof/deliveries")
        lines = [line for line in proof if line["address"] == address]
        return lines[word] if word < len(lines) else {"state": "none"}

    def wait_for_line(self, word, address, state):
        wait_until(lambda: self.line(word, address)["state"] == state,
                   lambda: f"{address} to be {state}: {self.line(word, address)}\n"
                           f"{self.world.postfix.log()[-2000:]}", WITHIN_S)
        return self.line(word, address)

    def contact(self, address):
        account = self.api.get(f"/api/v1/accounts/{self.account['id']}")
        return next(contact for contact in account["contacts"] if contact["email"] == address)

    def bounce_address_of(self, address):
        """The envelope sender of a mail to him, which his server wrote down."""
        return self.world.customers.wait_for(address, TITLE)["Return-Path"].strip("<>")


if __name__ == "__main__":
    unittest.main()
