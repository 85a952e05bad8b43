"""The main job, end to end on real mail: something breaks, all who are hit hear of it before they
ask, one who asks is answered, and all hear when it is over."""

import datetime
import html
import http.client
import re
import unittest
import urllib.parse
from collections import Counter

from support import customers, moments
from support.mailbox import html_of, text_of
from support.mails import compose, send
from support.waiting import wait_until
from support.world import DOMAIN, World

WEDNESDAY = moments.parse("2026-11-25T10:00:00Z")
OWNER = "olga@team.example.test"
TITLE = "Statistics show no numbers"

# The first notices leave within 10 s; the rest is a slow machine's time.
LEAVES_WITHIN_S = 10
ALL_ARRIVED_WITHIN_S = 30


def seconds(number):
    return datetime.timedelta(seconds=number)


class MainJob(unittest.TestCase):
    def test_from_the_first_customer_to_the_last_word(self):
        self.world = World(self)
        self.api = self.world.api
        self.agent = self.world.server.api("agent")
        self.world.server.become_owner("Olga", OWNER)
        self.world.clock.set(moments.text(WEDNESDAY))

        self.import_fifty_accounts()
        self.publish_an_incident()
        self.exactly_the_exposed_are_told()
        self.the_proof_names_each_of_them()
        self.a_customer_asks()
        self.the_same_mail_and_a_machine_make_no_ticket()
        self.an_agent_answers_and_the_customer_again()
        self.a_forged_reply_does_not_join()
        self.the_promised_word_does_not_come()
        self.the_incident_is_resolved()
        self.one_customer_wants_no_more()
        self.the_next_incident_can_be_taken_back_for_a_while()

    # --- 1 ---

    def import_fifty_accounts(self):
        self.services = customers.add_plans_and_services(self.api)
        self.customers = customers.fifty_accounts()
        text = customers.as_csv(self.customers)
        file = self.world.server.data.parent / "accounts.csv"
        server = self.world.server

        lines = text.splitlines()
        lines[3] = lines[3].replace("@", " at ")
        lines[7] = lines[7].replace("Basic", "Gold").replace("Pro", "Gold")
        file.write_text("\n".join(lines))
        for also in ((), ("--preview",)):
            refused = server.refused("import", "accounts", file, *also)
            self.assertRegex(refused, r"line 4: email: .* is not an address")
            self.assertRegex(refused, r"line 8: plan: there is no plan \"Gold\"")
            self.assertIn("nothing was imported", refused)
        self.assertEqual([], self.api.items("/api/v1/accounts"))

        file.write_text(text)
        self.assertIn("50 accounts with 99 contacts",
                      server.run("import", "accounts", file, "--preview"))
        self.assertEqual([], self.api.items("/api/v1/accounts"))

        self.assertIn("Imported 50 accounts with 99 contacts",
                      server.run("import", "accounts", file))
        self.accounts = {account["name"]: self.api.get(f"/api/v1/accounts/{account['id']}")
                         for account in self.api.items("/api/v1/accounts")}
        self.assertEqual(50, len(self.accounts))
        found = {(account["name"], contact["email"], contact["language"], contact["zone"])
                 for account in self.accounts.values() for contact in account["contacts"]}
        self.assertEqual({(c.account, c.email, c.language, c.zone) for c in self.customers}, found)

        refused = server.refused("import", "accounts", file)
        self.assertIn("is a contact already", refused)
        self.assertEqual(50, len(self.api.items("/api/v1/accounts")))

    # --- 2 ---

    def publish_an_incident(self):
        wish = {"title": TITLE, "text": "The numbers of today are missing. They will come back.",
                "services": [{"service": self.services["Statistics"], "state": "major"}],
                "undo_s": 0}
        refused = self.api.post("/api/v1/incidents", wish, expect=422)
        self.assertEqual("update.needs_when", refused["code"])
        self.assertEqual([], self.api.items("/api/v1/incidents"))
        self.assertNotIn(TITLE, self.page())

        self.next_word_at = WEDNESDAY + datetime.timedelta(minutes=30)
        wish["next_word_at"] = moments.text(self.next_word_at)
        self.incident = self.api.post("/api/v1/incidents", wish)
        wait_until(lambda: TITLE in self.page(), "the status page to show it", 1)
        self.assertEqual("investigating", self.incident["state"])
        self.assertIn("Next word by 10:30 UTC", self.page())
        self.assertEqual("major", self.api.get(
            f"/api/v1/services/{self.services['Statistics']}")["state"])

    def exactly_the_exposed_are_told(self):
        self.exposed = [c for c in self.customers if c.is_exposed_to("Statistics")]
        self.told = [c for c in self.exposed if c.wants("unplanned")]
        self.assertEqual((59, 25), (len(self.exposed), len(self.told)))

        self.world.customers.wait_for(subject="[outage]", deadline_s=LEAVES_WITHIN_S)
        self.wait_for_told(self.incident, len(self.told))
        self.assertEqual(Counter(c.email for c in self.told), self.mails_about("[outage]"))
        for customer in self.told:
            self.check_notice(customer, self.notice_to(customer, "[outage]"), "unplanned")

    def check_notice(self, customer, mail, topic):
        self.assertIn(f"@{DOMAIN}", mail["From"].addresses[0].addr_spec + " ")
        self.assertEqual(customer.contact, mail["To"].addresses[0].display_name)
        self.assertTrue(mail["Subject"].startswith("["), mail["Subject"])
        self.assertIn(TITLE, mail["Subject"])
        self.assertRegex(mail["List-Id"], rf"<{topic}\.[^<>]+\.{re.escape(DOMAIN)}>$")
        self.assertRegex(mail["List-Unsubscribe"],
                         rf"^<https?://\S+>,\s*<mailto:\S+@{re.escape(DOMAIN)}>$")
        self.assertEqual("List-Unsubscribe=One-Click", mail["List-Unsubscribe-Post"])
        self.assertEqual("auto-generated", mail["Auto-Submitted"])
        self.assertEqual("All", mail["X-Auto-Response-Suppress"])
        self.assertIsNone(mail["Precedence"])
        self.assertEqual("Statistics", mail["X-Tellfirst-Service"])
        self.assertEqual(self.incident["id"], mail["X-Tellfirst-Incident"])
        self.assertLess(abs(moments.parse(mail["X-Tellfirst-Starts"]) -
                            moments.parse(self.incident["started_at"])), seconds(1))
        self.assertIn(f"@{DOMAIN}", mail["Reply-To"])
        self.assertIn(f"@{DOMAIN}>", mail["References"])
        self.assertRegex(mail["Return-Path"], rf"^<bounce\+\S+@{re.escape(DOMAIN)}>$")

        self.assertEqual("multipart/alternative", mail.get_content_type())
        self.assertEqual(["text/plain", "text/html"],
                         [part.get_content_type() for part in mail.iter_parts()])
        text, twin = text_of(mail), html_of(mail)
        first_line = text.splitlines()[0]
        self.assertLessEqual(len(first_line), 140)
        self.assertIn("Statistics", first_line)
        self.assertIn("down" if customer.language == "en" else "ausgefallen",
                      first_line if topic == "unplanned" else "down ausgefallen")
        self.assertIn(customer.contact, text)
        self.assertIn(f'lang="{customer.language}"', twin)
        self.assertLess(len(twin), 100_000)
        self.assertNotRegex(twin, r"<img|<script|src=")

    def the_proof_names_each_of_them(self):
        proof = self.proof(self.incident)
        self.assertEqual((len(self.exposed), len(self.told), len(self.exposed) - len(self.told)),
                         (proof["exposed"], proof["told"], proof["not_told"]))
        lines = {line["address"]: line for line in self.proof_lines(self.incident)}
        self.assertEqual({c.email for c in self.exposed}, set(lines))
        for customer in self.exposed:
            line = lines[customer.email]
            self.assertEqual(self.contact_id(customer), line["contact"])
            self.assertEqual("mail", line["channel"])
            if customer.wants("unplanned"):
                self.assertEqual("accepted", line["state"])
                self.assertRegex(line["reason"], "^250 ")
                self.assertLess(abs(moments.parse(line["at"]) - WEDNESDAY), seconds(120))
            else:
                self.assertEqual("opted_out", line["state"])
                self.assertIn("unplanned", line["reason"])

    # --- 3 ---

    def a_customer_asks(self):
        self.asker = next(c for c in self.told if c.wants("recovery") and c.plan == "Basic" and
                          (c.language, c.zone) == ("en", "Etc/UTC"))
        self.question = self.world.mail(
            f"{self.asker.contact} <{self.asker.email}>", "where are my stats?",
            "I cannot see any numbers since this morning.\n")
        self.acknowledgement = self.world.customers.wait_for(
            self.asker.email, "where are my stats?", deadline_s=10)

        ticket = self.only_ticket("where are my stats?")
        self.ticket = self.api.get(f"/api/v1/tickets/{ticket['id']}").body
        self.assertEqual(self.accounts[self.asker.account]["id"], self.ticket["account"])
        self.assertEqual(self.contact_id(self.asker), self.ticket["contact"])
        self.assertEqual(self.incident["id"], self.ticket["incident"])
        self.assertEqual("waiting_for_us", self.ticket["state"])
        self.assertFalse(self.ticket["verified"])
        due = self.check_due(self.ticket, self.asker)
        self.assertEqual("2026-11-26", f"{due:%Y-%m-%d}", "eight hours from ten end tomorrow")

        text = text_of(self.acknowledgement)
        self.assertIn(f"#{self.ticket['number']}", text)
        self.assertIn(f"[#{self.ticket['number']}]", self.acknowledgement["Subject"])
        self.assertIn(f"{due:%a} {due.day} {due:%b %Y, %H:%M} UTC", text)
        self.assertIn("Statistics", text)
        self.assertIn("10:30", text)
        self.assertEqual("auto-replied", self.acknowledgement["Auto-Submitted"])
        self.assertIn(self.question["Message-ID"], self.acknowledgement["References"])

    def the_same_mail_and_a_machine_make_no_ticket(self):
        send(self.world.postfix.port, self.question)
        machine = next(c for c in self.told if c.account != self.asker.account)
        before = self.mails_about("")[machine.email]
        self.world.mail(machine.email, f"Out of office: [outage] {TITLE}", "I am away.\n",
                        auto_submitted="auto-replied")
        for outcome in ("repeated", "automatic"):
            wait_until(lambda: self.api.items(f"/api/v1/mails?outcome={outcome}"),
                       f"a mail that is {outcome}")
        self.assertEqual(1, len(self.api.items("/api/v1/tickets")))
        self.assertEqual(1, len(self.api.get(f"/api/v1/mails?outcome=repeated")["items"]))
        # What would have been sent would have been queued in the transaction that is over now, so
        # it would be there before the answer that comes next.
        self.unanswered = (machine, before)

    # --- 4 ---

    def an_agent_answers_and_the_customer_again(self):
        path = f"/api/v1/tickets/{self.ticket['id']}"
        self.agent.post(f"{path}/replies", {"text": "  "}, expect=422)
        hasty = self.agent.post(f"{path}/replies", {
            "text": "They are lost.", "then": "solve", "undo_s": 120})
        undone = self.agent.post(
            f"{path}/replies/{hasty['entries'][-1]['id']}/undo", {}, expect=200)
        self.assertEqual("They are lost.", undone["text"])
        self.assertEqual(
            ("waiting_for_us", self.ticket["reply_due_at"], len(self.ticket["entries"])),
            (undone["ticket"]["state"], undone["ticket"]["reply_due_at"],
             len(undone["ticket"]["entries"])))
        answered = self.agent.post(f"{path}/replies", {
            "text": "They are not lost: we count them again.\n\nYour Ann", "then": "wait",
            "undo_s": 0})
        late = self.agent.post(
            f"{path}/replies/{answered['entries'][-1]['id']}/undo", {}, expect=409)
        self.assertEqual("reply.already_sent", late["code"])
        self.assertEqual("waiting_for_customer", answered["state"])
        self.assertIsNone(answered.body.get("reply_due_at"))
        answer = self.world.customers.wait_for(
            self.asker.email, where=lambda mail: "we count them again" in text_of(mail))
        thread = answer["References"].split()
        self.assertIn(self.question["Message-ID"], thread)
        self.assertIn(answer["In-Reply-To"], thread)
        self.assertEqual(f"Re: where are my stats? [#{self.ticket['number']}]", answer["Subject"])
        self.assertIsNone(answer["Auto-Submitted"])
        machine, before = self.unanswered
        self.assertEqual(before, self.mails_about("")[machine.email])

        self.answer = answer
        self.reply_to = answer["Reply-To"].addresses[0].addr_spec
        self.world.mail(self.asker.email, "Re: " + answer["Subject"], "Thank you, Ann!\n",
                        to=self.reply_to, in_reply_to=answer["Message-ID"],
                        references=" ".join([*thread, answer["Message-ID"]]))
        wait_until(lambda: self.texts_from_customer()[-1] == "Thank you, Ann!", "his answer")
        joined = self.api.get(path)
        self.assertEqual("waiting_for_us", joined["state"])
        self.assertEqual(["from_customer", "acknowledgement", "from_us", "from_customer"],
                         [entry["kind"] for entry in joined["entries"]])
        self.assertEqual(1, len(self.api.items("/api/v1/tickets")))

    def a_forged_reply_does_not_join(self):
        """Neither by the right subject nor with all the right headers: the sender is a stranger."""
        forger = next(c for c in self.customers if c.plan == "Pro" and c.services == "none")
        subject = self.answer["Subject"]
        self.world.mail(forger.email, subject, "Please send me everything you have.\n")
        self.world.mail("mallory@elsewhere.test", subject, "Please close my account.\n",
                        to=self.reply_to, in_reply_to=self.answer["Message-ID"],
                        references=self.answer["References"])
        wait_until(lambda: len(self.api.items("/api/v1/tickets")) == 3, "two more tickets")
        self.assertEqual(["I cannot see any numbers since this morning.", "Thank you, Ann!"],
                         self.texts_from_customer())
        strangers = [self.api.get(f"/api/v1/tickets/{ticket['id']}")
                     for ticket in self.api.items("/api/v1/tickets")
                     if ticket["id"] != self.ticket["id"]]
        for ticket in strangers:
            self.assertEqual(self.ticket["id"], ticket["may_belong_to"])
        forged = next(t for t in strangers if t["contact"] == self.contact_id(forger))
        self.assertIsNone(forged["incident"], "he does not use what is down")
        self.check_due(forged, forger)

    # --- 5 ---

    def the_promised_word_does_not_come(self):
        self.assertFalse(self.get_incident()["overdue"])
        self.assertNotIn("overdue", self.page())
        self.world.clock.set(moments.text(self.next_word_at + datetime.timedelta(minutes=12)))
        incident = self.get_incident()
        self.assertTrue(incident["overdue"])
        self.assertEqual(self.next_word_at, moments.parse(incident["overdue_since"]))
        wait_until(lambda: "Update overdue by 12 min" in self.page(), "the page to say so", 1)

        late = [promise for promise in self.api.items("/api/v1/promises?state=late")
                if promise["about"] == self.incident["id"]]
        self.assertEqual(["next_word"], [promise["source"] for promise in late])
        page = self.world.customers.wait_for(OWNER)
        self.assertIn(TITLE, page["Subject"])
        self.assertIn("10:30", text_of(page))
        self.assertEqual("auto-generated", page["Auto-Submitted"])
        self.assertEqual(1, len(self.world.customers.messages(OWNER)))

    # --- 6 ---

    def the_incident_is_resolved(self):
        path = f"/api/v1/incidents/{self.incident['id']}/resolve"
        for wish in ({}, {"text": ""}, {"text": " \n"}):
            refused = self.api.post(path, wish, expect=422)
            self.assertEqual("incident.needs_closing_text", refused["code"])
        self.assertIsNone(self.get_incident().body.get("resolved_at"))

        word = "A full disk stopped the counting. All numbers are there again."
        self.assertEqual("resolved", self.api.post(path, {"text": word, "undo_s": 0},
                                                   expect=200)["state"])
        hear = Counter(c.email for c in self.told if c.wants("recovery"))
        wait_until(lambda: self.mails_about("[resolved]") == hear,
                   lambda: f"{hear - self.mails_about('[resolved]')}", ALL_ARRIVED_WITHIN_S)
        for customer in self.told:
            if customer.wants("recovery"):
                mail = self.notice_to(customer, "[resolved]")
                self.check_notice(customer, mail, "recovery")
                self.assertIn(word, text_of(mail))
                self.assertTrue(mail["X-Tellfirst-Ends"])
                first = self.notice_to(customer, "[outage]")
                self.assertIn(first["References"].split()[0], mail["References"])
        answer = self.world.customers.wait_for(
            self.asker.email, f"[#{self.ticket['number']}]", lambda mail: word in text_of(mail))
        self.assertIn(self.question["Message-ID"], answer["References"])
        ticket = self.api.get(f"/api/v1/tickets/{self.ticket['id']}")
        self.assertEqual("waiting_for_customer", ticket["state"])
        self.assertIn(word, ticket["entries"][-1]["text"])
        wait_until(lambda: "overdue" not in self.page(), "the page to be well again", 1)
        self.assertEqual("operational", self.api.get(
            f"/api/v1/services/{self.services['Statistics']}")["state"])
        self.assertEqual(hear, self.mails_about("[resolved]"))
        self.assertEqual(Counter(c.email for c in self.told), self.mails_about("[outage]"))

    # --- and after ---

    def one_customer_wants_no_more(self):
        self.leaver = next(c for c in self.told if c != self.asker)
        link = self.notice_to(self.leaver, "[outage]")["List-Unsubscribe"]
        path = urllib.parse.urlsplit(link[1:link.index(">")]).path
        contact = f"/api/v1/contacts/{self.contact_id(self.leaver)}"
        before = self.api.get(contact)["topics"]
        status, page = self.browse("GET", path)
        self.assertEqual(200, status)
        self.assertIn('method="post"', page)
        self.assertEqual(before, self.api.get(contact)["topics"], "looking changes nothing")
        for _ in range(2):
            self.assertEqual(200, self.browse("POST", path, "List-Unsubscribe=One-Click")[0])
        self.assertNotIn("unplanned", self.api.get(contact)["topics"])
        self.assertEqual(404, self.browse("POST", path + "x", "List-Unsubscribe=One-Click")[0])

    def the_next_incident_can_be_taken_back_for_a_while(self):
        title = "Statistics are slow"
        incident = self.api.post("/api/v1/incidents", {
            "title": title, "text": "Pages of numbers take a minute.", "eta": {"within": "2h"},
            "services": [{"service": self.services["Statistics"], "state": "degraded"}]})
        wait_until(lambda: title in self.page(), "the status page to show it", 1)
        self.world.clock.advance(15)
        self.assertEqual(0, self.proof(incident)["told"], "half of the 30 seconds is over")
        self.assertEqual(Counter(), self.mails_about(title))
        self.world.clock.advance(16)
        hear = Counter(c.email for c in self.told if c != self.leaver)
        self.wait_for_told(incident, len(hear))
        self.assertEqual(hear, self.mails_about(title))
        line = next(line for line in self.proof_lines(incident)
                    if line["address"] == self.leaver.email)
        self.assertEqual("opted_out", line["state"])

    # --- looking ---

    def browse(self, method, path, form=None):
        connection = http.client.HTTPConnection(
            "127.0.0.1", self.world.server.http_port, timeout=10)
        try:
            headers = {"Content-Type": "application/x-www-form-urlencoded"} if form else {}
            connection.request(method, path, form, headers)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        finally:
            connection.close()

    def page(self):
        """What somebody reads on the status page."""
        status, page = self.browse("GET", "/")
        self.assertEqual(200, status)
        main = page[page.index("<main"):page.index("</main>")]
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main)).split())

    def get_incident(self):
        return self.api.get(f"/api/v1/incidents/{self.incident['id']}")

    def proof(self, incident):
        return self.api.get(f"/api/v1/incidents/{incident['id']}/proof")

    def proof_lines(self, incident):
        return self.api.items(f"/api/v1/incidents/{incident['id']}/proof/deliveries")

    def wait_for_told(self, incident, number):
        """Told means that the relay took it; then it is in the mailbox soon."""
        wait_until(lambda: self.proof(incident)["told"] == number,
                   lambda: f"{number} told; {self.proof(incident).body}", ALL_ARRIVED_WITHIN_S)
        wait_until(lambda: self.mails_about(incident["title"]).total() >= number,
                   lambda: f"{number} mails; {self.world.postfix.log()[-2000:]}",
                   ALL_ARRIVED_WITHIN_S)

    def mails_about(self, words):
        """How many mails each customer has whose subject has these words."""
        return Counter(mail["Delivered-To"] for mail in self.world.customers.messages()
                       if words in mail["Subject"] and mail["Delivered-To"] != OWNER)

    def notice_to(self, customer, tag):
        return next(mail for mail in self.world.customers.messages(customer.email)
                    if mail["Subject"] == f"{tag} {TITLE}")

    def contact_id(self, customer):
        return next(contact["id"] for contact in self.accounts[customer.account]["contacts"]
                    if contact["email"] == customer.email)

    def only_ticket(self, subject):
        tickets = [t for t in self.api.items("/api/v1/tickets") if t["subject"] == subject]
        self.assertEqual(1, len(tickets), tickets)
        return tickets[0]

    def check_due(self, ticket, customer):
        created = moments.parse(ticket["created_at"])
        self.assertLess(created - WEDNESDAY, seconds(300))
        due = moments.after_covered(
            created, customers.PLANS[customer.plan]["first_reply_minutes"])
        self.assertEqual(due, moments.parse(ticket["reply_due_at"]))
        return due

    def texts_from_customer(self):
        ticket = self.api.get(f"/api/v1/tickets/{self.ticket['id']}")
        return [entry["text"] for entry in ticket["entries"] if entry["kind"] == "from_customer"]


if __name__ == "__main__":
    unittest.main()
