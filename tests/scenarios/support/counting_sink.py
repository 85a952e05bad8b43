"""An SMTP server that takes all mail, throws it away, and knows who was sent what how often.

It offers PIPELINING (RFC 2920) and CHUNKING (RFC 3030), so that a client has as much under way as it
ever has. `delay_s` is what a relay far away adds to each answer. Where a mail goes to a domain in
`stopped`, it answers nothing any more on that connection until `go_on`, as a relay that asks the
receiver before it answers.
"""

import asyncio
import collections
import re
import threading
import time

EHLO = ["counting", "PIPELINING", "8BITMIME", "SMTPUTF8"]
MESSAGE_ID = re.compile(rb"^message-id:\s*(\S+)", re.IGNORECASE | re.MULTILINE)
END = b"\r\n.\r\n"


class CountingSink:
    def __init__(self, test, delay_s=0.0, chunking=True):
        self.heard = collections.defaultdict(list)  # recipient -> Message-ID of each mail to him
        self.came_at = {}                           # recipient -> when the last came (monotonic)
        self.accepted = 0                           # mails, whether anybody heard the 250 or not
        self.delay_s, self.chunking = delay_s, chunking
        self.stopped = set()
        self.conversations = set()
        self._loop = asyncio.new_event_loop()
        server = self._loop.run_until_complete(
            self._loop.create_server(lambda: _Conversation(self), "127.0.0.1", 0, backlog=200))
        self.port = server.sockets[0].getsockname()[1]
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        test.addCleanup(self._stop)

    def keep(self, recipient, message):
        found = MESSAGE_ID.search(message, 0, message.find(b"\r\n\r\n"))
        self.heard[recipient].append(found[1].decode() if found else "")
        self.came_at[recipient] = time.monotonic()
        self.accepted += 1

    def go_on(self):
        self.stopped = set()
        for conversation in list(self.conversations):
            self._loop.call_soon_threadsafe(conversation.go_on)

    def forget(self):
        self.heard.clear()
        self.came_at.clear()
        self.accepted = 0

    @property
    def doubled(self):
        """How many mails there were beyond the first to each."""
        return self.accepted - len(self.heard)

    def _stop(self):
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


class _Conversation(asyncio.Protocol):
    def __init__(self, sink):
        self.sink = sink
        self.waiting = bytearray()
        self.answers = collections.deque()
        self.recipient, self.body, self.left = "", None, 0  # `left` octets of a chunk are to come
        self.is_stopped, self.unsaid = False, []

    def connection_made(self, transport):
        self.transport = transport
        self.sink.conversations.add(self)
        self.say("220 counting")

    def connection_lost(self, _):
        self.sink.conversations.discard(self)

    def go_on(self):
        self.is_stopped = False
        unsaid, self.unsaid = self.unsaid, []
        for line in unsaid:
            self.say(line)

    def say(self, line):
        if self.is_stopped:
            self.unsaid.append(line)
        elif not self.sink.delay_s:
            self.transport.write(line.encode() + b"\r\n")
        else:
            self.answers.append(line)
            asyncio.get_running_loop().call_later(self.sink.delay_s, self.say_next)

    def say_next(self):
        self.transport.write(self.answers.popleft().encode() + b"\r\n")

    def data_received(self, data):
        self.waiting += data
        while self.take_body() if self.body is not None else self.take_line():
            pass

    def take_body(self):
        """Answers whether there was all of it."""
        if self.left:
            if len(self.waiting) < self.left:
                return False
            self.body += self.waiting[:self.left]
            del self.waiting[:self.left]
            self.left = 0
            return self.take_chunk()
        end = self.waiting.find(END)
        if end < 0:
            return False
        self.body += self.waiting[:end + 2]
        del self.waiting[:end + len(END)]
        return self.take_message()

    def take_chunk(self):
        if self.is_last:
            return self.take_message()
        self.chunks, self.body = self.body, None
        self.say("250 go on")
        return True

    def take_message(self):
        self.sink.keep(self.recipient, self.body)
        self.body = None
        self.is_stopped |= self.recipient.partition("@")[2] in self.sink.stopped
        self.say("250 counted")
        return True

    def take_line(self):
        end = self.waiting.find(b"\r\n")
        if end < 0:
            return False
        line = self.waiting[:end].decode()
        del self.waiting[:end + 2]
        verb = line[:4].upper()
        if verb == "EHLO":
            offered = EHLO + (["CHUNKING"] if self.sink.chunking else [])
            for word in offered[:-1]:
                self.say("250-" + word)
            self.say("250 " + offered[-1])
        elif verb == "DATA":
            self.body = bytearray()
            self.say("354 go on")
        elif verb == "BDAT":
            _, size, *last = line.split()
            self.left, self.is_last = int(size), bool(last)
            self.body, self.chunks = self.chunks, bytearray()
            return self.left > 0 or self.take_chunk()
        else:
            if verb == "MAIL":
                self.chunks = bytearray()
            elif verb == "RCPT":
                self.recipient = line[line.index("<") + 1:line.index(">")]
            self.say("221 bye" if verb == "QUIT" else "250 fine")
            if verb == "QUIT":
                self.transport.close()
        return True
