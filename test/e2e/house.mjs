// A whole Callout with its people and its other sides (the provider's stand-in, a real SMTP server), as a story
// uses it:
//
//   const house = await House.open();
//   await house.text(ana.phone, "sick today");
//   await house.mail(boss.email, "URGENT");
//   await house.close();
import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { sign } from "../other_sides/signature.mjs";
import { Caller } from "./caller.mjs";
import { Child } from "./child.mjs";
import { eventually } from "./eventually.mjs";
import { account_sid, auth_token, line_number, new_sid } from "./line.mjs";
import { boss, everybody, password, scopes, spreadsheet } from "./people.mjs";
import { coming_monday } from "./story_time.mjs";

const program = process.env.CALLOUT_UNDER_TEST;
assert.ok(program, "CALLOUT_UNDER_TEST names the program: script/test builds it and says where it is");

const other_sides = fileURLToPath(new URL("../other_sides/other_sides.mjs", import.meta.url));

export async function free_port() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

export class House {
  log = []; // what the server has logged, a line each
  #settings;
  #seen_mails = new Set();
  #seen_texts = new Set();

  /** `settings`: variables of the environment. `public_url`: where a proxy stands before it. */
  static async open({ settings = {}, public_url = null, people = everybody } = {}) {
    const house = new House();
    house.folder = await mkdtemp(join(tmpdir(), "callout-e2e-"));
    try {
      await house.#start_other_sides();
      house.port = await free_port();
      house.local_url = `http://127.0.0.1:${house.port}`;
      house.url = public_url ?? house.local_url;
      house.ahead = Math.ceil((coming_monday() - Date.now()) / 1000);
      house.#settings = settings;
      await house.start();
      await house.#configure_other_sides();
      if (people.length > 0) await house.#move_in(people);
      return house;
    } catch (failure) {
      await house.close();
      throw failure;
    }
  }

  async close() {
    try {
      await this.stop();
    } finally {
      await this.sides?.end();
      await rm(this.folder, { recursive: true, force: true });
    }
  }

  // ---- The server ----

  async start() {
    const environment = {
      PATH: process.env.PATH,
      ASAN_OPTIONS: process.env.ASAN_OPTIONS ?? "",
      CLOCK_AHEAD: String(this.ahead),
      PORT: String(this.port),
      PUBLIC_BASE_URL: this.url,
      DATA_DIR: join(this.folder, "data"),
      TIME_ZONE: "America/New_York",
      ORGANIZATION_NAME: "Example Clinic",
      TWILIO_ACCOUNT_SID: account_sid,
      TWILIO_AUTH_TOKEN: auth_token,
      TWILIO_PHONE_NUMBER: line_number,
      TWILIO_API_BASE_URL: this.at.provider,
      SMTP_URL: this.at.smtp,
      MAIL_FROM: "Callout <callout@example.org>",
      ...this.#settings,
    };
    this.callout = new Child(program, [], {
      env: environment,
      isOther: (line) => line.startsWith('{"time"'),
      onOther: (line) => this.log.push(line),
    });
    const { ready } = JSON.parse(await this.callout.line());
    assert.equal(ready, this.port);
  }

  async stop() {
    if (!this.callout) return;
    const { callout } = this;
    this.callout = null;
    const code = await callout.end();
    assert.equal(code, 0, `the server ended with ${code}: ${callout.errors}`);
  }

  async restart() {
    await this.stop();
    await this.start();
  }

