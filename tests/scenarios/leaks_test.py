"""Everything that a partner's customer can get hold of, searched for the vendor: pages behind the
sign-in, cookies, refusals down to broken requests, scripts, webhooks, and whole mails with their
signatures. What anybody sees on his host is partner_test's."""

import base64
import json
import re
import socket
import unittest

import partner_test
from partner_test import DOMAIN, LENS, all_of, leaks, whole
from support.api import Api
from support.mailbox import text_of
from support.receiver import Receiver
from support.signing_keys import Keys
from support.waiting import wait_until

LEO, PARTNER = "leo@theirs.test", "help.lens.test"
FORM = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
VENDORS_LOGO = '<svg xmlns="http://www.w3.org/2000/svg"><circle r="7"/></svg>'

# What no browser sends, as it goes over the wire.
BROKEN = [
    "nonsense\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET  / HTTP/1.1\r\n\r\n",
    f"GET / HTTP/1.1\r\nHost: {LENS}\r\nHost: {LENS}\r\n\r\n",
    f"GET / HTTP/1.1\r\nHost: {LENS}\r\nX-Long: {'x' * 100_000}\r\n\r\n",
    f"GET /{'x' * 100_000} HTTP/1.1\r\nHost: {LENS}\r\n\r\n",
    f"POST /portal/sign-in HTTP/1.1\r\nHost: {LENS}\r\nContent-Length: x\r\n\r\n",
    f"POST /portal/sign-in HTTP/1.1\r\nHost: {LENS}\r\nContent-Length: 999999999999\r\n\r\n",
    f"GET /%zz HTTP/1.1\r\nHost: {LENS}\r\n\r\n",
]


