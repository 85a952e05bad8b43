"""Whatever is written into a field comes out of every page, feed and calendar as the text that it
was: nothing of it runs, loads, hides or becomes part of the page. A rule that would never end is
refused at once."""

import datetime
import json
import re
import time
import unittest
import urllib.parse

from support import moments
from support.api import Api
from support.inert import Page, entries, plain, summaries
from support.naughty import texts
from support.ports import free_port
from support.server import Server
from support.waiting import wait_until

# So many stand on one page at once; a page shows no more windows than it does weeks.
AT_ONCE = 30
# So many partners and plans has a house: each of them has pages, which are all made anew.
PARTNERS_AT_ONCE = 24
PAGES_MADE_WITHIN_S = 30
LONGEST_NAME = 200  # bytes of a title
BLANKS = " \t\r\n\v\f"  # what is cut off at either end


# Each would keep a calendar busy, or means nothing: what it is refused as.
RULES = {
    "FREQ=SECONDLY": "series.too_often",
    "FREQ=MINUTELY;INTERVAL=1": "series.too_often",
    "FREQ=HOURLY;COUNT=1000000000": "series.too_often",
    "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9;BYMINUTE=0,1,2,3;BYSECOND=0,1,2": "series.too_often",
    "FREQ=DAILY;COUNT=99999999999999999999": "series.bad_rule",
    "FREQ=DAILY;INTERVAL=0": "series.bad_rule",
    "FREQ=DAILY;INTERVAL=-1": "series.bad_rule",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30": "series.bad_rule",
    "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2,4,6,9,11": "series.bad_rule",
    "FREQ=YEARLY;INTERVAL=99;BYMONTH=2;BYMONTHDAY=29": "series.never",
    "FREQ=MONTHLY;BYDAY=1MO;BYSETPOS=300": "series.bad_rule",
    "FREQ=YEARLY;BYYEARDAY=366;INTERVAL=3": "series.bad_rule",
    "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO": "series.bad_rule",
    "FREQ=WEEKLY;BYDAY=" + ",".join(["MO"] * 40): "series.bad_rule",
    "FREQ=DAILY;UNTIL=99999999T999999Z": "series.bad_rule",
    "FREQ=DAILY;UNTIL=20200101": "series.never",
    "FREQ=WEEKLY;FREQ=SECONDLY": "series.bad_rule",
    "FREQ=WEEKLY\r\nRRULE:FREQ=SECONDLY": "series.bad_rule",
    "FREQ=WEEKLY;X-EVIL=1": "series.bad_rule",
    ";;;;": "series.bad_rule",
    "A=" * 100: "series.bad_rule",
    "": "series.bad_rule",
}
REFUSED_WITHIN_S = 1


def fitting(text):
    return text.encode()[:LONGEST_NAME - 8].decode(errors="ignore")


def one_line(text):
    """What is left of a text where only one line is taken."""
    return re.sub(r"[\x00-\x1f\x7f]", " ", text)