  /** One line to the program's console; see server/console.h. */
  async #command(line) {
    this.callout.say(line.replaceAll(/\s*\n\s*/g, " "));
    const { ok, failed } = JSON.parse(await this.callout.line());
    assert.equal(failed, undefined, `${line}: ${failed}`);
    return ok;
  }

  /** The rows, columns joined by "|", null as "-". */
  sql(statement) {
    return this.#command(`sql ${statement}`);
  }

  async number(statement) {
    return Number((await this.sql(statement))[0] ?? 0);
  }

  async advance(seconds) {
    this.ahead += seconds;
    await this.#command(`advance ${seconds}`);
  }

  now() {
    return new Date(Date.now() + this.ahead * 1000);
  }

  async administrator_link() {
    return (await this.#command("admin-link")).trim();
  }

  set_password(email, words) {
    return this.#command(`set-password ${email} ${words}`);
  }

  async import_people(csv) {
    const file = join(this.folder, "people.csv");
    await writeFile(file, csv);
    return this.#command(`import ${file}`);
  }

  async #move_in(people) {
    await this.import_people(spreadsheet(people));
    for (const statement of scopes) await this.sql(statement);
    // Everybody has the same password, hashed once.
    await this.set_password(boss.email, password);
    await this.sql(
      `UPDATE users SET password_hash = (SELECT password_hash FROM users WHERE email = '${boss.email}')`,
    );
  }

  /** Ids as the database gives them. */
  member_id({ email }) {
    return this.number(
      `SELECT m.id FROM team_members m JOIN users u ON u.id = m.user_id WHERE u.email = '${email}'`,
    );
  }
  team_id(name) {
    return this.number(`SELECT id FROM teams WHERE name = '${name}'`);
  }

  // ---- The provider and the mail ----

  async #start_other_sides() {
    this.sides = new Child(process.execPath, [other_sides]);
    this.at = JSON.parse(await this.sides.line());
  }

  #configure_other_sides() {
    return this.post_to_sides("/config", {
      account_sid,
      auth_token,
      from_numbers: [line_number],
    });
  }

  async post_to_sides(path, body) {
    const response = await fetch(this.at.control + path, { method: "POST", body: JSON.stringify(body) });
    const answer = await response.json();
    assert.equal(response.status, 200, answer.error);
    return answer;
  }

  async ask_sides(path) {
    return (await fetch(this.at.control + path)).json();
  }

  /** A webhook as the provider posts it; `at`: the server itself unless a proxy shall be asked. */
  post_webhook(path, params, at = this.local_url) {
    return fetch(at + path, {
      method: "POST",
      headers: {
        "Content-Type": "application/x-www-form-urlencoded",
        "User-Agent": "TwilioProxy/1.1",
        "X-Twilio-Signature": sign(auth_token, this.url + path, params),
      },
      body: new URLSearchParams(params).toString(),
    });
  }

  /** Sends a text to the line. What it answers, without markup; empty: nothing. */
  async text(from, body, sid = new_sid("SM")) {
    const response = await this.post_webhook("/twilio/sms/incoming", {
      MessageSid: sid,
      SmsMessageSid: sid,
      SmsSid: sid,
      SmsStatus: "received",
      AccountSid: account_sid,
      From: from,
      To: line_number,
      Body: body,
      NumMedia: "0",
      NumSegments: "1",
      ApiVersion: "2010-04-01",
      FromCountry: "US",
      ToCountry: "US",
    });
    const document = await response.text();
    assert.equal(response.status, 200, document);
    return document
      .replaceAll(/<[^>]*>/g, "")
      .replaceAll("&amp;", "&")
      .trim();
  }

  /** Somebody rings the line. */
  async call(from, attestation) {
    const caller = new Caller(this, from, attestation);
    await caller.rings();
    return caller;
  }

  /** A mail to them that contains the words and was not read yet, as soon as it is there. */
  async mail(to, words) {
    const read = async () => this.ask_sides("/mails");
    const mail = await eventually(
      async () =>
        (await read()).find(
          (one) =>
            !this.#seen_mails.has(one.raw) &&
            one.to.includes(to) &&
            `${one.subject}\n${one.text}`.includes(words),
        ),
      async () =>
        `no mail to ${to} with "${words}", but ${(await read()).map((one) => `${one.to}: ${one.subject}`).join("; ")}`,
    );
    this.#seen_mails.add(mail.raw);
    return mail;
  }

  /** A text to that number that contains the words and was not read yet. */
  async text_to(number, words) {
    const read = async () => this.ask_sides("/provider/messages");
    const message = await eventually(
      async () =>
        (await read()).find(
          (one) => !this.#seen_texts.has(one.sid) && one.to === number && one.body.includes(words),
        ),
      async () =>
        `no text to ${number} with "${words}", but ${(await read()).map((one) => `${one.to}: ${one.body}`).join("; ")}`,
    );
    this.#seen_texts.add(message.sid);
    return message.body;
  }

  /** What the provider says later of a text to that number with these words. */
  async text_becomes(number, words, news) {
    const [message] = (await this.ask_sides("/provider/messages")).filter(
      (one) => one.to === number && one.body.includes(words),
    );
    assert.ok(message, `no text to ${number} with "${words}"`);
    const { pathname, search } = new URL(message.statusCallback);
    const response = await this.post_webhook(pathname + search, {
      AccountSid: account_sid,
      MessageSid: message.sid,
      To: number,
      From: line_number,
      ...news,
    });
    assert.equal(response.status, 204);
  }
}
