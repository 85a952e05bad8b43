"""The command line and the habits of the API, so that others can script against them."""

import json
import re
import socket
import types
import unittest

import jsonschema

from support import folders
from support.api import Api
from support.fake_lmtp import FakeLmtp
from support.ports import free_port
from support.server import Server, call, finish

INSPECTED = ["from", "to", "cc", "subject", "body_text", "body_html", "attachments", "message_id",
             "in_reply_to", "references"]

NASTY_MAILS = {
    "empty": b"",
    "only zeroes": b"\0" * 1000,
    "no header ends": b"Subject: x" * 10_000,
    "no From": b"Subject: =?utf-8?q?caf=C3=A9?=\r\n\r\nHi\r\n",
    "raw 8-bit": b"From: M\xfcller <m@x.test>\nSubject: Gr\xfc\xdfe\n\nsch\xf6n\n",
    "wrong charset": b"Content-Type: text/plain; charset=klingon\r\n\r\n\xff\xfe\xfd\r\n",
    "missing boundary": b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nHalf",
    "no boundary at all": b"Content-Type: multipart/mixed\r\n\r\nHm\r\n",
    "broken base64": b"Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!=a\r\n",
    "nested too deep": b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n)
        for n in range(200)) + b"\r\nbottom\r\n",
    "a picture and an attached mail": (
        b"From: Ann <ann@x.test>\r\nTo: a@y.test, Bo <b@y.test>\r\nCc: c@y.test\r\n"
        b"Subject: Look\r\nMessage-ID: <1@x.test>\r\nIn-Reply-To: <0@y.test>\r\n"
        b"References: <00@y.test> <0@y.test>\r\n"
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nHere.\r\n--b\r\n"
        b"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
        b"Content-Disposition: inline; filename=dot.png\r\n\r\niVBORw0K\r\n--b\r\n"
        b"Content-Type: message/rfc822\r\n\r\nSubject: Inner\r\n\r\ninside\r\n--b--\r\n"),
}


MONTH = {"rule": {"zone": "Europe/Berlin", "partial": 0.3, "degraded": 0.3, "groups": "any",
                  "exclude_announced": True, "notice_hours": 72, "decimals": 2},
         "from": "2026-06-01T00:00:00Z", "to": "2026-07-01T00:00:00Z",
         "now": "2026-07-19T00:00:00Z", "created": "2025-01-01T00:00:00Z",
         "events": [{"state": "major", "from": "2026-06-03T00:00:00Z",
                     "to": "2026-06-03T01:00:00Z"}],
         "windows": []}


class InspectingUptime(unittest.TestCase):
    def finish(self, text):
        file = folders.temporary_folder(self) / "uptime.json"
        file.write_text(text)
        return finish("inspect", "uptime", file)

    def test_an_hour_of_a_month_is_reckoned_exactly(self):
        done = self.finish(json.dumps(MONTH))
        self.assertEqual("", done.stderr)
        said = json.loads(done.stdout)
        self.assertEqual(("719/720", "99.86", 3600, 2_592_000),
                         (said["exact"], said["shown"], said["down_seconds"],
                          said["total_seconds"]))
        self.assertEqual(["major"], [stretch["state"] for stretch in said["stretches"]])

    def test_a_window_excuses_only_with_enough_notice(self):
        hour = MONTH["events"][0]
        for announced, down in (("2026-05-31T00:01:00Z", 3600), ("2026-05-30T23:59:00Z", 0)):
            window = {"from": hour["from"], "to": hour["to"], "announced": announced}
            with self.subTest(announced):
                done = self.finish(json.dumps(MONTH | {"windows": [window]}))
                self.assertEqual(down, json.loads(done.stdout)["down_seconds"])

    def test_what_makes_no_sense_is_refused_in_words(self):
        hour = MONTH["events"][0]
        for word, text in (
                ("JSON", "{"), ("zone", json.dumps(MONTH | {"rule": {"zone": "Mars/Olympus"}})),
                ("weight", json.dumps(MONTH | {"rule": {"partial": 2}})),
                ("state", json.dumps(MONTH | {"events": [hour | {"state": "sad"}]})),
                ("events[0]", json.dumps(MONTH | {"events": [hour | {"to": MONTH["from"]}]})),
                ("period", json.dumps(MONTH | {"to": MONTH["from"]})),
                ("too much", json.dumps(MONTH | {"events": [hour] * 100_001}))):
            with self.subTest(word):
                done = self.finish(text)
                self.assertEqual((1, ""), (done.returncode, done.stdout))
                self.assertIn(word, done.stderr)


