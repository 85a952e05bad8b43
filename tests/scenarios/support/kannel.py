"""Debian's Kannel as a private instance, with its own fake of a phone network behind it."""

import subprocess

from . import folders
from .ports import free_port
from .waiting import listens, wait_until

FAKE_NETWORK = "/usr/lib/kannel/test/fakesmsc"

CONFIGURATION = """
group = core
admin-port = {admin_port}
admin-interface = 127.0.0.1
admin-password = admin
smsbox-port = {box_port}
smsbox-interface = 127.0.0.1
dlr-storage = internal

group = smsc
smsc = fake
smsc-id = fake
host = 127.0.0.1
port = {network_port}
connect-allow-ip = 127.0.0.1

group = smsbox
bearerbox-host = 127.0.0.1
sendsms-port = {port}
sendsms-interface = 127.0.0.1

group = sendsms-user
username = tellfirst
password = {password}
concatenation = true
max-messages = 4
"""


class Kannel:
    """`url` takes texts; `texts()` are those that reached the network."""

    user, password = "tellfirst", "a&secret"

    def __init__(self, test):
        self.folder = folders.temporary_folder(test)
        ports = {name: free_port() for name in ("admin_port", "box_port", "network_port", "port")}
        self.url = f"http://127.0.0.1:{ports['port']}/cgi-bin/sendsms"
        (self.folder / "kannel.conf").write_text(CONFIGURATION.format(password=self.password, **ports))
        self._processes = []
        test.addCleanup(self.stop)
        self._start("bearerbox", "/usr/sbin/bearerbox", "kannel.conf")
        self._wait_for(ports["box_port"], ports["network_port"])
        self._start("smsbox", "/usr/sbin/smsbox", "kannel.conf")
        self._wait_for(ports["port"])
        self._start("fakesmsc", FAKE_NETWORK, "-H", "127.0.0.1", "-r", str(ports["network_port"]),
                    "-m", "0", "1 2 text nothing")

    def texts(self):
        """"FROM TO KIND WORDS" of each, in the order of their arrival."""
        return [line.partition(": <")[2].rpartition(">")[0]
                for line in self._log("fakesmsc").splitlines() if "Got message" in line]

    def wait_for_texts(self, count):
        wait_until(lambda: len(self.texts()) >= count,
                   lambda: f"{count} texts, not {self.texts()}\n{self._log('smsbox')[-2000:]}", 20)
        return self.texts()

    def stop(self):
        for process in reversed(self._processes):
            process.terminate()
        for process in self._processes:
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(10)
        self._processes = []

    def _start(self, name, *command):
        with open(self.folder / f"{name}.log", "wb") as log:
            process = subprocess.Popen(command, cwd=self.folder, stdin=subprocess.DEVNULL,
                                       stdout=log, stderr=subprocess.STDOUT)
        (self.folder / f"{name}.pid").write_text(str(process.pid))
        self._processes.append(process)

    def _log(self, name):
        path = self.folder / f"{name}.log"
        return path.read_text(errors="replace") if path.exists() else ""

    def _wait_for(self, *ports):
        wait_until(lambda: all(listens(port) for port in ports),
                   lambda: f"Kannel to listen\n{self._log('bearerbox')[-2000:]}", 20)
