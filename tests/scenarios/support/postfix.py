"""Debian's Postfix as a private instance, in front of us and behind us.

In front: mail for our domain goes on to our LMTP port. Behind: mail for any other domain is
delivered into one Maildir (`customers`), as every customer's own server would have done. Only
gone@ is nobody anywhere: mail to him is taken, and comes back.
"""

import os
import pwd

from . import folders
from .mailbox import Mailbox
from .ports import free_port
from .waiting import listens, wait_until

MAIN = """
compatibility_level = 3.6
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
meta_directory = /etc/postfix
queue_directory = {folder}/queue
data_directory = {folder}/data
maillog_file = {folder}/log
maillog_file_prefixes = {folder}
mail_owner = postfix
myhostname = mx.example.test
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
smtp_dns_support_level = disabled
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_peername_lookup = no
alias_maps =
local_recipient_maps =
message_size_limit = 52428800

relay_domains = {domain}
transport_maps = inline:{{ {{ {domain} = lmtp:inet:127.0.0.1:{lmtp_port} }} }}
virtual_mailbox_domains = regexp:{folder}/conf/customers
virtual_mailbox_base = {folder}/customers
virtual_mailbox_maps = regexp:{folder}/conf/mailboxes
smtpd_reject_unlisted_recipient = no
virtual_mailbox_limit = 0
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
virtual_minimum_uid = 1

# A peer that was killed is tried again within a second, and never declared dead.
minimal_backoff_time = 1s
maximal_backoff_time = 1s
queue_run_delay = 1s
transport_retry_time = 1s
default_destination_concurrency_failed_cohort_limit = 0
lmtp_destination_recipient_limit = 1
"""

# service type private unprivileged chroot wakeup processes command
MASTER = """
127.0.0.1:{port} inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
virtual unix - n n - - virtual
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"""


class Postfix:
    """`port` takes SMTP; `customers` is where mail to everybody else arrives."""

    def __init__(self, test, lmtp_port, domain="help.example.test", port=None):
        self.port = port or free_port()
        self.folder = folders.temporary_folder(test)
        self.customers = Mailbox(self.folder / "customers" / "all")
        self._configure(lmtp_port, domain)
        test.addCleanup(self.stop)
        self._postfix("start")
        wait_until(lambda: listens(self.port), lambda: f"Postfix to listen\n{self.log()}", 20)

    def log(self):
        path = self.folder / "log"
        return path.read_text(errors="replace") if path.exists() else ""

    def flush(self):
        """Tries all queued mail again, now."""
        self._postfix("flush")

    def queued(self):
        """How many mails wait to be delivered."""
        listing = folders.run(*folders.AS_ROOT, "postqueue", "-c", self.folder / "conf", "-j")
        return len(listing.splitlines())

    def stop(self):
        pid_file = self.folder / "queue" / "pid" / "master.pid"
        if not pid_file.exists():
            return
        pid = int(pid_file.read_text())
        # As `postfix stop` does, but without its pauses of whole seconds.
        # The shell's own kill: a bare Debian has no other.
        folders.run(*folders.AS_ROOT, "sh", "-c", f"kill {pid}")
        wait_until(lambda: not os.path.exists(f"/proc/{pid}"), "Postfix to stop", 20)
        folders.run(*folders.AS_ROOT, "rm", "-f", pid_file)

    def _postfix(self, verb):
        folders.run(*folders.AS_ROOT, "postfix", "-c", self.folder / "conf", verb)

    def _configure(self, lmtp_port, domain):
        for name in ("conf", "queue", "data", "customers"):
            (self.folder / name).mkdir(mode=0o755)
        # Mail is never delivered as root: to the one who runs the tests, or to nobody.
        owner = pwd.getpwuid(os.geteuid()) if os.geteuid() else pwd.getpwnam("nobody")
        os.chown(self.folder / "customers", owner.pw_uid, owner.pw_gid)
        folders.run(*folders.AS_ROOT, "chown", "postfix", self.folder / "data")
        main = MAIN.format(folder=self.folder, domain=domain, lmtp_port=lmtp_port,
                           uid=owner.pw_uid, gid=owner.pw_gid)
        (self.folder / "conf" / "main.cf").write_text(main)
        (self.folder / "conf" / "master.cf").write_text(MASTER.format(port=self.port))
        ours = domain.replace(".", r"\.")
        (self.folder / "conf" / "customers").write_text(f"!/^{ours}$/ everybody-else\n")
        (self.folder / "conf" / "mailboxes").write_text("!/^gone@/ all/\n")
