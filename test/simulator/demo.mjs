// `callout demo` as somebody starts it who tries Callout: the addresses and who signs in how are read from what it
// prints.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Child } from "../e2e/child.mjs";

const program = process.env.CALLOUT_PROGRAM;
assert.ok(program, "CALLOUT_PROGRAM names the program: script/test builds it and says where it is");

/** Where it is between five and six in the morning now: before everybody's shift, and no day ends meanwhile. */
function zone_of_the_morning() {
  const hours = 5 - new Date().getUTCHours();
  const east = hours < -12 ? hours + 24 : hours;
  return `Etc/GMT${east > 0 ? "-" : "+"}${Math.abs(east)}`; // signs as POSIX has them
}

export class Demo {
  /** Name → address. */
  at = {};
  /** Who has a password: {email, password, note}. */
  responsible = [];

  /** `variables`: what else stands in the environment. */
  static async open({ variables = {} } = {}) {
    const demo = new Demo();
    demo.folder = await mkdtemp(join(tmpdir(), "callout-demo-"));
    const ports = ["--port", "0", "--simulator-port", "0", "--mailbox-port", "0"];
    demo.child = new Child(program, ["demo", "--fresh", ...ports], {
      env: { ...process.env, ...variables, DATA_DIR: demo.folder, TIME_ZONE: zone_of_the_morning() },
    });
    try {
      await demo.#read_greeting();
      demo.line = await demo.ask("GET", "line");
      return demo;
    } catch (failure) {
      await demo.close();
      throw failure;
    }
  }

  async #read_greeting() {
    while (this.responsible.length === 0 || !this.at.mailbox || this.#is_listing) {
      const line = await this.child.line();
      const [, name, url] = /^\s*(board|phone|mailbox)\s+(http:\S+)/.exec(line) ?? [];
      if (name) this.at[name] = url.endsWith("/") || name === "board" ? url : `${url}/`;
      const [, email, password, note] = /^\s+(\S+@\S+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
      if (email) this.responsible.push({ email, password, note });
      this.#is_listing = Boolean(email);
    }
  }
  #is_listing = false;

  async close() {
    const code = await this.child.kill("SIGTERM");
    await rm(this.folder, { recursive: true, force: true });
    assert.equal(code, 0, `the demo ended with ${code}: ${this.child.errors}`);
  }

  /** HR, who sees everybody. */
  get hr() {
    return this.responsible.find(({ note }) => /HR/.test(note));
  }

  /** As a visit of the browser's wants it. */
  place(name) {
    return { url: new URL(this.at[name]).origin };
  }

  telephone(name) {
    const found = this.line.telephones.find((one) => one.name === name);
    assert.ok(found, `${name} is none of the demo's people`);
    return found;
  }

  /** Of the desk; see api/simulator.yaml. */
  async ask(method, path, body) {
    const response = await fetch(`${this.at.phone}api/${path}`, {
      method,
      headers: body === undefined ? {} : { "Content-Type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    assert.ok(response.ok, `${method} ${path}: ${response.status} ${text}`);
    return text === "" ? null : JSON.parse(text);
  }

  /** The texts of somebody's telephone with the line, oldest first. */
  async texts_of(name) {
    const number = encodeURIComponent(this.telephone(name).number);
    return (await this.ask("GET", `messages?with=${number}`)).messages;
  }

  /** Several simulated seconds in one: what the line says need not be waited for. */
  hurry(speed) {
    return this.ask("PUT", "clock", { speed });
  }
}
