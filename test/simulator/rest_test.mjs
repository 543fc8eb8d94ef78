// The simulator's REST API, asked by the vendor's own client for Node.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";

import twilio from "twilio";

import { eventually } from "../e2e/eventually.mjs";
import { Application, Rerouted, Simulator, account_sid, ana, auth_token, boss, line } from "./program.mjs";

let application;
let simulator;
let client;

before(async () => {
  application = await Application.open();
  simulator = await Simulator.open(application);
  client = simulator.client;
});
after(async () => {
  await simulator?.close();
  application?.close();
});
beforeEach(() => application.forget());

const refused = (status, code) => (error) => {
  assert.equal(error.status, status, error.message);
  assert.equal(error.code, code);
  return true;
};

test("a message is created and goes its way", async () => {
  const message = await client.messages.create({
    to: ana, from: line, body: "Recorded 🤒", statusCallback: `${application.base}/message-status`,
  });
  assert.match(message.sid, /^SM[0-9a-f]{32}$/);
  assert.equal(message.status, "queued");
  assert.equal(message.direction, "outbound-api");
  assert.equal(message.numSegments, "1");
  assert.equal(message.numMedia, "0");
  assert.equal(message.dateSent, null);
  assert.ok(message.dateCreated instanceof Date && !Number.isNaN(+message.dateCreated));
  await eventually(() => application.at("/message-status").length === 2, "two callbacks");
  const fetched = await client.messages(message.sid).fetch();
  assert.equal(fetched.status, "delivered");
  assert.equal(fetched.body, "Recorded 🤒");
  assert.ok(fetched.dateSent instanceof Date);
});

test("messages are listed over pages, by number and day", async () => {
  const bodies = ["one", "two", "three", "four", "five"];
  for (const body of bodies) await client.messages.create({ to: boss, from: line, body });
  const listed = await client.messages.list({ to: boss, pageSize: 2 });
  assert.deepEqual(listed.map(({ body }) => body), [...bodies].reverse());
  const first = await client.messages.page({ to: boss, pageSize: 2 });
  assert.equal(first.instances.length, 2);
  const second = await first.nextPage();
  assert.deepEqual(second.instances.map(({ body }) => body), ["three", "two"]);
  const back = await second.previousPage();
  assert.deepEqual(back.instances.map(({ body }) => body), ["five", "four"]);
  const yesterday = new Date(Date.now() - 86400000);
  assert.equal((await client.messages.list({ to: boss, dateSentAfter: yesterday })).length, 5);
  assert.equal((await client.messages.list({ to: boss, dateSentBefore: yesterday })).length, 0);
  assert.equal((await client.messages.list({ to: boss, limit: 3 })).length, 3);
});

test("a message is redacted, taken back and deleted", async () => {
  const { sid } = await client.messages.create({ to: ana, from: line, body: "secret" });
  await eventually(async () => (await client.messages(sid).fetch()).status === "delivered", "delivered");
  assert.equal((await client.messages(sid).update({ body: "" })).body, "");
  await assert.rejects(client.messages(sid).update({ status: "canceled" }), refused(400, 30409));
  assert.equal(await client.messages(sid).remove(), true);
  await assert.rejects(client.messages(sid).fetch(), refused(404, 20404));
});

test("what the provider does not take is refused with its codes", async () => {
  const create = (more) => client.messages.create({ to: ana, from: line, body: "x", ...more });
  for (const [more, code] of [
    [{ to: "5550100" }, 21211], [{ from: "+15550100777" }, 21606], [{ body: "x".repeat(1601) }, 21617],
    [{ to: "+15005550009" }, 21614], [{ from: "+15005550008" }, 21611], [{ statusCallback: "status" }, 21609],
  ]) await assert.rejects(create(more), refused(400, code));
  await simulator.text("STOP", { from: "+15550100789" });
  await assert.rejects(create({ to: "+15550100789" }), refused(400, 21610));
  await simulator.text("START", { from: "+15550100789" });
  assert.ok(await create({ to: "+15550100789" }));
});

test("pictures of a text are listed, fetched and deleted", async () => {
  const bytes = Buffer.from("89504e470d0a1a0a", "hex");
  const { sid } = await simulator.text("see", {
    pictures: [{ content_type: "image/png", base64: bytes.toString("base64") }],
  });
  const [media] = await client.messages(sid).media.list();
  assert.equal(media.contentType, "image/png");
  const asked = await eventually(
    () => application.at("/sms").find(({ params }) => params.MessageSid === sid), "the text");
  const url = asked.params.MediaUrl0;
  assert.equal((await fetch(url)).status, 401);
  const authorization = `Basic ${Buffer.from(`${account_sid}:${auth_token}`).toString("base64")}`;
  const picture = await fetch(url, { headers: { authorization } });
  assert.equal(picture.headers.get("content-type"), "image/png");
  assert.deepEqual(Buffer.from(await picture.arrayBuffer()), bytes);
  assert.equal(await client.messages(sid).media(media.sid).remove(), true);
  assert.deepEqual(await client.messages(sid).media.list(), []);
});

