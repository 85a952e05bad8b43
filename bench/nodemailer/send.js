// send.js PORT COUNT CONNECTIONS: sends COUNT mails of about 4.6 KB, each with its own name, link
// and sender, through nodemailer's pool, as its manual shows it for many messages. Prints seconds.
const nodemailer = require("nodemailer");

const [port, count, connections] = process.argv.slice(2).map(Number);
const filler = "Statistics are not available at the moment; uploads and galleries work. ".repeat(25);

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

async function main() {
  const begin = process.hrtime.bigint();
  let next = 0;
  const feed = async () => {
    while (next < count) {
      await transport.sendMail(mail(next++));
    }
  };
  // Twice as many waiting as there are connections, so that none of them ever idles.
  await Promise.all(Array.from({ length: connections * 2 }, feed));
  console.log(Number(process.hrtime.bigint() - begin) / 1e9);
  transport.close();
}

main();
