// A stand-in for the provider's REST API: Messages and media, with Basic auth, the documented types and
// error bodies, and mishaps on demand. /provider/script hands it steps, one per Create Message request:
//   {status: 500, [body]}      refused with that status (429 too); body: text, or an object as JSON
//   {hang: ms}                 nothing accepted, the connection closes without an answer after ms
//   {reset: true}              nothing accepted, connection reset
//   {accept_then_reset: true}  accepted, connection reset before the answer
//   {malformed: true}          accepted, 201, but the JSON is cut off
//   {slow: ms}                 accepted, answered after ms
// `next` is used up in order, then `always` holds until it is set to null.
//
// What came in is listed: Messages and their media. /provider/lists breaks these lists:
//   {status: 500}  {body: "garbage"}  {hang: ms}: the connection closes without an answer after ms
import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";

import { error_body, refuse_message } from "./refusals.mjs";
import { day_matches, page_of, rendered, rendered_media } from "./resources.mjs";

const unset = {
  account_sid: "AC00000000000000000000000000000001",
  auth_token: "12345",
  api_key_sid: null,
  api_key_secret: null,
  from_numbers: null, // null: any number may send
};

const new_sid = (prefix) => prefix + randomBytes(16).toString("hex");

export class Provider {
  settings = { ...unset };

  constructor(arrived) {
    this.arrived = arrived;
    this.reset();
  }

  reset() {
    this.settings = { ...unset };
    this.messages = []; // oldest first, in both directions
    this.lists_are = null; // broken how
    this.media = new Map();
    this.next = [];
    this.always = null;
  }

  // ---- What a test asks for ----

  follow({ next = [], always }) {
    this.next.push(...next);
    if (always !== undefined) this.always = always;
  }

  accepted() {
    return this.messages
      .filter(({ direction }) => direction !== "inbound")
      .map(({ sid, to, from, body, status_callback, created, status }) => ({
        sid, to, from, body, statusCallback: status_callback, at: created.toISOString(), status,
      }));
  }

  breakLists(how) {
    this.lists_are = how;
  }

  receive({ from, to, body = "", sid, media_sids = [], at }) {
    const message = {
      sid: sid ?? new_sid(media_sids.length > 0 ? "MM" : "SM"),
      from, to, body, direction: "inbound", status: "received", created: at ? new Date(at) : new Date(),
      media_sids, service: null, status_callback: null, error_code: null,
    };
    this.messages.push(message);
    return rendered(this.settings.account_sid, message);
  }

  /** `not_yet`: how often it is asked for before it is there, as a recording is. */
  keepMedia({ path, content_type, base64, redirect = false, not_yet = 0 }) {
    const bytes = Buffer.from(base64, "base64");
    this.media.set(path, { content_type, bytes, redirect, not_yet });
  }

  // ---- What the server under test asks for ----

  async serve(request, response) {
    const url = new URL(request.url, this.base);
    const body = Buffer.concat(await request.toArray()).toString();
    const account = `/2010-04-01/Accounts/${this.settings.account_sid}/`;

    const loose = url.pathname.match(/^\/media\/(.+)$/); // where a redirect leads: no password there
    if (loose) return this.send_media(request, response, decodeURIComponent(loose[1]), true);
    if (!this.knows(request.headers.authorization)) return this.refuse(response, 401, 20003);
    if (!url.pathname.startsWith(account)) return this.refuse(response, 404, 20404);

    const path = url.pathname.slice(account.length);
    if (request.method === "POST" && path === "Messages.json") {
      return this.create_message(response, new URLSearchParams(body));
    }
    if (request.method === "GET" && /^((Message|Call|Recording)s|Messages\/\w+\/Media)\.json$/.test(path)) {
      return this.list(response, url, path);
    }
    const single = path.match(/^Messages\/(\w+)\.json$/);
    if (single) return this.one(request, response, single[1]);
    return this.send_media(request, response, path.replace(/\.(json|wav)$/, ""), false);
  }

