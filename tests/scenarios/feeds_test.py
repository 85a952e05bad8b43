"""What programs read of the status page, read by programs that others wrote: feedparser, xmllint,
and khal, a calendar that people use."""

import datetime
import http.client
import json
import os
import re
import subprocess
import unittest

import feedparser
from support import folders, moments
from support.ports import free_port
from support.server import Server
from support.waiting import wait_until

NOW = moments.parse("2026-11-25T10:00:00Z")  # a Wednesday
SHOWN_WITHIN_S = 10

# Each has hurt somebody's program; what XML forbids comes out as U+FFFD.
NAUGHTY = [
    "<script>alert(1)</script>",
    "</title></entry></item><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "]]><x/> <![CDATA[ x ]]> <!-- --> <!DOCTYPE x>",
    "&amp;lt;script&amp;gt; &#x41; &unknown;",
    "{{words}} {{{style}}} {} {0} %s ${x}",
    "[link](javascript:alert(1)) ![x](http://example.test/x.png)",
    "both\r\nBEGIN:VEVENT\r\nSUMMARY:x\r\nEND:VEVENT",
    "comma, semicolon; colon: backslash\\ \\n \\N \\, quote\" ^n",
    "bell\x07 escape\x1b[31m delete\x7f",
    "separators\u2028\u2029 end",
    "no characters \ufffe\uffff at all",
    "\u202eright to left\u202c",
    "zero\u200bwidth\u200djoiner",
    "St\u00f6rung \U0001f525 im Rechenzentrum \u2013 \u65e5\u672c\u8a9e",
    "x" * 190,
    "\u00e4" * 90,
    "2026-11-22", "1e309", "null", "../../etc/passwd",
]


def after(**span):
    return moments.text(NOW + datetime.timedelta(**span))


def minute(text):
    """The clock goes on while we look."""
    return text[:len("2026-11-25T10:00")]


def plain(text):
    """What is left of a text that a program read: neither its spaces nor its line ends count, and
    characters that XML or a calendar forbid are replaced."""
    text = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]", "\ufffd", text)
    return " ".join(text.split())


