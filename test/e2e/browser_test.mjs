// The visits are judged: what a page does wrong is noticed, whatever the story looked at.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { axe_finds_nothing } from "./axe.mjs";
import { Browser, sideways } from "./browser.mjs";
import { House } from "./house.mjs";
import { boss } from "./people.mjs";

let house;
let browser;
before(async () => {
  house = await House.open();
  browser = await Browser.open();
});
after(async () => {
  await browser?.close();
  await house?.close();
});

/** A visit in which this happens must fail with these words. */
function notices(what, happens, words) {
  test(`a visit notices ${what}`, async () => {
    const visit = await browser.visit_as(house, boss);
    await visit.page.evaluate(happens);
    await visit.page.waitForTimeout(300);
    await assert.rejects(visit.close(), words);
  });
}
notices("an error on the console", () => console.error("oh dear"), /console: oh dear/);
notices("a script that fails", () => void setTimeout(() => undefined.gone, 0), /script: TypeError/);
notices(
  "an operation that the contract does not know",
  () => fetch("/api/v1/nowhere").then((answer) => answer.text()),
  /not in the contract/,
);
notices(
  "what the content security policy forbids",
  () =>
    document.body.append(Object.assign(document.createElement("script"), { textContent: "window.evil = 1" })),
  /Content Security Policy/i,
);
notices(
  "an image from elsewhere",
  () =>
    document.body.append(Object.assign(document.createElement("img"), { src: "http://127.0.0.2:9/x.png" })),
  /Content Security Policy|network/i,
);

test("a quiet visit is fine", async () => {
  const visit = await browser.visit_as(house, boss);
  await visit.close();
});

test("axe and the ruler notice what is wrong", async () => {
  const visit = await browser.visit_as(house, boss);
  assert.equal(await sideways(visit.page), 0);
  await visit.page.evaluate(() => {
    const button = document.createElement("button");
    button.style.width = "3000px";
    document.querySelector("main").append(button);
  });
  await assert.rejects(axe_finds_nothing(visit.page, "a button without words"), /button-name/);
  assert.ok((await sideways(visit.page)) > 0);
  await visit.close();
});
