"""Everything that the main job needs, wired together: Postfix in front and behind, the server."""

import os

from .mails import compose, send
from .ports import free_port
from .postfix import Postfix
from .postgres import Postgres
from .server import Server

DOMAIN = "help.example.test"


# Each scenario runs on SQLite, and once more on PostgreSQL where this says so.
ON_POSTGRES = os.environ.get("TELLFIRST_SCENARIO_ON") == "postgres"


class World:
    def __init__(self, test, on_postgres=ON_POSTGRES, more=()):
        lmtp_port = free_port()
        self.postfix = Postfix(test, lmtp_port, DOMAIN)
        self.customers = self.postfix.customers
        self.postgres = Postgres(test) if on_postgres else None
        self.server = Server(test, self.postfix.port, db=self.postgres.url if on_postgres else None,
                             domain=DOMAIN, lmtp_port=lmtp_port, more=more)
        self.clock = self.server.clock
        self.api = self.server.api()

    def mail(self, sender, subject, text, to=f"help@{DOMAIN}", **headers):
        """A customer writes to us, by SMTP through Postfix; answers the message he sent."""
        message = compose(sender, to, subject, text, **headers)
        send(self.postfix.port, message)
        return message
