"""A customer's own pages: from the sign-in to what touched him, how his month stands and when nothing may
fail; and that there is nothing at all where somebody else's begin.
"""

import http.client
import re
import unittest
import urllib.parse

from support import folders
from support.ports import free_port
from support.server import Server
from support.waiting import wait_until

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
SAME_SITE = {"Sec-Fetch-Site": "same-origin"}


def letters(incident):
    return incident["id"].partition("_")[2]


class Portal(unittest.TestCase):
    def setUp(self):
        mails = folders.temporary_folder(self) / "mails"
        self.server = Server(self, free_port(), relay=f"maildir:{mails}")
        self.api = self.server.api()
        self.anybody = self.server.anybody()
        plan = self.api.post("/api/v1/plans", {"name": "Pro", "availability": 99.9})["id"]
        self.services, self.accounts = {}, {}
        for name, service in (("ada", "Statistics"), ("bo", "Galleries")):
            self.services[name] = self.api.post("/api/v1/services", {"name": service})["id"]
            self.accounts[name] = self.api.post("/api/v1/accounts", {
                "name": f"{name} & Co", "plan": plan, "services": [self.services[name]],
                "contacts": [{"name": name, "email": f"{name}@example.test",
                              "zone": "Europe/Berlin"}]})["id"]

    def publish(self, name, title, **more):
        return self.api.post("/api/v1/incidents", {
            "title": title, "text": "We look for the cause.", "eta": {"within": "2h"},
            "services": [{"service": self.services[name], "state": "major"}], **more}).body

    def sign_in(self, name):
        """By the mailed link, as a browser does it; answers what the browser sends from then on."""
        email = f"{name}@example.test"
        self.anybody.post("/portal/sign-in", urllib.parse.urlencode({"email": email}), expect=200,
                          headers=FORM)
        mail = wait_until(lambda: self.mail_to(email), f"a link for {email}")
        link = re.search(r"/portal/sign-in/\S+", mail["text"]).group()
        entered = self.anybody.post(link, "", expect=303, headers={**FORM, **SAME_SITE})
        return {"Cookie": entered.headers["set-cookie"].partition(";")[0], **SAME_SITE}

    def mail_to(self, email):
        for mail in self.api.get("/api/v1/outbox")["items"]:
            if mail["to"] == email and "sign-in" in mail["subject"]:
                return self.api.get(f"/api/v1/outbox/{mail['id']}").body
        return None

    def test_a_customer_looks_back_sees_how_he_stands_and_says_when_nothing_may_fail(self):
        outage = self.publish("ada", "Numbers are missing")
        self.publish("bo", "Pictures are missing")
        self.server.clock.advance(20 * 60)
        resolved = self.api.post(f"/api/v1/incidents/{outage['id']}/resolve",
                                 {"text": "The numbers are back."}, expect=200).body
        ada = self.sign_in("ada")

        with self.subTest("history"):
            history = self.anybody.get("/portal/history.json", headers=ada)
            things = [thing for month in history["months"] for thing in month["things"]]
            self.assertEqual([(outage["id"], resolved["resolved_at"])],
                             [(thing["id"], thing["to"]) for thing in things])
            self.assertGreaterEqual(things[0]["lasted_s"], 20 * 60)
            self.assertIn("The numbers are back.",
                          self.anybody.get(things[0]["path"], headers=ada).body)

        with self.subTest("standing"):
            own = self.anybody.get("/portal/status.json", headers=ada)["own"]
            said = self.api.get(f"/api/v1/accounts/{self.accounts['ada']}/standing").body
            self.assertEqual((said["left_s"], said["target"]),
                             (own["standing"]["left_s"], own["standing"]["target"]))
            minutes, seconds = divmod(abs(said["left_s"]), 60)
            self.assertIn(f"{minutes} min {seconds} s" if seconds else f"{minutes} min",
                          self.anybody.get("/portal", headers=ada).body)

        with self.subTest("critical date"):
            self.critical_date(ada)

    def critical_date(self, ada):
        date = urllib.parse.urlencode({"title": "Photos online", "zone": "Europe/Berlin",
                                       "starts_at": "2027-03-09T08:00", "ends_at": "2027-03-10T23:00"})
        forged = {**FORM, **ada, "Sec-Fetch-Site": "cross-site"}
        self.anybody.post("/portal/critical-dates", date, expect=403, headers=forged)
        wrong = self.anybody.post("/portal/critical-dates", date.replace("Berlin", "Atlantis"),
                                  expect=422, headers={**FORM, **ada})
        self.assertIn('id="wrong-zone"', wrong.body)
        self.anybody.post("/portal/critical-dates", date, expect=303, headers={**FORM, **ada})

        kept = self.api.items(f"/api/v1/accounts/{self.accounts['ada']}/critical-dates")
        self.assertEqual([("Photos online", "2027-03-09T07:00:00Z", "2027-03-10T22:00:00Z")],
                         [(each["title"], each["starts_at"], each["ends_at"]) for each in kept])
        check = self.api.post("/api/v1/windows/check", {
            "services": [self.services["ada"]], "starts_at": "2027-03-09T20:00:00Z",
            "ends_at": "2027-03-09T21:00:00Z"}, expect=200)
        self.assertEqual(["ada & Co"], [hit["account_name"] for hit in check["conflicts"]])

        remove = f"/portal/critical-dates/{kept[0]['id']}/remove"
        bo = self.sign_in("bo")
        self.anybody.post(remove, "", expect=303, headers={**FORM, **bo})
        self.assertIn("Photos online", self.anybody.get("/portal", headers=ada).body)
        self.anybody.post(remove, "", expect=303, headers={**FORM, **ada})
        self.assertNotIn("Photos online", self.anybody.get("/portal", headers=ada).body)

    def test_what_was_merged_leads_to_what_it_is_a_part_of(self):
        part, whole = self.publish("ada", "Numbers are missing"), self.publish("bo", "Nothing works")
        self.api.post(f"/api/v1/incidents/{part['id']}/merge", {
            "into": whole["id"], "text": "One cause."}, expect=200)
        way = f'href="/incidents/{letters(whole)}">Nothing works</a>'
        wait_until(lambda: way in self.anybody.request("GET", f"/incidents/{letters(part)}").body,
                   "the page of the one to lead to the other")
        wait_until(lambda: f"/incidents/{letters(part)}" in self.anybody.get("/feed.atom").body,
                   "the feed to keep what was merged")

    #
    def test_what_is_not_his_is_byte_for_byte_what_there_is_not(self):
        his = letters(self.publish("bo", "Pictures are missing"))
        alone = letters(self.publish("ada", "One account's", account=self.accounts["bo"]))
        link = f"/api/v1/accounts/{self.accounts['ada']}/page-link"
        base = {}
        for turn in ("old", "new"):
            url = self.api.post(f"{link}/renew", expect=200)["url"]
            base[turn] = urllib.parse.urlsplit(url).path.rstrip("/")
            wait_until(lambda: self.look(f"{base[turn]}/")[0] == 200, "the private page")
        ada = self.sign_in("ada")
        nowhere = self.look("/nowhere")
        self.assertEqual(404, nowhere[0])
        outside = [f"/p/nobody{path}" for path in (
            "/", "/de/", "/status.json", "/feed.atom", "/calendar.ics", "/badge.svg",
            "/banner.json", "/api/v2/summary.json", f"/incidents/{his}")]
        replaced = [base["old"] + path for path in ("/", "/feed.atom", "/calendar.ics")]
        foreign = [base["new"] + path for path in (
            f"/incidents/{his}", f"/incidents/{his}.json", f"/incidents/{alone}",
            f"/services/{self.services['bo'].partition('_')[2]}/feed.atom")]
        public = [f"/incidents/{alone}", f"/de/incidents/{alone}", f"/incidents/{alone}/workaround"]
        for path in outside + replaced + foreign + public:
            with self.subTest(path):
                self.assertEqual(nowhere, self.look(path))
        for path in (f"/portal/incidents/{his}", f"/portal/incidents/{alone}.json"):
            with self.subTest(path):
                self.assertEqual(nowhere, self.look(path, headers=ada))
        refused = self.look("/nowhere", "POST", SAME_SITE)
        for path in (f"/p/nobody/incidents/{his}/see-it-too", f"/incidents/{alone}/see-it-too",
                     f"{base['new']}/incidents/{his}/see-it-too"):
            with self.subTest(path):
                self.assertEqual(refused, self.look(path, "POST", SAME_SITE))

    def look(self, path, method="GET", headers=None):
        """Status, every header but the date, and the bytes."""
        connection = http.client.HTTPConnection("127.0.0.1", self.server.http_port, timeout=10)
        try:
            connection.request(method, path, headers=headers or {})
            answer = connection.getresponse()
            kept = [header for header in answer.getheaders() if header[0].lower() != "date"]
            return answer.status, kept, answer.read()
        finally:
            connection.close()


if __name__ == "__main__":
    unittest.main()