  knows(authorization) {
    const { account_sid, auth_token, api_key_sid, api_key_secret } = this.settings;
    const header = (user, password) =>
      `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
    return (
      authorization === header(account_sid, auth_token) ||
      (api_key_sid !== null && authorization === header(api_key_sid, api_key_secret))
    );
  }

  async create_message(response, form) {
    const step = this.next.shift() ?? this.always ?? {};
    if (step.reset) return response.socket.resetAndDestroy();
    if (step.hang) return pause(step.hang).then(() => response.destroy());
    if (step.status) return this.refuse(response, step.status, undefined, step.body);

    const refusal = refuse_message(form, this);
    if (refusal) return this.send(response, refusal.status, refusal);
    const message = this.accept(form);
    const answer = rendered(this.settings.account_sid, message);
    message.status = "sent"; // from here on; the answer still says "queued", as the real one does
    message.sent = message.created;
    this.arrived();

    if (step.accept_then_reset) return response.socket.resetAndDestroy();
    if (step.slow) await pause(step.slow);
    if (!step.malformed) return this.send(response, 201, answer);
    return this.send(response, 201, JSON.stringify(answer).slice(0, 40));
  }

  accept(form) {
    const media = form.getAll("MediaUrl");
    const service = form.get("MessagingServiceSid");
    const message = {
      sid: new_sid(media.length > 0 ? "MM" : "SM"),
      to: form.get("To"),
      from: form.get("From"),
      body: form.get("Body") ?? "",
      status: service ? "accepted" : "queued",
      direction: "outbound-api",
      created: new Date(),
      media_sids: media.map(() => new_sid("ME")),
      service,
      status_callback: form.get("StatusCallback"),
      error_code: null,
    };
    this.messages.push(message);
    return message;
  }

  async list(response, url, path) {
    // Whoever looks for what was sent still finds it.
    const broken = url.searchParams.has("From") ? null : this.lists_are;
    if (broken?.hang) return pause(broken.hang).then(() => response.destroy());
    if (broken) return this.send(response, broken.status ?? 200, broken.body ?? error_body(500, 20500));

    const { key, items, date, moment_of, render } = this.list_of(path);
    const wanted = url.searchParams;
    const newest_first = items
      .filter(({ to }) => !wanted.has("To") || to === wanted.get("To"))
      .filter(({ from }) => !wanted.has("From") || from === wanted.get("From"))
      .filter((one) => !date || day_matches(wanted, moment_of(one), date))
      .sort((one, other) => (date ? moment_of(one) - moment_of(other) : 0))
      .reverse();
    const page = page_of(newest_first, url, key);
    page[key] = page[key].map((one) => render(this.settings.account_sid, one));
    return this.send(response, 200, page);
  }

  list_of(path) {
    // Who calls is the stories' own matter (e2e/caller.mjs): the provider keeps no book of it.
    if (path === "Calls.json") return { key: "calls", items: [] };
    if (path === "Recordings.json") return { key: "recordings", items: [] };
    if (path === "Messages.json") {
      const moment_of = (message) => message.sent ?? message.created;
      return { key: "messages", items: this.messages, date: "DateSent", moment_of, render: rendered };
    }
    const sid = path.split("/")[1];
    const message = this.messages.find((one) => one.sid === sid);
    const items = (message?.media_sids ?? []).map((media_sid) => ({
      sid: media_sid,
      content_type: this.media.get(`Messages/${sid}/Media/${media_sid}`)?.content_type ?? "image/jpeg",
    }));
    return { key: "media_list", items, render: (account, one) => rendered_media(account, message, one) };
  }

  one(request, response, sid) {
    const at = this.messages.findIndex((one) => one.sid === sid);
    if (at < 0) return this.refuse(response, 404, 20404);
    if (request.method !== "DELETE") {
      return this.send(response, 200, rendered(this.settings.account_sid, this.messages[at]));
    }
    this.messages.splice(at, 1);
    return response.writeHead(204).end();
  }

  send_media(request, response, path, redirected) {
    const media = this.media.get(path);
    if (!media) return this.refuse(response, 404, 20404);
    if (request.method === "DELETE") {
      this.media.delete(path);
      return response.writeHead(204).end();
    }
    if (media.not_yet > 0) {
      media.not_yet -= 1;
      return this.refuse(response, 404, 20404);
    }
    if (media.redirect && !redirected) {
      const location = `${this.base}/media/${encodeURIComponent(path)}`;
      return response.writeHead(307, { Location: location }).end();
    }
    return response.writeHead(200, { "Content-Type": media.content_type }).end(media.bytes);
  }

  refuse(response, status, code, body) {
    return this.send(response, status, body ?? error_body(status, code ?? 20000 + status));
  }

  send(response, status, body) {
    response.writeHead(status, {
      "Content-Type": "application/json;charset=utf-8",
      "Twilio-Request-Id": new_sid("RQ"),
      ...(status === 401 && { "WWW-Authenticate": 'Basic realm="Twilio API"' }),
    });
    return response.end(typeof body === "string" ? body : JSON.stringify(body));
  }
}
