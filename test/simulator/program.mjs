// The built program `callout simulator` beside a test, an application that it calls, and the vendor's own client
// of its REST API. Nothing in here is Callout's own code but the program itself.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";

import twilio from "twilio";

import { Child } from "../e2e/child.mjs";
import { Contract } from "../e2e/contract.mjs";
import { eventually } from "../e2e/eventually.mjs";

const program = process.env.CALLOUT_PROGRAM;
assert.ok(program, "CALLOUT_PROGRAM names the program: script/test builds it and says where it is");

export const account_sid = "AC00000000000000000000000000000001";
export const auth_token = "12345678901234567890123456789012";
export const line = "+15550100900";
export const ana = "+15550100123";
export const boss = "+15550100456";

const contract = new Contract("simulator.yaml");

const holds = ({ signature, url, params }, token = auth_token) =>
  twilio.validateRequest(token, signature, url, params);

/** The vendor's validator takes it as it came, and no longer once a single thing is changed. */
export function assert_signed(request) {
  const { url, params } = request;
  assert.ok(holds(request), `${request.method} ${url} ${JSON.stringify(params)}`);
  assert.ok(!holds(request, "another token"), "another token");
  assert.ok(!holds({ ...request, url: `${url}x` }), "another address");
  assert.ok(!holds({ ...request, params: { ...params, Extra: "1" } }), "one more parameter");
  for (const name of Object.keys(params)) {
    assert.ok(!holds({ ...request, params: { ...params, [name]: `${params[name]}x` } }), name);
    const { [name]: _, ...without } = params;
    assert.ok(!holds({ ...request, params: without }), `without ${name}`);
  }
  const [path, query] = url.split("?");
  const asked = query?.split("&") ?? [];
  for (const [at, one] of asked.entries()) {
    const changed = asked.with(at, `${one}x`).join("&");
    assert.ok(!holds({ ...request, url: `${path}?${changed}` }), one);
  }
}

/**
 * An application: keeps what it is asked, answers by path with what a test has set, or an empty document. At its end
 * it has been asked something, and all of it was signed.
 */
export class Application {
  requests = []; // {method, url, path, params, signature, headers}
  #all = [];
  #answers = new Map();

  static async open() {
    const application = new Application();
    application.server = createServer((request, response) => application.#serve(request, response));
    application.server.listen(0, "127.0.0.1");
    await once(application.server, "listening");
    application.base = `http://127.0.0.1:${application.server.address().port}`;
    return application;
  }

  close() {
    this.server.closeAllConnections();
    this.server.close();
    assert.ok(this.#all.length > 0, "nothing was asked of the application");
    this.#all.forEach(assert_signed);
  }

  /** `answer`: a document, something with toString() that makes one, {status, type, body}, or a function of the request, which may take its time. */
  on(path, answer) {
    this.#answers.set(path, answer);
  }

  forget() {
    this.requests = [];
    this.#answers.clear();
  }

  at(path) {
    return this.requests.filter((request) => request.path === path);
  }

  async #serve(request, response) {
    const body = Buffer.concat(await request.toArray()).toString();
    const url = new URL(request.url, this.base);
    const params = {};
    for (const [name, value] of new URLSearchParams(body)) params[name] = value;
    const asked = {
      method: request.method,
      url: this.base + request.url,
      path: url.pathname,
      query: url.searchParams,
      params,
      headers: request.headers,
      signature: request.headers["x-twilio-signature"],
    };
    this.requests.push(asked);
    this.#all.push(asked);
    const set = this.#answers.get(url.pathname) ?? "<Response/>";
    const answer = typeof set === "function" ? await set(asked) : set;
    const { status = 200, type = "text/xml", body: text = String(answer) } = answer.body === undefined ? {} : answer;
    response.writeHead(status, { "Content-Type": type }).end(text);
  }
}

/** Sends to the simulator what is meant for the vendor's hosts. */
export class Rerouted extends twilio.RequestClient {
  constructor(base) {
    super();
    this.base = base;
  }

  request(options) {
    return super.request({ ...options, uri: options.uri.replace(/^https:\/\/[^/]*\.twilio\.com/, this.base) });
  }
}

export class Simulator {
  static async open(application, { more = [] } = {}) {
    const simulator = new Simulator();
    const urls = {
      "--voice-url": "/voice",
      "--sms-url": "/sms",
      "--status-url": "/status",
      "--voice-fallback-url": "/voice-fallback",
      "--sms-fallback-url": "/sms-fallback",
    };
    simulator.child = new Child(program, [
      "simulator", "--port", "0", "--number", line, "--account-sid", account_sid, "--auth-token", auth_token,
      ...Object.entries(urls).flatMap(([option, path]) => [option, application.base + path]),
      ...more,
    ]);
    const said = await simulator.child.line();
    simulator.base = said.match(/^simulator ready on (http:\/\/127\.0\.0\.1:\d+)$/)?.[1];
    assert.ok(simulator.base, said);
    simulator.client = twilio(account_sid, auth_token, { httpClient: new Rerouted(simulator.base) });
    await simulator.hurry();
    return simulator;
  }

  async close() {
    const code = await this.child.kill("SIGTERM");
    assert.equal(code, 0, `the simulator ended with ${code}: ${this.child.errors}`);
  }

  /** Of the desk, and answered as api/simulator.yaml says. */
  async ask(method, path, body) {
    const sent = body && { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
    const url = `${this.base}/api/${path}`;
    const response = await fetch(url, { method, ...sent });
    const text = await response.text();
    contract.check({ method, url, status: response.status, headers: response.headers, body: text });
    assert.ok(response.ok, `${method} ${path}: ${response.status} ${text}`);
    return text === "" ? null : JSON.parse(text);
  }

  /** Time flies: what a call waits for is over in no time. */
  hurry() {
    return this.ask("PUT", "clock", { speed: 1000 });
  }

  /** At a pace at which a test can still do something in the call: ten minutes are twenty seconds. */
  async dial(from = ana, more = {}) {
    await this.ask("PUT", "clock", { speed: 30 });
    return this.ask("POST", "calls", { from, ...more });
  }

  text(body, more = {}) {
    return this.ask("POST", "messages", { from: ana, body, ...more });
  }

  call(sid) {
    return this.ask("GET", `calls/${sid}`);
  }

  /** The call, once it is at one of these. */
  until(sid, ...kinds) {
    return eventually(async () => {
      const call = await this.call(sid);
      return kinds.includes(call.doing.kind) && call;
    }, `call ${sid} ${kinds}`);
  }

  press(sid, keys) {
    return this.ask("POST", `calls/${sid}/keys`, { keys });
  }

  /** Two seconds of a tone, which the line takes for a voice. */
  async speak(sid, seconds = 2) {
    const samples = new Int16Array(8000 * seconds).map((_, at) => 8000 * Math.sin((at * 2 * Math.PI * 440) / 8000));
    const response = await fetch(`${this.base}/api/calls/${sid}/voice`, {
      method: "POST", headers: { "Content-Type": "audio/L16" }, body: samples,
    });
    assert.equal(response.status, 204, await response.text());
  }

  hang_up(sid) {
    return this.ask("POST", `calls/${sid}/hang-up`);
  }

  async said(sid) {
    const { transcript } = await this.call(sid);
    return transcript.filter(({ who, kind }) => who === "line" && kind === "say").map(({ words }) => words);
  }
}
