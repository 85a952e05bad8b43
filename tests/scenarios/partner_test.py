"""A partner sells on under his own name: his host, his mails, his feeds. His customers never read the
vendor's name, in whatever form."""

import base64
import datetime
import email.policy
import json
import re
import smtplib
import unittest

from support import moments
from support.api import Api
from support.mailbox import html_of, text_of
from support.mails import compose
from support.waiting import wait_until
from support.world import DOMAIN, World

# The vendor's own name and hosts, and the program's.
VENDOR = ("vendorly", DOMAIN, "tellfirst")
LENS, BELOW = "status.lens.test", "status.below.test"
ACCENT = "#7a1f3d"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>'

# What stands on each host besides what its pages lead to.
KNOWN = [
    "/", "/de/", "/status.json", "/robots.txt", "/favicon.svg", "/how-we-tell-you",
    "/how-we-tell-you.json", "/summary", "/summary?month=2999-01", "/summary.json", "/feed.atom", "/feed.rss",
    "/calendar.ics", "/badge.svg", "/banner.json", "/banner.js", "/mirror.json",
    *(f"/api/v2/{name}.json" for name in (
        "summary", "status", "components", "incidents", "incidents/unresolved",
        "scheduled-maintenances", "scheduled-maintenances/upcoming",
        "scheduled-maintenances/active")),
    "/portal", "/portal/sign-in", "/portal/sign-in/nonsense", "/u/nonsense", "/p/nonsense/",
    "/nothing", "/console/", "/console", "/sign-in/nonsense", "/api/v1/nothing", "/api/v2/nothing"]


def leaks(text):
    """Words of the vendor in what a partner's customer gets."""
    return [word for word in VENDOR if word in text.lower()]


def all_of(answer):
    """What a browser is given: the head and the body."""
    body = answer.body if isinstance(answer.body, str) else json.dumps(answer.body)
    return json.dumps(answer.headers) + body


def whole(message):
    """All of a mail as it arrived, with what the relay says of who sent it; each part also decoded."""
    parts = [part.get_content() for part in message.walk() if not part.is_multipart()]
    return message.as_bytes().decode(errors="replace") + "\n".join(parts)


class House(unittest.TestCase):
    """A vendor, a partner of his with a partner below, and a customer of each of the first two."""

    more = ()

    def setUp(self):
        self.world = World(self, more=(
            "--public-url", "https://status.vendorly.test", "--notify-undo-seconds", "0",
            "--tickets-undo-seconds", "0", *self.more))
        self.api, self.port = self.world.api, self.world.server.http_port
        self.vendor = self.api.get("/api/v1/brands")["items"][0]["id"]
        self.api.put(f"/api/v1/brands/{self.vendor}", {
            "name": "Vendorly Hosting", "accent": "#112233", "language": "de",
            "contact": {"email": "help@vendorly.test", "url": "https://vendorly.test/help"}})
        self.lens = self.brand("Lens & Light", LENS, "care@help.lens.test", accent=ACCENT,
                               contact={"text": "Weekdays 9 to 17", "phone": "+49 30 1234"})
        self.api.put(f"/api/v1/brands/{self.lens}/logo", {
            "type": "image/svg+xml", "data": base64.b64encode(LOGO.encode()).decode()})
        self.below = self.brand("Below", BELOW, "care@below.test", parent=self.lens)
        self.plan = self.api.post("/api/v1/plans", {"name": "Pro"})["id"]
        self.uploads = self.service("Uploads")
        self.heron = self.service("Heron", is_public=False)
        self.nora = self.account("Nora & Co", "nora@ours.test", self.vendor)
        self.leo = self.account("Leo & Co", "leo@theirs.test", self.lens)
        self.shown("Lens &amp; Light")
        self.shown("Below", BELOW)

    # --- builders ---

    def brand(self, name, host, mail_from, **more):
        return self.api.post("/api/v1/brands", {
            "name": name, "host": host, "mail_from": mail_from, **more})["id"]

    def service(self, name, **more):
        return self.api.post("/api/v1/services", {"name": name, **more})["id"]

    def account(self, name, email, brand):
        contact = {"name": name.split()[0], "email": email}
        return self.api.post("/api/v1/accounts", {
            "name": name, "plan": self.plan, "brand": brand, "contacts": [contact]})["id"]

    def publish(self, title, service=None, **more):
        return self.api.post("/api/v1/incidents", {
            "title": title, "text": "We look for the cause.", "eta": {"within": "12h"},
            "services": [{"service": service or self.uploads, "state": "major"}], **more}).body

    def plan_window(self, **more):
        starts_at = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=30)
        return self.api.post("/api/v1/windows", {
            "title": "New disks", "text": "Uploads wait.", "services": [self.uploads],
            "starts_at": moments.text(starts_at),
            "ends_at": moments.text(starts_at + datetime.timedelta(hours=1)), **more})

    def get(self, path, host=LENS, **headers):
        return Api(self.port).request("GET", path, headers={"Host": host, "Accept": "*/*", **headers})

    def page(self, host, path="/"):
        answer = self.get(path, host)
        self.assertEqual(200, answer.status, (host, path))
        return answer.body

    def shown(self, text, host=LENS):
        wait_until(lambda: text in self.page(host), f"{text!r} on {host}")

    def mail(self, to, subject):
        return self.world.customers.wait_for(to, subject)

    def mail_in(self, sender, to, subject, text, **headers):
        """As the mail server hands it on that takes mail for the partner's domain."""
        message = compose(sender, to, subject, text, **headers)

        def is_taken():
            with smtplib.LMTP("127.0.0.1", self.world.server.lmtp_port) as lmtp:
                try:
                    return not lmtp.sendmail(
                        sender, [to], message.as_bytes(policy=email.policy.SMTP))
                except smtplib.SMTPRecipientsRefused:
                    return False  # his domain is ours within a second

        wait_until(is_taken, f"mail to {to} to be taken")
        return message

    def crawl(self, host, known=KNOWN, **headers):
        """All that is known to be there, that a mirror would take, and that a page leads to."""
        mirrored = self.page(host, "/mirror.json")["files"]
        answers, ahead = {}, [*known, *(file["path"] for file in mirrored)]
        while ahead:
            path = ahead.pop()
            if path in answers:
                continue
            answer = answers[path] = self.get(path, host, **headers)
            self.assertIn(answer.status, (200, 303, 401, 404), path)
            if isinstance(answer.body, str):
                found = re.findall(r'(?:href|src)="([^"#]+)', answer.body)
                ahead += [f"/{link.removeprefix(f'https://{host}/').lstrip('/')}" for link in found
                          if link.startswith(("/", f"https://{host}/"))]
        return answers


