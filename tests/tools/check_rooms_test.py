"""tools/check-rooms passes a clean tree and names each kind of trespass."""

import unittest

from checked_tree import CheckCase, CLEAN


def store(sql):
    return {"src/tickets/store.cpp": f'auto const rows = R"sql({sql})sql";\n'}


def migration(sql):
    return {"migrations/0002_more.sql": sql}


class CheckRooms(CheckCase):
    tool = "check-rooms"

    def test_a_clean_tree_passes(self):
        self.assert_clean()

    def test_values_of_a_lower_room_may_be_included(self):
        self.assert_clean({"src/tickets/open.cpp": '#include "accounts/types.hpp"\n'})

    def test_a_folder_that_is_no_room_is_refused(self):
        self.assert_refused({"src/attic/README.md": ""}, "src/attic:1: is not listed in src/ROOMS")

    def test_a_room_without_a_readme_is_refused(self):
        self.assert_refused({"src/db/README.md": None}, "src/db:1: has no README.md")

    def test_an_include_of_a_room_above_is_refused(self):
        self.assert_refused({"src/accounts/accounts.hpp": '#include "tickets/tickets.hpp"\n'},
                            "src/accounts/accounts.hpp:1: \"tickets/tickets.hpp\": "
                            "tickets is not below accounts")

    def test_an_include_past_a_door_is_refused(self):
        self.assert_refused({"src/tickets/open.cpp": '\n#include "accounts/store.hpp"\n'},
                            'src/tickets/open.cpp:2: "accounts/store.hpp" is not the door')

    def test_an_include_that_names_no_room_is_refused(self):
        self.assert_refused({"src/tickets/open.cpp": '#include "store.hpp"\n'},
                            "does not begin with a room")

    def test_asio_inside_the_house_is_refused(self):
        self.assert_refused({"src/tickets/open.cpp": "#include <boost/asio/io_context.hpp>\n"},
                            "src/tickets/open.cpp:1: <boost/asio/io_context.hpp> outside")

    def test_another_rooms_table_is_refused_wherever_it_stands(self):
        for sql in ("SELECT 1 FROM accounts_accounts",
                    "SELECT 1 FROM tickets_tickets t JOIN accounts_accounts a ON a.id = t.id",
                    "SELECT 1 FROM tickets_tickets JOIN accounts_accounts ON true",
                    "SELECT 1 FROM tickets_tickets t, accounts_accounts a",
                    "INSERT INTO accounts_accounts (id) VALUES (1)",
                    "UPDATE accounts_accounts SET id = 1",
                    "DELETE FROM accounts_accounts"):
            with self.subTest(sql):
                self.assert_refused(store(sql), "accounts_accounts is neither a table of tickets")

    def test_a_table_without_a_room_is_refused(self):
        self.assert_refused(store("SELECT 1 FROM entries"), "entries is neither a table of tickets")

    def test_a_view_of_a_room_above_is_refused(self):
        self.assert_refused(
            {"src/ROOMS": CLEAN["src/ROOMS"] + "view tickets_open tickets\n",
             "src/accounts/store.cpp": 'auto const x = R"sql(SELECT 1 FROM tickets_open)sql";\n',
             **migration("CREATE VIEW tickets_open AS SELECT id FROM tickets_tickets;\n")},
            "tickets_open is neither a table of accounts")

    def test_short_sql_in_an_ordinary_string_is_read_too(self):
        self.assert_clean({"src/tickets/open.cpp": 'auto x = "SELECT id FROM tickets_tickets";\n'})
        self.assert_refused({"src/tickets/open.cpp": 'auto x = "SELECT id FROM accounts_accounts";\n'},
                            "src/tickets/open.cpp:1: accounts_accounts is neither")

    def test_a_migration_that_creates_a_nameless_table_is_refused(self):
        self.assert_refused(migration("CREATE TABLE things (id BIGINT);\n"),
                            "migrations/0002_more.sql:1:")

    def test_a_trigger_on_a_table_of_the_room_passes(self):
        self.assert_clean(migration(
            "CREATE TRIGGER tickets_stay BEFORE UPDATE ON tickets_tickets "
            "BEGIN SELECT RAISE(ABORT, 'no'); END;\n"))

    def test_a_foreign_key_upwards_is_refused(self):
        self.assert_refused(
            migration("CREATE TABLE accounts_x (t BIGINT REFERENCES tickets_tickets (id));\n"),
            "accounts reaches tickets_tickets of tickets")

    def test_a_trigger_before_an_update_is_no_table(self):
        self.assert_clean(migration(
            "CREATE TRIGGER tickets_stay BEFORE DELETE OR UPDATE ON tickets_tickets\n"
            "BEGIN SELECT RAISE(ABORT, 'a ticket stays'); END;\n"))

    def test_a_view_over_another_rooms_tables_is_refused(self):
        self.assert_refused(
            migration("CREATE VIEW tickets_who AS SELECT id FROM accounts_accounts;\n"),
            "tickets reaches accounts_accounts of accounts")

    def test_a_published_view_that_nobody_creates_is_refused(self):
        self.assert_refused({"src/ROOMS": CLEAN["src/ROOMS"] + "view accounts_ghosts accounts\n"},
                            "publishes accounts_ghosts, but no migration creates it")


if __name__ == "__main__":
    unittest.main()
