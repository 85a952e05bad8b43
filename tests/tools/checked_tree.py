"""A small, clean repository in a temporary folder, for breaking one rule at a time."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

TOOLS = pathlib.Path(__file__).resolve().parents[2] / "tools"

CLEAN = {
    "src/ROOMS": "app\ntickets\naccounts\nwire open\ndb open\n\nview accounts_audience accounts\n",
    "src/app/README.md": "# app\n",
    "src/app/main.cpp": '#include "tickets/tickets.hpp"\n#include <boost/asio.hpp>\n',
    "src/tickets/README.md": "# tickets\nSee `src/ROOMS` and `accounts/accounts.hpp`.\n",
    "src/tickets/tickets.hpp": '#include "accounts/accounts.hpp"\n#include "db/tx.hpp"\n',
    "src/tickets/open.cpp": '#include "tickets/tickets.hpp"\n\nint open()\n{\n    return 1;\n}\n',
    "src/tickets/store.cpp": """
auto const rows = R"sql(
    WITH newest AS (SELECT id FROM tickets_entries)
    SELECT id, EXTRACT(hour FROM at), a IS DISTINCT FROM b
    FROM   tickets_tickets t JOIN newest n ON n.id = t.id, accounts_audience
    WHERE  word = 'FROM other_table' AND EXISTS (SELECT 1 FROM json_each(t.body)))sql";
auto const kept = R"sql(
    INSERT INTO tickets_tickets (id) VALUES (:id)
    ON CONFLICT (id) DO UPDATE SET seen = 1)sql";
""",
    "src/accounts/README.md": "# accounts\n",
    "src/accounts/accounts.hpp": "#pragma once\n",
    "src/accounts/types.hpp": "#pragma once\n",
    "src/wire/README.md": "# wire\n",
    "src/wire/http/server.hpp": "#include <boost/beast.hpp>\n",
    "src/db/README.md": "# db\n",
    "src/db/tx.hpp": "#pragma once\n",
    "migrations/0001_start.sql": """
-- CREATE TABLE nothing
CREATE TABLE accounts_accounts (id BIGINT PRIMARY KEY);
CREATE VIEW accounts_audience AS SELECT id FROM accounts_accounts;
CREATE TABLE tickets_tickets (id BIGINT, account BIGINT REFERENCES accounts_accounts (id));
CREATE INDEX tickets_by_account ON tickets_tickets (account);
CREATE TABLE http_answers (id BIGINT);
""",
    "tests/tickets/open_test.cpp": "TEST_CASE(\"open: opens\")\n{\n}\n",
    "tests/tickets/store_test.cpp": "",
    "script/build": "#!/bin/bash\n",
    "README.md": "Run `script/build release`; read [the rooms](src/ROOMS) and `docs/NNNN-title.md`.\n"
                 "Pages are `text/html`.\n",
}


class CheckCase(unittest.TestCase):
    """Runs one tool over the clean tree with some files changed; None leaves a file out."""

    tool = ""

    def check_files(self, changes):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in {**CLEAN, **changes}.items():
                path = pathlib.Path(folder) / name
                path.parent.mkdir(parents=True, exist_ok=True)
                if text is not None:
                    path.write_text(text)
            done = subprocess.run([sys.executable, TOOLS / self.tool, "--root", folder],
                                  capture_output=True, text=True, timeout=20, cwd="/")
            self.assertEqual("", done.stderr)
            return done.returncode, done.stdout

    def assert_clean(self, changes=None):
        code, output = self.check_files(changes or {})
        self.assertEqual(0, code, output)

    def assert_refused(self, changes, finding):
        code, output = self.check_files(changes)
        self.assertEqual(1, code, output)
        self.assertIn(finding, output)
        self.assertEqual(2, len(output.splitlines()), "one finding and the summary:\n" + output)
