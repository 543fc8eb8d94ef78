// Everybody can use it: what axe-core finds on every page and in every state of it, light and dark, on a phone and at a
// desk, in both languages; how wide a page is, and how large what is pressed.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { Client } from "./api.mjs";
import { is_for_everybody } from "./axe.mjs";
import { Browser, desk, phone } from "./browser.mjs";
import { Contract } from "./contract.mjs";
import { all_call_out, crowd } from "./crowd.mjs";
import { House } from "./house.mjs";
import { absence_of, calls_out, stranger_calls_out, trouble_on_the_line } from "./morning.mjs";
import { ana, boss, carla, hana, iris, ivan, mia, otto } from "./people.mjs";
import { says } from "./rooms.mjs";
import { speaks } from "./sentences.mjs";
import { day_of } from "./story_time.mjs";

let house;
let browser;
let manager; // Boss's, beside the browser
let other; // Mia's
let unverified;
let rejected;
let merged;
let listen_link;
before(async () => {
  house = await House.open();
  browser = await Browser.open();
  await house.import_people(crowd(6));
  await all_call_out(house, day_of(house.now()), 6);
  await calls_out(house, ana);
  listen_link = (await house.mail(boss.email, "URGENT")).html.match(/\/listen\/[\w.~%-]+/)[0];
  await house.text(carla.phone, "Calling out sick, " + "Donaudampfschifffahrtsgesellschaft".repeat(3));
  unverified = await stranger_calls_out(house, "Sick today, this is Ben Okafor");
  await trouble_on_the_line(house);
  await house.sql(
    `INSERT INTO alarms (kind, raised_at) VALUES ('nobody_to_tell', ${Math.floor(house.now() / 1000)})`,
  );
  manager = await Client.signed_in(house, new Contract(), boss);
  other = await Client.signed_in(house, new Contract(), mia);
  await decide_what_can_be();
});
after(async () => {
  await browser?.close();
  await house?.close();
});

const request_of = async (number) =>
  (await absence_of(house, { email: `person00${number}@example.org` })).request;

async function decide(client, request, decision) {
  const { headers } = await client.get(`/requests/${request}`);
  const state = { "If-Match": headers.get("etag") };
  const { status, body } = await client.post(`/requests/${request}/decision`, decision, state);
  assert.equal(status, 200, JSON.stringify(body));
}

async function decide_what_can_be() {
  const [approved, denied, cancelled] = await Promise.all([1, 2, 3].map(request_of));
  await decide(manager, approved, { decision: "approve" });
  await decide(manager, denied, { decision: "deny", reason: "No." });
  await decide(manager, cancelled, { decision: "cancel" });
  rejected = await stranger_calls_out(house, "out sick today", "+15550100197");
  assert.equal((await manager.post(`/call-outs/${rejected}/rejection`)).status, 200);
  merged = await stranger_calls_out(house, "out sick today", "+15550100196");
  const member_id = await house.member_id(ana);
  const { status } = await manager.post(`/call-outs/${merged}/assignment`, { member_id });
  assert.equal(status, 200);
}

/** Pages of what is over, one of each kind, and what each says of it. */
async function decided_pages(say) {
  const [approved, denied, cancelled] = await Promise.all([1, 2, 3].map(request_of));
  return [
    [`/requests/${approved}`, say("web.status.approved")],
    [`/requests/${denied}`, say("web.facts.denial", { reason: "No." })],
    [`/requests/${cancelled}`, say("web.status.cancelled")],
    [`/call-outs/${rejected}`, say("web.call_out.state.rejected")],
    [`/call-outs/${merged}`, say("web.call_out.state.merged")],
  ];
}

