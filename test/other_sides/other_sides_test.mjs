// That the other sides behave as the real ones do; run by `node --test test/other_sides/`.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { createInterface } from "node:readline";
import { after, before, beforeEach, test } from "node:test";

import twilio from "twilio";

const account = "AC00000000000000000000000000000001";
const program = new URL("other_sides.mjs", import.meta.url).pathname;
let child;
let at;

before(async () => {
  child = spawn(process.execPath, [program], { stdio: ["pipe", "pipe", "inherit"] });
  const [line] = await once(createInterface(child.stdout), "line");
  at = JSON.parse(line);
});
after(() => child.kill());
beforeEach(() => post("/reset"));

async function answer_of(response) {
  const value = await response.json();
  assert.ok(response.ok, JSON.stringify(value));
  return value;
}
const get = async (path) => answer_of(await fetch(at.control + path));
const post = async (path, body = {}) =>
  answer_of(await fetch(at.control + path, { method: "POST", body: JSON.stringify(body) }));

function provider(path, { user = account, password = "12345", ...options } = {}) {
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
  return fetch(`${at.provider}/2010-04-01/Accounts/${account}/${path}`, {
    ...options,
    headers: { authorization },
  });
}
const create = (form, options) =>
  provider("Messages.json", { method: "POST", body: new URLSearchParams(form), ...options });
const text = { To: "+15550100100", From: "+15550100200", Body: "Ana is out today" };

/** One SMTP conversation; the replies' codes. */
async function smtp(...lines) {
  const { hostname, port } = new URL(at.smtp);
  const socket = connect(Number(port), hostname);
  const replies = createInterface(socket)[Symbol.asyncIterator]();
  const codes = [];
  for (const line of [null, "EHLO test", ...lines]) {
    if (line !== null) socket.write(`${line}\r\n`);
    let reply;
    do reply = (await replies.next()).value;
    while (reply[3] === "-");
    codes.push(Number(reply.slice(0, 3)));
  }
  socket.destroy();
  return codes.slice(2);
}
const envelope = ["MAIL FROM:<callout@example.com>", "RCPT TO:<boss@example.com>", "DATA"];
const mail = "Subject: =?UTF-8?Q?Garc=C3=ADa?=\r\nTo: boss@example.com\r\n\r\nIs out.\r\n.";

test("signs and validates as Twilio publishes, repeated names too", async () => {
  const request = {
    token: "12345",
    url: "https://mycompany.com/myapp.php?foo=1&bar=2",
    params: [["Sid", "CA123"], ["SidAccount", "AC123"], ["Digits", "5678"], ["Digits", "1234"]],
  };
  const { signature } = await post("/sign", request);
  assert.equal(signature, "IK+Dwps556ElfBT0I3Rgjkr1wJU=");
  assert.deepEqual(await post("/validate", { ...request, signature }), { ok: true });
  assert.deepEqual(await post("/validate", { ...request, signature, token: "1" }), { ok: false });
});

test("takes a message and answers with the documented types", async () => {
  const response = await create({ ...text, StatusCallback: "https://callout.example/status" });
  const message = await response.json();
  assert.equal(response.status, 201);
  assert.match(message.sid, /^SM[0-9a-f]{32}$/);
  assert.equal(message.status, "queued");
  assert.equal(message.num_segments, "1");
  assert.equal(message.date_sent, null);
  assert.match(message.date_created, /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000$/);
  const { reached, items } = await get("/wait?kind=messages&count=1");
  assert.equal(reached, true);
  assert.equal(items[0].sid, message.sid);
  assert.equal(items[0].statusCallback, "https://callout.example/status");
});

test("refuses as documented", async () => {
  await post("/config", { from_numbers: ["+15550100200", "+15005550006"] });
  const cases = [
    [21604, { To: "" }],
    [21603, { From: "" }],
    [21602, { Body: "" }],
    [21211, { To: "5550100" }],
    [21606, { From: "+15550100999" }],
    [21612, { To: "+15005550002", From: "+15005550006" }],
    [21617, { Body: "x".repeat(1601) }],
    [21609, { StatusCallback: "callout.example/status" }],
  ];
  for (const [code, change] of cases) {
    const response = await create({ ...text, ...change });
    assert.equal(response.status, 400);
    assert.equal((await response.json()).code, code);
  }
  assert.deepEqual(await get("/provider/messages"), []);
});

test("knows the account's token and its API key, nobody else", async () => {
  await post("/config", { api_key_sid: "SK1", api_key_secret: "secret" });
  assert.equal((await create(text, { user: "SK1", password: "secret" })).status, 201);
  const refused = await create(text, { password: "wrong" });
  assert.equal(refused.status, 401);
  assert.equal((await refused.json()).code, 20003);
});

test("follows its script, then behaves again", async () => {
  await post("/provider/script", {
    next: [{ status: 500 }, { status: 429 }, { reset: true }, { hang: 10 },
      { accept_then_reset: true }, { malformed: true }],
  });
  assert.equal((await create(text)).status, 500);
  assert.equal((await (await create(text)).json()).code, 20429);
  await assert.rejects(create(text));
  await assert.rejects(create(text));
  assert.equal((await get("/provider/messages")).length, 0);
  await assert.rejects(create(text));
  await assert.rejects((await create(text)).json());
  assert.equal((await create(text)).status, 201);
  assert.equal((await get("/provider/messages")).length, 3);
  await post("/provider/script", { always: { status: 503 } });
  assert.equal((await create(text)).status, 503);
  assert.equal((await create(text)).status, 503);
  await post("/provider/script", { always: null });
  assert.equal((await create(text)).status, 201);
});

