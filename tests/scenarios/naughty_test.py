"""Whatever is written into a field comes out of every page, feed and calendar as the text that it
was: nothing of it runs, loads, hides or becomes part of the page."""

import json
import unittest
import urllib.parse

from support.api import Api
from support.inert import Page, entries, plain, summaries
from support.naughty import texts
from support.ports import free_port
from support.server import Server
from support.waiting import wait_until

# So many stand on one page at once; a page shows no more windows than it does weeks.
AT_ONCE = 40
LONGEST_NAME = 200  # bytes of a title
BLANKS = " \t\r\n\v\f"  # what is cut off at either end


def fitting(text):
    return text.encode()[:LONGEST_NAME - 8].decode(errors="ignore")


class Naughty(unittest.TestCase):
    def test_what_people_write_stays_text(self):
        every = texts()
        for begin in range(0, len(every), AT_ONCE):
            with self.subTest(f"texts from {begin}"):
                self.house(every[begin:begin + AT_ONCE])

    def house(self, written):
        server = Server(self, free_port())
        self.api = server.api()
        self.reader = Api(server.http_port)
        said = [self.write(number, fitting(text)) for number, text in enumerate(written)]
        wait_until(lambda: self.shown(said[-1]), "the page to show the last of them")
        self.documents(said)
        for kind in ("feed.atom", "feed.rss"):
            found = entries(self.read(f"/{kind}")[0])
            for each in said:
                self.assertTrue(any(plain(each["incident"]) in title for title in found), each)
        events = summaries(self.read("/calendar.ics")[0])
        for each in said:
            self.assertTrue(any(plain(each["window"]) in summary for summary in events), each)
        self.pages(said)
        server.stop()

    def shown(self, said):
        """Does the page know the issue, which was written last? It is printed whole."""
        return any(each["title"] == said["issue"] for each in self.json("/status.json")["issues"])

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
        said = {"service": service["name"], "incident": incident["title"],
                "window": window["title"], "issue": issue["title"]}
        for kept in said.values():
            self.assertEqual(unique.strip(BLANKS), kept)
        self.assertEqual(text.strip(BLANKS), incident["updates"][0]["text"])
        return said

    def read(self, path):
        answer = self.reader.request("GET", path, expect=200, headers={"Accept": "*/*"})
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
            self.assertIn(answer.status, (200, 303), path)
            if not answer.headers.get("content-type", "").startswith("text/html"):
                continue
            page = Page(answer.body, answer.headers.get("content-security-policy", ""))
            self.assertEqual([], page.faults, path)
            everything += page.text() + " "
            ahead += [link.partition("#")[0] for link in page.links if link.startswith("/")]
        for each in said:
            for kind, text in each.items():
                self.assertIn(plain(text), everything, kind)


if __name__ == "__main__":
    unittest.main()
