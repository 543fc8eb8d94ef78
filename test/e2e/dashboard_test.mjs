// The feature summary's check list, as far as it concerns the dashboard: each line a test of its name, on a phone and
// at a desk.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { Browser, desk, phone } from "./browser.mjs";
import { eventually } from "./eventually.mjs";
import { House } from "./house.mjs";
import { absence_of, calls_out } from "./morning.mjs";
import { ana, ben, boss, carla, dev, mia } from "./people.mjs";
import { act, heard_seconds, is_red, open_request, play, row_of, says } from "./rooms.mjs";

for (const size of [phone, desk]) {
  describe(`on a ${size.name}`, () => {
    let house;
    let browser;
    let visit;
    let page;
    before(async () => {
      house = await House.open();
      browser = await Browser.open();
      await calls_out(house, ana);
      await house.text(ben.phone, "Calling out sick - stomach flu");
      await house.text(carla.phone, "Sick today, not feeling well");
      // Leave that was asked for on another day: no call-out.
      await house.sql(
        `INSERT INTO pto_requests (member_id, start_date, end_date, pto_type, status, created_at, updated_at)
         VALUES (${await house.member_id(dev)}, '2031-07-01', '2031-07-02', 'vacation', 'pending', 1, 1)`,
      );
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
    const shown = async (path) => {
      await visit.goto(path);
      await page.getByRole("heading", { level: 1 }).waitFor();
    };

    test("Verify PTO request appears in dashboard with red badge", async () => {
      await shown("/board");
      const badge = row_of(page, ana).getByText("Call-out", { exact: true });
      await badge.waitFor();
      assert.ok(await is_red(badge));
    });

    test("Verify PTO request appears in dashboard", async () => {
      await shown("/board");
      await row_of(page, ben).waitFor();
      await shown("/requests");
      await row_of(page, ben).waitFor();
    });

    test("Call-out requests show red badge", async () => {
      await shown("/requests");
      for (const person of [ana, ben, carla]) {
        const badge = row_of(page, person).getByText("Call-out", { exact: true });
        await badge.waitFor();
        assert.ok(await is_red(badge), person.name);
        assert.equal(await badge.locator("svg").count(), 1, "not by colour alone");
      }
      assert.equal(await row_of(page, dev).getByText("Call-out", { exact: true }).count(), 0);
    });

    test("Filter by call-outs works", async () => {
      await shown("/requests");
      await row_of(page, dev).waitFor();
      await page.getByText("Call-outs", { exact: true }).first().click();
      await row_of(page, dev).waitFor({ state: "detached" });
      for (const person of [ana, ben, carla]) await row_of(page, person).waitFor();
      await page.getByText("PTO", { exact: true }).first().click();
      await row_of(page, dev).waitFor();
      await row_of(page, ana).waitFor({ state: "detached" });
      await page.reload();
      await row_of(page, dev).waitFor();
      assert.equal(await row_of(page, ana).count(), 0, "the filter stands in the address");
    });

    test("Source indicator displays (phone/SMS icon)", async () => {
      await shown("/board");
      for (const [person, words] of [
        [ana, "by phone"],
        [ben, "by text"],
      ]) {
        const badge = row_of(page, person).getByText(words, { exact: true });
        await badge.waitFor();
        assert.equal(await badge.locator("svg").count(), 1);
      }
    });

    test("Recording plays (if voice call)", async () => {
      await shown("/board");
      await open_request(page, ana);
      await page.getByRole("group", { name: "Recording" }).waitFor();
      await play(page);
      await eventually(
        async () => (await page.locator("audio").evaluate((audio) => audio.readyState)) >= 2,
        "sound",
      );
    });

    test("Play recording in email and dashboard", async () => {
      const mail = await house.mail(boss.email, "URGENT");
      const [link] = mail.html.match(/https?:\/\/[^"'\s]+\/listen\/[\w.~%-]+/);
      const other = await browser.visit(house, { size, path: new URL(link).pathname });
      await other.page.locator("audio").first().waitFor();
      await other.page
        .locator("audio")
        .first()
        .evaluate((audio) => audio.play());
      await eventually(
        async () => (await heard_seconds(other.page)) > 0.3,
        "the recording behind the mail's link to move on",
      );
      await other.close();
      await shown("/board");
      await open_request(page, ana);
      await play(page);
    });

    test("SMS text displays (if text message)", async () => {
      await shown("/board");
      await open_request(page, ben);
      await says(page, "Calling out sick - stomach flu");
    });

    test("Check SMS text displays correctly", async () => {
      const words = 'Can\'t come in: <b>fever</b> & 39° — “ähnlich” 🤒 "quoted"';
      await house.text(carla.phone, words);
      await shown("/board");
      await open_request(page, carla);
      await says(page, "Sick today, not feeling well");
      await says(page, words);
      assert.equal(await page.locator("blockquote b").count(), 0);
    });

    test("Authentication method badge shows", async () => {
      await shown("/board");
      const badge = row_of(page, ana).getByText("Verified by number").first();
      await badge.waitFor();
      assert.equal(await badge.locator("svg").count(), 1);
      await open_request(page, ana);
      await says(page, "Verified by number");
    });

    test("Manager can approve/deny as normal", async () => {
      await shown("/board");
      await open_request(page, ana);
      await act(page, "Approve");
      await says(page, "Approved. The employee is being told.");
      await house.mail(ana.email, "pproved");
      await shown("/board");
      await open_request(page, ben);
      await act(page, "Deny");
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Reason").fill("Two were out already");
      await dialog.getByRole("button", { name: "Deny" }).click();
      await says(page, "Denied. The employee is being told, with your reason.");
      const mail = await house.mail(ben.email, "enied");
      assert.match(mail.text, /Two were out already/);
      assert.doesNotMatch(mail.subject, /Two were out/);
      const status = async (person) =>
        house.sql(`SELECT status FROM pto_requests WHERE id = ${(await absence_of(house, person)).request}`);
      assert.deepEqual([await status(ana), await status(ben)], [["approved"], ["denied"]]);
    });

    test("no manager misses what the others see", async () => {
      const other = await browser.visit_as(house, mia, { size });
      for (const person of [ana, ben, carla]) await row_of(other.page, person).waitFor();
      await other.close();
    });
  });
}
