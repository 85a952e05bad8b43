"""B3: event streams on which nothing happens: what each takes, and how soon one change reaches all."""

import argparse
import statistics
import threading
import time

from measuring import Session, Streams, resident_bytes

from support import folders
from support.ports import free_port
from support.server import Server

# Between the opening of the streams and the measurement of memory, and between two changes.
QUIET_S = 2


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--streams", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()

    with Session() as session:
        server = Server(session, relay_port=free_port())
        folders.run("taskset", "--all-tasks", "--pid", "--cpu-list", "0", server.pid)
        api = server.api()
        before = resident_bytes(server.pid)
        streams = Streams(session, server.http_port, server.token(), options.streams)
        time.sleep(QUIET_S)
        each = (resident_bytes(server.pid) - before) / options.streams
        print(f"{options.streams:,} idle event streams: {each / 1024:.1f} KiB each (at most 16)")

        took = []
        for number in range(1, options.rounds + 1):
            time.sleep(QUIET_S)
            change = {}

            def make_change():
                change["service"] = api.post("/api/v1/services", {"name": f"Number {number}"})["id"]

            streams.drain()
            begin = time.monotonic()
            threading.Thread(target=make_change, daemon=True).start()
            streams.until_all_have('"kind":"ServiceChanged"', 30)
            took.append(time.monotonic() - begin)
            print(f"  round {number}: asked for to seen by all {took[-1] * 1000:,.0f} ms", flush=True)
        print(f"  median: {statistics.median(took) * 1000:,.0f} ms (at most 1,000)")


if __name__ == "__main__":
    main()
