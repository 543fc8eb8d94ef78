// The phone page as somebody tries it, in Chromium with a voice in the microphone, before the whole demo.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { Browser } from "../e2e/browser.mjs";
import { eventually } from "../e2e/eventually.mjs";
import { open_request, play, row_of, says } from "../e2e/rooms.mjs";
import { Demo } from "./demo.mjs";
import { Telephone } from "./telephone.mjs";
import { spoken, voiced_seconds } from "./voice.mjs";

let demo;
let browser;
let cut_off; // a telephone on which the beep may have sounded: for a minute the line waits for the word of a recording
before(async () => {
  demo = await Demo.open();
  const voice = spoken("I have a high fever, and I can not come to work today.", demo.folder);
  browser = await Browser.open({ microphone: voice });
  cut_off = await Telephone.of(demo, browser, "Noah Abrams");
  await cut_off.dial();
  await cut_off.hears("Hello Noah.");
  await cut_off.hang_up();
  await cut_off.is_over("You hung up");
  assert.deepEqual((await cut_off.call()).recordings, []);
});
after(async () => {
  await browser?.close();
  await demo?.close();
});

/** HR at the board. */
async function at_the_board() {
  const visit = await browser.visit(demo.place("board"), { path: "/board" });
  await visit.sign_in(demo.hr.email, demo.hr.password);
  return visit;
}

/** The bytes at an address, as the page gets them. */
async function fetched(page, address) {
  const base64 = await page.evaluate(async (url) => {
    const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(""));
  }, address);
  return Buffer.from(base64, "base64");
}

async function recording_of(telephone) {
  const { recordings } = await telephone.call();
  assert.equal(recordings.length, 1);
  return fetched(telephone.page, `${demo.place("phone").url}/api/recordings/${recordings[0].sid}/audio`);
}

const texts_to = async (name) =>
  (await demo.texts_of(name)).filter(({ direction }) => direction !== "inbound").map(({ body }) => body);

test("a call: speaks, presses pound, hears that it is recorded; the board has it, and what was said is played there", async () => {
  const board = await at_the_board();
  const telephone = await Telephone.of(demo, browser, "Ana Ruiz");
  await telephone.dial();
  await telephone.hears("Hello Ana.");
  await telephone.beep();
  await telephone.recorder.getByRole("meter", { name: "Loudness of the microphone" }).waitFor();
  await telephone.speaks(3);
  await telephone.press("#");
  await telephone.hurries();
  await telephone.hears(/^Your call-out has been recorded\. Request number/);
  await telephone.is_over("The line hung up");
  await telephone.hears(/You spoke for/);
  await telephone.reads(/^Call-out recorded, Ana: /);

  const heard = await recording_of(telephone);
  assert.ok(voiced_seconds(heard) > 1.5, `${voiced_seconds(heard)} s of voice in it`);
  await telephone.page.getByRole("button", { name: "Play the recording" }).click();
  await telephone.page.getByRole("button", { name: "Pause" }).waitFor();

  const ana = { name: "Ana Ruiz" };
  await row_of(board.page, ana).first().waitFor();
  await open_request(board.page, ana);
  await play(board.page);
  const kept = await fetched(board.page, await board.page.locator("audio").first().getAttribute("src"));
  assert.ok(kept.equals(heard), "the board plays what the provider recorded");
  await board.close();
  await telephone.close();
});

test("a text: the reply comes, and those who answer for them are told", async () => {
  const telephone = await Telephone.of(demo, browser, "Fatima Noor");
  await telephone.text("Calling out sick today");
  const reply = await telephone.reads(/^(Call-out recorded, Fatima: |Which day)/);
  if (reply.startsWith("Which day")) {
    await telephone.text("1");
    await telephone.reads(/^Call-out recorded, Fatima: /);
  }
  await eventually(
    async () => (await texts_to("Priya Raman")).some((text) => text.includes("Fatima N")),
    async () => `a text to the manager, but: ${(await texts_to("Priya Raman")).join("; ")}`,
  );
  await telephone.page.getByRole("region", { name: "On other telephones" }).getByText("Priya Raman").waitFor();
  await telephone.close();
});

test("a wrong PIN three times: goes on without one, and somebody has to confirm", async () => {
  const telephone = await Telephone.of(demo, browser, "Julia Kowalski", { origin: "Unknown number" });
  await telephone.dial();
  await telephone.hears(/Please enter your 4-digit PIN/);
  await telephone.press("2846");
  await telephone.hears(/Sorry, that did not match/);
  await telephone.press("2847");
  await telephone.hears(/That did not match either/);
  await telephone.press("2849");
  await telephone.hears(/Let's go on without it/);
  await telephone.beep();
  const shown = await telephone.log.innerText();
  assert.doesNotMatch(shown, /2 8 4/, "no PIN stays in sight");
  assert.equal(shown.match(/• • • •/g)?.length, 3);
  await telephone.recorder.getByRole("button", { name: "I have a fever and I can't come in today." }).click();
  await telephone.speaks(2);
  await telephone.press("#");
  await telephone.hurries();
  await telephone.hears(/A manager is being told, and will confirm it/);
  await telephone.is_over("The line hung up");

  const { from } = await telephone.call();
  const board = await at_the_board();
  const last_digits = from.slice(-4);
  const row = board.page.getByRole("listitem").filter({ hasText: last_digits }).first();
  await row.waitFor();
  await row.getByRole("link").first().click();
  await says(board.page, "Whose is it?");
  await board.close();
  await telephone.close();
});

test("hanging up amid the recording: it is on record, with what was said until then", async () => {
  const telephone = await Telephone.of(demo, browser, "Jasmine Tran");
  await telephone.dial();
  await telephone.beep();
  await telephone.speaks(2);
  await telephone.hang_up();
  await telephone.is_over("You hung up");
  await telephone.reads(/^Call-out recorded, Jasmine: /);
  const heard = await recording_of(telephone);
  assert.ok(voiced_seconds(heard) > 0.8, `${voiced_seconds(heard)} s of voice in it`);
  const board = await at_the_board();
  await open_request(board.page, { name: "Jasmine Tran" });
  await play(board.page);
  await board.close();
  await telephone.close();
});

test("hanging up before the beep: nothing is on record until a text completes it", async () => {
  await cut_off.reads(/^Your call was cut off\. Reply OUT to record your absence/, 120);
  const board = await at_the_board();
  await board.page.getByText("Noah Abrams").first().waitFor();
  await cut_off.text("OUT");
  await cut_off.reads(/^Call-out recorded, Noah: /);
  await open_request(board.page, { name: "Noah Abrams" });
  await board.close();
  await cut_off.close();
});
