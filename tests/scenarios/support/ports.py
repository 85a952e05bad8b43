"""Free ports on loopback."""

import random
import socket

# Below the range that the kernel gives to outgoing connections (32768 and up), so that a port
# that is free now is not taken by somebody's client a moment later.
LOWEST, HIGHEST = 20000, 32000

_given = set()


def free_port():
    while True:
        port = random.randint(LOWEST, HIGHEST)
        if port in _given:
            continue
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        _given.add(port)
        return port