class Inspecting(unittest.TestCase):
    def inspect(self, raw):
        file = folders.temporary_folder(self) / "mail"
        file.write_bytes(raw)
        return json.loads(call("inspect", "mail", file))

    def test_anything_is_a_mail_with_the_same_fields(self):
        for name, raw in NASTY_MAILS.items():
            with self.subTest(name):
                self.assertEqual(INSPECTED, list(self.inspect(raw)))

    def test_what_can_be_read_is_there(self):
        mail = self.inspect(NASTY_MAILS["a picture and an attached mail"])
        self.assertEqual([{"name": "Ann", "email": "ann@x.test"}], mail["from"])
        self.assertEqual([{"name": "", "email": "a@y.test"}, {"name": "Bo", "email": "b@y.test"}],
                         mail["to"])
        self.assertEqual("Here.", mail["body_text"].strip())
        self.assertEqual(["1@x.test", ["0@y.test"], ["00@y.test", "0@y.test"]],
                         [mail[key].strip("<>") if isinstance(mail[key], str) else
                          [id.strip("<>") for id in mail[key]]
                          for key in ("message_id", "in_reply_to", "references")])
        picture, inner = mail["attachments"]
        self.assertEqual(("dot.png", 6, "image/png"),
                         (picture["name"], picture["size"], picture["type"]))
        self.assertEqual("message/rfc822", inner["type"])
        self.assertIn("café", self.inspect(NASTY_MAILS["no From"])["subject"])


class Commands(unittest.TestCase):
    def refused(self, *arguments):
        """Fails, says why in a sentence, and prints nothing that a script would take for data."""
        done = finish(*arguments)
        self.assertNotEqual(0, done.returncode, arguments)
        self.assertGreaterEqual(done.returncode, 0, "it was killed")
        self.assertEqual("", done.stdout)
        self.assertRegex(done.stderr, r"\w+ \w+")
        return done.stderr

    def test_what_it_does_not_know_is_refused_in_words(self):
        self.assertIn("--colour", self.refused("serve", "--colour", "blue"))
        for arguments in ((), ("sing",), ("token",), ("import", "accounts"), ("inspect", "mail"),
                          ("inspect", "uptime")):
            with self.subTest(arguments):
                self.refused(*arguments)
        for arguments in (("sing",), ("import", "songs"), ("user", "sing")):
            with self.subTest(arguments):
                self.assertIn(f"no command {arguments[-1]}", self.refused(*arguments))
        self.assertIn("no option --sing", self.refused("--sing"))
        self.assertIn("/nowhere.eml", self.refused("inspect", "mail", "/nowhere.eml"))
        self.assertIn("/nowhere.json", self.refused("inspect", "uptime", "/nowhere.json"))

    def test_the_version_is_told_both_ways(self):
        self.assertRegex(call("--version"), r"^tellfirst \d+\.\d+\.\d+\n$")
        self.assertEqual(call("--version"), call("version"))

    def test_a_misspelt_folder_is_no_new_one(self):
        data = folders.temporary_folder(self) / "dat"
        for command in (("token", "create", "--name", "x"), ("user", "link", "--email", "a@b.test"),
                        ("import", "accounts", __file__)):
            with self.subTest(command):
                self.assertIn(str(data), self.refused(*command, "--data", data))
        self.assertFalse(data.exists())

    def test_wrong_values_are_refused_in_words(self):
        data = folders.temporary_folder(self) / "data"
        for flag, value in (("--http", "here"), ("--relay", "ftp://x"), ("--db", "mysql://x"),
                            ("--domain", "a@b"), ("--notify-undo-seconds", "soon"),
                            ("--test-clock", "0.0.0.0:1")):
            with self.subTest(flag):
                self.assertIn(flag.lstrip("-"),
                              self.refused("serve", "--data", data, flag, value))
        self.assertFalse(data.exists())

    def test_openapi_describes_the_whole_api(self):
        document = json.loads(call("openapi"))
        self.assertRegex(document["openapi"], r"^3\.1\.")
        resolver = jsonschema.RefResolver.from_schema(document)
        checked = 0
        for path, item in document["paths"].items():
            for method, operation in item.items():
                with self.subTest(f"{method} {path}"):
                    self.assertTrue(operation["operationId"])
                    names = {p["name"] for p in operation.get("parameters", [])
                             if p["in"] == "path"}
                    self.assertEqual(set(re.findall(r"{(\w+)}", path)), names)
                    for content in self.contents(operation, resolver):
                        jsonschema.Draft202012Validator.check_schema(content["schema"])
                        checked += 1
        self.assertGreater(checked, 50)
        for path in ("/api/v1/plans", "/api/v1/services", "/api/v1/accounts", "/api/v1/incidents",
                     "/api/v1/incidents/{id}/updates", "/api/v1/incidents/{id}/resolve",
                     "/api/v1/tickets/{id}/replies"):
            self.assertIn("post", document["paths"][path])
        for path in ("/api/v1/incidents/{id}/proof", "/api/v1/tickets", "/api/v1/tickets/{id}"):
            self.assertIn("get", document["paths"][path])

    def contents(self, operation, resolver):
        bodies = [*operation["responses"].values(), operation.get("requestBody", {})]
        for body in bodies:
            if "$ref" in body:
                body = resolver.resolve(body["$ref"])[1]
            yield from body.get("content", {}).values()


