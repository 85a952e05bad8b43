// A customer's mail, handed over as an MTA does it (RFC 2033).
import { connect } from 'node:net';
import { createInterface } from 'node:readline';

export type Mail = {
  from: string;
  name: string;
  to: string;
  subject: string;
  text: string;
  headers?: string[];
  /** What `text` is, where it is not plain text. */
  type?: string;
};

const withinMs = 10_000;

export async function deliver(port: number, mail: Mail) {
  const socket = connect(port, '127.0.0.1');
  socket.setTimeout(withinMs, () => socket.destroy(new Error('LMTP: no answer')));
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
  const expect = async (code: string) => {
    for (;;) {
      const { value: line, done } = await lines.next();
      if (done || !line.startsWith(code)) throw new Error(`LMTP: ${line ?? 'it hung up'}`);
      if (line[3] !== '-') return;
    }
  };
  const tell = async (line: string, code: string) => {
    socket.write(`${line}\r\n`);
    await expect(code);
  };
  await expect('220');
  await tell('LHLO mx.example.net', '250');
  await tell(`MAIL FROM:<${mail.from}>`, '250');
  await tell(`RCPT TO:<${mail.to}>`, '250');
  await tell('DATA', '354');
  const id = `${Date.now()}.${Math.random().toString(36).slice(2)}@customer.example`;
  const head = [
    `From: ${mail.name} <${mail.from}>`,
    `To: <${mail.to}>`,
    `Subject: ${mail.subject}`,
    `Message-ID: <${id}>`,
    `Date: ${new Date().toUTCString()}`,
    'MIME-Version: 1.0',
    `Content-Type: ${mail.type ?? 'text/plain; charset=utf-8'}`,
    ...(mail.headers ?? []),
  ];
  const body = mail.text.replaceAll('\n', '\r\n').replaceAll(/^\./gm, '..');
  await tell(`${head.join('\r\n')}\r\n\r\n${body}\r\n.`, '250');
  await tell('QUIT', '221');
  socket.destroy();
}
