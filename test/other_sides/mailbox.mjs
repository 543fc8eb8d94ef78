// A real SMTP server (npm smtp-server) that keeps every mail and can be told to refuse. With smtp_user set,
// nobody sends without AUTH.
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

const unset = { smtp_user: null, smtp_password: null };

export class Mailbox {
  settings = { ...unset };
  mails = [];
  refusals = []; // {at, code, message}, the first one waits for its command

  constructor(arrived) {
    const mailbox = this;
    const smtp = new SMTPServer({
      logger: false,
      disabledCommands: ["STARTTLS"],
      allowInsecureAuth: true,
      get authOptional() {
        return mailbox.settings.smtp_user === null;
      },
      onAuth: (auth, session, done) => done(...this.login(auth)),
      onMailFrom: (address, session, done) => done(this.refusal("MAIL")),
      onRcptTo: (address, session, done) => done(this.refusal("RCPT")),
      onData: (stream, session, done) => {
        this.take(stream, session.envelope).then(done, done).then(arrived);
      },
    });
    smtp.on("error", () => {}); // a client that hangs up is its own affair
    this.server = smtp.server;
  }

  reset() {
    this.settings = { ...unset };
    this.mails = [];
    this.refusals = [];
  }

  follow({ next = [] }) {
    this.refusals.push(...next);
  }

  async take(stream, envelope) {
    const raw = Buffer.concat(await stream.toArray());
    const refusal = this.refusal("DATA");
    if (!refusal) this.mails.push(await read(raw, envelope));
    return refusal;
  }

  login({ username, password }) {
    const { smtp_user, smtp_password } = this.settings;
    if (username === smtp_user && password === smtp_password) return [null, { user: username }];
    const wrong = new Error("Authentication credentials invalid");
    wrong.responseCode = 535;
    return [wrong];
  }

  /** The scripted refusal that waits for this command, used up; null if there is none. */
  refusal(command) {
    if (this.refusals[0]?.at !== command) return null;
    const { code, message } = this.refusals.shift();
    return Object.assign(new Error(message ?? "refused"), { responseCode: code });
  }
}

/** `to` and `from` are the envelope's; `headers` are as sent, unfolded, a repeated one joined by \n. */
async function read(raw, envelope) {
  const mail = await simpleParser(raw, { skipTextToHtml: true, skipHtmlToText: true });
  const headers = {};
  for (const { key, line } of mail.headerLines) {
    const value = line.slice(line.indexOf(":") + 1).replace(/\r?\n(?=[ \t])/g, "").trim();
    headers[key] = key in headers ? `${headers[key]}\n${value}` : value;
  }
  return {
    to: envelope.rcptTo.map(({ address }) => address),
    from: envelope.mailFrom ? envelope.mailFrom.address : "",
    subject: mail.subject ?? "",
    text: mail.text ?? "",
    html: mail.html || "",
    headers,
    raw: raw.toString(),
  };
}
