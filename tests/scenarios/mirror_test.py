"""The origin is killed: what it said last can still be read, with its age, from a folder that any
web server can show and from another Tellfirst that followed it.
"""

import datetime
import hashlib
import json
import pathlib
import re
import socket
import unittest

from support import folders
from support.ports import free_port
from support.server import Server
from support.waiting import wait_until

HOST = "127.0.0.1"
SEEN_WITHIN_S = 20  # a follower looks every five seconds


def made_at(page):
    """When a page was made, as its own script reads it to show how old it is."""
    found = re.search(r'data-made="([^"]+)"', page)
    assert found and 'id="age"' in page and 'id="old"' in page, page[:2000]
    return datetime.datetime.fromisoformat(found.group(1).replace("Z", "+00:00"))


class Mirrors(unittest.TestCase):
    def setUp(self):
        self.folder = folders.temporary_folder(self)

    def origin(self, *more):
        server = Server(self, free_port(), more=more)
        self.service = server.api().post("/api/v1/services", {"name": "Statistics"})["id"]
        return server

    def publish(self, server, title):
        server.api().post("/api/v1/incidents", {
            "title": title, "text": "We look for the cause.", "eta": {"within": "12h"},
            "services": [{"service": self.service, "state": "major"}]})

    def page(self, server, path="/", **options):
        return server.anybody().get(path, **options)

    def test_a_folder_holds_the_last_words_of_a_server_that_was_killed(self):
        mirror = self.folder / "mirror"
        origin = self.origin("--mirror-to", mirror)
        self.publish(origin, "Statistics are late")
        home = mirror / HOST / "index.html"
        wait_until(lambda: home.exists() and "Statistics are late" in home.read_text(),
                   "the mirror to have it", SEEN_WITHIN_S)
        # The document is printed last and written last: all that it names is there.
        document = mirror / HOST / "mirror.json"
        wait_until(lambda: home.read_text() == self.page(origin).body and json.loads(
            document.read_text()) == self.page(origin, "/mirror.json").body, "both to be the same")
        self.assertIn(f'href="http://{HOST}:{origin.http_port}/subscribe"', home.read_text())
        origin.kill9()

        made = made_at(home.read_text())
        age = datetime.datetime.now(datetime.timezone.utc) - made
        self.assertLess(datetime.timedelta(0), age)
        self.assertIn('lang="de"', (mirror / HOST / "de" / "index.html").read_text())
        listed = json.loads(document.read_text())
        self.assertLessEqual({"/", "/de/", "/status.json"},
                             {file["path"] for file in listed["files"]})
        self.assertEqual([], [path for path in mirror.rglob("*.new")])

        again = self.folder / "again"
        said = origin.run_alone("mirror", "--to", again)
        self.assertIn("made ", said)
        self.assertEqual(self.bytes_of(mirror), self.bytes_of(again))

    def bytes_of(self, folder):
        return {path.relative_to(folder): path.read_bytes()
                for path in pathlib.Path(folder).rglob("*") if path.is_file()}

    def test_the_command_says_what_is_missing(self):
        empty = self.folder / "empty"
        origin = self.origin()
        origin.kill9()
        said = origin.refused_alone("mirror", "--data", empty, "--to", self.folder / "mirror")
        self.assertIn("No server has shown pages", said)

    def test_a_follower_shows_the_last_words_of_a_server_that_was_killed(self):
        origin = self.origin()
        follower = Server.following(self, f"http://{HOST}:{origin.http_port}")
        self.publish(origin, "Statistics are late")
        wait_until(lambda: "Statistics are late" in self.page(follower, expect=None).body,
                   "the follower to have it", SEEN_WITHIN_S)
        for path in ("/", "/de/", "/status.json", "/favicon.svg", "/mirror.json"):
            wait_until(lambda: self.page(follower, path).body == self.page(origin, path).body,
                       f"{path} to be the same", SEEN_WITHIN_S)
            self.assertEqual(self.headers(origin, path), self.headers(follower, path))
        last = self.page(follower)
        # What the follower cannot do is done by the origin.
        form = re.search(r'href="([^"]+/subscribe)"', last.body).group(1)
        self.assertEqual(f"http://{HOST}:{origin.http_port}/subscribe", form)
        self.page(follower, "/subscribe", expect=404)
        origin.kill9()
        kept = follower.data / "pages" / "manifest.json"
        name = hashlib.sha256(last.body.encode()).hexdigest()
        wait_until(lambda: name in kept.read_text(), "the follower to keep it", SEEN_WITHIN_S)

        self.assertEqual(last.body, self.page(follower).body)
        tag = last.headers["etag"]
        self.page(follower, expect=304, headers={"If-None-Match": tag})
        self.page(follower, "/api/v1/incidents", expect=404)
        follower.restart()
        self.assertEqual(last.body, self.page(follower).body)
        self.assertLess(made_at(last.body), datetime.datetime.now(datetime.timezone.utc))
        self.page(follower, "/healthz")

        origin.start()
        self.publish(origin, "Statistics are wrong")
        wait_until(lambda: "Statistics are wrong" in self.page(follower).body,
                   "the follower to go on", SEEN_WITHIN_S)
        follower.stop()

    def test_what_was_made_long_ago_is_green_for_no_program(self):
        origin = self.origin()
        long_ago = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(minutes=10)
        origin.clock.set(long_ago.isoformat(timespec="seconds"))
        self.assertIn("Works", self.page(origin, "/badge.svg").body)
        follower = Server.following(self, f"http://{HOST}:{origin.http_port}")
        self.assertIn("Not known", self.page(follower, "/badge.svg").body)
        services = self.page(follower, "/status.json").body["services"]
        self.assertEqual(["unknown"], [service["state"] for service in services])
        self.assertIn("This copy is &gt; 3 min old", self.page(follower, "/").body)

        mirror = self.folder / "mirror"
        origin.run_alone("mirror", "--to", mirror)
        self.assertIn("Not known", (mirror / HOST / "badge.svg").read_text())
        status = json.loads((mirror / HOST / "api/v2/status.json").read_text())["status"]
        self.assertEqual({"indicator": "minor", "description": "Status Not Known"}, status)

    def test_a_follower_stops_though_its_origin_never_answers(self):
        origin = self.origin()
        follower = Server.following(self, f"http://{HOST}:{origin.http_port}")
        origin.kill9()
        with socket.create_server((HOST, origin.http_port)) as silent:
            silent.settimeout(SEEN_WITHIN_S)
            connection, _ = silent.accept()
            with connection:
                follower.stop()

    def test_a_follower_cannot_tell_two_servers_apart_that_have_one_name(self):
        origin = self.origin()
        said = origin.refused_alone(
            "serve", "--data", self.folder / "follower", "--mirror-of", "http://a.test,http://a.test:81")
        self.assertIn("one host name", said)

    def headers(self, server, path):
        headers = dict(self.page(server, path).headers)
        headers.pop("date")
        return headers

    def test_a_follower_does_not_take_the_folder_of_a_server(self):
        origin = self.origin()
        origin.stop()
        said = origin.refused_alone("serve", "--data", origin.data, "--mirror-of", "http://a.test")
        self.assertIn("one of its own", said)


if __name__ == "__main__":
    unittest.main()