class Leaks(partner_test.House):
    def setUp(self):
        self.keys, self.receiver = Keys(self), Receiver(self, 200)
        signing = [self.keys.make("rsa", "v1", DOMAIN), self.keys.make("rsa", "p1", PARTNER)]
        self.more = ("--dkim", ", ".join(signing), "--outgoing-allow", self.receiver.place)
        super().setUp()
        self.api.put(f"/api/v1/brands/{self.vendor}/logo", {
            "type": "image/svg+xml", "data": base64.b64encode(VENDORS_LOGO.encode()).decode()})
        self.shown("/logo-", "status.vendorly.test")
        self.vendors_logo = re.search(r"/logo-[^\"]+", self.page("status.vendorly.test"))[0]

    def clean(self, answer, what):
        self.assertEqual([], leaks(all_of(answer)), what)
        self.assertNotIn(self.vendors_logo, all_of(answer), what)
        self.assertNotEqual(VENDORS_LOGO, answer.body, what)
        return answer

    def post(self, path, form="", expect=303, **headers):
        answer = self.anybody().request("POST", path, form, expect, {"Host": LENS, **FORM, **headers})
        return self.clean(answer, path)

    def anybody(self):
        return Api(self.port)

    # --- what he looks at ---

    def test_nothing_behind_the_sign_in_or_a_private_address_is_the_vendors(self):
        self.publish("Uploads fail")
        self.publish("Only Leo waits", account=self.leo)
        self.shown("Uploads fail")
        signed_in = {"Cookie": self.sign_in()}
        day = {"title": "Photo fair", "from": "2027-01-10", "to": "2027-01-11"}
        self.post("/portal/critical-dates", "&".join(f"{k}={v}" for k, v in day.items()),
                  expect=None, **signed_in)
        self.post("/portal/page-link", **signed_in)
        inside = self.crawl(LENS, known=["/portal", "/portal/status.json", "/portal/history",
                                         "/portal/history.json"], **signed_in)
        self.assertIn("Only Leo waits", inside["/portal"].body)
        for link in (f"accounts/{self.leo}/page-link", f"plans/{self.plan}/page-link?brand={self.lens}"):
            url = self.api.get(f"/api/v1/{link}")["url"]
            self.assertTrue(url.startswith(f"https://{LENS}/p/"), url)
            inside |= self.crawl(LENS, known=[url.removeprefix(f"https://{LENS}")])
        for path, answer in inside.items():
            self.clean(answer, path)
            if path.endswith((".js", ".css")) or ".js?" in path or ".css?" in path:
                self.assertNotIn("sourceMappingURL", answer.body, path)
                self.assertEqual(404, self.clean(self.get(path + ".map"), path).status)
        page = self.get(next(path for path in inside if re.fullmatch("/incidents/[a-z0-9]{12}", path)))
        voice = re.search(r'action="([^"]+)"', page.body)[1]
        self.assertIn("set-cookie", self.post(voice).headers)
        self.post("/portal/sign-out", **signed_in)

    def sign_in(self):
        """Answers the cookie, as a browser sends it."""
        self.post("/portal/sign-in", f"email={LEO}", expect=200)
        mail = self.world.customers.wait_for(LEO, where=lambda m: "/portal/sign-in/" in text_of(m))
        path = re.search(rf"https://{LENS}(/portal/sign-in/\S+)", text_of(mail))[1]
        self.clean(self.get(path), path)
        return self.post(path).headers["set-cookie"].partition(";")[0]

    def test_no_refusal_names_the_vendor(self):
        for template in self.anybody().get("/api/v1/openapi.json")["paths"]:
            path = re.sub(r"\{\w+\}", "x", template)
            for method in ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "BREW"):
                self.clean(self.anybody().request(
                    method, path, "{" if method == "POST" else None,
                    headers={"Host": LENS, "Accept": "text/html"}), f"{method} {path}")
        self.assertEqual(self.get("/api/v1/nothing").body, self.get("/api/v1/openapi.json").body)
        for request in BROKEN:
            self.assertEqual([], leaks(self.raw(request)), request[:60])

    def raw(self, request):
        with socket.create_connection(("127.0.0.1", self.port), timeout=20) as connection:
            connection.sendall(request.encode())
            connection.shutdown(socket.SHUT_WR)
            answer = b""
            try:
                while chunk := connection.recv(65536):
                    answer += chunk
            except ConnectionResetError:
                pass  # it closed before it had read all of that
        return answer.decode(errors="replace")

    # --- what he is sent ---

    def test_no_mail_and_no_post_to_him_names_the_vendor(self):
        for dialect in ("standard", "statuspage"):
            self.api.post(f"/api/v1/accounts/{self.leo}/webhooks", {
                "url": self.receiver.url, "dialect": dialect})
        incident = f"/api/v1/incidents/{self.publish('Uploads fail')['id']}"
        self.api.post(incident + "/updates", {
            "state": "identified", "text": "A disk.", "eta": {"within": "1h"}})
        self.mail(LEO, "[outage]")
        self.api.post(incident + "/resolve", {"text": "There is a new one."}, expect=200)
        window = self.plan_window()["id"]
        self.mail(LEO, "[planned]")
        self.api.post(f"/api/v1/windows/{window}/cancel", {"text": "Not needed."}, expect=200)
        self.mail_in(LEO, f"care@{PARTNER}", "A question", "How?")
        self.sign_in()
        for subject in ("[resolved]", "[cancelled]", "A question"):
            self.mail(LEO, subject)
        for mail in self.world.customers.messages(LEO):
            self.is_his_alone(mail)
        for word in ("There is a new one.", "Not needed."):
            wait_until(lambda: sum(word in json.dumps(post) for post in self.receiver.heard) == 2,
                       lambda: f"both webhooks to hear {word!r}: {self.receiver.heard}")
        for post in self.receiver.heard:
            self.assertEqual([], leaks(json.dumps(post)))

    def is_his_alone(self, mail):
        self.assertEqual([], leaks(whole(mail)), mail["Subject"])
        self.assertNotIn(VENDORS_LOGO, whole(mail))
        self.assertIsNone(mail["Sender"])
        for header in ("From", "Reply-To", "Message-ID", "Return-Path", "List-Id", "List-Unsubscribe"):
            for domain in re.findall(r"@([\w.-]+)", mail[header] or ""):
                self.assertEqual(PARTNER, domain, header)
        signed = [re.search(r"\bd=([^;\s]+)", each)[1] for each in mail.get_all("DKIM-Signature")]
        self.assertEqual([PARTNER], signed, mail["Subject"])


if __name__ == "__main__":
    unittest.main()
