"""A private PostgreSQL 15 cluster, durable as in production."""

import os
import shutil

from . import folders
from .ports import free_port

PROGRAMS = "/usr/lib/postgresql/15/bin"

# initdb and the server refuse to run as root.
AS_POSTGRES = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []


class Postgres:
    """`url` is what `tellfirst serve --db` takes."""

    def __init__(self, test):
        self.port = free_port()
        self.folder = folders.temporary_folder(test)
        self.url = f"postgres://tellfirst@127.0.0.1:{self.port}/tellfirst"
        if AS_POSTGRES:
            shutil.chown(self.folder, "postgres")
        test.addCleanup(self.stop)
        self._run("initdb", "--pgdata", self.folder / "data", "--username", "tellfirst",
                  "--auth", "trust", "--encoding", "UTF8", "--locale", "C", "--no-sync")
        self.start()
        self.sql("CREATE DATABASE tellfirst", database="postgres")

    def start(self):
        options = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1"
        self._run("pg_ctl", "start", "--wait", "--pgdata", self.folder / "data",
                  "--log", self.folder / "log", "--options", options)

    def stop(self):
        if (self.folder / "data" / "postmaster.pid").exists():
            self._run("pg_ctl", "stop", "--wait", "--mode", "fast", "--pgdata", self.folder / "data")

    @property
    def pid(self):
        return int((self.folder / "data" / "postmaster.pid").read_text().splitlines()[0])

    def children(self):
        """The processes that it works with."""
        found = folders.run("pgrep", "--parent", self.pid)
        return [int(line) for line in found.split()]

    def sql(self, statement, database="tellfirst"):
        """Runs one statement; answers its rows as lines, columns parted by |."""
        return self._run("psql", "--no-psqlrc", "--quiet", "--tuples-only", "--no-align",
                         "--set", "ON_ERROR_STOP=1", "--host", "127.0.0.1", "--port", self.port,
                         "--username", "tellfirst", "--dbname", database,
                         "--command", statement).splitlines()

    def _run(self, program, *arguments):
        return folders.run(*AS_POSTGRES, f"{PROGRAMS}/{program}", *arguments, cwd=self.folder)
