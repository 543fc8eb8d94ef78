// The request page and the call-out that is nobody's yet.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { Browser, desk, phone } from "./browser.mjs";
import { eventually } from "./eventually.mjs";
import { House } from "./house.mjs";
import { absence_of, calls_out, stranger_calls_out } from "./morning.mjs";
import { ana, ben, boss, carla, dev, eva, fay, hana, iris, mia } from "./people.mjs";
import { act, heard_seconds, open_request, play, says } from "./rooms.mjs";

for (const size of [phone, desk]) {
  describe(`on a ${size.name}`, () => {
    let house;
    let browser;
    let visit;
    let page;
    before(async () => {
      house = await House.open();
      browser = await Browser.open();
      for (const person of [ana, fay, iris]) await calls_out(house, person, 8);
      for (const person of [ben, carla, dev])
        await house.text(person.phone, "Calling out sick - stomach flu");
      visit = await browser.visit_as(house, boss, { size });
      ({ page } = visit);
    });
    after(async () => {
      try {
        await visit?.close();
      } finally {
        await browser?.close();
        await house?.close();
      }
    });
    const show = async (person) => {
      const { request } = await absence_of(house, person);
      await visit.goto(`/requests/${request}`);
      await page.getByRole("heading", { level: 1, name: person.name }).waitFor();
      return request;
    };
    const status_of = async (person) =>
      (
        await house.sql(
          `SELECT status FROM pto_requests WHERE id = ${(await absence_of(house, person)).request}`,
        )
      )[0];

    test("the recording plays: its clock moves, its waveform is there, its speed and place can be chosen", async () => {
      await show(ana);
      const player = page.getByRole("group", { name: "Recording" });
      const wave = await player.locator("svg[preserveAspectRatio='none'] path").first().boundingBox();
      assert.ok(wave.width > 100 && wave.height > 8, JSON.stringify(wave));
      await play(page);
      await player.getByText("2×", { exact: true }).click();
      assert.equal(await page.locator("audio").evaluate((audio) => audio.playbackRate), 2);
      await page.getByRole("button", { name: "Pause" }).click();
      const slider = player.getByRole("slider", { name: "Position" });
      const before_it = await heard_seconds(page);
      await slider.focus();
      await page.keyboard.press("ArrowRight");
      await eventually(async () => (await heard_seconds(page)) > before_it, "the arrow key to move on");
      await page.keyboard.press("Home");
      await eventually(async () => (await heard_seconds(page)) === 0, "Home to go to the beginning");
    });

    test("who listened is in the history", async () => {
      await show(ana);
      await page.getByRole("region", { name: "History" }).getByText("Recording heard").first().waitFor();
    });

    test("acknowledged: the employee's text says by whom", async () => {
      await show(ben);
      await act(page, "Got it");
      await says(page, "Marked as seen by you. The employee is being told.");
      assert.match(await house.text_to(ben.phone, "Seen by"), /Boss L/);
      await page
        .getByRole("region", { name: "What reached whom" })
        .getByText("Who has seen it")
        .first()
        .waitFor();
    });

    test("approved: the employee gets the mail, the hours are charged", async () => {
      const request = await show(ben);
      await act(page, "Approve");
      await says(page, "Approved. The employee is being told.");
      await house.mail(ben.email, "pproved");
      assert.equal(
        await house.number(`SELECT SUM(minutes) FROM ledger_entries WHERE pto_request_id = ${request}`),
        -450,
      );
    });

    test("not charged: the absence stands, the hours are back", async () => {
      const request = await show(ben);
      await act(page, "Not charged");
      await says(page, "Not charged. The absence stands, and the employee is being told.");
      assert.equal(
        await house.number(`SELECT SUM(minutes) FROM ledger_entries WHERE pto_request_id = ${request}`),
        0,
      );
      assert.equal(await status_of(ben), "approved");
    });

    test("taken back: after a question that names its effect", async () => {
      await show(ben);
      await act(page, "Take back");
      const dialog = page.getByRole("dialog", { name: /Take back Ben/ });
      await dialog.getByText(/counts as at work/).waitFor();
      await dialog.getByRole("button", { name: "Take back" }).click();
      await says(page, "The call-out is taken back. The employee is being told.");
      await house.mail(ben.email, "aken Back");
      assert.equal(await status_of(ben), "cancelled");
    });

    test("denied: only with a reason, which the employee reads", async () => {
      await show(carla);
      await act(page, "Deny");
      const dialog = page.getByRole("dialog", { name: /Deny Carla Diaz/ });
      await dialog.getByText(/stays out/).waitFor();
      await dialog.getByRole("button", { name: "Deny" }).click();
      await dialog.getByText("Write a reason; the employee reads it.").waitFor();
      assert.equal(await status_of(carla), "pending");
      await dialog.getByLabel("Reason").fill("Please bring a note");
      await dialog.getByRole("button", { name: "Deny" }).click();
      await says(page, "Denied. The employee is being told, with your reason.");
      assert.match((await house.mail(carla.email, "enied")).text, /Please bring a note/);
    });

    test("two managers at once: one decides, the other is told who was first and sees how it stands", async () => {
      const request = await show(dev);
      const other = await browser.visit_as(house, mia, { size, path: `/requests/${request}` });
      await other.page.getByRole("heading", { level: 1, name: dev.name }).waitFor();
      // Both have the same state before them; the other's page hears nothing of the decision before it acts.
      await other.page.route("**/api/v1/events", (route) => route.abort());
      await other.page.route(`**/api/v1/requests/${request}`, (route) => route.abort());
      other.allow(/ERR_FAILED/);
      await act(page, "Approve");
      await says(page, "Approved. The employee is being told.");
      await other.page.unroute(`**/api/v1/requests/${request}`);
      await act(other.page, "Approve");
      await other.page
        .getByRole("alert")
        .getByText(/Boss Lane decided at .* while you were looking: approved/)
        .waitFor();
      await other.page.getByText("Approved", { exact: true }).first().waitFor();
      assert.equal(
        await house.number(
          `SELECT COUNT(*) FROM audit_entries WHERE action = 'request approved' AND subject_id = ${request}`,
        ),
        1,
      );
      assert.equal(
        await house.number(`SELECT COUNT(*) FROM ledger_entries WHERE pto_request_id = ${request}`),
        1,
      );
      await other.close();
    });

    test("a foreign team's request, and an isolated one's, do not exist", async () => {
      for (const person of [fay, iris]) {
        const { request, call_out } = await absence_of(house, person);
        for (const path of [
          `/requests/${request}`,
          `/call-outs/${call_out}`,
          "/requests/999999",
          "/requests/x",
        ]) {
          await visit.goto(path);
          await page.getByRole("heading", { level: 1, name: "There is nothing here" }).waitFor();
          assert.equal(await page.getByText(person.name).count(), 0);
        }
      }
      const { request } = await absence_of(house, fay);
      const other = await browser.visit_as(house, hana, { size, path: `/requests/${request}` });
      await other.page.getByRole("heading", { level: 1, name: fay.name }).waitFor();
      await other.close();
    });

    test("an unverified call-out is assigned: the person gets a receipt", async () => {
      const call_out = await stranger_calls_out(house, "Calling out sick, this is Eva Gil, fever");
      const other = await browser.visit_as(house, hana, { size, path: `/call-outs/${call_out}` });
      await says(other.page, /this is Eva Gil, fever/);
      await other.close();
      await visit.goto(`/call-outs/${call_out}`);
      const whose = page.getByRole("region", { name: "Whose is it?" });
      assert.equal(
        await page.getByText("this is Eva Gil, fever").count(),
        0,
        "the words are for HR until it is somebody's",
      );
      await whose.getByLabel("Search by name").fill("eva");
      await whose.getByRole("button", { name: new RegExp(`(Assign to|Confirm) ${eva.name}`) }).click();
      const dialog = page.getByRole("dialog", { name: /Eva Gil/ });
      await dialog.getByText(/gets a receipt/).waitFor();
      await dialog.getByRole("button", { name: /^(Assign|Confirm)$/ }).click();
      await page.getByRole("heading", { level: 1, name: eva.name }).waitFor();
      await says(page, /It is Eva Gil’s call-out now/);
      await says(page, "Verified by hand");
      await says(page, /this is Eva Gil, fever/);
      assert.match(await house.text_to(eva.phone, "Eva"), /#\d+/);
    });

    test("an unverified call-out is rejected after a word on what that means", async () => {
      const call_out = await stranger_calls_out(house, "out sick today", "+15550100198");
      await visit.goto(`/call-outs/${call_out}`);
      await page.getByRole("button", { name: "Nobody’s" }).click();
      const dialog = page.getByRole("dialog", { name: "Nobody’s call-out?" });
      await dialog.getByText(/stays on record as rejected/).waitFor();
      await dialog.getByRole("button", { name: "Cancel" }).click();
      await dialog.waitFor({ state: "hidden" });
      assert.equal(
        await house.number(
          `SELECT COUNT(*) FROM call_out_records WHERE id = ${call_out} AND rejected_at IS NULL`,
        ),
        1,
      );
      await page.getByRole("button", { name: "Nobody’s" }).click();
      await dialog.getByRole("button", { name: "Reject" }).click();
      await says(page, /found to be nobody’s/);
    });

    test("the inbox finds by name, number, status and need of verification", async () => {
      const late = await stranger_calls_out(house, "sick today", "+15550100196");
      assert.ok(late > 0);
      const list = (query) => visit.goto(`/requests?${query}`);
      await list("search=ruiz");
      await page.getByRole("link", { name: ana.name, exact: true }).waitFor();
      assert.equal(await page.getByRole("link", { name: ben.name, exact: true }).count(), 0);
      await visit.goto("/requests");
      await page.getByRole("link", { name: ben.name, exact: true }).waitFor();
      await page.getByRole("searchbox", { name: "Name or request number" }).fill("ruiz");
      await page.getByRole("link", { name: ben.name, exact: true }).waitFor({ state: "detached" });
      await page.getByRole("link", { name: ana.name, exact: true }).waitFor();
      await visit.goto("/requests");
      if (size === phone) await page.getByRole("button", { name: /^Filters/ }).click();
      await page.getByLabel("Needs verification").check({ force: true });
      if (size === phone) await page.getByRole("button", { name: "Show" }).click();
      await page.getByRole("link", { name: ana.name, exact: true }).waitFor({ state: "detached" });
      await page.getByRole("link", { name: "Unknown person" }).waitFor();
      await list("status=denied");
      await page.getByRole("link", { name: carla.name, exact: true }).waitFor();
      assert.equal(await page.getByRole("link", { name: ana.name, exact: true }).count(), 0);
    });

    test("from the board to the request and back", async () => {
      await visit.goto("/board");
      await open_request(page, ana);
      await page.goBack();
      await page.getByRole("heading", { level: 1, name: "Today" }).waitFor();
    });
  });
}
