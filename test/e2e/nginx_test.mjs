// The server behind a real nginx, set up as docs/nginx.conf says.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { Browser, count_becomes, desk, phone } from "./browser.mjs";
import { Contract } from "./contract.mjs";
import { eventually } from "./eventually.mjs";
import { House } from "./house.mjs";
import { ana, ben, boss, carla, dev, password } from "./people.mjs";
import { Proxy } from "./proxy.mjs";
import { act, open_request, says } from "./rooms.mjs";

let proxy;
let house;
let browser;
before(async () => {
  proxy = await Proxy.prepare();
  house = await House.open({ public_url: proxy.url, settings: { TRUSTED_PROXIES: "127.0.0.1" } });
  await proxy.start(house.port);
  browser = await Browser.open();
});
after(async () => {
  await browser?.close();
  await proxy?.close();
  await house?.close();
});

const json = (more = {}) => ({
  "Content-Type": "application/json",
  Origin: proxy.url,
  "Sec-Fetch-Site": "same-origin",
  ...more,
});
const sign_in = (email, words, { from, headers } = {}) =>
  proxy.send("POST", "/api/v1/session", {
    from,
    headers: json(headers),
    body: JSON.stringify({ email, password: words }),
  });

test("the session's cookie is bound to the host and to https", async () => {
  const { status, headers, body } = await sign_in(boss.email, password);
  assert.equal(status, 200, body);
  const [cookie] = headers.getSetCookie();
  assert.match(cookie, /^__Host-callout=/);
  for (const attribute of [/; *Secure/i, /; *HttpOnly/i, /; *Path=\/(;|$)/i, /; *SameSite=/i])
    assert.match(cookie, attribute);
  assert.doesNotMatch(cookie, /Domain=/i);
  const session = await proxy.send("GET", "/api/v1/session", { headers: { Cookie: cookie.split(";")[0] } });
  new Contract().check({ method: "GET", url: "/api/v1/session", ...session });
  assert.equal(session.status, 200);
  const page = await proxy.send("GET", "/board");
  assert.equal(page.status, 200);
  assert.match(page.headers.get("strict-transport-security"), /^max-age=\d+$/);
});

test("plain http leads to https", async () => {
  const response = await fetch(`http://127.0.0.1:${proxy.plain_port}/board?x=1`, { redirect: "manual" });
  assert.equal(response.status, 301);
  assert.equal(response.headers.get("location"), `${proxy.url}/board?x=1`);
});

test("webhooks signed for the public address pass through", async () => {
  const params = { MessageSid: `SM${"a".repeat(32)}` };
  const { status } = await proxy.send("POST", "/twilio/sms/incoming", {
    body: new URLSearchParams(params).toString(),
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
  });
  assert.equal(status, 403);
  assert.match(await house.text(ana.phone, "sick today"), /recorded, Ana/);
});

test("the sign-in throttle sees the real visitor, whatever they claim to be", async () => {
  const tries = [];
  for (let number = 0; number < 20; number += 1) {
    const claimed = { "X-Forwarded-For": `203.0.113.${number}` };
    tries.push(
      (
        await sign_in(`nobody${number}@example.org`, "wrong-words-12", {
          from: "127.0.0.2",
          headers: claimed,
        })
      ).status,
    );
  }
  assert.deepEqual(new Set(tries), new Set([401]));
  const stopped = await sign_in(boss.email, password, { from: "127.0.0.2" });
  assert.equal(stopped.status, 429, stopped.body);
  assert.ok(Number(stopped.headers.get("retry-after")) > 0);
  const elsewhere = await sign_in(boss.email, password, { from: "127.0.0.3" });
  assert.equal(elsewhere.status, 200, elsewhere.body);
});

test("what happens is on an open board at once, and after a restart the board recovers by itself", async () => {
  const visit = await browser.visit_as(house, boss, { https_errors: true });
  const { page } = visit;
  await page.getByText("Ana Ruiz").first().waitFor();
  await house.text(ben.phone, "sick today, fever");
  await page.getByText("Ben Okafor").first().waitFor();

  // While the server is away nginx answers in its place.
  visit.allow(/^(contract|server|network|console): .*(502|\/api\/v1\/|ERR_|MIME)/);
  await house.stop();
  await page
    .getByText(/^Not connected/)
    .first()
    .waitFor();
  await house.start();
  await house.text(carla.phone, "sick today, cough");
  await page.getByText("Carla Diaz").first().waitFor();
  await eventually(
    async () => (await page.getByText(/^Not connected/).count()) === 0,
    "the note that the board is not live to go",
  );
  await house.text(dev.phone, "sick today, cold");
  await page.getByText("Dev Patel").first().waitFor();
  await visit.close();
});

for (const { size, away, restarting } of [
  { size: phone, away: ana, restarting: ben },
  { size: desk, away: carla, restarting: dev },
]) {
  const approvals = async ({ email }) =>
    house.number(
      `SELECT COUNT(*) FROM audit_entries a
       JOIN pto_requests r ON r.id = a.subject_id JOIN team_members m ON m.id = r.member_id
       JOIN users u ON u.id = m.user_id WHERE a.action = 'request approved' AND u.email = '${email}'`,
    );
  const approved = (page) => page.getByText("Approved", { exact: true }).filter({ visible: true });
  const unreachable = (page) => page.getByText(/The server can’t be reached/).filter({ visible: true });

  test(`a decision while the server is away fails with words, and works once it is back: on a ${size.name}`, async () => {
    const visit = await browser.visit_as(house, boss, { size, https_errors: true });
    const { page } = visit;
    await open_request(page, away);
    visit.allow(/^(contract|server|network|console): .*(502|\/api\/v1\/|ERR_|MIME)/);
    await house.stop();
    await act(page, "Approve");
    await unreachable(page).first().waitFor();
    assert.equal(await approved(page).count(), 0);
    await house.start();
    await count_becomes(page.getByText(/^Not connected/), 0);
    await act(page, "Approve");
    await says(page, "Approved. The employee is being told.");
    await approved(page).first().waitFor();
    assert.equal(await approvals(away), 1);
    await visit.close();
  });

  test(`a decision in the midst of a restart is made once or says that it was not: on a ${size.name}`, async () => {
    const visit = await browser.visit_as(house, boss, { size, https_errors: true });
    const { page } = visit;
    await open_request(page, restarting);
    visit.allow(/^(contract|server|network|console): .*(502|\/api\/v1\/|ERR_|MIME)/);
    await Promise.all([house.restart(), act(page, "Approve")]);
    await approved(page).or(unreachable(page)).first().waitFor();
    await count_becomes(page.getByText(/^Not connected/), 0);
    if ((await approvals(restarting)) === 0) await act(page, "Approve");
    await approved(page).first().waitFor();
    assert.equal(await approvals(restarting), 1);
    await visit.close();
  });
}