class Reader:
    """Asks as any reader does, without a name."""

    def __init__(self, port):
        self.port = port

    def answer(self, path, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request("GET", path, headers=headers or {})
            raw = connection.getresponse()
            return raw.status, {k.lower(): v for k, v in raw.getheaders()}, raw.read()
        finally:
            connection.close()

    def get(self, path):
        status, headers, body = self.answer(path)
        assert status == 200, f"{path}: {status}"
        assert headers["access-control-allow-origin"] == "*", path
        return body


class Khal:
    """A calendar of its own, into which the feed is read as its owner would."""

    def __init__(self, test):
        home = folders.temporary_folder(test)
        self.folder = home / "calendar"
        self.folder.mkdir()
        config = home / "khal.conf"
        config.write_text(
            f"[calendars]\n[[work]]\npath = {self.folder}\n"
            "[locale]\nlocal_timezone = UTC\ndefault_timezone = UTC\n"
            "timeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
            "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
            f"[sqlite]\npath = {home / 'khal.db'}\n")
        self._config = config
        self._environment = {**os.environ, "HOME": str(home), "LC_ALL": "C.UTF-8"}

    def read(self, calendar):
        file = self._config.parent / "feed.ics"
        file.write_bytes(calendar)
        self._run("import", "--batch", "-a", "work", str(file))

    def events(self, since="2026-11-25"):
        """What it shows in the ten days from then on, each thing once: from when to when, whether
        off, what."""
        lines = self._run(
            "list", "--notstarted", "--once", "--day-format", "", "--format",
            "{start}|{end}|{cancelled}|{title}", since, "10d")
        return [tuple(part.strip() for part in line.split("|")) for line in lines.splitlines()
                if "|" in line]

    def _run(self, *arguments):
        done = subprocess.run(["khal", "-c", str(self._config), *arguments], text=True, timeout=60,
                              capture_output=True, env=self._environment)
        assert done.returncode == 0, done.stderr
        assert "error" not in done.stderr.lower(), done.stderr
        return done.stdout


class Feeds(unittest.TestCase):
    def setUp(self):
        self.server = Server(self, relay_port=free_port())
        self.server.clock.set(moments.text(NOW))
        self.api = self.server.api()
        self.reader = Reader(self.server.http_port)
        self.uploads = self.api.post("/api/v1/services", {"name": "Uploads"})["id"]
        self.statistics = self.api.post("/api/v1/services", {"name": "Statistics"})["id"]

    def publish(self, title, text="We are looking.", service=None):
        return self.api.post("/api/v1/incidents", {
            "title": title, "text": text, "notify": False, "next_word_at": after(hours=1),
            "services": [{"service": service or self.uploads, "state": "major"}]}).body

    def plan(self, title, text="Uploads wait meanwhile.", **more):
        return self.api.post("/api/v1/windows", {
            "title": title, "text": text, "notify": False, "services": [self.uploads],
            "starts_at": after(days=2), "ends_at": after(days=2, hours=1), **more}).body

    def feed(self, path="/feed.atom"):
        read = feedparser.parse(self.reader.get(path))
        self.assertFalse(read.bozo, read.get("bozo_exception"))
        return read

    def when_shown(self, text, path="/feed.atom"):
        """Answers the feed as soon as one of its entries says that."""
        def entries_saying_so():
            return [e for e in self.feed(path).entries if text in e.title + e.get("summary", "")]
        wait_until(entries_saying_so, f"{text!r} in {path}", SHOWN_WITHIN_S)
        return self.feed(path)

    # --- feeds ---

    def test_an_incident_is_one_entry_whose_date_is_its_last_change(self):
        incident = self.publish("Uploads fail")
        entry = self.when_shown("Uploads fail").entries[0]
        self.assertEqual("Looking for the cause: Uploads fail", entry.title)
        self.assertIn("We are looking.", entry.content[0].value)
        self.assertIn("Next word by Wed 25 Nov 2026, 11:00 UTC.", entry.content[0].value)
        self.assertEqual("2026-11-25T10:00", minute(entry.updated))

        self.server.clock.set(after(minutes=5))
        self.api.post(f"/api/v1/incidents/{incident['id']}/resolve",
                      {"text": "A disk was full.", "notify": False}, expect=200)
        read = self.when_shown("Resolved")
        self.assertEqual(1, len(read.entries))
        again = read.entries[0]
        self.assertEqual(entry.id, again.id)
        self.assertEqual("2026-11-25T10:05", minute(again.updated))
        self.assertEqual(entry.published, again.published)
        self.assertEqual(again.updated, read.feed.updated)
        self.assertIn("A disk was full.", again.content[0].value)

        rss = self.feed("/feed.rss")
        self.assertEqual(again.id, rss.entries[0].id)
        self.assertRegex(rss.entries[0].published, r"^Wed, 25 Nov 2026 10:05:\d\d GMT$")
        self.assertEqual("de", self.feed("/de/feed.atom").feed.language)

    def test_a_broken_promise_shows_by_itself(self):
        self.publish("Uploads fail")
        self.when_shown("Uploads fail")
        self.server.clock.set(after(hours=1, minutes=12))
        def is_overdue():
            entry = self.feed().entries[0]
            return "Update overdue." in entry.content[0].value and entry.updated
        self.assertEqual("2026-11-25T11:00:00Z",
                         wait_until(is_overdue, "overdue", SHOWN_WITHIN_S))

    def test_a_reader_who_asks_again_is_told_that_nothing_changed(self):
        self.publish("Uploads fail")
        self.when_shown("Uploads fail")
        for path in ("/feed.atom", "/feed.rss", "/calendar.ics", "/banner.json"):
            _, headers, _ = self.reader.answer(path)
            status, _, body = self.reader.answer(path, {"If-None-Match": headers["etag"]})
            self.assertEqual((304, b""), (status, body), path)
        self.assertEqual("no-cache", self.reader.answer("/banner.json")[1]["cache-control"])

    def test_each_service_has_feeds_of_its_own(self):
        self.publish("Uploads fail")
        self.publish("Numbers are missing", service=self.statistics)
        self.when_shown("Numbers are missing")
        for service, title in ((self.uploads, "Uploads fail"),
                               (self.statistics, "Numbers are missing")):
            read = self.feed(f"/services/{service.partition('_')[2]}/feed.atom")
            self.assertEqual([f"Looking for the cause: {title}"], [e.title for e in read.entries])

    def test_what_there_is_not_is_not_found(self):
        for path in ("/api/v2/nothing.json", "/api/v2/", "/proxy/summary.json", "/proxy",
                     "/services/aaaaaaaaaaaa/feed.atom", "/de/badge.svg"):
            self.assertEqual(404, self.reader.answer(path)[0], path)

    # --- naughty texts ---

    def test_naughty_texts_come_out_as_they_went_in(self):
        self.api.post("/api/v1/services", {"name": NAUGHTY[0], "description": NAUGHTY[1]})
        for text in NAUGHTY:
            self.publish(text, text)
            self.plan(text, text)
        self.when_shown(NAUGHTY[-1])
        for path in ("/feed.atom", "/feed.rss", "/de/feed.atom", "/badge.svg"):
            done = subprocess.run(["xmllint", "--noout", "-"], input=self.reader.get(path),
                                  capture_output=True, timeout=30)
            self.assertEqual(b"", done.stderr, path)
        entries = self.feed().entries
        titles = {plain(entry.title) for entry in entries}
        for text in NAUGHTY:
            for state in ("Looking for the cause", "Planned maintenance"):
                self.assertIn(plain(f"{state}: {text}"), titles)
        for entry in entries:
            for tag in ("<script", "<img", "<a "):
                self.assertNotIn(tag, entry.content[0].value)
        told = json.loads(self.reader.get("/api/v2/incidents.json"))
        self.assertEqual({*NAUGHTY}, {incident["name"] for incident in told["incidents"]})
        calendar = Khal(self)
        calendar.read(self.reader.get("/calendar.ics"))
        self.assertEqual(len(NAUGHTY), len(calendar.events()))

    # --- a calendar ---

    def test_a_calendar_shows_a_window_its_change_and_its_cancellation(self):
        window = self.plan("New disks")
        calendar = Khal(self)

        def sequence_after(said):
            text = wait_until(
                lambda: (c := self.reader.get("/calendar.ics").decode()) and said in c and c, said,
                SHOWN_WITHIN_S)
            calendar.read(text.encode())
            return int(re.search(r"SEQUENCE:(\d+)", text).group(1))

        first = sequence_after("New disks")
        self.assertEqual(
            [("2026-11-27 10:00", "2026-11-27 11:00", "", "Planned maintenance: New disks")],
            calendar.events())

        self.server.clock.set(after(minutes=1))
        self.api.post(f"/api/v1/windows/{window['id']}/move", {
            "starts_at": after(days=3), "ends_at": after(days=3, hours=2), "notify": False,
            "text": "A day later."}, expect=200)
        second = sequence_after("A day later.")
        self.assertGreater(second, first)
        self.assertEqual(
            [("2026-11-28 10:00", "2026-11-28 12:00", "", "Planned maintenance: New disks")],
            calendar.events())

        self.server.clock.set(after(minutes=2))
        self.api.post(f"/api/v1/windows/{window['id']}/cancel",
                      {"text": "The disks did not come.", "notify": False}, expect=200)
        self.assertGreater(sequence_after("STATUS:CANCELLED"), second)
        [(_, _, cancelled, title)] = calendar.events()
        self.assertEqual("CANCELLED", cancelled)
        self.assertEqual("Maintenance cancelled: New disks", title)

    def test_a_calendar_shows_a_recurring_window_and_that_it_was_ended(self):
        series = self.api.post("/api/v1/series", {
            "title": "Thursdays", "services": [self.uploads], "zone": "Europe/Berlin",
            "first": "2026-11-26T22:00", "minutes": 60, "rule": "FREQ=WEEKLY;BYDAY=TH"}).body
        calendar = Khal(self)

        def read_when(said):
            text = wait_until(
                lambda: (c := self.reader.get("/calendar.ics").decode()) and said in c and c, said,
                SHOWN_WITHIN_S)
            calendar.read(text.encode())

        read_when("STATUS:TENTATIVE")
        [first] = calendar.events()
        self.assertEqual(
            ("2026-11-26 21:00", "2026-11-26 22:00", "", "Reserved for maintenance: Thursdays"),
            first)
        [second] = calendar.events("2026-11-28")
        self.assertEqual("2026-12-03 21:00", second[0])

        self.server.clock.set(after(minutes=1))
        self.api.post(f"/api/v1/series/{series['id']}/end", {}, expect=200)
        read_when("STATUS:CANCELLED")
        for day in ("2026-11-25", "2026-11-28"):
            self.assertEqual(["CANCELLED"],
                             [cancelled for _, _, cancelled, _ in calendar.events(day)])
        self.assertNotIn("Thursdays", self.reader.get("/status.json").decode())

    def test_a_calendar_leaves_out_a_time_that_nobody_declared(self):
        self.api.post("/api/v1/series", {
            "title": "Thursdays", "services": [self.uploads], "zone": "Europe/Berlin",
            "first": "2026-11-26T22:00", "minutes": 60,
            "rule": "FREQ=WEEKLY;UNTIL=20270131;BYDAY=TH"})
        calendar = Khal(self)

        def starts_after_reading(said):
            text = wait_until(
                lambda: (c := self.reader.get("/calendar.ics").decode()) and said in c and c, said,
                SHOWN_WITHIN_S)
            calendar.read(text.encode())
            sequence = int(re.search(r"SEQUENCE:(\d+)", text).group(1))
            return sequence, [start for start, _, _, _ in calendar.events()]

        first, starts = starts_after_reading("STATUS:TENTATIVE")
        self.assertEqual(["2026-11-26 21:00"], starts)
        self.server.clock.set("2026-11-26T21:00:00Z")  # nobody was sold any notice
        second, starts = starts_after_reading("EXDATE;TZID=Europe/Berlin:20261126T220000")
        self.assertEqual(["2026-12-03 21:00"], starts)
        self.assertGreater(second, first)


if __name__ == "__main__":
    unittest.main()
