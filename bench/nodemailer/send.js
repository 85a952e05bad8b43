// send.js PORT COUNT CONNECTIONS LEDGER: sends COUNT mails of about 4.85 KB, each with its own name,
// link and sender, through nodemailer's pool, as its manual shows it for many messages. Each has a
// row in the table LEDGER (a SQLite file, or "none"), which is claimed in batches and learns the
// relay's answer in groups, as a careful program would do it. Prints seconds.
const fs = require("node:fs");
const nodemailer = require("nodemailer");
const { DatabaseSync } = require("node:sqlite");

const [port, count, connections] = process.argv.slice(2, 5).map(Number);
const path = process.argv[5];
const filler = "Statistics are not available at the moment; uploads and galleries work. ".repeat(27);
const claimedAtOnce = 500;
const settledAtOnce = 256;

const transport = nodemailer.createTransport({
  pool: true,
  host: "127.0.0.1",
  port,
  maxConnections: connections,
  maxMessages: 100,
  ignoreTLS: true,
});

const mail = (i) => ({
  from: "Atlas Status <help@help.example.test>",
  to: `Contact ${i} <contact${i}@customers.test>`,
  envelope: { from: `bounce+${i}@help.example.test`, to: `contact${i}@customers.test` },
  subject: "[outage] Statistics: investigating",
  text: `Hello Contact ${i},\n\n${filler}\n\nhttps://help.example.test/u/${i}\n`,
  html: `<p>Hello Contact ${i},</p><p>${filler}</p><a href="https://help.example.test/u/${i}">Stop</a>`,
  headers: { "List-Unsubscribe": `<https://help.example.test/u/${i}>` },
});

// Without a file: a counter.
class NoLedger {
  #next = 0;
  claim() {
    return this.#next < count ? this.#next++ : undefined;
  }
  settle() {}
  close() {}
}

class Ledger {
  #claimed = [];
  #settled = [];

  constructor() {
    fs.rmSync(path, { force: true });
    this.database = new DatabaseSync(path);
    this.database.exec(`PRAGMA journal_mode = WAL;
      CREATE TABLE deliveries (id INTEGER PRIMARY KEY, recipient TEXT NOT NULL, state TEXT NOT NULL,
                               answer TEXT, at INTEGER);
      CREATE INDEX queued ON deliveries (id) WHERE state = 'queued'`);
    const add = this.database.prepare("INSERT INTO deliveries VALUES (?, ?, 'queued', NULL, NULL)");
    this.#together(() => {
      for (let i = 0; i < count; i++) add.run(i, mail(i).envelope.to);
    });
    this.taking = this.database.prepare(`UPDATE deliveries SET state = 'sending' WHERE id IN
      (SELECT id FROM deliveries WHERE state = 'queued' ORDER BY id LIMIT ?) RETURNING id`);
    this.settling = this.database.prepare(
      "UPDATE deliveries SET state = 'accepted', answer = ?, at = ? WHERE id = ?");
  }

  #together(deed) {
    this.database.exec("BEGIN");
    deed();
    this.database.exec("COMMIT");
  }

  claim() {
    if (this.#claimed.length === 0)
      this.#claimed = this.taking.all(claimedAtOnce).map((row) => row.id).reverse();
    return this.#claimed.pop();
  }

  settle(id, answer) {
    this.#settled.push([answer, Date.now(), id]);
    if (this.#settled.length >= settledAtOnce) this.flush();
  }

  flush() {
    const group = this.#settled.splice(0);
    this.#together(() => group.forEach((row) => this.settling.run(...row)));
  }

  close() {
    this.flush();
    this.database.close();
  }
}

async function main() {
  const ledger = path === "none" ? new NoLedger() : new Ledger();
  const begin = process.hrtime.bigint();
  const feed = async () => {
    for (let id = ledger.claim(); id !== undefined; id = ledger.claim())
      ledger.settle(id, (await transport.sendMail(mail(id))).response);
  };
  // Twice as many waiting as there are connections, so that none of them ever idles.
  await Promise.all(Array.from({ length: connections * 2 }, feed));
  console.log(Number(process.hrtime.bigint() - begin) / 1e9);
  ledger.close();
  transport.close();
}

main();
