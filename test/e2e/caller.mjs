// Somebody's call to the line, from the ringing to the callbacks after it. Follows the documents as the provider
// does, as far as these stories need it; test/scenarios holds them against the provider's rules.
import assert from "node:assert/strict";

import { account_sid, line_number, new_sid } from "./line.mjs";
import { recording } from "./sound.mjs";

const unescaped = (text) =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");

/** Its verbs from top to bottom; of what is spoken only the words. */
function read(document) {
  const verbs = [];
  for (const [, name, attributes, rest] of document.matchAll(
    /<(Gather|Record|Redirect|Hangup)\b([^>]*)>([^<]*)/g,
  )) {
    const verb = { name, words: unescaped(rest) };
    for (const [, key, value] of attributes.matchAll(/(\w+)="([^"]*)"/g)) verb[key] = unescaped(value);
    verbs.push(verb);
  }
  return { verbs, said: unescaped(document.replaceAll(/<[^>]*>/g, " ")) };
}

export class Caller {
  heard = "";
  #house;
  #verbs = [];
  #standard;
  #recorded;
  #recording_callback;

  constructor(house, from, attestation = "TN-Validation-Passed-A") {
    this.#house = house;
    this.sid = new_sid("CA");
    this.#standard = {
      AccountSid: account_sid,
      ApiVersion: "2010-04-01",
      CallSid: this.sid,
      Direction: "inbound",
      From: from,
      Caller: from,
      To: line_number,
      Called: line_number,
      StirVerstat: attestation,
    };
  }

  rings() {
    return this.#open("/twilio/voice/incoming", { CallStatus: "ringing" });
  }

  async presses(digits) {
    assert.equal(this.#verbs[0]?.name, "Gather", `nobody asks for keys, but says: ${this.heard}`);
    await this.#open(this.#verbs[0].action, { Digits: digits });
    return this;
  }

  /** Waits for the beep, speaks that long, and presses pound or hangs up. */
  async speaks(seconds = 6, ending = "#") {
    await this.has_spoken(seconds, ending);
    return this.recording_is("completed");
  }

  /** What was spoken is on its way still. */
  async has_spoken(seconds = 6, ending = "#") {
    while (this.#verbs[0]?.name === "Gather") await this.#goes_on();
    const [record] = this.#verbs;
    assert.equal(record?.name, "Record", `nobody records, but says: ${this.heard}`);
    const recording_sid = new_sid("RE");
    await this.#house.post_to_sides("/provider/media", {
      path: `Recordings/${recording_sid}`,
      content_type: "audio/x-wav",
      base64: recording(seconds).toString("base64"),
    });
    this.#recorded = {
      RecordingSid: recording_sid,
      RecordingDuration: String(seconds),
      RecordingUrl: `https://api.twilio.com/2010-04-01/Accounts/${account_sid}/Recordings/${recording_sid}`,
    };
    this.#recording_callback = record.recordingStatusCallback;
    await this.#open(record.action, { ...this.#recorded, Digits: ending });
    return this;
  }

  /** "completed", "absent" or "failed", as the provider says it afterwards. */
  async recording_is(status) {
    await this.#tells(this.#recording_callback, { ...this.#recorded, RecordingStatus: status });
    return this;
  }

  async hangs_up() {
    await this.#tells("/twilio/voice/status", {
      CallStatus: "completed",
      CallDuration: "30",
      SequenceNumber: "0",
    });
    return this;
  }

  async #open(url, more) {
    const { verbs, said } = read(await this.#tells(url, { CallStatus: "in-progress", ...more }));
    this.heard = said;
    this.#verbs = verbs;
    while (this.#verbs[0]?.name === "Redirect") await this.#goes_on();
  }

  /** Nothing was entered. */
  async #goes_on() {
    const before = this.#verbs.shift();
    assert.ok(before, "the call has ended");
    if (before.name === "Redirect") await this.#open(before.words, {});
  }

  async #tells(url, more) {
    const path = url.split("#")[0];
    const response = await this.#house.post_webhook(path, { ...this.#standard, ...more });
    const body = await response.text();
    assert.ok(response.ok, `${path}: ${response.status} ${body}`);
    return body;
  }
}
