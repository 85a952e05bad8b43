"""Keys that sign mail (DKIM), and the DNS records that others verify it by."""

import base64
import subprocess

from . import folders
from .world import DOMAIN

OPENSSL = {"rsa": ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"],
           "ed25519": ["-algorithm", "ed25519"]}
RAW_KEY = {"rsa": 0, "ed25519": -32}  # where in its DER the public key begins that DNS publishes


class Keys:
    """As docs/operations.md says to make and publish them."""

    def __init__(self, test):
        self.folder = folders.temporary_folder(test)
        self.records = {}

    def make(self, kind, selector, domain=DOMAIN):
        """Answers what to name it by in the setting."""
        file = self.folder / f"{selector}.pem"
        folders.run("openssl", "genpkey", *OPENSSL[kind], "-out", file)
        der = subprocess.run(["openssl", "pkey", "-in", file, "-pubout", "-outform", "DER"],
                             capture_output=True, check=True).stdout
        public = base64.b64encode(der[RAW_KEY[kind]:])
        record = b"v=DKIM1; k=" + kind.encode() + b"; p=" + public
        self.records[f"{selector}._domainkey.{domain}.".encode()] = record
        return f"{domain} {selector} {file}"

    def look_up(self, name, timeout=5):
        return self.records.get(name)
