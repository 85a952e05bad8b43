"""Whoever sorts his mail can rely on our headers: the one rule that docs/status-page.md gives, run by
Dovecot's Sieve, takes the outage mails out of everything that we send, and nothing else."""

import datetime
import email.message
import email.policy
import os
import pathlib
import pwd
import re
import unittest

from support import folders, moments
from support.mailbox import text_of
from support.waiting import wait_until
from support.world import World

DOCUMENT = pathlib.Path(__file__).resolve().parents[2] / "docs" / "status-page.md"
ADA, LEO, OLGA = "ada@studio.test", "leo@lens.test", "olga@team.example.test"
TITLE = "Uploads fail"

# Nothing of the machine's own Dovecot; mail is never handled as root.
DOVECOT = """
base_dir = {folder}/run
mail_home = {folder}/home
mail_location = maildir:{folder}/home/mail
mail_uid = {uid}
mail_gid = {gid}
"""


class Sieve:
    """Debian's `sieve-test` with the script that the document shows."""

    def __init__(self, test):
        self.folder = folders.temporary_folder(test)
        self.folder.chmod(0o777)  # where it keeps the compiled script
        owner = pwd.getpwuid(os.geteuid()) if os.geteuid() else pwd.getpwnam("nobody")
        (self.folder / "dovecot.conf").write_text(
            DOVECOT.format(folder=self.folder, uid=owner.pw_uid, gid=owner.pw_gid))
        script, = re.findall(r"```sieve\n(.*?)```", DOCUMENT.read_text(), re.DOTALL)
        (self.folder / "rule.sieve").write_text(script)

    def folder_of(self, message):
        """Where this message would be put, or None where it stays in the inbox."""
        file = self.folder / "message.eml"
        file.write_bytes(message.as_bytes(policy=email.policy.SMTP))
        said = folders.run("sieve-test", "-c", self.folder / "dovecot.conf",
                           self.folder / "rule.sieve", file)
        found = re.search(r"store message in folder: (\S+)", said)
        assert found, said
        return None if found[1] == "INBOX" else found[1]


def returned(message):
    """As a mail server reports that it could not deliver it, with the mail itself inside."""
    report = email.message.EmailMessage(policy=email.policy.SMTP)
    report["From"] = "MAILER-DAEMON@mx.studio.test"
    report["To"] = message["Return-Path"].strip("<>")
    report["Subject"] = f"Undelivered Mail Returned to Sender: {message['Subject']}"
    report["Auto-Submitted"] = "auto-replied"
    report.set_content("It could not be delivered.\n")
    report.add_attachment(message)
    return report


class Sorting(unittest.TestCase):
    def test_one_rule_takes_exactly_the_outage_mails(self):
        self.world = World(self, more=("--notify-undo-seconds", "0", "--tickets-undo-seconds", "0"))
        self.api, self.mails = self.world.api, {}
        self.add_customers()
        self.an_outage()
        self.a_question_about_it()
        self.planned_work()
        self.what_is_no_announcement()
        self.nothing_else_was_sent()
        sieve = Sieve(self)
        found = {name: sieve.folder_of(mail) for name, mail in self.mails.items()}
        outages = {"outage", "update", "partner's outage", "partner's update"}
        self.assertEqual({name: "Outages" if name in outages else None for name in found}, found)

    def add_customers(self):
        self.world.server.become_owner("Olga", OLGA)
        lens = self.api.post("/api/v1/brands", {
            "name": "Lens", "host": "status.lens.test", "mail_from": "care@help.lens.test"})["id"]
        plan = self.api.post("/api/v1/plans", {"name": "Pro"})["id"]
        self.service = self.api.post("/api/v1/services", {"name": "Uploads"})["id"]
        for address, more in ((ADA, {}), (LEO, {"brand": lens})):
            self.api.post("/api/v1/accounts", {
                "name": address, "plan": plan, "contacts": [{"name": "X", "email": address}], **more})

    def keep(self, name, to, subject, where=lambda mail: True):
        def is_new(mail):
            return mail not in self.mails.values() and where(mail)

        self.mails[name] = self.world.customers.wait_for(to, subject, is_new)
        return self.mails[name]

    def an_outage(self):
        incident = self.api.post("/api/v1/incidents", {
            "title": TITLE, "text": "We look for the cause.", "eta": {"within": "2h"},
            "services": [{"service": self.service, "state": "major"}]})["id"]
        self.keep("outage", ADA, "[outage]")
        self.keep("partner's outage", LEO, "[outage]")
        self.say(incident, "updates", {"state": "identified", "text": "A disk.", "eta": {"within": "1h"}})
        self.keep("update", ADA, "[outage]")
        self.keep("partner's update", LEO, "[outage]")
        self.say(incident, "resolve", {"text": "There is a new one."})
        self.keep("end", ADA, "[resolved]")
        self.keep("partner's end", LEO, "[resolved]")

    def say(self, incident, what, words):
        self.api.post(f"/api/v1/incidents/{incident}/{what}", words, expect=None)

    def a_question_about_it(self):
        """Its subject says "outage", as what is answered to it does."""
        self.world.mail(ADA, f"[outage] {TITLE}", "Are my photos safe?\n")
        self.keep("acknowledgement", ADA, f"[outage] {TITLE} [#")
        ticket = self.api.items("/api/v1/tickets")[0]["id"]
        self.api.post(f"/api/v1/tickets/{ticket}/replies", {"text": "They are safe."})
        self.keep("answer", ADA, f"[outage] {TITLE}", lambda mail: "They are safe" in text_of(mail))

    def planned_work(self):
        starts_at = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=30)
        window = self.api.post("/api/v1/windows", {
            "title": "New disks", "text": "Uploads wait.", "services": [self.service],
            "starts_at": moments.text(starts_at),
            "ends_at": moments.text(starts_at + datetime.timedelta(hours=1))})["id"]
        for to in (ADA, LEO):
            self.keep(f"planned for {to}", to, "[planned]")
        self.api.post(f"/api/v1/windows/{window}/cancel", {"text": "Not needed."}, expect=None)
        for to in (ADA, LEO):
            self.keep(f"cancelled for {to}", to, "[cancelled]")

    def what_is_no_announcement(self):
        self.world.server.anybody().post("/portal/sign-in", f"email={ADA}", expect=200, headers={
            "Content-Type": "application/x-www-form-urlencoded"})
        self.keep("sign-in", ADA, None, lambda mail: "/portal/sign-in/" in text_of(mail))
        self.api.post("/api/v1/incidents", {
            "title": TITLE + " again", "text": "We look.", "eta": {"within": "2h"}, "notify": False,
            "services": [{"service": self.service, "state": "major"}]})
        self.world.clock.advance(3 * 3600)
        self.keep("page that it is late", OLGA, "Late: ")
        self.keep("page that it is silent", OLGA, "No word")

    def nothing_else_was_sent(self):
        kept = {mail["Message-ID"] for mail in self.mails.values()}
        wait_until(lambda: not self.world.postfix.queued(), "all mail to arrive")
        others = [(mail["Delivered-To"], mail["Subject"]) for mail in self.world.customers.messages()
                  if mail["Message-ID"] not in kept]
        self.assertEqual([], others)
        self.mails["bounce"] = returned(self.mails["outage"])


if __name__ == "__main__":
    unittest.main()
