"""Mail that we sign (DKIM), through Debian's Postfix, verified by a program that others wrote."""

import re
import unittest

import dkim

from support import folders
from support.ports import free_port
from support.server import finish
from support.signing_keys import Keys
from support.waiting import wait_until
from support.world import World

TEXT = ".A dot at the beginning\n..and two, trailing spaces  \n\n\nand empty lines.\n\n"


class Signing(unittest.TestCase):
    def setUp(self):
        self.keys = Keys(self)
        listed = [self.keys.make("rsa", "r1"), self.keys.make("ed25519", "e1")]
        self.world = World(self, more=(
            "--dkim", ", ".join(listed), "--notify-undo-seconds", "0",
            "--tickets-undo-seconds", "0"))
        self.api = self.world.api
        self.service = self.api.post("/api/v1/services", {"name": "Mail"})["id"]
        self.plan = self.api.post("/api/v1/plans", {"name": "Pro"})["id"]

    def account(self, email, **more):
        self.api.post("/api/v1/accounts", {
            "name": email, "plan": self.plan, "contacts": [{"name": "Ada", "email": email}], **more})

    def publish(self):
        self.api.post("/api/v1/incidents", {
            "title": "Störung der Mail", "text": TEXT, "eta": {"within": "2h"},
            "services": [{"service": self.service, "state": "major"}]})

    def received(self, email):
        """The bytes of the mail that came to this address."""
        def look():
            for path in (self.world.customers.folder / "new").glob("*"):
                raw = path.read_bytes()
                if f"Delivered-To: {email}\n".encode() in raw:
                    return raw
            return None

        return wait_until(look, f"a mail to {email}")

    def verified(self, raw):
        """The algorithms whose signatures hold."""
        found = []
        for index, field in enumerate(re.findall(rb"(?m)^DKIM-Signature:.*", raw)):
            try:
                holds = dkim.DKIM(raw).verify(idx=index, dnsfunc=self.keys.look_up)
            except dkim.ValidationError:  # what it says of a body that was changed
                holds = False
            if holds:
                found.append(re.search(rb"a=([a-z0-9-]+)", field).group(1).decode())
        return sorted(found)

    def test_both_signatures_hold_for_what_arrived_and_for_nothing_else(self):
        self.account("ada@customers.test")
        self.publish()
        raw = self.received("ada@customers.test")
        self.assertEqual(["ed25519-sha256", "rsa-sha256"], self.verified(raw))

        for before, after in ((b"A dot at", b"A dog at"), (b"\nSubject: ", b"\nSubject: x "),
                              (b"\nList-Unsubscribe-Post: ", b"\nX-Unsubscribe-Post: "),
                              (b"\nMessage-ID: ", b"\nSubject: Another\nMessage-ID: "),
                              (b"\nMessage-ID: ", b"\nCc: eve@evil.test\nMessage-ID: "),
                              (b"\nReply-To: ", b"\nReply-To: eve@evil.test\nReply-To: ")):
            self.assertIn(before, raw)
            self.assertEqual([], self.verified(raw.replace(before, after, 1)), after)

    def test_an_answer_to_a_customer_is_signed_too(self):
        self.account("ada@customers.test")
        self.world.mail("ada@customers.test", "Help", "It is broken.")
        raw = self.received("ada@customers.test")
        self.assertIn(b"\nIn-Reply-To: ", raw)
        self.assertEqual(["ed25519-sha256", "rsa-sha256"], self.verified(raw))

    def test_mail_of_a_partner_is_not_signed_by_our_key(self):
        brand = self.api.post("/api/v1/brands", {
            "name": "Lens", "host": "status.lens.test", "mail_from": "care@help.lens.test"})["id"]
        self.account("leo@customers.test", brand=brand)
        self.publish()
        self.assertNotIn(b"DKIM-Signature", self.received("leo@customers.test"))


class RefusedKeys(unittest.TestCase):
    def refusal(self, file):
        done = finish("serve", "--data", folders.temporary_folder(self) / "data",
                      "--http", f"127.0.0.1:{free_port()}", "--lmtp", "",
                      "--dkim", f"help.example.test s1 {file}")
        self.assertEqual(1, done.returncode)
        return done.stderr

    def test_the_server_does_not_start_without_its_key_and_says_what_to_do(self):
        said = self.refusal("/nowhere/key.pem")
        self.assertIn("/nowhere/key.pem of help.example.test cannot be read; let the user", said)
        file = folders.temporary_folder(self) / "key.pem"
        file.write_text("nonsense")
        self.assertIn("openssl genpkey", self.refusal(file))


if __name__ == "__main__":
    unittest.main()
