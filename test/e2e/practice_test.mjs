// Practice in the live application: everybody who is signed in has a room of their own, in which a call is a call and
// yet nobody is told and nothing is on record.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { Client } from "./api.mjs";
import { axe_finds_nothing } from "./axe.mjs";
import { Browser, desk } from "./browser.mjs";
import { Contract } from "./contract.mjs";
import { eventually } from "./eventually.mjs";
import { House } from "./house.mjs";
import { boss, hana } from "./people.mjs";
import { says } from "./rooms.mjs";

let house;
let browser;
const contract = new Contract();
before(async () => {
  house = await House.open();
  browser = await Browser.open();
});
after(async () => {
  await browser?.close();
  await house?.close();
});

/** A request of the phone page's. */
async function ask(client, path, { method = "GET", body, type = "application/json", headers = {} } = {}) {
  const response = await fetch(`${house.local_url}/practice/api/${path}`, {
    method,
    headers: {
      ...(client && { Cookie: client.cookie }),
      ...(method !== "GET" && { Origin: house.url, "Sec-Fetch-Site": "same-origin" }),
      ...(body !== undefined && { "Content-Type": type }),
      ...headers,
    },
    body: typeof body === "object" && !(body instanceof Uint8Array) ? JSON.stringify(body) : body,
  });
  const text = await response.text();
  return { status: response.status, body: text.startsWith("{") ? JSON.parse(text) : text };
}

/** Calls as oneself and presses 1 at the question: reported without speaking. */
async function calls_out(client) {
  const { body: line } = await ask(client, "line");
  const { body: call } = await ask(client, "calls", { method: "POST", body: { from: line.telephones[0].number } });
  const heard = async () => (await ask(client, `calls/${call.sid}`)).body;
  await ask(client, "clock", { method: "PUT", body: { speed: 50 } });
  await eventually(async () => JSON.stringify((await heard()).transcript).includes("Hello"), "the greeting", 60000);
  await eventually(async () => (await heard()).doing.kind === "recording", "the beep", 60000);
  const voice = { method: "POST", body: new Uint8Array(3200).fill(77), type: "audio/L16;rate=8000" };
  assert.equal((await ask(client, `calls/${call.sid}/voice`, voice)).status, 204);
  await ask(client, `calls/${call.sid}/hang-up`, { method: "POST" });
  await eventually(async () => {
    const { body } = await ask(client, "messages");
    return body.messages.some(({ to }) => to === line.telephones[2].number);
  }, "the manager of the exercise is told", 60000);
  return { line, call: await heard(), messages: (await ask(client, "messages")).body.messages };
}

test("whoever is not signed in has no room", async () => {
  assert.equal((await ask(null, "line")).status, 401);
  assert.equal((await ask(null, "calls", { method: "POST", body: { from: "anonymous" } })).status, 401);
});

test("a page of another site starts nothing", async () => {
  const client = await Client.signed_in(house, contract, boss);
  const headers = { Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" };
  const { status } = await ask(client, "calls", { method: "POST", body: { from: "anonymous" }, headers });
  assert.equal(status, 403);
});

test("a call is an exercise: it is told in the room alone, and stands in no book of the live server", async () => {
  const client = await Client.signed_in(house, contract, boss);
  const { line, call, messages } = await calls_out(client);
  assert.equal(line.mode, "practice");
  assert.deepEqual(
    line.telephones.map(({ name }) => name),
    [boss.name, "Robin Colleague", "Max Manager"],
  );
  assert.match(line.telephones[0].pin, /^\d{4}$/);
  const said = call.transcript.map(({ words }) => words).join(" ");
  assert.match(said, /Welcome to Example Clinic \(exercise\)/);
  assert.match(said, /Hello Boss/);
  assert.ok(messages.some(({ to, body }) => to === line.telephones[2].number && body.includes("Boss L")));
  for (const table of ["call_out_records", "pto_requests", "attempts", "calls", "outbox", "alarms"])
    assert.equal(await house.number(`SELECT COUNT(*) FROM ${table}`), 0, table);
  assert.deepEqual(await house.ask_sides("/provider/messages"), []);
  assert.deepEqual(await house.ask_sides("/mails"), []);
});

test("a room is its owner's alone", async () => {
  const others = await Client.signed_in(house, contract, hana);
  const { body: line } = await ask(others, "line");
  assert.equal(line.telephones[0].name, hana.name);
  assert.deepEqual((await ask(others, "calls")).body.calls, []);
  assert.deepEqual((await ask(others, "messages")).body.messages, []);
});

test("at most four rooms are open: none is taken from who practises, one that is left makes place", async () => {
  const enters = async (person) => {
    const client = await Client.signed_in(house, contract, { email: `${person}@example.org` });
    return ask(client, "line");
  };
  const first = await Client.signed_in(house, contract, hana);
  await ask(first, "messages", { method: "POST", body: { from: "+15550100101", body: "hello" } });
  for (const person of ["mia", "sue"]) assert.equal((await enters(person)).status, 200);
  const refused = await enters("adela");
  assert.equal(refused.status, 503);
  assert.match(refused.body.detail, /all practice rooms are in use/);
  assert.equal((await ask(first, "messages")).body.messages.length > 0, true);
  await house.advance(180);
  for (const person of ["adela", "ivan", "sue", "mia"]) assert.equal((await enters(person)).status, 200);
  await house.advance(180); // they have left
});

test("the menu leads to the phone page, which says that it is an exercise", async () => {
  const visit = await browser.visit_as(house, boss, { size: desk });
  const { page } = visit;
  await page.getByRole("button", { name: "Your menu" }).click();
  await page.getByRole("menuitem", { name: "Practise a call" }).click();
  await page.waitForURL("**/practice/");
  await says(page, "exercise");
  await page.getByText(boss.name).first().waitFor();
  await axe_finds_nothing(page, "practice");
  await visit.close();
});

test("a session that ends while somebody practises: the page says so and leads to the sign-in", async () => {
  const visit = await browser.visit_as(house, boss, { size: desk });
  const { page } = visit;
  await visit.goto("/practice/");
  await page.getByText(boss.name).first().waitFor();
  await house.sql("DELETE FROM sessions");
  await page.getByRole("alert").getByText("Your session has ended").waitFor();
  await axe_finds_nothing(page, "practice without a session");
  await page.getByRole("link", { name: "Sign in" }).click();
  await page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
  await visit.close();
});
