// Everybody can use the phone page: the keyboard alone, a narrow screen, and what axe-core finds, light and dark, on a
// phone and at a desk.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { axe_finds_nothing } from "../e2e/axe.mjs";
import { Browser, desk, phone, sideways, tab_to } from "../e2e/browser.mjs";
import { Demo } from "./demo.mjs";
import { desk_contract, Telephone } from "./telephone.mjs";
import { spoken } from "./voice.mjs";

let demo;
let browser;
before(async () => {
  demo = await Demo.open();
  browser = await Browser.open({ microphone: spoken("I am not well.", demo.folder) });
});
after(async () => {
  await browser?.close();
  await demo?.close();
});

async function is_fine(page, where) {
  await axe_finds_nothing(page, where);
  assert.equal(await sideways(page), 0, `${where} is scrolled sideways`);
}

/** Opens what a button opens, looks, and closes it. */
async function look_into(page, button, title) {
  await page.getByRole("button", { name: button }).click();
  const sheet = page.getByRole("dialog", { name: title });
  await sheet.waitFor();
  await is_fine(page, title);
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "hidden" });
}

const people = ["Ana Ruiz", "Fatima Noor", "Julia Kowalski", "Noah Abrams"];
for (const size of [phone, desk]) {
  for (const dark of [false, true]) {
    describe(`nothing is found on a ${size.name} in the ${dark ? "dark" : "light"}`, () => {
      test("before, in and after a call, among the texts and on the wire", async () => {
        const telephone = await Telephone.of(demo, browser, people.shift(), { size, dark });
        const { page } = telephone;
        const shows = (name) =>
          size === phone
            ? page.getByRole("navigation", { name: "Parts of the page" }).getByRole("button", { name }).click()
            : null;
        await page.getByText("Simulator: no real phone is called or texted.").waitFor();
        await is_fine(page, "before a call");
        await look_into(page, "Change", "Who calls?");
        await look_into(page, "Mishaps", "Mishaps");
        await look_into(page, "Keyboard", "The phone on your keyboard");
        await telephone.dial();
        await telephone.hears(/^Hello /);
        await is_fine(page, "in a call");
        await telephone.beep({ speed: 4 });
        await is_fine(page, "while it records");
        await telephone.hang_up();
        await telephone.is_over("You hung up");
        await is_fine(page, "after a call");
        await shows("Messages");
        await telephone.reads(/^Call-out recorded/);
        await is_fine(page, "messages");
        await shows("Wire");
        await page.getByRole("region", { name: "Webhooks or complaints" }).getByRole("button").first().click();
        await page.getByText("Signature").waitFor();
        await is_fine(page, "the wire");
        await page.getByText("Complaints", { exact: false }).first().click();
        await is_fine(page, "complaints");
        await telephone.close();
      });
    });
  }
}

test("the keyboard alone: chooses who calls, dials, presses keys, hangs up and texts", async () => {
  const visit = await browser.visit(demo.place("phone"), { size: desk, contract: desk_contract });
  const { page } = visit;
  const telephone = new Telephone(demo, visit);
  await tab_to(page, page.getByRole("button", { name: "Change" }));
  await page.keyboard.press("Enter");
  await tab_to(page, page.getByLabel("Search a name, position or number"));
  await page.keyboard.type("kenji");
  await tab_to(page, page.getByRole("dialog").getByRole("button", { name: /Kenji Watanabe/ }));
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  // Whoever has chosen stands at the green button.
  await demo.hurry(4);
  await page.keyboard.press("Enter");
  await telephone.hears("Hello Kenji.");
  await telephone.hears(/To report without speaking, press 1|Which day/);
  await telephone.beep({ speed: 4 });
  await page.keyboard.press("1");
  await telephone.hears(/If you are sick, press 1/);
  await telephone.hears("1");
  await page.keyboard.press("Escape");
  await telephone.is_over("You hung up");
  await telephone.reads(/^Call-out recorded, Kenji/);
  await tab_to(page, page.getByLabel("Text the line"));
  await page.keyboard.type("thanks");
  await page.keyboard.press("Enter");
  await telephone.texts.getByText("thanks", { exact: true }).waitFor();
  await visit.close();
});

test("a withheld number can call, and not text", async () => {
  const telephone = await Telephone.of(demo, browser, "Grace Lindqvist", { origin: "Withheld" });
  await telephone.page.getByText("No texts from a withheld number").waitFor();
  await telephone.dial();
  await telephone.hears(/Please enter your 4-digit PIN/);
  await telephone.hang_up();
  await telephone.is_over("You hung up");
  await telephone.close();
});
