// Decisions of several people about one request, and what becomes of one that was begun.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { Client } from "./api.mjs";
import { Browser, desk, phone } from "./browser.mjs";
import { eventually } from "./eventually.mjs";
import { House } from "./house.mjs";
import { absence_of } from "./morning.mjs";
import { ana, ben, boss, carla, dev, eva, hana, mia, sue } from "./people.mjs";
import { act, says } from "./rooms.mjs";

const note = "Please bring a note";

for (const size of [phone, desk]) {
  describe(`on a ${size.name}`, () => {
    let house;
    let browser;
    let boss_elsewhere;
    before(async () => {
      house = await House.open();
      browser = await Browser.open();
      boss_elsewhere = await Client.signed_in(house, browser.contract, boss);
      for (const person of [ana, ben, carla, dev, eva, sue, boss])
        await house.text(person.phone, "Calling out sick - stomach flu");
    });
    after(async () => {
      await browser?.close();
      await house?.close();
    });

    const begin = async (person, manager = mia) => {
      const { request } = await absence_of(house, person);
      const visit = await browser.visit_as(house, manager, { size, path: `/requests/${request}` });
      await visit.page.getByRole("heading", { level: 1, name: person.name }).waitFor();
      return { visit, page: visit.page, request };
    };
    const boss_decides = async (request, decision) => {
      const { body } = await boss_elsewhere.get(`/requests/${request}`);
      const { status } = await boss_elsewhere.post(
        `/requests/${request}/decision`,
        { decision },
        { "If-Match": `"${body.version}"` },
      );
      assert.equal(status, 200);
    };
    const shows_status = (page, status) => page.getByText(status, { exact: true }).first().waitFor();
    const told_first = (scope, status) =>
      scope
        .getByRole("alert")
        .getByText(new RegExp(`Boss Lane decided at .* while you were looking: ${status}`))
        .waitFor();
    const status_of = async (request) =>
      (await house.sql(`SELECT status FROM pto_requests WHERE id = ${request}`))[0];
    const hours_of = (request) =>
      house.number(`SELECT SUM(minutes) FROM ledger_entries WHERE pto_request_id = ${request}`);

    test("an approval that came behind the open question whether to take back is not taken back", async () => {
      const { visit, page, request } = await begin(ana);
      await act(page, "Take back");
      const dialog = page.getByRole("dialog", { name: /Take back Ana/ });
      await dialog.waitFor();
      await boss_decides(request, "approve");
      await shows_status(page, "Approved");
      await dialog.getByRole("button", { name: "Take back" }).click();
      await told_first(page, "approved");
      await dialog.waitFor({ state: "hidden" });
      assert.equal(await status_of(request), "approved");
      assert.equal(await hours_of(request), -450);
      await visit.close();
    });

    test("a denial that comes second is a conflict, and its reason stays to be read", async () => {
      const { visit, page, request } = await begin(ben);
      await act(page, "Deny");
      const dialog = page.getByRole("dialog", { name: /Deny Ben/ });
      await dialog.getByLabel("Reason").fill(note);
      await boss_decides(request, "approve");
      await shows_status(page, "Approved");
      await dialog.getByRole("button", { name: "Deny" }).click();
      await told_first(dialog, "approved");
      assert.equal(await dialog.getByLabel("Reason").inputValue(), note);
      assert.equal(await dialog.getByRole("button", { name: "Deny" }).count(), 0);
      await dialog.getByText("Close", { exact: true }).click();
      await dialog.waitFor({ state: "hidden" });
      assert.equal(await status_of(request), "approved");
      await visit.close();
    });

    test("what was changed behind a denial is shown first; then the denial goes out with the reason that was typed", async () => {
      const { visit, page, request } = await begin(carla);
      await act(page, "Deny");
      const dialog = page.getByRole("dialog", { name: /Deny Carla/ });
      await dialog.getByLabel("Reason").fill(note);
      await boss_decides(request, "do_not_charge");
      await page.getByRole("region", { name: "History" }).getByText("Not charged").first().waitFor();
      await dialog.getByRole("button", { name: "Deny" }).click();
      await told_first(dialog, "pending");
      assert.equal(await status_of(request), "pending");
      await dialog.getByRole("button", { name: "Deny" }).click();
      await says(page, "Denied. The employee is being told, with your reason.");
      assert.match((await house.mail(carla.email, "enied")).text, new RegExp(note));
      await visit.close();
    });

    test("a request that is over does not take the open dialog with it", async () => {
      const { visit, page, request } = await begin(dev);
      await act(page, "Deny");
      const dialog = page.getByRole("dialog", { name: /Deny Dev/ });
      await dialog.getByLabel("Reason").fill(note);
      await boss_decides(request, "cancel");
      await shows_status(page, "Cancelled");
      assert.equal(await dialog.getByLabel("Reason").inputValue(), note);
      await dialog.getByRole("button", { name: "Deny" }).click();
      await told_first(dialog, "cancelled");
      await visit.close();
    });

    test("an open menu stays as it was opened, and what is chosen from it is meant for that state", async () => {
      const { visit, page, request } = await begin(eva);
      await page.getByRole("button", { name: "More" }).click();
      const choices = page.getByRole("menuitem");
      const before_it = await choices.allInnerTexts();
      await boss_decides(request, "do_not_charge");
      await page.getByRole("region", { name: "History" }).getByText("Not charged").first().waitFor();
      assert.deepEqual(await choices.allInnerTexts(), before_it);
      await page.getByRole("menuitem", { name: /^Not charged/ }).click();
      await told_first(page, "pending");
      await page.getByRole("button", { name: "More" }).click();
      await page.getByRole("menuitem", { name: /^Charge/ }).waitFor();
      await visit.close();
    });

    const acts_of = (page) => page.getByRole("region", { name: "What you can do" });
    const place_of = async (page, name) => {
      const { x, y, width, height } = await acts_of(page)
        .getByRole("button", { name, exact: true })
        .boundingBox();
      return { x, y, width, height };
    };
    const tap = (page, { x, y, width, height }) => page.mouse.click(x + width / 2, y + height / 2);
    const decisions_on = (page) => {
      const sent = [];
      page.on("request", (one) => one.method() === "POST" && sent.push(one.url().match(/[^/]+$/)[0]));
      return sent;
    };

    test("a late second tap on “Got it” approves nothing: what is done stays in its place", async () => {
      const { visit, page, request } = await begin(eva);
      const sent = decisions_on(page);
      const [got_it, approve] = [await place_of(page, "Got it"), await place_of(page, "Approve")];
      await tap(page, got_it);
      await says(page, "Marked as seen by you. The employee is being told.");
      await acts_of(page).getByRole("button", { name: "Seen", exact: true }).waitFor();
      await tap(page, got_it);
      await tap(page, got_it);
      assert.deepEqual(await place_of(page, "Seen"), got_it);
      assert.deepEqual(await place_of(page, "Approve"), approve);
      await tap(page, approve);
      await says(page, "Approved. The employee is being told.");
      await acts_of(page).getByRole("button", { name: "Approved", exact: true }).waitFor();
      await tap(page, approve);
      assert.deepEqual(await place_of(page, "Approved"), approve);
      await act(page, "Charge");
      await says(page, "The hours are charged.");
      assert.deepEqual(sent, ["acknowledgement", "decision", "decision"]);
      assert.equal(await status_of(request), "approved");
      await visit.close();
    });

    test("what others do moves no button: a tap meets what it was meant for, or nothing", async () => {
      const { visit, page, request } = await begin(sue);
      const sent = decisions_on(page);
      const [got_it, approve] = [await place_of(page, "Got it"), await place_of(page, "Approve")];
      await acts_of(page).getByRole("button", { name: "Got it" }).focus();
      const { call_out } = await absence_of(house, sue);
      assert.equal((await boss_elsewhere.post(`/call-outs/${call_out}/acknowledgement`, {})).status, 200);
      await acts_of(page).getByRole("button", { name: "Seen", exact: true }).waitFor();
      assert.match(await page.evaluate(() => document.activeElement.innerText), /Seen/, "the focus stays");
      await page.keyboard.press("Enter");
      await tap(page, got_it);
      assert.deepEqual(await place_of(page, "Approve"), approve);
      await boss_decides(request, "approve");
      await acts_of(page).getByRole("button", { name: "Approved", exact: true }).waitFor();
      await tap(page, approve);
      await act(page, "Not charged");
      await says(page, "Not charged. The absence stands, and the employee is being told.");
      assert.deepEqual(sent, ["decision"]);
      await visit.close();
    });

    const ended = "Your session has ended. Sign in again to go on where you were.";
    const denial_of = (page, person) =>
      page.getByRole("dialog", { name: new RegExp(`Deny ${person.first}`) });
    const begin_denial = async (person) => {
      const begun = await begin(person);
      await act(begun.page, "Deny");
      await denial_of(begun.page, person).getByLabel("Reason").fill(note);
      return { ...begun, dialog: denial_of(begun.page, person) };
    };
    const cut_off = async (page, dialog) => {
      await house.advance(31 * 60);
      // Sending tells it; unless the page has noticed by itself.
      await dialog.getByRole("button", { name: "Deny" }).or(page.getByText(ended)).first().click();
      await says(page, ended);
    };

    test("a denial that does not get through stays open with its reason, and a tap beside it does not close it", async () => {
      const { visit, page, dialog } = await begin_denial(boss);
      visit.allow(/ERR_FAILED/);
      await page.route("**/decision", (route) => route.abort());
      await dialog.getByRole("button", { name: "Deny" }).click();
      await dialog.getByRole("alert").waitFor();
      await page.mouse.click(5, 5);
      assert.equal(await dialog.getByLabel("Reason").inputValue(), note);
      await dialog.getByRole("button", { name: "Cancel" }).click();
      await dialog.waitFor({ state: "hidden" });
      await act(page, "Deny");
      assert.equal(await dialog.getByLabel("Reason").inputValue(), "", "whoever cancels gives it up");
      await visit.close();
    });

    test("whoever signs in after another finds nothing of what was typed, nor does the first again", async () => {
      const { visit, page, dialog } = await begin_denial(boss);
      await cut_off(page, dialog);
      await visit.sign_in(hana.email);
      await page.getByRole("heading", { level: 1, name: boss.name }).waitFor();
      assert.equal(await dialog.count(), 0);
      await act(page, "Deny");
      assert.equal(await dialog.getByLabel("Reason").inputValue(), "");
      await dialog.getByLabel("Reason").fill("Hana's own words");
      await cut_off(page, dialog);
      await visit.sign_in(mia.email);
      await page.getByRole("heading", { level: 1, name: boss.name }).waitFor();
      assert.equal(await dialog.count(), 0);
      await act(page, "Deny");
      assert.equal(await dialog.getByLabel("Reason").inputValue(), "");
      await visit.close();
    });

    test("a session that ends while the reason is written: after the sign-in it goes on where it was", async () => {
      const { visit, page, dialog, request } = await begin_denial(boss);
      await cut_off(page, dialog);
      await visit.sign_in(mia.email);
      await eventually(
        async () => (await dialog.getByLabel("Reason").inputValue()) === note,
        "the reason that was typed",
      );
      await dialog.getByRole("button", { name: "Deny" }).click();
      await says(page, "Denied. The employee is being told, with your reason.");
      assert.equal(await status_of(request), "denied");
      await page.reload();
      await shows_status(page, "Denied");
      assert.equal(await dialog.count(), 0);
      await visit.close();
    });
  });
}