class Serving(unittest.TestCase):
    def test_an_empty_folder_is_all_it_needs(self):
        relay = FakeLmtp(self).port  # somebody who listens; nothing is sent here
        for name, port in (("a relay that listens", relay), ("one that does not", free_port())):
            with self.subTest(name):
                server = Server(self, port)  # waits for /readyz, 5 s at most
                self.assertEqual({"ok"}, {server.anybody().get(path)["status"]
                                          for path in ("/healthz", "/readyz")})
                self.assertEqual(200, server.anybody().get("/").status)
                server.stop()  # wants 0, within 5 s

    def test_logs_go_to_stderr_one_object_a_line(self):
        server = Server(self, free_port())
        server.stop()
        events = [json.loads(line)["event"] for line in server.log().splitlines()]
        self.assertIn("server.ready", events)
        self.assertNotIn("server.ready", server.said())

    def test_it_stops_in_order_in_the_middle_of_a_request(self):
        server = Server(self, free_port())
        with socket.create_connection(("127.0.0.1", server.http_port)) as slow:
            slow.sendall(b"POST /api/v1/plans HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{")
            server.stop()

    def test_a_second_server_on_the_same_folder_is_refused(self):
        server = Server(self, free_port())
        refused = server.refused("serve", "--http", f"127.0.0.1:{free_port()}",
                                 "--lmtp", f"127.0.0.1:{free_port()}")
        self.assertIn("already", refused)
        self.assertIn(str(server.data), refused)
        self.assertIn("already", server.refused("serve", "--db", "postgres://127.0.0.1:1/other"))
        self.assertFalse((server.data / "database").exists(), "it has touched nothing")
        self.assertEqual(200, server.anybody().get("/readyz").status)

    def test_a_port_that_is_taken_is_named(self):
        server = Server(self, free_port())
        other = folders.temporary_folder(self) / "data"
        refused = finish("serve", "--data", other, "--http", f"127.0.0.1:{server.http_port}",
                         "--lmtp", "")
        self.assertEqual(1, refused.returncode)
        self.assertIn(f"another program listens on 127.0.0.1:{server.http_port}", refused.stderr)
        self.assertNotIn("asio", refused.stderr)

    def test_the_first_owner_comes_by_a_link_that_works_once(self):
        server = Server(self, free_port())
        link = server.owner_link()
        page = server.anybody().get(link)
        self.assertIn("<form", page.body)
        cookie = server.become_owner("Olga", "olga@team.example.test").headers["set-cookie"]
        self.assertRegex(cookie, r"HttpOnly")
        me = server.anybody().get("/api/v1/me", headers={"Cookie": cookie.partition(";")[0]})
        self.assertEqual("owner", me["person"]["role"])
        self.assertEqual(404, server.anybody().get(link, expect=404).status)
        server.restart()
        self.assertEqual(1, server.said().count("/sign-in/"), "there is an owner now")


