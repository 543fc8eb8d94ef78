// A manager who reads Spanish decides in Spanish: from the sign-in to what goes wrong, no word is English and none is
// missing.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { Browser, desk, phone } from "./browser.mjs";
import { House } from "./house.mjs";
import { absence_of, calls_out } from "./morning.mjs";
import { adela, fay, hana, otto, password } from "./people.mjs";
import { row_of, says } from "./rooms.mjs";
import { english_on, speaks } from "./sentences.mjs";

const say = speaks("es");
const named = (id, values) => ({ name: say(id, values), exact: true });

for (const size of [phone, desk]) {
  describe(`on a ${size.name}`, () => {
    let house;
    let browser;
    before(async () => {
      house = await House.open();
      browser = await Browser.open();
      await calls_out(house, fay);
      await house.text(fay.phone, "y ahora tengo fiebre");
      await (await house.call(hana.phone)).hangs_up();
      await (await house.call(otto.phone)).hangs_up();
      await house.sql(
        `INSERT INTO alarms (kind, raised_at) VALUES ('nobody_to_tell', ${Math.floor(house.now() / 1000)})`,
      );
    });
    after(async () => {
      await browser?.close();
      await house?.close();
    });

    test("what is English is found on the pages of an English reader", async () => {
      const visit = await browser.visit_as(house, hana, { size });
      await row_of(visit.page, fay).waitFor();
      const found = (await english_on(visit.page)).join("\n");
      for (const words of ["Call-outs", "Who is out of how many", "I have seen to it", "Seen to: Otto Berg"])
        assert.ok(found.includes(words), `${words} in ${found}`);
      await visit.close();
    });

    test("sign-in, board, request, denying and its errors, the inbox and the line: all in Spanish", async () => {
      const visit = await browser.visit(house, { size, locale: "es-US" });
      const { page } = visit;
      const is_spanish = async (where) => {
        assert.equal(await page.locator("html").getAttribute("lang"), "es", where);
        assert.deepEqual(await english_on(page), [], where);
      };
      const press = (id, values) => page.getByRole("button", named(id, values)).first().click();

      await page.getByRole("heading", { level: 1, ...named("web.sign_in.title") }).waitFor();
      await press("web.sign_in.do");
      await says(page, say("web.sign_in.email_missing"));
      await is_spanish("the sign-in with errors");
      await page.getByLabel(say("web.sign_in.email")).fill(adela.email);
      await page.getByLabel(say("web.password.label"), { exact: true }).fill("equivocada-del-todo");
      await press("web.sign_in.do");
      await says(page, say("web.sign_in.refused"));
      await is_spanish("a sign-in that was refused");
      await page.getByLabel(say("web.password.label"), { exact: true }).fill(password);
      await press("web.sign_in.do");

      await row_of(page, fay).waitFor();
      await says(page, say("web.board.attempts"));
      await is_spanish("the board");
      await press("web.shell.you", { name: adela.name });
      await page.getByRole("menuitem", named("web.shell.sign_out")).waitFor();
      await is_spanish("the reader's menu");
      await page.keyboard.press("Escape");

      await page.getByRole("link", { name: fay.name, exact: true }).first().click();
      await page.getByRole("heading", { level: 1, name: fay.name }).waitFor();
      await says(page, say("web.history.title"));
      await is_spanish("the request");
      await press("web.act.more");
      const deny = page.getByRole("menuitem", { name: new RegExp(`^${say("web.act.deny")}`) });
      await deny.waitFor();
      await is_spanish("further acts");
      await deny.click();
      const dialog = page.getByRole("dialog", { name: say("web.deny.title", { name: fay.name }) });
      const send = dialog.getByRole("button", named("web.act.deny"));
      await send.click();
      await says(page, say("web.deny.reason_missing"));
      await is_spanish("denying without a reason");

      const { request } = await absence_of(house, fay);
      const decision = `**/api/v1/requests/${request}/decision`;
      visit.allow(/ERR_FAILED/);
      await page.route(decision, (route) => route.abort());
      await dialog.getByLabel(say("web.deny.reason")).fill("Falta el justificante");
      await send.click();
      await says(page, say("web.problem.unreachable"));
      await is_spanish("denying without a connection");
      await page.unroute(decision);
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "hidden" });
      await press("web.act.more");
      await deny.click();
      await dialog.getByLabel(say("web.deny.reason")).fill("Falta el justificante");
      await send.click();
      await says(page, say("web.act.done.deny"));
      await says(page, say("web.facts.denial", { reason: "Falta el justificante" }));
      await is_spanish("what was denied");

      await visit.goto("/requests");
      await row_of(page, fay).waitFor();
      if (size === phone) await press("web.inbox.filters");
      await page.getByLabel(say("web.inbox.needs_verification")).waitFor();
      await is_spanish("the inbox and its filters");
      await visit.goto("/line");
      await says(page, say("web.attempt.incomplete"));
      await is_spanish("the line");
      await visit.goto("/requests/999999");
      await says(page, say("web.not_found.title"));
      await is_spanish("a request that is not there");
      await visit.close();
    });
  });
}
