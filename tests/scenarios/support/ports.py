"""Free ports on loopback."""

import random
import socket

# Below the range that the kernel gives to outgoing connections (32768 and up), so that a port
# that is free now is not taken by somebody's client a moment later.
LOWEST, HIGHEST = 20000, 32000

# Tests run beside each other, and a port is taken only some time after it was given. Who holds the
# UDP port of the same number has it; web/tests/support/server.ts goes by the same.
_held = []


def free_port():
    while True:
        port = random.randint(LOWEST, HIGHEST)
        mark = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        try:
            mark.bind(("127.0.0.1", port))
            with socket.socket() as probe:
                probe.bind(("127.0.0.1", port))
        except OSError:
            mark.close()
            continue
        _held.append(mark)
        return port
