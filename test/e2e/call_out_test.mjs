// What becomes of a call-out while its page is open: its recording, who has seen it, whose it is, what reached whom.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { Client } from "./api.mjs";
import { Browser, desk, phone } from "./browser.mjs";
import { House } from "./house.mjs";
import { absence_of, stranger_calls_out } from "./morning.mjs";
import { ana, ben, boss, carla, dev, eva, mia, pin_of_ana, stranger, sue } from "./people.mjs";
import { act, play, says } from "./rooms.mjs";

for (const size of [phone, desk]) {
  describe(`on a ${size.name}`, () => {
    let house;
    let browser;
    let boss_elsewhere;
    before(async () => {
      house = await House.open();
      browser = await Browser.open();
      boss_elsewhere = await Client.signed_in(house, browser.contract, boss);
    });
    after(async () => {
      await browser?.close();
      await house?.close();
    });

    /** `is_deaf`: hears nothing of what others do meanwhile. */
    const mia_opens = async (path, heading, { is_deaf = false } = {}) => {
      const visit = await browser.visit_as(house, mia, { size });
      if (is_deaf) {
        visit.allow(/ERR_FAILED/);
        await visit.page.route("**/api/v1/events", (route) => route.abort());
      }
      await visit.goto(path);
      await visit.page.getByRole("heading", { level: 1, name: heading }).waitFor();
      return visit;
    };
    const mia_opens_request_of = async (person, options) =>
      mia_opens(`/requests/${(await absence_of(house, person)).request}`, person.name, options);
    const mia_opens_nobodys = (call_out, options) =>
      mia_opens(`/call-outs/${call_out}`, "Nobody knows yet who", options);
    const boss_does = async (path, body = {}) => {
      const { status } = await boss_elsewhere.post(path, body);
      assert.equal(status, 200);
    };
    const spoken_by = async (person) => {
      const call = await house.call(person.phone);
      return call.has_spoken(4);
    };

    test("a recording that arrives while one looks on can be played, without a reload", async () => {
      const call = await spoken_by(dev);
      const visit = await mia_opens_request_of(dev);
      const { page } = visit;
      await says(page, "The recording is on its way: usually some seconds.");
      assert.equal(await page.getByRole("button", { name: "Play" }).count(), 0);
      await page.evaluate(() => (globalThis.is_same_page = true));
      await call.recording_is("completed");
      await play(page);
      assert.ok(await page.evaluate(() => globalThis.is_same_page));
      await call.hangs_up();
      await visit.close();
    });

    test("where nothing was said, or the recording is lost, the page says so by itself", async () => {
      for (const [person, status, words] of [
        [ben, "absent", "No message was left."],
        [carla, "failed", "The recording could not be fetched. The call-out stands."],
      ]) {
        const call = await spoken_by(person);
        const visit = await mia_opens_request_of(person);
        await says(visit.page, "The recording is on its way: usually some seconds.");
        await call.recording_is(status);
        await says(visit.page, words);
        assert.equal(await visit.page.getByRole("button", { name: "Play" }).count(), 0);
        await call.hangs_up();
        await visit.close();
      }
    });

    test("who has entered their PIN is verified by it", async () => {
      const call = await house.call(stranger);
      await call.presses(pin_of_ana);
      await call.speaks(3);
      await call.hangs_up();
      const visit = await mia_opens_request_of(ana);
      await says(visit.page, "Verified by PIN");
      await says(visit.page, /the caller entered this person’s PIN/i);
      await visit.close();
    });

    test("“Got it” of two at once: the second is told who was first", async () => {
      await house.text(eva.phone, "no puedo ir hoy, tengo fiebre");
      const { call_out } = await absence_of(house, eva);
      const visit = await mia_opens_request_of(eva, { is_deaf: true });
      const { page } = visit;
      await boss_does(`/call-outs/${call_out}/acknowledgement`);
      await act(page, "Got it");
      await page
        .getByRole("alert")
        .getByText(/Boss Lane had seen to it by .*\. There is nothing more/)
        .waitFor();
      assert.equal(
        await house.number(
          `SELECT COUNT(*) FROM audit_entries WHERE action = 'call-out acknowledged' AND subject_id = ${call_out}`,
        ),
        1,
      );
      await visit.close();
    });

    const nobodys = (number) => `+1555010019${number}`;
    const first_was_another = (page) =>
      page.getByRole("alert").getByText("Somebody else was first. Here is how it stands now.").waitFor();
    const choose = async (page, person) => {
      await page.getByLabel("Search by name").fill(person.first);
      await page.getByRole("button", { name: `Assign to ${person.name}` }).click();
      return page.getByRole("dialog", { name: new RegExp(person.name) });
    };
    const ask_whether_nobodys = async (page) => {
      await page.getByRole("button", { name: "Nobody’s" }).click();
      return page.getByRole("dialog", { name: "Nobody’s call-out?" });
    };
    const owner_of = (call_out) =>
      house.sql(
        `SELECT u.name, c.rejected_at IS NOT NULL FROM call_out_records c LEFT JOIN team_members m ON m.id = c.member_id
         LEFT JOIN users u ON u.id = m.user_id WHERE c.id = ${call_out}`,
      );

    test("assigned here while it is rejected elsewhere: the rejection stands, and one is told", async () => {
      const call_out = await stranger_calls_out(house, "sick today", nobodys(1));
      const visit = await mia_opens_nobodys(call_out, { is_deaf: true });
      const { page } = visit;
      const dialog = await choose(page, sue);
      await boss_does(`/call-outs/${call_out}/rejection`);
      await dialog.getByRole("button", { name: "Assign" }).click();
      await first_was_another(page);
      await says(page, /found to be nobody’s/);
      assert.deepEqual(await owner_of(call_out), ["-|1"]);
      await visit.close();
    });

    test("rejected here while it is assigned elsewhere: it is the person's, and one is told", async () => {
      const call_out = await stranger_calls_out(house, "sick today", nobodys(2));
      const visit = await mia_opens_nobodys(call_out, { is_deaf: true });
      const { page } = visit;
      const dialog = await ask_whether_nobodys(page);
      await boss_does(`/call-outs/${call_out}/assignment`, {
        member_id: await house.member_id(sue),
        add_number: false,
      });
      await dialog.getByRole("button", { name: "Reject" }).click();
      await page.getByRole("heading", { level: 1, name: sue.name }).waitFor();
      await first_was_another(page);
      assert.deepEqual(await owner_of(call_out), [`${sue.name}|0`]);
      await visit.close();
    });

    test("settled elsewhere behind an open question: it gives way, with a word", async () => {
      const rejected = await stranger_calls_out(house, "sick today", nobodys(3));
      const visit = await mia_opens_nobodys(rejected);
      const { page } = visit;
      const choice = await choose(page, sue);
      await choice.waitFor();
      await boss_does(`/call-outs/${rejected}/rejection`);
      await first_was_another(page);
      await choice.waitFor({ state: "hidden" });
      await says(page, /found to be nobody’s/);

      const assigned = await stranger_calls_out(house, "sick today", nobodys(4));
      await visit.goto(`/call-outs/${assigned}`);
      await (await ask_whether_nobodys(page)).waitFor();
      await boss_does(`/call-outs/${assigned}/assignment`, {
        member_id: await house.member_id(mia),
        add_number: false,
      });
      await page.getByRole("heading", { level: 1, name: mia.name }).waitFor();
      await first_was_another(page);
      await visit.close();
    });

    const users_with = (number) =>
      house.sql(
        `SELECT u.email FROM phone_numbers n JOIN users u ON u.id = n.user_id WHERE n.phone = '${number}'`,
      );

    test("whoever gave their name is confirmed, is known by their number from then on, and it is told once", async () => {
      const number = nobodys(5);
      const call_out = await stranger_calls_out(house, "sick today", number);
      await house.text(number, "Boss Lane");
      const visit = await mia_opens_nobodys(call_out);
      const { page } = visit;
      await says(page, "The name that was given");
      await page.getByRole("button", { name: "Confirm Boss Lane" }).click();
      const dialog = page.getByRole("dialog", { name: /Boss Lane/ });
      await dialog.getByLabel("Add +1 555 010 0195 to their numbers").check();
      await dialog.getByRole("button", { name: "Confirm", exact: true }).click();
      await page.getByRole("heading", { level: 1, name: boss.name }).waitFor();
      const told = page.getByText("It is Boss Lane’s call-out now. Boss Lane gets a receipt.");
      await told.waitFor();
      assert.deepEqual(await users_with(number), [boss.email]);

      // It is told once: neither a reload nor the way back says it again.
      await page.reload();
      await page.getByRole("heading", { level: 1, name: boss.name }).waitFor();
      assert.equal(await told.count(), 0);
      await visit.goto("/board");
      await page.getByRole("heading", { level: 1, name: "Today" }).waitFor();
      await page.goBack();
      await page.getByRole("heading", { level: 1, name: boss.name }).waitFor();
      assert.equal(await told.count(), 0);
      await visit.close();
    });

    test("another than whoever was named, who has called out already: it joins theirs, and their numbers stay as they are", async () => {
      const number = nobodys(6);
      const call_out = await stranger_calls_out(house, "sick today", number);
      await house.text(number, "Ben Okafor");
      await house.text(carla.phone, "Calling out sick");
      const visit = await mia_opens_nobodys(call_out);
      const { page } = visit;
      await page.getByRole("button", { name: "Confirm Ben Okafor" }).waitFor();
      const dialog = await choose(page, carla);
      await dialog.getByText(/becomes Carla Diaz’s call-out/).waitFor();
      assert.ok(!(await dialog.getByLabel("Add +1 555 010 0196 to their numbers").isChecked()));
      await dialog.getByRole("button", { name: "Assign", exact: true }).click();
      await page.getByRole("heading", { level: 1, name: carla.name }).waitFor();
      assert.deepEqual(await users_with(number), []);
      await says(page, "Added to the call-out that Carla Diaz has for that day.");
      await visit.close();
    });

    test("what reached whom: delivered to one, failed at the other, as the provider says it", async () => {
      const visit = await mia_opens_request_of(dev);
      const notices = visit.page.getByRole("region", { name: "What reached whom" });
      const row_to = (person, state) =>
        notices
          .getByRole("listitem")
          .filter({ hasText: person.name })
          .filter({ hasText: "Text" })
          .filter({ hasText: state })
          .first();
      await row_to(boss, "Sent").waitFor();
      await house.text_becomes(boss.phone, "Dev P", { MessageStatus: "delivered" });
      await house.text_becomes(dev.phone, "recorded", { MessageStatus: "undelivered", ErrorCode: "30006" });
      await row_to(boss, "Delivered").waitFor();
      await row_to(dev, "Failed").waitFor();
      await visit.close();
    });
  });
}