class Naughty(unittest.TestCase):
    def test_what_people_write_stays_text(self):
        every = texts()
        for begin in range(0, len(every), AT_ONCE):
            with self.subTest(f"texts from {begin}"):
                self.house(every[begin:begin + AT_ONCE])

    def test_what_partners_write_stays_text(self):
        every = texts()
        for begin in range(0, len(every), PARTNERS_AT_ONCE):
            with self.subTest(f"texts from {begin}"):
                self.partners(every[begin:begin + PARTNERS_AT_ONCE])

    def test_a_rule_that_would_never_end_is_refused_at_once(self):
        api = Server(self, free_port()).api()
        service = api.post("/api/v1/services", {"name": "Uploads"})["id"]
        for rule, code in RULES.items():
            with self.subTest(rule):
                begun = time.monotonic()
                refused = api.post("/api/v1/series", {
                    "title": "Again and again", "services": [service], "zone": "Europe/Berlin",
                    "first": "2026-12-03T22:00", "minutes": 60, "rule": rule}, expect=422)
                self.assertLess(time.monotonic() - begun, REFUSED_WITHIN_S)
                self.assertEqual((code, "rule"), (refused["code"], refused["errors"][0]["field"]))
                self.assertTrue(refused["detail"])
        self.assertEqual([], api.items("/api/v1/series"))

    def house(self, written):
        server = Server(self, free_port())
        self.api = server.api()
        self.reader = Api(server.http_port)
        plan = self.api.post("/api/v1/plans", {"name": "Pro"})["id"]
        self.account = self.api.post("/api/v1/accounts", {"name": "Ada & Co", "plan": plan})["id"]
        said = [self.write(number, fitting(text)) for number, text in enumerate(written)]
        wait_until(lambda: self.shown(said), "the page to show all of them",
                   PAGES_MADE_WITHIN_S)
        self.documents(said)
        for kind in ("feed.atom", "feed.rss"):
            found = entries(self.read(f"/{kind}")[0])
            for each in said:
                self.assertTrue(any(plain(each["incident"]) in title for title in found), each)
        events = summaries(self.read("/calendar.ics")[0])
        for each in said:
            for kind in ("window", "series"):
                self.assertTrue(any(plain(each[kind]) in summary for summary in events), each)
        self.pages(said)
        server.stop()

    def shown(self, said):
        """Do the page and the calendar, which is printed after it, know all, and the page nothing
        any more that was merged since?"""
        page, events = self.json("/status.json"), summaries(self.read("/calendar.ics")[0])
        titles = {each["title"] for each in page["incidents"]}
        return titles == {each["incident"] for each in said} and \
            any(plain(said[-1]["series"]) in summary for summary in events)

    def write(self, number, text):
        """Into every field that there is. Whatever the house takes, it gives back as it was."""
        unique = f"{text} {number}"
        service = self.api.post("/api/v1/services", {"name": unique, "description": text}).body
        touched = {"service": service["id"], "state": "degraded", "symptom": text}
        incident = self.api.post("/api/v1/incidents", {
            "title": unique, "services": [touched], "text": text, "eta": {"within": "2h"},
            "workaround": {"text": text, "url": "https://example.test/" + urllib.parse.quote(text)},
            "notify": False}).body
        window = self.api.post("/api/v1/windows", {
            "title": unique, "services": [service["id"]], "text": text, "notify": False,
            "short_reason": text, "starts_at": f"2026-12-{number % 28 + 1:02}T10:00:00Z",
            "ends_at": f"2026-12-{number % 28 + 1:02}T11:00:00Z"}).body
        issue = self.api.post("/api/v1/issues", {
            "title": unique, "services": [service["id"]], "text": text,
            "workaround": {"text": text}}).body
        series = self.api.post("/api/v1/series", {
            "title": unique, "services": [service["id"]], "text": text, "zone": "Etc/UTC",
            "first": "2026-12-03T22:00", "minutes": 60, "rule": "FREQ=WEEKLY;BYDAY=TH"}).body
        self.write_of_trouble(unique, text, touched, incident["id"])
        self.write_aside(unique, text)
        said = {"service": service["name"], "incident": incident["title"],
                "window": window["title"], "series": series["title"], "issue": issue["title"]}
        for kept in said.values():
            self.assertEqual(unique.strip(BLANKS), kept)
        self.assertEqual(text.strip(BLANKS), incident["updates"][0]["text"])
        self.assertEqual(text.strip(BLANKS), series["text"])
        return said

    def write_of_trouble(self, unique, text, touched, other):
        """Every word that is said of an incident which is over, or part of another one."""
        kept = text.strip(BLANKS)
        new = {"title": unique + " b", "services": [touched], "text": text, "notify": False,
               "eta": {"within": "2h"}}
        over = self.api.post("/api/v1/incidents", new).body
        path = f"/api/v1/incidents/{over['id']}"
        begun = moments.parse(over["started_at"]) - datetime.timedelta(minutes=5)
        self.api.put(path + "/times", {"reason": text, "started_at": moments.text(begun)})
        self.assertEqual([kept], [trace["reason"] for trace in self.api.items(path + "/corrections")])
        self.api.post(path + "/updates", {
            "state": "identified", "text": text, "eta": {"within": "1h"}, "notify": False})
        self.api.post(path + "/resolve", {"text": text, "notify": False}, expect=200)
        words = self.api.post(path + "/review", {"text": text, "notify": False}, expect=200)
        self.assertEqual([kept] * 4, [word["text"] for word in words["updates"]])

        part = self.api.post("/api/v1/incidents", new).body
        path = f"/api/v1/incidents/{part['id']}"
        self.api.post(path + "/merge", {"into": other, "text": text}, expect=200)
        self.assertEqual(kept, self.api.get(path)["updates"][0]["text"])

    def write_aside(self, unique, text):
        """What customers never see, or only whom it concerns."""
        made = self.api.post("/api/v1/templates", {
            "name": unique, "kind": "incident", "title": text, "text": text}).body
        self.assertEqual((unique.strip(BLANKS), text.strip(BLANKS), text),
                         (made["name"], made["title"], made["text"]))
        date = {"title": one_line(unique), "starts_at": "2026-12-24T10:00:00Z",
                "ends_at": "2026-12-24T11:00:00Z"}
        path = f"/api/v1/accounts/{self.account}/critical-dates"
        self.assertEqual(one_line(unique).strip(BLANKS), self.api.post(path, date)["title"])
        if one_line(unique) != unique:
            refused = self.api.post(path, {**date, "title": unique + "\n" + text}, expect=422)
            self.assertEqual("critical_date.name_has_control", refused["code"])

    def read(self, path, host=None):
        headers = {"Accept": "*/*", **({"Host": host} if host else {})}
        answer = self.reader.request("GET", path, expect=200, headers=headers)
        body = answer.body if isinstance(answer.body, str) else json.dumps(answer.body)
        return body, answer.headers

    def json(self, path):
        return json.loads(self.read(path)[0])

    def documents(self, said):
        page = self.json("/status.json")
        self.assertEqual({each["incident"] for each in said},
                         {each["title"] for each in page["incidents"]})
        for path in ("summary", "components", "incidents/unresolved", "incidents",
                     "scheduled-maintenances/upcoming", "scheduled-maintenances", "status"):
            self.assertTrue(self.json(f"/api/v2/{path}.json"))
        dialect = self.json("/api/v2/summary.json")
        self.assertLessEqual({each["service"] for each in said},
                             {each["name"] for each in dialect["components"]})
        self.json("/banner.json")

    def pages(self, said):
        """From the front page along every link of ours."""
        seen, ahead, everything = set(), ["/", "/de/"], ""
        while ahead:
            path = ahead.pop()
            if path in seen:
                continue
            seen.add(path)
            answer = self.reader.request("GET", path, headers={"Accept": "text/html"})
            # Whoever walks to one workaround after another has to wait: each walk is counted.
            waits = (429,) if path.endswith("/workaround") else ()
            self.assertIn(answer.status, (200, 303, *waits), path)
            if not answer.headers.get("content-type", "").startswith("text/html"):
                continue
            page = Page(answer.body, answer.headers.get("content-security-policy", ""))
            self.assertEqual([], page.faults, path)
            everything += page.text() + " "
            ahead += [link.partition("#")[0] for link in page.links if link.startswith("/")]
        for each in said:
            for kind, text in each.items():
                self.assertIn(plain(text), everything, kind)


    def partners(self, written):
        """Brands with their words on their own hosts, and plans, which all can read of."""
        server = Server(self, free_port())
        self.api = server.api()
        self.reader = Api(server.http_port)
        self.api.post("/api/v1/services", {"name": "Uploads"})
        brands, plans = {}, []
        for number, text in enumerate(map(fitting, written)):
            name = one_line(f"{text} {number}")
            brand = self.api.post("/api/v1/brands", {
                "name": name, "host": f"p{number}.example.test", "contact": {"text": text},
                "mail_from": f"help@p{number}.example.test", "mail_name": name}).body
            self.assertEqual((name, name, text),
                             (brand["name"], brand["mail_name"], brand["contact"]["text"]))
            brands[brand["host"]] = brand
            plans.append(self.api.post("/api/v1/plans", {"name": name})["name"])
            self.assertEqual(name, plans[-1])
            if one_line(text) != text:
                for kind in ("brands", "plans"):
                    self.api.post(f"/api/v1/{kind}", {"name": text}, expect=422)
        # All of them: of some hardly a letter is left, which stands on any page.
        def missing():
            told = self.page("/how-we-tell-you", None).text()
            return [name for name in plans if plain(name) not in told]
        wait_until(lambda: not missing(), lambda: f"all plans on a page, without {missing()}",
                   PAGES_MADE_WITHIN_S)
        for host, brand in brands.items():
            self.partner(host, brand)
        server.stop()

    def partner(self, host, brand):
        for path, status in (("/", 200), ("/de/", 200), ("/how-we-tell-you", 200), ("/none", 404)):
            page = self.page(path, host, status)
            self.assertIn(plain(brand["name"]), page.text(), path)
            if status == 200:
                self.assertIn(plain(brand["contact"]["text"]), page.text(), path)
        for kind in ("feed.atom", "feed.rss"):
            self.assertEqual([], entries(self.read(f"/{kind}", host)[0]))
        self.assertEqual([], summaries(self.read("/calendar.ics", host)[0]))
        dialect = json.loads(self.read("/api/v2/summary.json", host)[0])
        self.assertEqual(brand["name"], dialect["page"]["name"])

    def page(self, path, host, status=200):
        headers = {"Accept": "text/html", **({"Host": host} if host else {})}
        answer = self.reader.request("GET", path, expect=status, headers=headers)
        page = Page(answer.body, answer.headers.get("content-security-policy", ""))
        self.assertEqual([], page.faults, (path, host))
        return page


if __name__ == "__main__":
    unittest.main()
