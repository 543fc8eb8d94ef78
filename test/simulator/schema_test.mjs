// What the REST API answers is as the vendor's own description of it says, in every state that a resource can be in.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import Ajv2020 from "ajv/dist/2020.js";
import formats from "ajv-formats";

import { eventually } from "../e2e/eventually.mjs";
import { Application, Simulator, account_sid, ana, auth_token, line } from "./program.mjs";
import * as schemas from "./schemas.mjs";

const ajv = formats.default(new Ajv2020({ strict: false, allErrors: true }));
const authorization = `Basic ${Buffer.from(`${account_sid}:${auth_token}`).toString("base64")}`;
let application;
let simulator;

before(async () => {
  application = await Application.open();
  simulator = await Simulator.open(application);
});
after(async () => {
  await simulator?.close();
  application?.close();
});

/** The answer, judged. */
async function ask(schema, method, path, form) {
  const response = await fetch(`${simulator.base}/2010-04-01/Accounts/${account_sid}${path}`, {
    method, headers: { authorization }, body: form && new URLSearchParams(form),
  });
  const json = await response.json();
  const check = ajv.compile(schema);
  assert.ok(check(json), `${method} ${path}: ${ajv.errorsText(check.errors)}\n${JSON.stringify(json, null, 1)}`);
  return json;
}

const get = (schema, path) => ask(schema, "GET", path);
const listed = (key, schema, path) => get(schemas.page_of(key, schema), path);

test("a message, from queued to delivered, failed, scheduled, refused, with pictures, from a person", async () => {
  const { message, media, refusal } = schemas;
  const send = (more, schema = message) =>
    ask(schema, "POST", "/Messages.json", { To: ana, From: line, Body: "Recorded", ...more });
  const { sid } = await send({});
  await eventually(async () => (await get(message, `/Messages/${sid}.json`)).status === "delivered", "delivered");
  await simulator.ask("PUT", "endings", { number: ana, status: "failed", code: 30007 });
  const failing = await send({});
  await eventually(async () => (await get(message, `/Messages/${failing.sid}.json`)).error_code === 30007, "failed");
  await simulator.ask("PUT", "endings", { number: ana, status: "refused", code: 21635 });
  assert.equal((await send({}, refusal)).code, 21635);
  await simulator.ask("PUT", "endings", { number: ana, status: "delivered" });
  const at = new Date(Date.now() + 20 * 24 * 3600e3).toISOString().replace(/\.\d+/, "");
  const by_service = { From: "", MessagingServiceSid: `MG${"0".repeat(32)}` };
  const scheduled = await send({ ...by_service, ScheduleType: "fixed", SendAt: at });
  assert.equal(scheduled.status, "scheduled");
  const canceled = await ask(message, "POST", `/Messages/${scheduled.sid}.json`, { Status: "canceled" });
  assert.equal(canceled.status, "canceled");
  assert.equal((await send({ Body: "" }, refusal)).code, 21602);
  const pictured = await simulator.text("my note", { pictures: [{ content_type: "image/png", base64: "AAAA" }] });
  await get(message, `/Messages/${pictured.sid}.json`);
  const { media_list } = await listed("media_list", media, `/Messages/${pictured.sid}/Media.json`);
  await get(media, `/Messages/${pictured.sid}/Media/${media_list[0].sid}.json`);
  const { messages } = await listed("messages", message, "/Messages.json?PageSize=2");
  assert.equal(messages.length, 2);
  await get(refusal, `/Messages/SM${"0".repeat(32)}.json`);
});

test("a call that is forwarded, its recording and what was said on it; a call that is placed", async () => {
  const { call, recording, transcription, refusal } = schemas;
  application.on("/voice", '<Response><Record action="/done" maxLength="119" transcribe="true"/></Response>');
  await simulator.ask("PUT", "clock", { speed: 30 });
  const { sid } = await simulator.ask("POST", "calls", { from: ana, forwarded_from: "+15550100777" });
  assert.equal((await get(call, `/Calls/${sid}.json`)).forwarded_from, "+15550100777");
  const begun = await eventually(async () => {
    const { recordings } = await listed("recordings", recording, `/Calls/${sid}/Recordings.json`);
    return recordings[0];
  }, "a recording");
  await simulator.speak(sid, 4);
  await simulator.hang_up(sid);
  await simulator.hurry();
  await eventually(
    async () => (await get(recording, `/Recordings/${begun.sid}.json`)).status === "completed", "the sound");
  const { transcriptions } = await listed("transcriptions", transcription, `/Recordings/${begun.sid}/Transcriptions.json`);
  await eventually(
    async () => (await get(transcription, `/Transcriptions/${transcriptions[0].sid}.json`)).status === "failed", "its end");
  assert.equal((await get(call, `/Calls/${sid}.json`)).status, "completed");
  const placed = await ask(call, "POST", "/Calls.json", { To: ana, From: line, Url: `${application.base}/placed` });
  await ask(call, "POST", `/Calls/${placed.sid}.json`, { Status: "canceled" });
  await listed("calls", call, "/Calls.json?PageSize=1");
  await listed("recordings", recording, "/Recordings.json");
  await ask(refusal, "POST", "/Calls.json", { To: ana, From: line });
});

test("a number without a single address, one with all, and one that can't be had", async () => {
  const { number, refusal } = schemas;
  const { sid } = await ask(number, "POST", "/IncomingPhoneNumbers.json", { PhoneNumber: "+15550100888" });
  const bare = await get(number, `/IncomingPhoneNumbers/${sid}.json`);
  assert.equal(bare.voice_url, null);
  const set = { VoiceUrl: "https://app.example/voice", SmsUrl: "https://app.example/sms", StatusCallback: "https://app.example/status" };
  const changed = await ask(number, "POST", `/IncomingPhoneNumbers/${sid}.json`, set);
  assert.equal(changed.voice_url, set.VoiceUrl);
  await listed("incoming_phone_numbers", number, "/IncomingPhoneNumbers.json");
  await ask(refusal, "POST", "/IncomingPhoneNumbers.json", { PhoneNumber: "5550100" });
});

test("what a ready-made sentence says is written down", async () => {
  const { samples } = await simulator.ask("GET", "line");
  application.on("/voice", '<Response><Record action="/done" maxLength="119" transcribe="true" transcribeCallback="/written"/></Response>');
  const { sid } = await simulator.dial();
  await simulator.until(sid, "recording");
  const longest = samples.reduce((one, other) => (other.words.length > one.words.length ? other : one));
  await simulator.ask("POST", `calls/${sid}/voice`, { sample: longest.name });
  await simulator.hurry();
  await eventually(() => application.at("/written").length === 1, "the transcription");
  const [{ params }] = application.at("/written");
  assert.equal(params.TranscriptionStatus, "completed");
  assert.equal(params.TranscriptionText, longest.words);
  const [{ url }] = application.at("/written");
  assert.equal(params.url, url);
});