class Partner(House):
    # --- what is on his host ---

    def test_nothing_on_his_host_is_the_vendors(self):
        self.publish("Uploads fail")
        self.plan_window(notify=False, short_reason="Broken disks.")
        self.api.post("/api/v1/issues", {
            "title": "Thumbnails are late", "text": "We know.", "services": [self.uploads]})
        self.shown("Thumbnails are late")
        self.assertIn("Vendorly Hosting", self.page("status.vendorly.test"))
        self.assertIn("Lens &amp; Light", self.page(LENS))
        answers = self.crawl(LENS)
        for path, answer in answers.items():
            self.assertEqual([], leaks(all_of(answer)), path)
        self.assertGreater(len(answers), len(KNOWN) + 10)
        for kind in ("incidents", "windows", "issues", "services"):
            self.assertTrue(any(path.startswith(f"/{kind}/") for path in answers), kind)

    def test_the_houses_own_doors_are_not_there(self):
        lost = self.get("/nothing")
        self.assertEqual(404, lost.status)
        for path in ("/console/", "/console", "/sign-in/nonsense", "/summary?month=2999-01"):
            answer = self.get(path)
            self.assertEqual((404, lost.body), (answer.status, answer.body), path)
        self.assertNotEqual(lost.body, self.get("/console/", "status.vendorly.test").body)

    def test_his_customers_do_not_see_what_is_not_for_them(self):
        self.publish("Uploads fail")
        self.publish("Heron is down", self.heron)
        self.publish("Only Nora waits", account=self.nora)
        self.publish("Only Leo waits", account=self.leo)
        self.publish("Numbers are late", self.service("Statistics"))
        self.shown("Numbers are late")
        for path, answer in self.crawl(LENS).items():
            for hidden in ("Heron", "Only Nora", "Only Leo"):
                self.assertNotIn(hidden, all_of(answer), path)

    def test_a_host_is_his_however_it_is_written_and_a_strangers_is_not(self):
        for host in (LENS.upper(), f"{LENS}.", f"{LENS}:8443", "Status.Lens.test.:80"):
            self.assertIn("Lens &amp; Light", self.page(host), host)
            self.assertIn("Lens &amp; Light", self.page(host, "/portal/sign-in"), host)
        for host in ("else.test", f"{LENS}.else.test", "xn--lns-0na.test", "127.0.0.1", "st\u00e4tus"):
            self.assertIn("Vendorly", self.get("/", host.encode()).body, host)

    def test_colour_and_language_come_from_above_and_nothing_else(self):
        page = self.page(BELOW)
        self.assertIn(f"--accent:{ACCENT}", page)
        self.assertIn('<html lang="de"', page)
        self.assertIn('<html lang="en"', self.page(BELOW, "/en/"))
        self.assertNotIn("/logo-", page)
        for of_parent in ("Lens", "+49 30 1234", "Vendorly"):
            self.assertNotIn(of_parent, page)
        logo = self.get(re.search(r'<img src="(/logo-[^"]+)"', self.page(LENS))[1])
        self.assertEqual(LOGO, logo.body)
        self.assertIn("sandbox", logo.headers["content-security-policy"])

    def test_the_mirror_has_a_folder_of_his_with_nothing_of_the_vendors(self):
        self.publish("Uploads fail")
        self.shown("Uploads fail")
        self.world.server.stop()
        mirror = self.world.server.data.parent / "mirror"
        self.world.server.run_alone("mirror", "--to", mirror)
        files = [path for path in (mirror / LENS).rglob("*") if path.is_file()]
        self.assertGreater(len(files), 20)
        for path in files:
            self.assertEqual([], leaks(path.read_text(errors="replace")), path)

    # --- what he sends ---

    def test_each_reader_of_a_notice_hears_it_in_the_name_of_his_brand(self):
        self.publish("Uploads fail")
        ours = self.mail("nora@ours.test", "Uploads fail")
        theirs = self.mail("leo@theirs.test", "Uploads fail")
        self.assertIn("Vendorly Hosting", ours["From"])
        self.assertIn("https://status.vendorly.test/", text_of(ours))
        sender = theirs["From"].addresses[0]
        self.assertEqual(("Lens & Light", "care@help.lens.test"),
                         (sender.display_name, sender.addr_spec))
        self.assertIn(f"https://{LENS}/", text_of(theirs))
        self.assertIn("Weekdays 9 to 17", text_of(theirs))
        self.assertIn(ACCENT, html_of(theirs))
        self.assertTrue(theirs["Return-Path"].strip("<>").endswith("@help.lens.test"))
        self.assertEqual([], leaks(whole(theirs)))
        self.wants_no_more(theirs)

    def wants_no_more(self, message):
        link = re.search(rf"<https://{LENS}(/u/[^>]+)>", message["List-Unsubscribe"])[1]
        self.assertIn("Lens &amp; Light", self.page(LENS, link))
        done = Api(self.port).post(link, "List-Unsubscribe=One-Click", expect=200, headers={
            "Host": LENS, "Content-Type": "application/x-www-form-urlencoded"})
        self.assertEqual([], leaks(done.body))

    def test_his_mails_of_windows_and_tickets_and_sign_in_are_his(self):
        self.plan_window()
        self.assertEqual([], leaks(whole(self.mail("leo@theirs.test", "New disks"))))

        asked = self.mail_in("leo@theirs.test", "care@help.lens.test", "A question", "How?")
        said = self.mail("leo@theirs.test", "A question")
        self.assertEqual(asked["Message-ID"], said["In-Reply-To"])
        self.assertEqual("care@help.lens.test", said["From"].addresses[0].addr_spec)
        ticket = self.api.get("/api/v1/tickets")["items"][0]["id"]
        self.answer(ticket, "Like this.")
        answered = self.mail_where("leo@theirs.test", "Like this.")
        self.assertEqual([], leaks(whole(said)) + leaks(whole(answered)))

        reply_to = answered["Reply-To"].addresses[0].addr_spec
        self.assertTrue(reply_to.endswith("@help.lens.test"), reply_to)
        self.mail_in("leo@theirs.test", reply_to, "Re: A question", "Thank you.")
        wait_until(lambda: "Thank you." in json.dumps(self.ticket(ticket)), "the answer to join")

        Api(self.port).post("/portal/sign-in", "email=leo@theirs.test", expect=200, headers={
            "Host": LENS, "Content-Type": "application/x-www-form-urlencoded"})
        link = self.mail_where("leo@theirs.test", f"https://{LENS}/portal/sign-in/")
        self.assertEqual([], leaks(whole(link)))

    def answer(self, ticket, text):
        self.api.post(f"/api/v1/tickets/{ticket}/replies", {"text": text}, expect=None)

    def ticket(self, ticket):
        return self.api.get(f"/api/v1/tickets/{ticket}").body

    def mail_where(self, to, text):
        return self.world.customers.wait_for(to, where=lambda message: text in text_of(message))

    def test_a_stranger_hears_from_whom_he_wrote_to(self):
        self.mail_in("eve@else.test", "care@help.lens.test", "Hello", "Do you sell albums?")
        said = self.mail("eve@else.test", "")
        self.assertIn("Lens", said["From"])
        self.assertEqual([], leaks(whole(said)))
        self.assertIn("Ihre Nachricht", said["Subject"])  # in the language from above

    def test_a_brand_goes_when_nobody_uses_it(self):
        brand = f"/api/v1/brands/{self.lens}"
        self.assertEqual("brand.has_members", self.api.delete(brand, expect=409)["code"])
        self.api.delete(f"/api/v1/brands/{self.below}", expect=200)
        refused = self.api.delete(brand, expect=409)
        self.assertEqual("brand.in_use", refused["code"])
        self.assertIn("Leo & Co", refused["detail"])
        self.api.put(f"/api/v1/accounts/{self.leo}/brand", {"brand": self.vendor})
        self.api.delete(brand, expect=200)
        wait_until(lambda: "Vendorly" in self.page(LENS), "his host to be nobody's any more")


if __name__ == "__main__":
    unittest.main()