class Importing(unittest.TestCase):
    def setUp(self):
        self.server = Server(self, free_port())
        self.api = self.server.api()
        self.api.post("/api/v1/plans", {"name": "Pro"})
        self.file = self.server.data.parent / "accounts.csv"

    def refused(self, text):
        self.file.write_text(text)
        refused = self.server.refused("import", "accounts", self.file)
        self.assertEqual([], self.api.items("/api/v1/accounts"))
        return refused

    def test_every_wrong_line_is_named_and_nothing_is_imported(self):
        refused = self.refused("account,plan,contact,email\n"
                               "Good,Pro,Ann,ann@x.test\n"
                               "Bad,Pro,Bo,not an address\n"
                               "Worse,Platinum,Cy,cy@x.test\n"
                               "Twice,Pro,Ann,ann@x.test\n")
        for line in ("line 3:", "line 4:", "line 5:"):
            self.assertIn(line, refused)
        self.assertNotIn("line 2:", refused)

    def test_a_file_that_is_none_is_refused(self):
        for text in ("", "account,plan\n", "nonsense\n1\n", 'account,plan,contact,email\n"open\n'):
            with self.subTest(text):
                self.assertRegex(self.refused(text), r"line \d+: ")
        self.assertIn("cannot be read",
                      self.server.refused("import", "accounts", "/nowhere.csv"))


