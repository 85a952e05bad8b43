"""A customer's program that hears webhooks, and answers what it is told to."""

import http.server
import json
import threading

from .waiting import wait_until


class Receiver:
    def __init__(self, test, *answers):
        """The first post is answered by the first status, and so on; the last stays."""
        self.heard = []  # (headers, body), in the order of arrival
        self._answers = list(answers)
        self._lock = threading.Lock()
        receiver = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                status = receiver._take(dict(self.headers), json.loads(body))
                self.send_response(status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.place = f"127.0.0.1:{self._server.server_port}"
        self.url = f"http://{self.place}/hook"
        thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        thread.start()
        test.addCleanup(self._server.server_close)
        test.addCleanup(self._server.shutdown)

    def _take(self, headers, body):
        with self._lock:
            self.heard.append((headers, body))
            return self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]

    def wait_for(self, count):
        """Answers what was heard as soon as it is that much."""
        wait_until(lambda: len(self.heard) >= count, lambda: f"{count} posts, not {self.types()}")
        return self.heard

    def types(self):
        return [body["type"] for _, body in self.heard]