/** Every page, and what tells that it is all there. */
async function pages(say) {
  const { request } = await absence_of(house, ana);
  return [
    ["/board", say("web.board.headcounts")],
    ["/requests", ana.name],
    ["/requests?search=nobody-of-that-name", say("web.inbox.none")],
    [`/requests/${request}`, say("web.history.title")],
    [`/call-outs/${unverified}`, say("web.whose.title")],
    ["/line", say("web.attempt.unclear")],
    ["/requests/999999", say("web.not_found.title")],
    ...(await decided_pages(say)),
  ];
}

// A language changes no colour: one light is enough for the second.
for (const { name, language, locale, schemes, conflicting } of [
  { name: "English", language: "en", locale: "en-US", schemes: ["dark", "light"], conflicting: 4 },
  { name: "Spanish", language: "es", locale: "es-US", schemes: ["light"], conflicting: 5 },
]) {
  const say = speaks(language);
  const look = (page, where, how) => is_for_everybody(page, where, { schemes, ...how });
  const button = (page, id, values) => page.getByRole("button", { name: say(id, values) });
  const heading = (page, id) => page.getByRole("heading", { level: 1, name: say(id) }).waitFor();

  describe(`axe finds nothing, and nothing is too wide, in ${name}`, () => {
    before(() => house.sql(`UPDATE users SET language = '${language}'`));

    test("before the sign-in", async () => {
      const visit = await browser.visit(house, { locale });
      const { page } = visit;
      await heading(page, "web.sign_in.title");
      await look(page, "sign-in");
      await button(page, "web.sign_in.do").click();
      await says(page, say("web.sign_in.email_missing"));
      await look(page, "sign-in with errors");
      await button(page, "web.sign_in.by_code").click();
      await page.getByLabel(say("web.sign_in.address")).fill(mia.email);
      await look(page, "sign-in by code");
      await button(page, "web.sign_in.by_code").click();
      const field = page.getByLabel(say("web.sign_in.code"), { exact: true });
      await field.waitFor();
      await button(page, "web.sign_in.do").click();
      await says(page, say("web.sign_in.code_missing"));
      await look(page, "the code");
      const mail = await house.mail(mia.email, say("mail.sign_in_code.subject"));
      await field.fill(mail.text.match(/\b\d{6}\b/)[0]);
      await button(page, "web.sign_in.do").click();
      await page.getByLabel(say("web.password.new")).fill("short");
      await button(page, "web.sign_in.choose_do").click();
      await says(page, say("web.password.short"));
      await look(page, "choosing a password");
      await visit.close();
    });

    test("at the first start, with a link, a used one and none", async () => {
      const path = (await house.administrator_link()).replace(house.url, "");
      const visit = await browser.visit(house, { locale, path });
      const { page } = visit;
      await heading(page, "web.start.title");
      await look(page, "the first start");
      await button(page, "web.start.do").click();
      await says(page, say("web.start.name_missing"));
      await look(page, "the first start with errors");
      await visit.goto("/start");
      await heading(page, "web.start.no_link");
      await look(page, "the first start without a link");
      await visit.goto("/start#used");
      await page.getByLabel(say("web.start.name")).fill("Mallory");
      await page.getByLabel(say("web.sign_in.email")).fill("mallory@example.org");
      await page.getByLabel(say("web.password.label"), { exact: true }).fill("harvest-moon-78");
      await button(page, "web.start.do").click();
      await heading(page, "web.start.used");
      await look(page, "the first start with a used link");
      await visit.close();
    });

    test("in every room, and of whatever has become of a request", async () => {
      const visit = await browser.visit_as(house, hana);
      for (const [path, words] of await pages(say)) {
        await visit.goto(path);
        await says(visit.page, words);
        await look(visit.page, path);
      }
      await visit.close();
    });

    test("where there is nothing to see", async () => {
      for (const [person, path, words] of [
        [ivan, "/board", "web.board.nobody"],
        [otto, "/board", "web.board.administrator"],
        [iris, "/requests", "web.inbox.empty"],
      ]) {
        const visit = await browser.visit_as(house, person, { path });
        await says(visit.page, say(words));
        await look(visit.page, say(words));
        await visit.close();
      }
    });

    test("with the reader's menu open", async () => {
      const visit = await browser.visit_as(house, boss);
      await button(visit.page, "web.shell.you", { name: boss.name }).click();
      await visit.page.getByRole("menuitem", { name: say("web.shell.sign_out") }).waitFor();
      await look(visit.page, "the reader's menu", { menu: true });
      await visit.close();
    });

    test("while one denies or takes back", async () => {
      const { request } = await absence_of(house, carla);
      const visit = await browser.visit_as(house, boss, { path: `/requests/${request}` });
      const { page } = visit;
      const choose = async (id) => {
        await button(page, "web.act.more").click();
        await page.getByRole("menuitem", { name: new RegExp(`^${say(id)}`) }).click();
      };
      await button(page, "web.act.more").click();
      await page.getByRole("menuitem").first().waitFor();
      await look(page, "further acts", { menu: true });
      await page.keyboard.press("Escape");
      await choose("web.act.deny");
      await page
        .getByRole("dialog")
        .getByRole("button", { name: say("web.act.deny") })
        .click();
      await says(page, say("web.deny.reason_missing"));
      await look(page, "denying");
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "hidden" });
      await choose("web.act.cancel");
      await says(page, say("web.take_back.effect", { name: carla.name }));
      await look(page, "taking back");
      await visit.close();
    });

    test("while one is asked whether somebody has seen to it", async () => {
      const visit = await browser.visit_as(house, boss);
      const opener = new RegExp(`^${say("web.attempt.close_of", { who: "" })}`);
      await visit.page.getByRole("button", { name: opener }).first().click();
      await visit.page.getByRole("dialog").waitFor();
      await look(visit.page, "seen to");
      await visit.close();
    });

    test("while one rejects or assigns what others read", async () => {
      const visit = await browser.visit_as(house, boss, { path: `/call-outs/${unverified}` });
      const { page } = visit;
      await says(page, say("web.words.withheld.not_yours"));
      await look(page, "words for others");
      await button(page, "web.reject.open").click();
      await page.getByRole("dialog").waitFor();
      await look(page, "rejecting");
      await button(page, "web.dialog.cancel").click();
      await page.getByLabel(say("web.whose.search")).fill("okafor");
      await page.getByRole("button", { name: /Ben Okafor/ }).click();
      await page.getByRole("dialog", { name: /Ben Okafor/ }).waitFor();
      await look(page, "assigning");
      await visit.close();
    });

    test("while one filters, or asks which keys there are", async () => {
      const visit = await browser.visit_as(house, boss, { size: desk, path: "/requests" });
      const { page } = visit;
      const person = page.getByRole("combobox", { name: say("web.inbox.person") });
      await person.click();
      await page.getByRole("option", { name: new RegExp(ana.name) }).waitFor();
      await look(page, "the choice of a person", { menu: true, is_on: ["desk"] });
      await page.keyboard.press("Escape");
      await button(page, "web.inbox.keys").click();
      await page.getByRole("dialog", { name: say("web.inbox.keys") }).waitFor();
      await look(page, "the keys");
      await page.keyboard.press("Escape");
      await page.setViewportSize(phone.viewport);
      await button(page, "web.inbox.filters").click();
      await page.getByLabel(say("web.inbox.needs_verification")).waitFor();
      await look(page, "the filters", { is_on: ["phone"] });
      await person.click();
      await page.getByRole("option", { name: new RegExp(ana.name) }).waitFor();
      await look(page, "the choice of a person", { menu: true, is_on: ["phone"] });
      await page.getByRole("option", { name: new RegExp(ana.name) }).click();
      await button(page, "web.inbox.person.clear").waitFor();
      await look(page, "a person is chosen", { is_on: ["phone"] });
      await visit.close();
    });

    test("where the password is wanted again", async () => {
      const { request } = await absence_of(house, ana);
      const visit = await browser.visit(house, { path: `/requests/${request}` });
      const { page } = visit;
      await page.getByLabel("Keep me signed in on this device").check();
      await visit.sign_in(boss.email);
      await house.sql("UPDATE sessions SET confirmed_at = confirmed_at - 7200 WHERE is_remembered = 1");
      await page.reload();
      await button(page, "web.confirm.open").waitFor();
      await look(page, "words until it is confirmed who reads");
      await button(page, "web.confirm.open").click();
      await page.getByRole("dialog").waitFor();
      await look(page, "confirming");
      await visit.close();
    });

    test("while it is not connected, and somebody else was first", async () => {
      const request = await request_of(conflicting);
      const visit = await browser.visit(house, { path: `/requests/${request}` });
      const { page } = visit;
      visit.allow(/ERR_FAILED/);
      await page.route("**/api/v1/events", (route) => route.abort());
      await visit.sign_in(boss.email);
      await says(page, say("web.live.lost"));
      const approve = page
        .getByRole("region", { name: say("web.act.title") })
        .getByRole("button", { name: say("web.act.approve"), exact: true });
      await approve.waitFor();
      await decide(other, request, { decision: "approve" });
      await approve.click();
      await page.getByRole("alert").getByText(mia.name).waitFor();
      await look(page, "somebody else was first");
      await visit.close();
    });

    test("where a page can't be had", async () => {
      const visit = await browser.visit_as(house, boss, { path: "/line" });
      const { page } = visit;
      await heading(page, "web.room.line");
      await page.route("**/api/v1/board", (route) =>
        route.fulfill({
          status: 403,
          contentType: "application/problem+json",
          headers: { "Cache-Control": "no-store" },
          json: { type: "/problems/other-site", title: "The request came from another site", status: 403 },
        }),
      );
      await visit.goto("/board");
      await button(page, "web.trouble.again").waitFor();
      await look(page, "trouble");
      await visit.close();
    });

    test("when the session has ended", async () => {
      const visit = await browser.visit_as(house, boss, { path: "/requests" });
      const { page } = visit;
      await page.getByRole("link", { name: ana.name, exact: true }).waitFor();
      await house.sql(
        `DELETE FROM sessions WHERE created_at = (SELECT MAX(created_at) FROM sessions)
         AND user_id = (SELECT id FROM users WHERE email = '${boss.email}')`,
      );
      await page.getByText(say("web.inbox.kind.pto"), { exact: true }).click();
      await says(page, say("web.sign_in.ended"));
      await look(page, "a session that has ended");
      await visit.close();
    });

    test("behind the mail's link, good or not", async () => {
      const visit = await browser.visit(house, { path: listen_link });
      await says(visit.page, say("listen.private"));
      await look(visit.page, "the recording behind the mail's link");
      await visit.goto("/listen/nothing");
      await says(visit.page, speaks("en")("listen.unknown"));
      await look(visit.page, "a link that is no good");
      await visit.close();
    });
  });
}

test("what is pressed with a thumb is at least 24 pixels, and what is done most 44", async () => {
  const visit = await browser.visit_as(house, boss, { size: phone });
  const { page } = visit;
  await page.getByRole("link", { name: ana.name, exact: true }).first().waitFor();
  for (const button of await page.getByRole("button").all()) {
    const box = await button.boundingBox();
    if (box)
      assert.ok(box.height >= 24 && box.width >= 24, `${await button.innerText()} ${JSON.stringify(box)}`);
  }
  const { request } = await absence_of(house, carla);
  await visit.goto(`/requests/${request}`);
  for (const button of await page
    .getByRole("region", { name: "What you can do" })
    .getByRole("button")
    .all()) {
    const box = await button.boundingBox();
    assert.ok(box.height >= 44, `${await button.innerText()} ${JSON.stringify(box)}`);
  }
  await visit.close();
});
