"""Debian's mailman3 as it would tell the same people: a list with individual delivery (VERP), which
sends one mail to each member."""

import os
import signal
import subprocess
import time

from measuring import FOLDER

from support import folders
from support.ports import free_port
from support.waiting import listens, wait_until

PROGRAM, MASTER = "/usr/lib/mailman3/bin/mailman", "/usr/lib/mailman3/bin/master"
LIST = "notices@lists.test"
CONFIGURATION = """
[mailman]
layout: here
[paths.here]
var_dir: {folder}/var
bin_dir: /usr/lib/mailman3/bin
[database]
url: sqlite:///{folder}/mailman.db
[mta]
incoming: mailman.mta.null.NullMTA
outgoing: mailman.mta.deliver.deliver
smtp_host: 127.0.0.1
smtp_port: {sink_port}
lmtp_host: 127.0.0.1
lmtp_port: {lmtp_port}
verp_personalized_deliveries: yes
[webservice]
port: {web_port}
"""
PERSONAL = """
from mailman.interfaces.action import Action
from mailman.interfaces.mailinglist import Personalization
def personal(mlist):
    mlist.personalize = Personalization.individual
    mlist.send_welcome_message = False
    mlist.default_nonmember_action = Action.accept
"""
MESSAGE = """From: help@lists.test
To: {list}
Subject: [outage] Statistics: investigating
Message-ID: <{number}@lists.test>

{text}
"""


class Mailman:
    def __init__(self, session, sink, members):
        self.sink, self.members, self.number = sink, members, 0
        self.folder = folders.temporary_folder(session)
        (self.folder / "var").mkdir()
        lmtp_port = free_port()
        self._environment = {**os.environ, "MAILMAN_CONFIG_FILE": str(self.folder / "mailman.cfg"),
                             "PYTHONPATH": str(self.folder)}
        (self.folder / "mailman.cfg").write_text(CONFIGURATION.format(
            folder=self.folder, sink_port=sink.port, lmtp_port=lmtp_port, web_port=free_port()))
        (self.folder / "personal.py").write_text(PERSONAL)
        (self.folder / "members").write_text("".join(f"m{n}@customers.test\n" for n in range(members)))
        self._run("create", LIST)
        self._run("withlist", "--run", "personal.personal", "--listspec", LIST)
        self._run("addmembers", self.folder / "members", LIST)
        master = subprocess.Popen([MASTER, "-C", self.folder / "mailman.cfg"],
                                  stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL, start_new_session=True)
        session.addCleanup(master.wait, 60)
        session.addCleanup(os.killpg, master.pid, signal.SIGKILL)  # its runners with it
        wait_until(lambda: listens(lmtp_port), "mailman to start", 60)

    def __call__(self):
        before, self.number = self.sink.accepted, self.number + 1
        message = self.folder / "message"
        message.write_text(MESSAGE.format(
            list=LIST, number=self.number, text="We are looking into it. " * 180))
        begin = time.monotonic()
        self._run("inject", "--filename", message, LIST)
        wait_until(lambda: self.sink.accepted - before >= self.members,
                   lambda: f"mailman to send; {self.sink.accepted - before} sent", 600)
        return self.members / (time.monotonic() - begin)

    def _run(self, *words):
        done = subprocess.run([PROGRAM, "--run-as-root", *map(str, words)], env=self._environment,
                              stdin=subprocess.DEVNULL, capture_output=True, text=True)
        assert done.returncode == 0, f"{words}\n{done.stdout}{done.stderr}"
