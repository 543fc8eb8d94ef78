// The API as a program uses it: a session, and every answer held against the contract.
import assert from "node:assert/strict";

import { password } from "./people.mjs";

const read_cookie = (response) =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .find((pair) => pair.includes("callout="));

export class Client {
  cookie = null;

  constructor(house, contract) {
    this.house = house;
    this.contract = contract;
  }

  static async signed_in(house, contract, { email }, { remember = false, words = password } = {}) {
    const client = new Client(house, contract);
    const { status, body } = await client.post("/session", { email, password: words, remember });
    assert.equal(status, 200, `${email} can't sign in: ${JSON.stringify(body)}`);
    return client;
  }

  get(path, headers = {}) {
    return this.send("GET", path, { headers });
  }
  post(path, body, headers = {}) {
    return this.send("POST", path, { body, headers });
  }
  put(path, body) {
    return this.send("PUT", path, { body });
  }
  delete(path) {
    return this.send("DELETE", path, {});
  }

  /** {status, body, headers}; a body that is no JSON comes as bytes. */
  async send(method, path, { body, headers = {}, origin = this.house.url, raw = null }) {
    const response = await fetch(`${this.house.local_url}/api/v1${path}`, {
      method,
      redirect: "manual",
      headers: {
        ...(this.cookie && { Cookie: this.cookie }),
        ...(method !== "GET" && {
          Origin: origin,
          "Sec-Fetch-Site": "same-origin",
          "Content-Type": "application/json",
        }),
        ...headers,
      },
      body:
        raw ??
        (body === undefined
          ? method === "POST" || method === "PUT"
            ? "{}"
            : undefined
          : JSON.stringify(body)),
    });
    const cookie = read_cookie(response);
    if (cookie) this.cookie = cookie.endsWith("=") ? null : cookie;
    const bytes = Buffer.from(await response.arrayBuffer());
    const is_text = /json|^$/.test(response.headers.get("content-type") ?? "");
    const text = is_text ? bytes.toString() : null;
    this.contract.check({
      method,
      url: `/api/v1${path}`,
      status: response.status,
      headers: response.headers,
      body: text,
    });
    return {
      status: response.status,
      headers: response.headers,
      body: text === null ? bytes : text === "" ? null : JSON.parse(text),
    };
  }

  /** The event stream: `next()` is the topics of the next event. */
  async listen() {
    const stopper = new AbortController();
    const response = await fetch(`${this.house.local_url}/api/v1/events`, {
      headers: { ...(this.cookie && { Cookie: this.cookie }) },
      signal: stopper.signal,
    });
    this.contract.check({
      method: "GET",
      url: "/api/v1/events",
      status: response.status,
      headers: response.headers,
      body: null,
    });
    return new EventStream(response, stopper);
  }
}

export class EventStream {
  #waiting = [];
  #early = [];
  #has_ended = false;

  constructor(response, stopper) {
    this.headers = response.headers;
    this.stopper = stopper;
    this.ended = this.#read(response.body)
      .catch(() => {})
      .then(() => {
        this.#has_ended = true;
        for (const waits of this.#waiting.splice(0)) waits(null);
      });
  }

  async #read(body) {
    let text = "";
    for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
      text += chunk.replaceAll("\r", "");
      for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
        this.#take(text.slice(0, end));
        text = text.slice(end + 2);
      }
    }
  }

  #take(block) {
    const data = block.match(/^data: ?(.*)$/m);
    if (!data || !/^event: ?changed$/m.test(block)) return;
    const { topics } = JSON.parse(data[1]);
    const waits = this.#waiting.shift();
    if (waits) waits(topics);
    else this.#early.push(topics);
  }

  /** Null when the stream has ended. */
  next() {
    if (this.#early.length > 0) return Promise.resolve(this.#early.shift());
    if (this.#has_ended) return Promise.resolve(null);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** The next event that names the topic. */
  async hears(topic) {
    for (;;) {
      const topics = await this.next();
      assert.ok(topics, `the stream ended before it said ${topic}`);
      if (topics.includes(topic)) return topics;
    }
  }

  close() {
    this.stopper.abort();
    return this.ended;
  }
}
