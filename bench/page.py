"""B1: the status page from memory against nginx with gzip_static, the same bytes. B2: the same while the
database is locked, and with 5,000 open event streams, against itself without. Each server on one core
and wrk on another, in turn."""

import argparse
import contextlib
import grp
import gzip
import http.client
import os
import pwd
import re
import sqlite3
import subprocess

from measuring import Session, Streams, compare

from support import folders
from support.ports import free_port
from support.server import Server
from support.waiting import listens, wait_until

NGINX = """
daemon off;
worker_processes 1;
pid {folder}/pid;
error_log {folder}/error;
user {user} {group};
events {{ worker_connections 2048; }}
http {{
    types {{ text/html html; }}
    default_type text/html;
    access_log off;
    sendfile on;
    tcp_nopush on;
    gzip_static on;
    etag on;
    keepalive_requests 1000000000;
    open_file_cache max=100;
    client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
    uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
    server {{ listen 127.0.0.1:{port} backlog=4096; root {folder}/pages; }}
}}
"""


def fetch(port, headers):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", "/", headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


def start_nginx(session, page):
    port, folder = free_port(), folders.temporary_folder(session)
    (folder / "pages").mkdir()
    (folder / "pages" / "index.html").write_bytes(page)
    (folder / "pages" / "index.html.gz").write_bytes(gzip.compress(page, 9))
    user = pwd.getpwuid(os.geteuid() or pwd.getpwnam("www-data").pw_uid)
    (folder / "conf").write_text(NGINX.format(
        folder=folder, port=port, user=user.pw_name, group=grp.getgrgid(user.pw_gid).gr_name))
    process = subprocess.Popen(["taskset", "--cpu-list", "0", "nginx", "-c", folder / "conf"])
    session.addCleanup(process.wait)
    session.addCleanup(process.terminate)
    wait_until(lambda: listens(port), "nginx to listen")
    return port


def requests_a_second(port, connections, seconds, headers):
    words = [f"--header={name}: {value}" for name, value in headers.items()]
    output = folders.run("taskset", "--cpu-list", "1", "wrk", "--threads", "1", "--connections",
                         connections, "--duration", f"{seconds}s", *words, f"http://127.0.0.1:{port}/")
    assert "Socket errors" not in output and "Non-2xx" not in output, output
    return float(re.search(r"Requests/sec:\s+([\d.]+)", output).group(1))


def start_server(session):
    server = Server(session, relay_port=free_port())
    folders.run("taskset", "--all-tasks", "--pid", "--cpu-list", "0", server.pid)
    return server


def beside_nginx(session, server, options):
    page = fetch(server.http_port, {"Accept-Encoding": "identity"})[1]
    zipped = {"Accept-Encoding": "gzip"}
    answer, body = fetch(server.http_port, zipped)
    assert answer.getheader("Content-Encoding") == "gzip", "our page should come zipped"
    nginx = start_nginx(session, page)
    tags = {port: fetch(port, zipped)[0].getheader("ETag") for port in (server.http_port, nginx)}

    for connections in (64, 512):
        for what in ("page", "304"):
            def measure(port):
                headers = dict(zipped)
                if what == "304":
                    headers["If-None-Match"] = tags[port]
                return requests_a_second(port, connections, options.seconds, headers)
            print(f"B1, {what} of {len(page):,} bytes ({len(body):,} zipped), "
                  f"{connections} connections")
            compare(lambda: measure(server.http_port), lambda: measure(nginx), options.rounds,
                    "requests/s", ("tellfirst", "nginx"))


def beside_itself(session, server, options):
    def measure(port):
        return requests_a_second(port, 64, options.seconds, {"Accept-Encoding": "gzip"})

    def measure_locked():
        other = sqlite3.connect(server.data / "tellfirst.db", isolation_level=None)
        with contextlib.closing(other):
            other.execute("BEGIN EXCLUSIVE")
            return measure(server.http_port)

    print("B2, the page while the database is locked, 64 connections")
    compare(measure_locked, lambda: measure(server.http_port), options.rounds, "requests/s",
            ("locked", "free"))

    crowded = start_server(session)
    Streams(session, crowded.http_port, crowded.token(), options.streams)
    print(f"B2, the page with {options.streams:,} event streams open, 64 connections")
    compare(lambda: measure(crowded.http_port), lambda: measure(server.http_port), options.rounds,
            "requests/s", ("crowded", "alone"))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=3)
    parser.add_argument("--streams", type=int, default=5_000)
    options = parser.parse_args()

    with Session() as session:
        server = start_server(session)
        beside_nginx(session, server, options)
        beside_itself(session, server, options)


if __name__ == "__main__":
    main()
