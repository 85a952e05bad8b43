"""B6: mail in over LMTP from 50 senders, 5 KiB each, answered after a real fsync; beside the rate at
which the same disk can fsync at all."""

import argparse
import os
import statistics
import subprocess
import time

from measuring import FOLDER, Session, seconds

from support.ports import free_port
from support.server import Server

SENDERS = 50
BYTES = 5120
FSYNC_FOR_S = 2.0


def fsyncs_a_second():
    path = FOLDER / "fsync"
    count, end = 0, time.monotonic() + FSYNC_FOR_S
    with open(path, "wb", buffering=0) as file:
        while time.monotonic() < end:
            file.write(b"x" * 4096)
            os.fdatasync(file.fileno())
            count += 1
    path.unlink()
    return count / FSYNC_FOR_S


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=5_000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()

    with Session() as session:
        server = Server(session, relay_port=free_port())  # nobody listens there: only mail in counts
        api = server.api()

        def ingest():
            # -L: LMTP. Each message has a Message-ID of its own, so none is taken for a copy.
            subprocess.run(["smtp-source", "-L", "-s", str(SENDERS), "-m", str(options.messages),
                            "-l", str(BYTES), "-f", "ann@customers.test",
                            "-t", "help@help.example.test", f"127.0.0.1:{server.lmtp_port}"],
                           check=True)

        print(f"{options.messages:,} mails of {BYTES} bytes from {SENDERS} senders")
        rates, disk = [], []
        for number in range(1, options.rounds + 1):
            disk.append(fsyncs_a_second())
            rates.append(options.messages / seconds(ingest))
            print(f"  round {number}: {rates[-1]:,.0f} durable mails/s; "
                  f"the disk alone {disk[-1]:,.0f} fsyncs/s", flush=True)
        rate, fsyncs = statistics.median(rates), statistics.median(disk)
        print(f"  median: {rate:,.0f} mails/s, {fsyncs:,.0f} fsyncs/s; ratio {rate / fsyncs:.2f}")

        sent = options.messages * options.rounds
        tickets, last, still_since = 0, -1, time.monotonic()
        while tickets < sent and time.monotonic() - still_since < 30:
            tickets = len(api.items("/api/v1/tickets?limit=200"))
            if tickets != last:
                last, still_since = tickets, time.monotonic()
        print(f"  {tickets:,} tickets of {sent:,} mails")
        assert tickets == sent, "what was answered 250 is not all there"


if __name__ == "__main__":
    main()
