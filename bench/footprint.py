"""What an idle server takes: resident memory after start, its files, how soon it was ready."""

from measuring import Session, seconds

from support.ports import free_port
from support.server import Server


def main():
    with Session() as session:
        server = Server(session, relay_port=free_port())
        server.stop()
        print(f"start to ready: {seconds(server.start) * 1000:.0f} ms")
        with open(f"/proc/{server.pid}/status", encoding="ascii") as status:
            for line in status:
                if line.startswith(("VmRSS", "RssAnon", "Threads")):
                    print(" ".join(line.split()))
        size = sum(path.stat().st_size for path in server.data.rglob("*") if path.is_file())
        print(f"data folder: {size / 1024:.0f} KiB")


if __name__ == "__main__":
    main()
