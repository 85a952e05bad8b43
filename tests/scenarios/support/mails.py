"""Mails that customers write."""

import email.message
import email.policy
import email.utils
import smtplib


def compose(sender, to, subject, text, **headers):
    """`in_reply_to="<x@y>"` becomes the header In-Reply-To, and so on."""
    message = email.message.EmailMessage()
    message["From"] = sender
    message["To"] = to
    message["Subject"] = subject
    message["Date"] = email.utils.formatdate()
    message["Message-ID"] = email.utils.make_msgid(domain="customers.test")
    for name, value in headers.items():
        header = "-".join(word.capitalize() for word in name.split("_"))
        del message[header]
        message[header] = value
    message.set_content(text)
    return message


def send(port, message, envelope_sender=None, envelope_recipient=None):
    """Hands a composed message (or raw bytes, with both envelope addresses) to an SMTP server."""
    raw = message if isinstance(message, bytes) else message.as_bytes(policy=email.policy.SMTP)
    if envelope_sender is None:
        envelope_sender = email.utils.parseaddr(message["From"])[1]
    if envelope_recipient is None:
        envelope_recipient = email.utils.parseaddr(message["To"])[1]
    with smtplib.SMTP("127.0.0.1", port, timeout=20) as smtp:
        smtp.sendmail(envelope_sender, [envelope_recipient], raw)