class Habits(unittest.TestCase):
    """One server for all; each test has names of its own."""

    @classmethod
    def setUpClass(cls):
        whole_class = types.SimpleNamespace(addCleanup=cls.addClassCleanup)
        cls.server = Server(whole_class, free_port())
        cls.api = cls.server.api()

    def test_a_token_is_all_that_token_create_prints(self):
        printed = self.server.run("token", "create", "--role", "owner", "--name", "printed")
        self.assertRegex(printed, r"^\S{20,}\n$")
        me = Api(self.server.http_port, printed.strip()).get("/api/v1/me")
        self.assertEqual("printed", me["token"]["name"])
        self.assertIn("--role", self.server.refused("token", "create", "--role", "king",
                                                    "--name", "x"))
        self.assertIn("manage_team", self.server.refused(
            "token", "create", "--role", "agent", "--rights", "read_status,manage_team",
            "--name", "x"))

    def test_the_same_key_does_the_same_thing_once(self):
        once = {"headers": {"Idempotency-Key": "key-1"}}
        first = self.api.post("/api/v1/services", {"name": "Once"}, **once)
        again = self.api.post("/api/v1/services", {"name": "Once"}, **once)
        self.assertEqual(first.body, again.body)
        self.assertEqual(1, len([service for service in self.api.items("/api/v1/services")
                                 if service["name"] == "Once"]))
        other = self.api.post("/api/v1/services", {"name": "Other"}, expect=422, **once)
        self.assertEqual("http.idempotency_reused", other["code"])

    def test_a_key_outlives_the_process(self):
        once = {"headers": {"Idempotency-Key": "key-2"}}
        first = self.api.post("/api/v1/services", {"name": "Durable"}, **once)
        self.server.restart()
        self.assertEqual(first.body,
                         self.api.post("/api/v1/services", {"name": "Durable"}, **once).body)

    def test_an_old_version_cannot_be_changed(self):
        plan = self.api.post("/api/v1/plans", {"name": "Versioned"})
        path = f"/api/v1/plans/{plan['id']}"
        tag = self.api.get(path).headers["etag"]
        changed = self.api.put(path, {"name": "Versioned", "reopen_days": 7},
                               headers={"If-Match": tag})
        self.assertEqual((7, plan["version"] + 1), (changed["reopen_days"], changed["version"]))
        stale = self.api.put(path, {"name": "Versioned", "reopen_days": 9}, expect=412,
                             headers={"If-Match": tag})
        self.assertEqual("http.stale", stale["code"])
        self.assertEqual(7, self.api.get(path)["reopen_days"])

    def test_a_wrong_field_is_named_by_its_path(self):
        plan = self.api.post("/api/v1/plans", {"name": "Paths"})["id"]
        contact = {"name": "Ann", "email": "ann@paths.test"}
        for body, field in (
                ({"name": "A", "plan": plan, "colour": 1}, "colour"),
                ({"name": "A", "plan": plan, "contacts": [contact, {**contact, "email": "no"}]},
                 "contacts[1].email"),
                ({"name": "A", "plan": plan, "contacts": [{**contact, "x": 1}]}, "contacts[0].x"),
                ({"plan": plan}, "name"), ({"name": "A", "plan": "pln_nonsense"}, "plan")):
            with self.subTest(field):
                refused = self.api.post("/api/v1/accounts", body, expect=422)
                self.assertIn(field, [error["field"] for error in refused["errors"]])

    def test_what_is_not_json_is_400(self):
        for body in ("{", "[1", '{"name": "x",}', b"\xff\xfe", '{"name": "a", "name": "b"}x'):
            with self.subTest(body):
                self.api.post("/api/v1/services", body, expect=400)

    def test_nobody_is_401_and_a_right_that_is_missing_is_403(self):
        anybody = self.server.anybody()
        self.assertEqual(401, anybody.get("/api/v1/tickets", expect=401)["status"])
        Api(self.server.http_port, "wrong").get("/api/v1/tickets", expect=401)
        wishes = {"/api/v1/people": {"name": "P", "email": "p@team.test", "role": "agent"},
                  "/api/v1/plans": {"name": "Rights"},
                  "/api/v1/accounts": {"name": "x", "plan": "pln_x"},
                  "/api/v1/incidents": {}}
        may = {"owner": set(wishes), "lead": set(wishes) - {"/api/v1/people"},
               "agent": {"/api/v1/accounts", "/api/v1/incidents"}, "auditor": set()}
        for role, allowed in may.items():
            api = self.server.api(role)
            api.get("/api/v1/tickets")
            for path, wish in wishes.items():
                with self.subTest(f"{role} {path}"):
                    status = api.post(path, wish, expect=None).status
                    self.assertEqual(path in allowed, status != 403, status)

    def test_what_is_not_there_is_404_whatever_it_is_called(self):
        for path in ("/api/v1/tickets/tkt_aaaaaaaaaaaa", "/api/v1/incidents/nonsense",
                     "/api/v1/nothing", "/nothing"):
            self.api.get(path, expect=404)
        self.api.request("DELETE", "/api/v1/incidents", expect=405)

    def test_an_unknown_host_gets_the_page(self):
        pages = {host: self.server.anybody().get("/", headers={"Host": host}).body
                 for host in ("127.0.0.1", "status.unknown.test", "STATUS.unknown.test:8080")}
        self.assertEqual(1, len(set(pages.values())))
        self.assertIn("<html", pages["127.0.0.1"])

    def test_a_page_of_a_list_leads_to_the_next(self):
        made = {self.api.post("/api/v1/plans", {"name": f"Listed {n}"})["id"] for n in range(5)}
        found = [plan["id"] for plan in self.api.items("/api/v1/plans?limit=2")]
        self.assertEqual(len(found), len(set(found)))
        self.assertLessEqual(made, set(found))
        for limit in ("0", "201", "x"):
            self.api.get(f"/api/v1/plans?limit={limit}", expect=422)


if __name__ == "__main__":
    unittest.main()
