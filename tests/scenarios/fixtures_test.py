"""The peers of the scenarios do what the scenarios believe of them."""

import http.server
import json
import os
import subprocess
import sys
import threading
import unittest

import jsonschema

from support.api import Api, Document
from support.fake_lmtp import FakeLmtp
from support.mailbox import text_of
from support.mails import compose, send
from support.ports import free_port
from support.postfix import Postfix
from support.postgres import Postgres
from support.waiting import TimedOut, listens, wait_until


class PostfixFixture(unittest.TestCase):
    def test_mail_for_our_domain_arrives_over_lmtp(self):
        lmtp = FakeLmtp(self)
        postfix = Postfix(self, lmtp.port)
        mail = compose("Ann <ann@customers.test>", "help@help.example.test", "Where are they?",
                       "My stats.\n.\nAnn\n")
        send(postfix.port, mail)
        wait_until(lambda: lmtp.accepted, postfix.log)
        sender, recipients, raw = lmtp.accepted[0]
        self.assertEqual("ann@customers.test", sender)
        self.assertEqual(["help@help.example.test"], recipients)
        self.assertIn(b"Subject: Where are they?", raw)
        self.assertTrue(raw.endswith(b"My stats.\r\n.\r\nAnn\r\n"))

    def test_mail_for_anybody_else_arrives_in_the_customers_mailbox(self):
        postfix = Postfix(self, free_port())
        for address in ("ann@customers.test", "bo@elsewhere.example.test"):
            mail = compose("help@help.example.test", address, f"For {address}", "Grüße\n")
            send(postfix.port, mail)
        message = postfix.customers.wait_for("bo@elsewhere.example.test", "For bo")
        self.assertEqual("Grüße\n", text_of(message))
        postfix.customers.wait_for("ann@customers.test")
        self.assertEqual(1, len(postfix.customers.messages("ann@customers.test")))

    def test_mail_to_nobody_is_taken_and_comes_back(self):
        lmtp = FakeLmtp(self)
        postfix = Postfix(self, lmtp.port)
        send(postfix.port, compose("a@b.test", "gone@customers.test", "Hello", "x\n"),
             "bounce+1@help.example.test")
        wait_until(lambda: lmtp.accepted, postfix.log)
        sender, recipients, raw = lmtp.accepted[0]
        self.assertEqual(("", ["bounce+1@help.example.test"]), (sender, recipients))
        self.assertIn(b"Content-Type: message/delivery-status", raw)
        self.assertIn(b"Status: 5.1.1", raw)

    def test_mail_waits_for_a_peer_that_is_down(self):
        port = free_port()
        postfix = Postfix(self, port)
        send(postfix.port, compose("a@b.test", "help@help.example.test", "Later", "x\n"))
        wait_until(lambda: "status=deferred" in postfix.log(), postfix.log)
        self.assertEqual(1, postfix.queued())

    def test_nothing_is_left_when_it_ends(self):
        class Inner(unittest.TestCase):
            def runTest(self):
                self.postfix = Postfix(self, free_port())

        inner = Inner()
        self.assertTrue(inner.run().wasSuccessful())
        self.assertFalse(listens(inner.postfix.port))
        self.assertFalse(os.path.exists(inner.postfix.folder))


# A test that starts everything, says so, and waits to be killed.
KILLED = """
import sys, unittest
from support.ports import free_port
from support.postfix import Postfix
from support.postgres import Postgres

class Test(unittest.TestCase):
    def runTest(self):
        postfix, postgres = Postfix(self, free_port()), Postgres(self)
        print(postfix.port, postfix.folder, postgres.port, postgres.folder, flush=True)
        sys.stdin.read()

Test().run()
"""


class KilledTest(unittest.TestCase):
    def test_nothing_is_left_of_it(self):
        test = subprocess.Popen([sys.executable, "-c", KILLED], cwd=os.path.dirname(__file__),
                                stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.addCleanup(test.stdin.close)
        self.addCleanup(test.stdout.close)
        ports_and_folders = test.stdout.readline().split()
        self.assertEqual(4, len(ports_and_folders))
        test.kill()
        test.wait(20)
        for port, folder in (ports_and_folders[:2], ports_and_folders[2:]):
            wait_until(lambda: not listens(int(port)), f"{port} to be free", 20)
            wait_until(lambda: not os.path.exists(folder), f"{folder} to be gone", 20)


class PostgresFixture(unittest.TestCase):
    def test_it_keeps_what_was_written_over_a_restart(self):
        postgres = Postgres(self)
        postgres.sql("CREATE TABLE words (word TEXT)")
        postgres.sql("INSERT INTO words VALUES ('kept')")
        postgres.stop()
        self.assertFalse(listens(postgres.port))
        postgres.start()
        self.assertEqual(["kept"], postgres.sql("SELECT word FROM words"))


class ApiClient(unittest.TestCase):
    DOCUMENT = Document({
        "paths": {"/api/v1/things/{id}": {"get": {"responses": {
            "200": {"content": {"application/json": {"schema": {"$ref": "#/components/thing"}}}},
            "default": {"content": {"application/problem+json": {"schema": {"type": "object"}}}}}}}},
        "components": {"thing": {"type": "object", "required": ["id"],
                                 "properties": {"at": {"type": "string"}}}}})

    def get(self, status, media, body, path="/api/v1/things/7"):
        class Answering(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(status)
                self.send_header("Content-Type", media)
                self.end_headers()
                self.wfile.write(json.dumps(body).encode())

            def log_message(self, *words):
                pass

        server = http.server.HTTPServer(("127.0.0.1", 0), Answering)
        self.addCleanup(server.server_close)
        threading.Thread(target=server.handle_request, daemon=True).start()
        return Api(server.server_address[1], "token", self.DOCUMENT).get(path, expect=status)

    def test_an_answer_as_announced_passes(self):
        self.assertEqual(7, self.get(200, "application/json", {"id": 7})["id"])
        self.assertEqual(404, self.get(404, "application/problem+json", {}).status)

    def test_an_answer_of_another_shape_is_an_error(self):
        with self.assertRaises(jsonschema.ValidationError):
            self.get(200, "application/json", {"name": "no id"})
        with self.assertRaises(jsonschema.ValidationError):
            self.get(200, "application/json", {"id": 7, "at": 12})

    def test_an_answer_of_another_kind_is_an_error(self):
        with self.assertRaisesRegex(AssertionError, "text/html"):
            self.get(200, "text/html", "hello")

    def test_an_address_that_is_not_announced_is_an_error(self):
        with self.assertRaisesRegex(AssertionError, "not in the API document"):
            self.get(200, "application/json", {}, path="/api/v1/others")


class Waiting(unittest.TestCase):
    def test_a_condition_that_never_comes_is_an_error_that_says_why(self):
        with self.assertRaisesRegex(TimedOut, "in vain: the moon"):
            wait_until(lambda: False, "the moon", deadline_s=0.05)


if __name__ == "__main__":
    unittest.main()
