"""What scenarios are built from: the real binary and real peers, each in a temporary folder, on
loopback and free ports, stopped by its process id, leaving nothing behind."""
