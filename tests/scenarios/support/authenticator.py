"""Codes as an authenticator makes them (RFC 6238), from the secret that it was shown."""

import base64
import hmac
import struct

STEP_S = 30


def raw(secret):
    """The bytes behind its base32."""
    return base64.b32decode(secret + "=" * (-len(secret) % 8))


def code(secret, at):
    """`secret` is base32; `at` is a moment in seconds."""
    digest = hmac.digest(raw(secret), struct.pack(">Q", int(at) // STEP_S), "sha1")
    offset = digest[-1] & 15
    number = struct.unpack(">I", digest[offset:offset + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"
