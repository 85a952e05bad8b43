"""The real binary, started as an operator starts it."""

import http.client
import json
import os
import re
import signal
import subprocess
import urllib.parse

from . import folders
from .api import Api, Document
from .clock import Clock
from .ports import free_port
from .waiting import wait_until

READY_WITHIN_S = 5   # what `serve` promises
STOPS_WITHIN_S = 5   # so does a server that is asked to stop


def binary():
    path = os.environ.get("TELLFIRST_BINARY", "")
    if not os.access(path, os.X_OK):
        raise AssertionError(f"TELLFIRST_BINARY names no program: {path!r} (script/build makes it)")
    return path


def finish(*arguments, **options):
    """Runs `tellfirst ARGUMENTS` to its end, whatever that is."""
    return subprocess.run([binary(), *map(str, arguments)], stdin=subprocess.DEVNULL,
                          capture_output=True, text=True, timeout=60, **options)


def call(*arguments, expect=0, **options):
    """Answers what `tellfirst ARGUMENTS` printed on stdout."""
    done = finish(*arguments, **options)
    assert done.returncode == expect, \
        f"tellfirst {arguments}: {done.returncode}, not {expect}\n{done.stdout}{done.stderr}"
    return done.stdout


class Server:
    """Has a data folder and ports of its own, which stay the same over restarts."""

    def __init__(self, test, relay_port, db=None, domain="help.example.test", lmtp_port=None,
                 relay=None, more=(), environment=()):
        self.data = folders.temporary_folder(test) / "data"
        self.http_port, self.clock_port = free_port(), free_port()
        self.lmtp_port = lmtp_port or free_port()
        self.clock = Clock(self.clock_port)
        self._where = ["--data", str(self.data), *(["--db", db] if db else [])]
        self._arguments = [
            *self._where, "--http", f"127.0.0.1:{self.http_port}",
            "--lmtp", f"127.0.0.1:{self.lmtp_port}", "--relay", relay or f"smtp://127.0.0.1:{relay_port}",
            "--domain", domain, "--test-clock", f"127.0.0.1:{self.clock_port}", *more]
        self._environment = dict(environment)
        self._stdout, self._stderr = self.data.parent / "stdout", self.data.parent / "stderr"
        self._pid_file = self.data.parent / "server.pid"
        self._process = None
        self._document = Document(json.loads(call("openapi")))
        test.addCleanup(self.kill9)
        self.start()

    @classmethod
    def following(cls, test, *origins):
        """A stand-in that shows the pages of other servers."""
        return cls(test, free_port(), more=("--mirror-of", ",".join(origins)))

    def start(self):
        with open(self._stdout, "ab") as stdout, open(self._stderr, "ab") as stderr:
            self._process = subprocess.Popen([binary(), "serve", *self._arguments],
                                             env={**os.environ, **self._environment},
                                             stdin=subprocess.DEVNULL, stdout=stdout, stderr=stderr)
        self._pid_file.write_text(str(self._process.pid))
        wait_until(self._ready_or_dead, lambda: f"the server to be ready\n{self.log()[-4000:]}",
                   READY_WITHIN_S)
        assert self._process.poll() is None, f"the server ended\n{self.log()[-4000:]}"

    def stop(self):
        """Asks it to stop, and wants it to do so in order."""
        self._process.send_signal(signal.SIGTERM)
        code = self._process.wait(STOPS_WITHIN_S)
        self._pid_file.unlink()
        assert code == 0, f"the server ended with {code}\n{self.log()[-4000:]}"

    def kill9(self):
        if self._process is not None and self._process.poll() is None:
            self._process.kill()
            self._process.wait(STOPS_WITHIN_S)
            self._pid_file.unlink()

    def restart(self):
        """Killed in the middle of whatever it does, and started again."""
        self.kill9()
        self.start()

    @property
    def pid(self):
        return self._process.pid

    def log(self):
        return self._stderr.read_text(errors="replace") if self._stderr.exists() else ""

    def said(self):
        """What it printed for the one who started it."""
        return self._stdout.read_text() if self._stdout.exists() else ""

    def owner_link(self):
        """The path of the newest one-time link, by which somebody becomes the owner."""
        links = wait_until(lambda: re.findall(r"/sign-in/\S+", self.said()), "the owner's link")
        return links[-1]

    def become_owner(self, name, email, password="a long enough pass phrase"):
        """As somebody does who opens that link and fills in its form."""
        form = urllib.parse.urlencode({"name": name, "email": email, "password": password})
        return self.anybody().request(
            "POST", self.owner_link(), form, expect=303,
            headers={"Content-Type": "application/x-www-form-urlencoded"})

    def run(self, *command, **options):
        """A subcommand beside the running server: run("import", "accounts", file)."""
        return call(*command, *self._where, **options)

    def refused(self, *command, expect=1):
        """A subcommand that must fail; answers what it said about that."""
        done = finish(*command, *self._where)
        assert done.returncode == expect, f"{command}: {done.returncode}\n{done.stdout}{done.stderr}"
        return done.stderr

    def run_alone(self, *command):
        """A subcommand that needs the data folder and no database."""
        return call(*command, "--data", self.data)

    def refused_alone(self, *command, expect=1):
        """A subcommand with arguments of its own that must fail; answers what it said about that."""
        done = finish(*command)
        assert done.returncode == expect, f"{command}: {done.returncode}\n{done.stdout}{done.stderr}"
        return done.stderr

    def token(self, role="owner", name="scenario"):
        return self.run("token", "create", "--role", role, "--name", name).strip()

    def api(self, role="owner"):
        return Api(self.http_port, self.token(role), self._document)

    def anybody(self):
        """A client without a token."""
        return Api(self.http_port, None, self._document)

    def _ready_or_dead(self):
        if self._process.poll() is not None:
            return True
        try:
            connection = http.client.HTTPConnection("127.0.0.1", self.http_port, timeout=2)
            connection.request("GET", "/readyz")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()
