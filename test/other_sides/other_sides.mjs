// The other sides of Callout, for its scenario tests: a stand-in for the provider's REST API, a real SMTP
// server, and the provider's own signature code (npm twilio), behind one small control server.
//
// A test starts it as a child process and keeps its stdin open. When all ports listen it prints one line
//   {"control":"http://127.0.0.1:1","provider":"http://127.0.0.1:2","smtp":"smtp://127.0.0.1:3"}
// and it ends when stdin closes or on SIGTERM. Everything listens on loopback, on free ports.
//
// Control, JSON in and out (a member in [] may be left out):
//   POST /config              {[account_sid],[auth_token],[api_key_sid],[api_key_secret],[from_numbers],
//                              [smtp_user],[smtp_password]} -> what is set now
//   POST /reset               forgets all that arrived, all scripts and the configuration
//   POST /sign                {token,url,params} -> {signature}     params: {name: value | [values]} or
//   POST /validate            {token,url,params,signature} -> {ok}          [[name, value], ...]
//   POST /provider/script     {[next]: [step...], [always]: step | null}    see provider.mjs
//   POST /provider/inbound    {from,to,body,[sid],[media_sids],[at]} -> the message, listed as received; at: ISO 8601, else now
//   POST /provider/lists      {[status],[body],[hang]}: broken so; {} mends them
//   POST /provider/media      {path,content_type,base64,[redirect],[not_yet]}   not_yet: so often 404
//                             path: "Messages/MM…/Media/ME…" or "Recordings/RE…"
//   GET  /provider/messages   what was accepted, in order: {sid,to,from,body,statusCallback,at,status}
//   POST /smtp/script         {next: [{at: "MAIL"|"RCPT"|"DATA", code, message}...]}
//   GET  /mails               {to,from,subject,text,html,headers,raw} in order of arrival
//   GET  /wait?kind=mails|messages&count=n&timeout_ms=t -> {reached, items}
import { EventEmitter, once } from "node:events";
import { createServer } from "node:http";

import { Mailbox } from "./mailbox.mjs";
import { Provider } from "./provider.mjs";
import { sign, validate } from "./signature.mjs";

const arrivals = new EventEmitter().setMaxListeners(0);
const arrived = () => arrivals.emit("arrival");
const provider = new Provider(arrived);
const mailbox = new Mailbox(arrived);
const listOf = {
  messages: () => provider.accepted(),
  mails: () => mailbox.mails,
};

function configure(settings) {
  const names = new Set([...Object.keys(provider.settings), ...Object.keys(mailbox.settings)]);
  const unknown = Object.keys(settings).filter((name) => !names.has(name));
  if (unknown.length > 0) throw new Error(`unknown setting: ${unknown.join(", ")}`);
  for (const side of [provider, mailbox]) {
    for (const name of Object.keys(side.settings)) {
      if (name in settings) side.settings[name] = settings[name];
    }
  }
  return { ...provider.settings, ...mailbox.settings };
}

function reset() {
  provider.reset();
  mailbox.reset();
}

/** Answers when that many have arrived, or when the time is over. */
async function wait({ kind, count, timeout_ms: time = "5000" }) {
  const list = listOf[kind];
  if (!list) throw new Error(`nothing of kind ${kind} arrives here`);
  const timeUp = AbortSignal.timeout(Math.min(Number(time), 60000));
  while (list().length < Number(count) && !timeUp.aborted) {
    await once(arrivals, "arrival", { signal: timeUp }).catch(() => {});
  }
  return { reached: list().length >= Number(count), items: list() };
}

const routes = {
  "POST /config": configure,
  "POST /reset": reset,
  "POST /sign": ({ token, url, params }) => ({ signature: sign(token, url, params) }),
  "POST /validate": ({ token, url, params, signature }) => ({
    ok: validate(token, url, params, signature),
  }),
  "POST /provider/script": (script) => provider.follow(script),
  "POST /provider/inbound": (message) => provider.receive(message),
  "POST /provider/lists": (how) => provider.breakLists(Object.keys(how).length > 0 ? how : null),
  "POST /provider/media": (media) => provider.keepMedia(media),
  "GET /provider/messages": listOf.messages,
  "POST /smtp/script": (script) => mailbox.follow(script),
  "GET /mails": listOf.mails,
  "GET /wait": wait,
};

async function control(request, response) {
  const url = new URL(request.url, "http://control");
  const answer = (status, value) => {
    response.writeHead(status, { "Content-Type": "application/json" });
    response.end(JSON.stringify(value ?? {}));
  };
  const route = routes[`${request.method} ${url.pathname}`];
  if (!route) return answer(404, { error: `no route ${request.method} ${url.pathname}` });
  try {
    const chunks = await request.toArray();
    const body = Buffer.concat(chunks).toString() || "{}";
    const input = request.method === "GET" ? Object.fromEntries(url.searchParams) : JSON.parse(body);
    return answer(200, await route(input));
  } catch (error) {
    return answer(400, { error: error.message });
  }
}

async function listen(server) {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `127.0.0.1:${server.address().port}`;
}

const provider_server = createServer((request, response) => {
  provider.serve(request, response).catch(() => response.destroy()); // a client that hung up
});
const [control_at, provider_at, smtp_at] = await Promise.all([
  listen(createServer(control)),
  listen(provider_server),
  listen(mailbox.server),
]);
provider.base = `http://${provider_at}`;

process.on("SIGTERM", () => process.exit(0));
process.stdin.resume().on("close", () => process.exit(0)).on("error", () => process.exit(0));
console.log(
  JSON.stringify({
    control: `http://${control_at}`,
    provider: `http://${provider_at}`,
    smtp: `smtp://${smtp_at}`,
  }),
);