function official_client() {
  const http = new twilio.RequestClient();
  const here = {
    request: (options) =>
      http.request({ ...options, uri: options.uri.replace("https://api.twilio.com", at.provider) }),
  };
  return twilio(account, "12345", { httpClient: here });
}

test("Twilio's own client creates, lists and pages here", async () => {
  const client = official_client();
  for (const body of ["one", "two", "three"]) {
    await client.messages.create({ to: text.To, from: text.From, body });
  }
  await client.messages.create({ to: "+15550100999", from: text.From, body: "other" });
  await post("/provider/inbound", { from: "+15550100900", to: text.To, body: "sick" });
  const listed = await client.messages.list({ to: text.To, dateSent: new Date(), pageSize: 2 });
  assert.deepEqual(listed.map(({ body }) => body), ["sick", "three", "two", "one"]);
  assert.equal((await client.messages(listed[1].sid).fetch()).status, "sent");
  assert.equal((await client.messages.list({ dateSentAfter: new Date("2100-01-01") })).length, 0);
});

test("Twilio's own client reads back what came in: texts and their media", async () => {
  const client = official_client();
  const media_sid = `ME${"0".repeat(32)}`;
  const { sid } = await post("/provider/inbound", {
    from: "+15550100900", to: text.To, body: "sick", media_sids: [media_sid], at: "2023-08-24T05:01:45Z",
  });
  const since = new Date("2023-08-24");
  const [message] = await client.messages.list({ to: text.To, dateSentAfter: since });
  assert.deepEqual([message.sid, message.direction, message.numMedia], [sid, "inbound", "1"]);
  assert.equal(message.dateSent.toISOString(), "2023-08-24T05:01:45.000Z");
  assert.deepEqual((await client.messages(sid).media.list()).map((one) => one.sid), [media_sid]);
  assert.deepEqual(await client.calls.list({ to: text.To, startTimeAfter: since }), []);
  assert.deepEqual(await client.recordings.list({ dateCreatedAfter: since }), []);
});

test("lists break as scripted, and are mended", async () => {
  const list = () => provider("Calls.json");
  await post("/provider/lists", { status: 500 });
  assert.equal((await list()).status, 500);
  await post("/provider/lists", { body: "garbage" });
  await assert.rejects((await list()).json());
  await post("/provider/lists", { hang: 5 });
  await assert.rejects(list());
  await post("/provider/lists", {});
  assert.deepEqual((await (await list()).json()).calls, []);
});

test("hands out media to the account, when it is there", async () => {
  const path = "Messages/MM1/Media/ME1";
  assert.equal((await provider(path)).status, 404);
  const base64 = Buffer.from([0, 255, 10]).toString("base64");
  await post("/provider/media", { path, content_type: "image/png", base64, redirect: true });
  assert.equal((await provider(path, { password: "wrong" })).status, 401);
  assert.equal((await provider(path, { redirect: "manual" })).status, 307);
  const media = await provider(path);
  assert.equal(media.headers.get("content-type"), "image/png");
  assert.deepEqual([...new Uint8Array(await media.arrayBuffer())], [0, 255, 10]);
  assert.equal((await provider(`${path}.json`, { method: "DELETE" })).status, 204);
  assert.equal((await provider(path)).status, 404);
});

test("hands out a recording some time after it was announced, and deletes it", async () => {
  const base64 = Buffer.from("RIFF").toString("base64");
  const path = "Recordings/RE1";
  await post("/provider/media", { path, content_type: "audio/x-wav", base64, not_yet: 2 });
  assert.equal((await provider(`${path}.wav`)).status, 404);
  assert.equal((await provider(`${path}.wav`)).status, 404);
  const media = await provider(`${path}.wav`);
  assert.equal(media.headers.get("content-type"), "audio/x-wav");
  assert.equal(await media.text(), "RIFF");
  assert.equal((await provider(`${path}.json`, { method: "DELETE" })).status, 204);
  assert.equal((await provider(`${path}.wav`)).status, 404);
});

test("takes mail, refuses it by script, and asks for a password", async () => {
  await post("/smtp/script", { next: [{ at: "RCPT", code: 450, message: "greylisted" }] });
  assert.deepEqual(await smtp(...envelope.slice(0, 2)), [250, 450]);
  assert.deepEqual(await smtp(...envelope, mail), [250, 250, 354, 250]);
  const { items: [first] } = await get("/wait?kind=mails&count=1");
  assert.deepEqual(first.to, ["boss@example.com"]);
  assert.equal(first.subject, "García");
  assert.equal(first.headers.subject, "=?UTF-8?Q?Garc=C3=ADa?=");
  assert.equal(first.text.trim(), "Is out.");
  await post("/smtp/script", { next: [{ at: "DATA", code: 550, message: "no" }] });
  assert.deepEqual(await smtp(...envelope, mail), [250, 250, 354, 550]);
  assert.equal((await get("/mails")).length, 1);

  await post("/config", { smtp_user: "callout", smtp_password: "secret" });
  assert.deepEqual(await smtp(envelope[0]), [530]);
  const login = (password) =>
    `AUTH PLAIN ${Buffer.from(`\0callout\0${password}`).toString("base64")}`;
  assert.deepEqual(await smtp(login("wrong")), [535]);
  assert.deepEqual(await smtp(login("secret"), ...envelope, mail), [235, 250, 250, 354, 250]);
});

test("waiting ends when the time is over", async () => {
  const { reached, items } = await get("/wait?kind=mails&count=1&timeout_ms=20");
  assert.equal(reached, false);
  assert.deepEqual(items, []);
});

test("ends when its stdin closes", async () => {
  const other = spawn(process.execPath, [program], { stdio: ["pipe", "pipe", "inherit"] });
  await once(createInterface(other.stdout), "line");
  other.stdin.end();
  const [code] = await once(other, "exit");
  assert.equal(code, 0);
});
