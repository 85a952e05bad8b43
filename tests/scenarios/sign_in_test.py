"""How somebody of the team comes in, and how he does again who has lost what it takes."""

import re
import time
import unittest
import urllib.parse

from support import authenticator
from support.ports import free_port
from support.server import Server

EMAIL, PASSWORD = "olga@team.example.test", "a long enough pass phrase"


class Browser:
    """Somebody with a session cookie, as a browser sends it."""

    def __init__(self, server, answer):
        self.api = server.anybody()
        cookie = answer.headers["set-cookie"].partition(";")[0]
        self.headers = {"Cookie": cookie, "Sec-Fetch-Site": "same-origin"}

    def get(self, path, **options):
        return self.api.get(path, headers=self.headers, **options)

    def post(self, path, body, **options):
        return self.api.post(path, body, headers=self.headers, **options)


class SigningIn(unittest.TestCase):
    def setUp(self):
        self.server = Server(self, free_port())
        self.ahead_s = 0  # how far the server's clock was moved
        self.olga = Browser(self.server, self.server.become_owner("Olga", EMAIL, PASSWORD))

    def sign_in(self, expect=201, password=PASSWORD, **more):
        wish = {"email": EMAIL, "password": password, **more}
        return self.server.anybody().post("/api/v1/session", wish, expect=expect)

    def enrol(self):
        """Answers the secret on Olga's telephone and her recovery codes."""
        secret = self.olga.post("/api/v1/me/second-factor", {"password": PASSWORD})["secret"]
        codes = self.olga.post("/api/v1/me/second-factor/confirm", {"code": self.code(secret)})
        return secret, codes["recovery_codes"]

    def code(self, secret):
        return authenticator.code(secret, time.time() + self.ahead_s)

    def next_code(self, secret):
        self.ahead_s += authenticator.STEP_S
        self.server.clock.advance(authenticator.STEP_S)
        return self.code(secret)

    def test_a_second_factor_takes_a_code_of_the_telephone_or_one_from_the_drawer(self):
        secret, recovery = self.enrol()
        self.assertEqual((True, 10), (self.olga.get("/api/v1/me")["second_factor"], len(recovery)))
        self.assertEqual("session.needs_code", self.sign_in(401)["code"])
        self.assertEqual("team.wrong_password",
                         self.sign_in(401, password="not this one", code=recovery[0])["code"])
        code = self.next_code(secret)
        self.sign_in(code=code)
        self.assertEqual("session.wrong_code", self.sign_in(401, code=code)["code"])
        self.server.restart()
        self.sign_in(code=self.next_code(secret))
        self.sign_in(code=recovery[0].upper().replace("-", " "))
        self.sign_in(401, code=recovery[0])
        self.assertEqual(9, self.olga.get("/api/v1/me")["recovery_codes_left"])

    def test_the_database_gives_no_secret_away(self):
        secret, recovery = self.enrol()
        files = b"".join(file.read_bytes() for file in self.server.data.glob("tellfirst.db*"))
        self.assertIn(EMAIL.encode(), files)
        self.assertNotIn(authenticator.raw(secret), files)
        for text in (secret, *recovery):
            self.assertNotIn(text.encode(), files)
            self.assertNotIn(text, self.server.log())

    def test_the_operator_lets_somebody_in_who_has_lost_his_telephone(self):
        self.enrol()
        self.assertIn("Olga", self.server.run("user", "second-factor-off", "--email", EMAIL))
        self.assertEqual("team.session_ended",
                         self.olga.get("/api/v1/me", expect=401)["code"])
        self.assertFalse(self.sign_in()["second_factor"])
        self.assertIn("nothing", self.server.run("user", "second-factor-off", "--email", EMAIL))

    def test_the_operator_lets_somebody_in_who_has_lost_his_password(self):
        http = f"127.0.0.1:{self.server.http_port}"
        link = self.server.run("user", "link", "--email", EMAIL.upper(), "--http", http)
        self.assertRegex(link, rf"^http://{re.escape(http)}/sign-in/\S+\n$")
        path = urllib.parse.urlsplit(link.strip()).path
        self.assertIn("<form", self.server.anybody().get(path).body)
        answer = self.server.anybody().request(
            "POST", path, urllib.parse.urlencode({"password": "another pass phrase"}), expect=303,
            headers={"Content-Type": "application/x-www-form-urlencoded"})
        self.assertEqual("/console/", answer.headers["location"])
        self.assertEqual("Olga", Browser(self.server, answer).get("/api/v1/me")["person"]["name"])
        self.sign_in(401)
        self.sign_in(password="another pass phrase")

    def test_nobody_is_let_in_whom_we_do_not_know(self):
        for command in ("link", "second-factor-off"):
            with self.subTest(command):
                self.assertIn("nobody@team.example.test", self.server.refused(
                    "user", command, "--email", "nobody@team.example.test"))
                self.assertIn("--email", self.server.refused("user", command, "--email", "Olga"))
                self.assertIn("--email", self.server.refused("user", command, expect=64))


if __name__ == "__main__":
    unittest.main()
