// Debian's Chromium as people use it. Whatever a page says to the server is held against the contract, and any
// error on its console, in its scripts, on the network or against its content security policy fails the story when
// the visit is closed.
import assert from "node:assert/strict";

import { chromium } from "playwright-core";

import { Contract } from "./contract.mjs";
import { TooLate, eventually, within } from "./eventually.mjs";
import { password } from "./people.mjs";

export const phone = { name: "phone", viewport: { width: 375, height: 812 }, hasTouch: true, isMobile: true };
export const desk = { name: "desk", viewport: { width: 1280, height: 900 } };
export const patience = 20000;
const last_patience = 10000; // with what ends

const switches = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--autoplay-policy=no-user-gesture-required",
  "--mute-audio",
];

/** That Chromium does not close what it has shown is no fault of the page's: it ends with this process. */
const leaving = (promised, what) =>
  within(last_patience, promised, what).catch((failure) => {
    if (!(failure instanceof TooLate)) throw failure;
    console.log(failure.message);
  });

export class Browser {
  contract = new Contract();
  visits = [];

  /** `microphone`: a WAV file that is spoken into it again and again. */
  static async open({ microphone = null } = {}) {
    const browser = new Browser();
    const spoken = microphone
      ? ["--use-fake-device-for-media-stream", `--use-file-for-fake-audio-capture=${microphone}`]
      : [];
    browser.chromium = await chromium.launch({
      executablePath: "/usr/bin/chromium",
      args: [...switches, ...spoken],
    });
    return browser;
  }

  /** Somebody opens the application, or a page with a `contract` of its own: at `size`, in the dark or not. */
  async visit(
    house,
    {
      size = desk,
      dark = false,
      path = "/",
      locale = "en-US",
      https_errors = false,
      contract = this.contract,
      permissions = [],
    } = {},
  ) {
    const context = await this.chromium.newContext({
      viewport: size.viewport,
      hasTouch: size.hasTouch ?? false,
      isMobile: size.isMobile ?? false,
      colorScheme: dark ? "dark" : "light",
      reducedMotion: "reduce",
      locale,
      timezoneId: "America/New_York",
      ignoreHTTPSErrors: https_errors,
      permissions,
    });
    const visit = new Visit(this, house, context, contract);
    this.visits.push(visit);
    await visit.begin(path);
    return visit;
  }

  /** Already signed in. */
  async visit_as(house, { email }, options = {}) {
    const visit = await this.visit(house, options);
    await visit.sign_in(email);
    return visit;
  }

  async close() {
    await leaving(this.chromium.close(), "Chromium ends");
  }
}

export class Visit {
  problems = [];
  #allowed = [];
  #unjudged = new Map(); // answers that have begun: whether their page has been left since

  constructor(browser, house, context, contract) {
    this.browser = browser;
    this.house = house;
    this.context = context;
    this.contract = contract;
  }

  async begin(path) {
    this.page = await this.context.newPage();
    this.page.setDefaultTimeout(patience);
    this.#watch(this.page);
    await this.page.goto(this.house.url + path);
  }

  async sign_in(email, words = password) {
    await this.page.getByLabel("E-mail").fill(email);
    await this.page.getByLabel("Password", { exact: true }).fill(words);
    await this.page.getByRole("button", { name: "Sign in" }).click();
    await this.page.getByRole("navigation").first().waitFor();
  }

  goto(path) {
    return this.page.goto(this.house.url + path);
  }

  /** What the story does on purpose, such as stopping the server. */
  allow(pattern) {
    this.#allowed.push(pattern);
  }

  /** Ends the visit; fails with all that went wrong meanwhile. */
  async close() {
    await this.#all_is_judged();
    const problems = this.problems.filter((one) => !this.#allowed.some((pattern) => pattern.test(one)));
    await leaving(this.#leave(), "the pages are closed");
    this.browser.visits = this.browser.visits.filter((one) => one !== this);
    assert.deepEqual(problems, []);
  }

  /** Page by page: with a page that has played or recorded sound, Chromium may close a context never. */
  async #leave() {
    for (const page of this.context.pages()) {
      await page.goto("about:blank").catch(() => {}); // what is on its way is given up
      await page.close();
    }
    await this.context.close();
  }

  #watch(page) {
    page.on("pageerror", (error) => this.problems.push(`script: ${error.stack ?? error.message}`));
    page.on("console", (message) => {
      if (message.type() !== "error" && message.type() !== "warning") return;
      // A status is judged by the contract, not by the browser's remark on it.
      if (/Failed to load resource: the server responded with a status of 4\d\d/.test(message.text())) return;
      this.problems.push(`console: ${message.text()}`);
    });
    page.on("requestfailed", (request) => {
      const why = request.failure()?.errorText ?? "";
      // A page that is left gives up what it still waits for.
      if (why !== "net::ERR_ABORTED")
        this.problems.push(`network: ${why} ${request.method()} ${request.url()}`);
    });
    let is_being_left = false; // until the next document is there; a step within the page asks for none
    page.on("request", (request) => {
      if (request.isNavigationRequest() && request.frame() === page.mainFrame()) is_being_left = true;
    });
    page.on("framenavigated", (frame) => {
      if (frame !== page.mainFrame() || !is_being_left) return;
      is_being_left = false;
      for (const answer of this.#unjudged.keys()) this.#unjudged.set(answer, true);
    });
    page.on("response", (response) => {
      this.#unjudged.set(response, false);
      this.#judge(response)
        .catch((failure) => this.problems.push(`contract: ${failure.message}`))
        .finally(() => this.#unjudged.delete(response));
    });
  }

  async #all_is_judged() {
    await eventually(() => this.#unjudged.size === 0, "every answer", last_patience).catch(() => {});
    for (const [answer, is_left] of this.#unjudged) {
      // What a page that was left has not read, nobody reads.
      if (!is_left) this.problems.push(`without an end: ${answer.request().method()} ${answer.url()}`);
    }
  }

  async #judge(response) {
    const url = new URL(response.url());
    if (response.status() >= 500) this.problems.push(`server: ${response.status()} ${url.pathname}`);
    if (!url.pathname.startsWith("/api/")) return;
    const headers = new Headers(await response.allHeaders());
    const is_text = /json/.test(headers.get("content-type") ?? "");
    // A page that has moved on no longer has the body.
    const body = is_text ? await response.text().catch(() => null) : "";
    if (body === null) return;
    const operation = this.contract.check({
      method: response.request().method(),
      url: response.url(),
      status: response.status(),
      headers,
      body,
    });
    const is_json = /json/.test(response.request().headers()["content-type"] ?? "");
    const sent = is_json && response.request().postData();
    if (sent && response.status() < 400) this.contract.check_request(operation, sent);
  }
}

/** Whether the page can be scrolled sideways: by how many pixels. */
export const sideways = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Presses Tab until the element that has the focus is the one wanted. */
export async function tab_to(page, locator, most = 80) {
  const wanted = await locator.elementHandle();
  for (let presses = 0; presses < most; presses += 1) {
    if (
      await page.evaluate(
        (one) => document.activeElement === one || one.contains(document.activeElement),
        wanted,
      )
    )
      return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`the keyboard does not reach ${locator}`);
}

/** Waits until the locator finds that many. */
export const count_becomes = (locator, count) =>
  eventually(
    async () => (await locator.count()) === count,
    async () => `${count} of ${locator}, there are ${await locator.count()}`,
  );
