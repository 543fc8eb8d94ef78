// The simulator judged by a second, older library of the vendor's: Debian's python3-twilio.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { eventually } from "../e2e/eventually.mjs";
import { Application, Simulator, account_sid, ana, auth_token, line } from "./program.mjs";

const script = fileURLToPath(new URL("vendor_client.py", import.meta.url));

async function run(input) {
  const python = spawn("/usr/bin/python3", [script], { stdio: ["pipe", "pipe", "pipe"] });
  python.stdin.end(JSON.stringify(input));
  const [output, errors] = await Promise.all([python.stdout.toArray(), python.stderr.toArray()]);
  return { output: Buffer.concat(output).toString(), errors: Buffer.concat(errors).toString() };
}

test("the vendor's client for Python creates, lists, fetches, updates and deletes, and its validator judges as it should", async () => {
  const application = await Application.open();
  const simulator = await Simulator.open(application);
  try {
    application.on("/voice", '<Response><Record action="/recorded" timeout="600"/></Response>');
    const { sid } = await simulator.dial();
    await simulator.until(sid, "recording");
    await simulator.speak(sid, 4);
    await simulator.hurry();
    const picture = { content_type: "image/png", base64: Buffer.from("picture").toString("base64") };
    await simulator.text("sick mañana 🤒", { pictures: [picture] });
    await eventually(
      () => ["/recorded", "/status", "/sms"].every((path) => application.at(path).length > 0), "webhooks");
    await eventually(
      async () => (await simulator.client.recordings.list()).every(({ status }) => status === "completed"), "recording");
    const requests = application.requests.map(({ url, params, signature }) => ({ url, params, signature }));
    const { output, errors } = await run({ base: simulator.base, account_sid, auth_token, line, ana, requests });
    assert.equal(errors, "");
    assert.equal(output, `judged ${requests.length} requests\n`);
  } finally {
    await simulator.close();
    application.close();
  }
});