test("a call is placed, answered, ended, listed and deleted", async () => {
  application.on("/outgoing", '<Response><Say>Hello</Say><Pause length="600"/></Response>');
  const placed = await client.calls.create({
    to: ana, from: line, url: `${application.base}/outgoing`, timeout: 600,
  });
  assert.match(placed.sid, /^CA[0-9a-f]{32}$/);
  assert.equal(placed.direction, "outbound-api");
  await eventually(
    () => simulator.ask("POST", `calls/${placed.sid}/answer`).then(() => true, () => false), "it rings");
  await simulator.until(placed.sid, "pausing");
  assert.equal((await client.calls(placed.sid).fetch()).status, "in-progress");
  const ended = await client.calls(placed.sid).update({ status: "completed" });
  assert.equal(ended.status, "completed");
  const listed = await client.calls.list({ to: ana, status: "completed" });
  assert.ok(listed.some(({ sid, duration }) => sid === placed.sid && /^\d+$/.test(duration)));
  await assert.rejects(client.calls(placed.sid).update({ status: "completed" }), refused(400, 21220));
  assert.equal(await client.calls(placed.sid).remove(), true);
  await assert.rejects(client.calls(placed.sid).fetch(), refused(404, 20404));
});

test("a recording is listed, fetched with its sound and deleted", async () => {
  application.on("/voice", '<Response><Record action="/recorded" timeout="600"/></Response>');
  const { sid } = await simulator.dial();
  await simulator.until(sid, "recording");
  await simulator.speak(sid, 4);
  await simulator.hurry();
  const action = await eventually(() => application.at("/recorded")[0], "the action");
  const [recording] = await eventually(async () => {
    const listed = await client.recordings.list({ callSid: sid });
    return listed[0]?.status === "completed" && listed;
  }, "a completed recording");
  assert.match(recording.sid, /^RE[0-9a-f]{32}$/);
  assert.equal(recording.channels, 1);
  assert.equal(recording.source, "RecordVerb");
  assert.match(recording.duration, /^\d+$/);
  assert.equal((await client.calls(sid).recordings.list()).length, 1);
  const authorization = `Basic ${Buffer.from(`${account_sid}:${auth_token}`).toString("base64")}`;
  assert.equal(action.params.RecordingUrl, recording.mediaUrl);
  const sound = await fetch(`${action.params.RecordingUrl}.wav`, { headers: { authorization } });
  assert.equal(sound.headers.get("content-type"), "audio/x-wav");
  const wav = Buffer.from(await sound.arrayBuffer());
  assert.equal(wav.subarray(0, 4).toString(), "RIFF");
  assert.equal(wav.readUInt32LE(24), 8000);
  assert.equal(await client.recordings(recording.sid).remove(), true);
  await assert.rejects(client.recordings(recording.sid).fetch(), refused(404, 20404));
});

test("numbers are listed, configured, bought and given back", async () => {
  const [number] = await client.incomingPhoneNumbers.list({ phoneNumber: line });
  assert.equal(number.voiceUrl, `${application.base}/voice`);
  const changed = await client.incomingPhoneNumbers(number.sid).update({ friendlyName: "Night", smsMethod: "GET" });
  assert.equal(changed.friendlyName, "Night");
  assert.equal(changed.smsMethod, "GET");
  await client.incomingPhoneNumbers(number.sid).update({ smsMethod: "POST" });
  const bought = await client.incomingPhoneNumbers.create({
    phoneNumber: "+15550100901", voiceUrl: `${application.base}/voice`,
  });
  assert.equal((await client.incomingPhoneNumbers.list()).length, 2);
  assert.equal(await client.incomingPhoneNumbers(bought.sid).remove(), true);
  await assert.rejects(client.incomingPhoneNumbers(bought.sid).fetch(), refused(404, 20404));
});

test("the account is shown, and nobody else comes in", async () => {
  assert.equal((await client.api.v2010.accounts(account_sid).fetch()).status, "active");
  assert.deepEqual((await client.api.v2010.accounts.list()).map(({ sid }) => sid), [account_sid]);
  const as = (sid, token) => twilio(sid, token, { httpClient: new Rerouted(simulator.base) });
  await assert.rejects(as(account_sid, "wrong").messages.list(), refused(401, 20003));
  const other = twilio(account_sid, auth_token, {
    httpClient: new Rerouted(simulator.base), accountSid: "AC99999999999999999999999999999999",
  });
  await assert.rejects(other.messages.list(), refused(404, 20404));
});

test("an API key opens too, and media may lie at the provider's own address", async () => {
  const [key, secret] = [`SK${"0".repeat(31)}1`, "key"];
  const other = await Simulator.open(application, {
    more: ["--api-key-sid", key, "--api-key-secret", secret, "--media-base", "https://api.twilio.com"],
  });
  try {
    const by_key = twilio(key, secret, { accountSid: account_sid, httpClient: new Rerouted(other.base) });
    assert.deepEqual(await by_key.messages.list(), []);
    const { sid } = await other.text("see", { pictures: [{ content_type: "image/png", base64: "aGk=" }] });
    const asked = await eventually(
      () => application.at("/sms").find(({ params }) => params.MessageSid === sid), "the text");
    assert.match(asked.params.MediaUrl0, /^https:\/\/api\.twilio\.com\/2010-04-01\//);
  } finally {
    await other.close();
  }
});

test("on a bad day the client hears what the provider would say", async () => {
  await simulator.ask("PUT", "chaos", { rest_429_percent: 100 });
  await assert.rejects(client.messages.list(), refused(429, 20429));
  await simulator.ask("PUT", "chaos", { rest_500_percent: 100 });
  await assert.rejects(client.messages.list(), refused(500, 20500));
  await simulator.ask("PUT", "chaos", { rest_hang_percent: 100, rest_hang_milliseconds: 50 });
  await assert.rejects(client.messages.list(), ({ code }) => code === "ECONNRESET");
  await simulator.ask("PUT", "chaos", { rest_slow_percent: 100, rest_slow_milliseconds: 300 });
  const start = Date.now();
  await client.messages.list({ limit: 1 });
  assert.ok(Date.now() - start >= 300);
  await simulator.ask("PUT", "chaos", {});
});
