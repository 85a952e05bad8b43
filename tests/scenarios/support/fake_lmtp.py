"""An LMTP server that keeps what it is given, for tests that are not about ours."""

import socketserver
import threading


class FakeLmtp:
    """`port` listens; `accepted` holds (sender, [recipients], raw message)."""

    def __init__(self, test):
        self.accepted = []
        accepted = self.accepted

        class Conversation(socketserver.StreamRequestHandler):
            def say(self, line):
                self.wfile.write(line.encode() + b"\r\n")

            def data(self):
                self.say("354 go on")
                lines = []
                while (line := self.rfile.readline()) not in (b".\r\n", b""):
                    lines.append(line[1:] if line.startswith(b".") else line)
                return b"".join(lines)

            def handle(self):
                sender, recipients = None, []
                self.say("220 fake")
                while line := self.rfile.readline().decode():
                    verb = line[:4].upper()
                    if verb == "DATA":
                        accepted.append((sender, recipients, self.data()))
                        for _ in recipients:
                            self.say("250 kept")
                        sender, recipients = None, []
                        continue
                    if verb == "MAIL":
                        sender = line[line.index("<") + 1:line.index(">")]
                    elif verb == "RCPT":
                        recipients.append(line[line.index("<") + 1:line.index(">")])
                    self.say("221 bye" if verb == "QUIT" else "250 fine")
                    if verb == "QUIT":
                        return

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads = True

        server = Server(("127.0.0.1", 0), Conversation)
        self.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        test.addCleanup(server.server_close)
        test.addCleanup(server.shutdown)
