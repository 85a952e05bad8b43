"""What the console costs: its build, the demo that shows it, and the browser that opens it."""

import os
import re
import shutil
import statistics
import subprocess
import time

from measuring import Session

from support.folders import temporary_folder
from support.ports import free_port
from support.server import binary

ROUNDS = 5


def build_seconds():
    """A build of the console after a change, its packages installed."""
    shutil.rmtree("build/web/dist", ignore_errors=True)
    os.remove("build/web/dist.stamp")
    began = time.monotonic()
    subprocess.run(["script/web", "build"], check=True)
    return time.monotonic() - began


def demo_start(session):
    """Seconds from exec to the printed link, and the memory that it has then (KiB)."""
    began = time.monotonic()
    demo = subprocess.Popen(
        [binary(), "demo", "--data", temporary_folder(session) / "data",
         "--http", f"127.0.0.1:{free_port()}", "--lmtp", f"127.0.0.1:{free_port()}"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        while "/sign-in/" not in (line := demo.stdout.readline()):
            assert line, "the demo ended"
        took = time.monotonic() - began
        with open(f"/proc/{demo.pid}/status", encoding="ascii") as status:
            resident = int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1))
    finally:
        demo.terminate()
        demo.wait(10)
    return took, resident


def main():
    print(f"build of the console:         {build_seconds():.1f} s")
    with Session() as session:
        runs = [demo_start(session) for _ in range(ROUNDS)]
    print(f"demo ready after:             {statistics.median(took for took, _ in runs):.2f} s")
    print(f"demo memory:                  {statistics.median(kib for _, kib in runs) / 1024:.0f} MiB")
    subprocess.run(["script/web", "node", "measure/console.ts"], check=True)


if __name__ == "__main__":
    main()
