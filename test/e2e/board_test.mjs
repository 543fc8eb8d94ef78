// The today board as it stands open at five in the morning.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { Browser, count_becomes, desk, phone } from "./browser.mjs";
import { eventually } from "./eventually.mjs";
import { House } from "./house.mjs";
import { stranger_calls_out, trouble_on_the_line } from "./morning.mjs";
import { ana, ben, boss, carla, dev, eva, fay, mia, stranger, sue } from "./people.mjs";
import { row_of, says } from "./rooms.mjs";

for (const size of [phone, desk]) {
  describe(`on a ${size.name}`, () => {
    let house;
    let browser;
    let visit;
    let page;
    before(async () => {
      house = await House.open();
      browser = await Browser.open();
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
    const now = () => Math.floor(house.now() / 1000);
    const about = ({ name }) =>
      page
        .getByRole("region", { name: /^(Tried to reach the line|Attempts)/ })
        .getByRole("listitem")
        .filter({ hasText: name });
    const focus_is_kept = () =>
      eventually(
        () => page.evaluate(() => document.activeElement !== document.body),
        "the focus to be near what has gone",
      );
    const title_becomes = (wanted) =>
      eventually(
        async () => wanted.test(await page.title()),
        async () => `the title ${wanted}, it is ${await page.title()}`,
      );

    test("an empty board says that nobody has called out", async () => {
      await says(page, "Nobody you answer for has called out today.");
      await title_becomes(/^Today · Example Clinic$/);
    });

    test("a call comes in while the board is open: its row appears without a reload, and in the tab's title", async () => {
      await page.evaluate(() => (window.not_reloaded = true));
      const call = await house.call(ana.phone);
      await call.speaks(3);
      await call.hangs_up();
      await row_of(page, ana).getByText("by phone", { exact: true }).waitFor();
      await title_becomes(/^\(1\) Today/);
      await house.text(ben.phone, "sick today");
      await row_of(page, ben).getByText("by text", { exact: true }).waitFor();
      await title_becomes(/^\(2\) Today/);
      assert.equal(await page.evaluate(() => window.not_reloaded), true);
      assert.match(await row_of(page, ana).locator("time").innerText(), /\b(4:5\d|5:0\d)\b/);
      await page
        .getByText(/New call-out: Ben Okafor/)
        .first()
        .waitFor({ state: "attached" });
    });

    test("nobody else's team is on it", async () => {
      await house.text(fay.phone, "sick today");
      await house.text(carla.phone, "sick today");
      await row_of(page, carla).waitFor();
      assert.equal(await page.getByText(fay.name).count(), 0);
    });

    test("who is out of how many", async () => {
      const counts = page.getByRole("region", { name: "Who is out of how many" });
      await counts.getByText("2 of 3 out").waitFor(); // Ana and Ben of the three RNs
      await house.text(eva.phone, "no puedo ir hoy");
      await counts.getByText("3 of 3 out").waitFor();
    });

    test("who was cut off and what was not understood stands there until somebody has seen to it", async () => {
      const attempts = page.getByRole("region", { name: /^Tried to reach the line/ });
      await (await house.call(sue.phone)).hangs_up();
      await trouble_on_the_line(house);
      await visit.goto("/board"); // the session is old enough for a request by hand
      await attempts.getByText("Not understood").waitFor();
      await attempts.getByText("blue sky").waitFor();
      await about(sue).getByText("Cut off").waitFor();
      await attempts.getByRole("button", { name: `Seen to: ${dev.name}` }).click();
      const dialog = page.getByRole("dialog", { name: `Has somebody seen to ${dev.name}?` });
      await dialog.getByText(/leaves the board for everybody/).waitFor();
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      await attempts.getByText("blue sky").waitFor();
      await attempts.getByRole("button", { name: `Seen to: ${dev.name}` }).click();
      await dialog.getByRole("button", { name: "Seen to" }).press("Enter");
      await attempts.getByText("blue sky").waitFor({ state: "detached" });
      await focus_is_kept();
    });

    test("a call that did not get through stands beside them, and each stays on the line's page", async () => {
      await house.sql(
        `INSERT INTO attempts (channel, provider_id, from_number, member_id, kind, state, received_at)
         VALUES ('phone', 'CA-missed', '${carla.phone}', ${await house.member_id(carla)}, 'incomplete', 'open', ${now()})`,
      );
      await visit.goto("/board");
      await about(carla).getByText("Did not get through").waitFor();
      await visit.goto("/line");
      await about(sue).getByText("Cut off").waitFor();
      await about(carla).getByText("Did not get through").waitFor();
      assert.equal(await about(dev).count(), 0);
      await page.getByText("All", { exact: true }).click();
      await about(dev).getByText("Closed", { exact: true }).waitFor();
      await visit.goto("/board");
    });

    test("what nobody knows whose it is says so, with its number and the way to it", async () => {
      await stranger_calls_out(house, "Calling out sick today, fever");
      const row = page.getByRole("listitem").filter({ hasText: "Unknown person" });
      await row.getByText("Needs verification").first().waitFor();
      await row.getByText(/555\D{1,3}010\D0199/).waitFor();
      assert.equal(stranger, "+15550100199");
      await row.getByRole("link", { name: "Whose is it?" }).waitFor();
    });

    test("an alarm is at the top until somebody has seen to it", async () => {
      await visit.goto("/board");
      await house.sql(`INSERT INTO alarms (kind, raised_at) VALUES ('mail_configuration', ${now()})`);
      await house.text(ana.phone, "and now I have a cough too");
      const alarms = page.getByRole("region", { name: /^Needs somebody now/ });
      await alarms.getByRole("heading", { name: "E-mails are not going out" }).waitFor();
      await alarms.getByRole("button", { name: /I have seen to it/ }).click();
      const dialog = page.getByRole("dialog", { name: "Has somebody seen to it?" });
      await dialog.getByText(/“E-mails are not going out” leaves the board for everybody/).waitFor();
      await dialog.getByRole("button", { name: "Cancel" }).click();
      await dialog.waitFor({ state: "detached" });
      assert.equal(await alarms.count(), 1);
      await alarms.getByRole("button", { name: /I have seen to it/ }).click();
      await dialog.getByRole("button", { name: "I have seen to it" }).press("Enter");
      await alarms.waitFor({ state: "detached" });
      await focus_is_kept();
    });

    test("an alarm about an attempt leads to where the attempt is shown", async () => {
      await house.sql(
        `INSERT INTO alarms (kind, raised_at, attempt_id) SELECT 'unclaimed_recording', ${now()}, id FROM attempts
         WHERE provider_id = 'CA-missed'`,
      );
      await visit.goto("/board");
      await page.getByRole("link", { name: "Show the attempt" }).click();
      await page.getByRole("heading", { level: 1, name: "The line" }).waitFor();
      await about(carla).getByText("Did not get through").waitFor();
      await visit.goto("/board");
    });

    test('one press says "got it": the employee is told, and the other manager\'s open board shows it', async () => {
      const other = await browser.visit_as(house, mia, { size });
      await row_of(other.page, ana).waitFor();
      await page.getByRole("button", { name: `Got it: ${ana.name}` }).click();
      await row_of(page, ana)
        .getByText(/Seen by Boss L/)
        .waitFor();
      await row_of(other.page, ana)
        .getByText(/Seen by Boss L/)
        .waitFor();
      assert.match(await house.text_to(ana.phone, "Seen by"), /Boss L/);
      await count_becomes(page.getByRole("button", { name: `Got it: ${ana.name}` }), 0);
      await other.close();
    });
  });
}
