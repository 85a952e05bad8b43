"""A Maildir that others deliver into and a test reads."""

import email
import email.policy

from .waiting import wait_until


class Mailbox:
    def __init__(self, folder):
        self.folder = folder
        self._read = {}  # Maildir files never change, so each is parsed once

    def messages(self, to=None):
        """email.message.EmailMessage each, oldest first; `to` is the envelope's recipient."""
        for name in ("new", "cur"):
            for path in (self.folder / name).glob("*"):
                if path.name not in self._read:
                    self._read[path.name] = email.message_from_bytes(
                        path.read_bytes(), policy=email.policy.default)
        found = [message for _, message in sorted(self._read.items())]
        return found if to is None else [m for m in found if m["Delivered-To"] == to]

    def wait_for(self, to=None, subject=None, where=lambda message: True, deadline_s=15.0):
        """The first message to that address whose subject has these words and `where` accepts."""
        def look():
            for message in self.messages(to):
                if (subject is None or subject in (message["Subject"] or "")) and where(message):
                    return message
            return None

        def why():
            have = [(m["Delivered-To"], m["Subject"]) for m in self.messages()]
            return f"a mail to {to or 'anybody'} about {subject or 'anything'}; there are {have}"

        return wait_until(look, why, deadline_s)


def text_of(message):
    """The plain text of a message, line ends as \\n."""
    part = message.get_body(preferencelist=("plain",))
    return part.get_content().replace("\r\n", "\n") if part is not None else ""


def html_of(message):
    part = message.get_body(preferencelist=("html",))
    return part.get_content() if part is not None else ""
