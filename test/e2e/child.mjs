// A program beside the test that speaks lines on its standard streams. Ended by its own id, with the test
// that started it at the latest: all of them end when their stdin does.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

import { within } from "./eventually.mjs";

const slowest_answer = 120000;

export class Child {
  #process;
  #waiting = []; // for the next lines, in order
  #early = [];
  errors = "";

  /** Lines that `isOther` accepts go to `onOther`; the rest are answers. */
  constructor(command, args, { env = process.env, isOther = () => false, onOther = () => {} } = {}) {
    this.#process = spawn(command, args, { env, stdio: ["pipe", "pipe", "pipe"] });
    this.#process.stderr.setEncoding("utf8").on("data", (text) => {
      this.errors = (this.errors + text).slice(-20000);
    });
    this.#process.stdin.on("error", () => {}); // it has ended: the answer that never comes says so
    createInterface(this.#process.stdout).on("line", (line) => {
      if (isOther(line)) return onOther(line);
      const waits = this.#waiting.shift();
      return waits ? waits.resolve(line) : this.#early.push(line);
    });
    this.ended = once(this.#process, "exit").then(([code, signal]) => {
      const why = new Error(`${command} has ended (${signal ?? code}): ${this.errors}`);
      for (const waits of this.#waiting.splice(0)) waits.reject(why);
      this.#process.stdin.destroy();
      return code;
    });
  }

  get pid() {
    return this.#process.pid;
  }

  line() {
    if (this.#early.length > 0) return Promise.resolve(this.#early.shift());
    if (this.#process.exitCode !== null) return Promise.reject(new Error(`has ended: ${this.errors}`));
    const next = new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
    return within(slowest_answer, next, `a line of process ${this.pid}`);
  }

  say(line) {
    this.#process.stdin.write(`${line}\n`);
  }

  /** Closes its stdin; after `patience` ms by force. Its exit code. */
  end(patience = 20000) {
    this.#process.stdin.end();
    return this.#ends(patience);
  }

  /** Its exit code: null if the signal ended it, or force had to after `patience` ms. */
  kill(signal = "SIGKILL", patience = 20000) {
    this.#process.kill(signal);
    return this.#ends(patience);
  }

  async #ends(patience) {
    const impatient = setTimeout(() => this.#process.kill("SIGKILL"), patience);
    try {
      return await this.ended;
    } finally {
      clearTimeout(impatient);
    }
  }
}
