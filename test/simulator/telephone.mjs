// A telephone of the phone page, in somebody's hand.
import assert from "node:assert/strict";

import { count_becomes, desk, patience } from "../e2e/browser.mjs";
import { Contract } from "../e2e/contract.mjs";
import { eventually } from "../e2e/eventually.mjs";

export const desk_contract = new Contract("simulator.yaml");
const fast = 6;
const which_day = /Which day will you be out\?/;

export class Telephone {
  static async of(demo, browser, name, options = {}) {
    const visit = await browser.visit(demo.place("phone"), {
      size: desk,
      contract: desk_contract,
      permissions: ["microphone"],
      ...options,
    });
    const telephone = new Telephone(demo, visit);
    await telephone.#take(name, options.origin);
    return telephone;
  }

  constructor(demo, visit) {
    this.demo = demo;
    this.visit = visit;
    this.page = visit.page;
    this.log = this.page.getByRole("log", { name: "What is heard" });
    this.texts = this.page.getByRole("log", { name: "Messages" });
    this.recorder = this.page.getByRole("group", { name: "Say something" });
    this.keypad = this.page.getByRole("group", { name: "Keypad" });
  }

  /** `origin`: from which number they call, if not from their own; in the page's words. */
  async #take(name, origin) {
    const { page } = this;
    await page.getByRole("button", { name: "Change" }).click();
    const sheet = page.getByRole("dialog", { name: "Who calls?" });
    if (origin) await sheet.getByRole("radio", { name: origin }).check({ force: true });
    await sheet.getByLabel("Search a name, position or number").fill(name);
    await sheet.getByRole("list", { name: "People" }).getByRole("button").filter({ hasText: name }).click();
    await sheet.waitFor({ state: "hidden" });
  }

  // ---- Calls ----

  /** What the line says passes faster than in life. */
  hurries() {
    return this.demo.hurry(fast);
  }

  async dial() {
    await this.hurries();
    await this.page.getByRole("button", { name: "Call", exact: true }).click();
  }

  /** What the desk says of the newest call. */
  async call() {
    const { calls } = await this.demo.ask("GET", "calls");
    return this.demo.ask("GET", `calls/${calls[0].sid}`);
  }

  /** The line has said it. */
  hears(words) {
    return this.log.getByText(words).last().waitFor({ timeout: 3 * patience });
  }

  async press(keys) {
    const names = { "*": "Star", "#": "Pound" };
    for (const key of keys)
      await this.keypad.getByRole("button", { name: names[key] ?? new RegExp(`^${key}`), exact: true }).click();
  }

  /**
   * The line records. Should it ask for the day, it is today's: on a day on which they do not work it does.
   * `speed`: what is spoken into the microphone sounds whole at the pace of life only.
   */
  async beep({ speed = 1 } = {}) {
    let has_answered = false;
    await eventually(
      async () => {
        if ((await this.recorder.count()) > 0) return true;
        const said = await this.log.innerText().catch(() => "");
        if (which_day.test(said) && !has_answered) {
          has_answered = true;
          await this.press("1");
        }
        if (/after the beep/i.test(said)) await this.demo.hurry(speed);
        return false;
      },
      async () => `a beep, but: ${await this.log.innerText()}`,
      4 * patience,
    );
  }

  /** Speaks into the microphone for at least so long. */
  speaks(seconds) {
    return eventually(
      async () => {
        const { doing, transcript } = await this.call();
        assert.equal(doing.kind, "recording", "the line still records");
        const spoken = transcript.filter(({ who, kind }) => who === "caller" && kind === "voice");
        return spoken.reduce((sum, { milliseconds }) => sum + milliseconds, 0) >= seconds * 1000;
      },
      `${seconds} s of voice`,
      2 * patience,
    );
  }

  hang_up() {
    return this.page.getByRole("button", { name: "Hang up" }).click();
  }

  async is_over(words) {
    await this.hurries();
    await this.hears(words);
    await this.page.getByRole("button", { name: "Call again" }).waitFor();
  }

  // ---- Texts ----

  async text(words) {
    await this.page.getByLabel("Text the line").fill(words);
    await this.page.keyboard.press("Enter");
    await count_becomes(this.texts.getByText(words, { exact: true }), 1);
  }

  /** The newest text that says it. */
  async reads(words, seconds = 40) {
    const found = this.texts.getByText(words).last();
    await found.waitFor({ timeout: seconds * 1000 });
    return found.innerText();
  }

  close() {
    return this.visit.close();
  }
}
