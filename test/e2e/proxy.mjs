// A real nginx on a free port, with a certificate of its own making and the very site that docs/nginx.conf gives:
// only the name, the ports and the paths are put in.
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { request } from "node:https";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { eventually } from "./eventually.mjs";
import { free_port } from "./house.mjs";

const run = promisify(execFile);

/** Puts in what an administrator would. Each replacement must meet something. */
export function site(documented, { port, plain_port, server_port, folder }) {
  const values = [
    ["listen 443 ssl http2;", `listen 127.0.0.1:${port} ssl http2;`],
    ["listen 80;", `listen 127.0.0.1:${plain_port};`],
    ["https://callout.example.org$request_uri", `https://localhost:${port}$request_uri`],
    ["server_name callout.example.org;", "server_name localhost;"],
    ["/etc/ssl/callout", folder],
    ["http://127.0.0.1:5000", `http://127.0.0.1:${server_port}`],
  ];
  return values.reduce((text, [from, to]) => {
    assert.ok(text.includes(from), `docs/nginx.conf does not say ${from}`);
    return text.replaceAll(from, to);
  }, documented);
}

const around = (folder) => `
daemon off;
master_process off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 512; }
http {
    access_log off;
    client_body_temp_path ${folder}/body;
    proxy_temp_path ${folder}/proxy;
    fastcgi_temp_path ${folder}/fastcgi;
    uwsgi_temp_path ${folder}/uwsgi;
    scgi_temp_path ${folder}/scgi;
    include ${folder}/site.conf;
}
`;

export class Proxy {
  /** The port is known before the server that stands behind is. */
  static async prepare() {
    const proxy = new Proxy();
    proxy.folder = await mkdtemp(join(tmpdir(), "callout-nginx-"));
    [proxy.port, proxy.plain_port] = [await free_port(), await free_port()];
    proxy.url = `https://localhost:${proxy.port}`;
    await run("openssl", [
      "req",
      "-x509",
      "-newkey",
      "ec",
      "-pkeyopt",
      "ec_paramgen_curve:prime256v1",
      "-nodes",
      "-days",
      "2",
      "-subj",
      "/CN=localhost",
      "-addext",
      "subjectAltName=DNS:localhost",
      "-keyout",
      join(proxy.folder, "privkey.pem"),
      "-out",
      join(proxy.folder, "fullchain.pem"),
    ]);
    proxy.certificate = await readFile(join(proxy.folder, "fullchain.pem"));
    return proxy;
  }

  async start(server_port) {
    const documented = await readFile(new URL("../../docs/nginx.conf", import.meta.url), "utf8");
    for (const place of ["body", "proxy"]) await mkdir(join(this.folder, place), { recursive: true });
    await writeFile(join(this.folder, "site.conf"), site(documented, { ...this, server_port }));
    await writeFile(join(this.folder, "nginx.conf"), around(this.folder));
    this.nginx = spawn("/usr/sbin/nginx", ["-p", this.folder, "-c", join(this.folder, "nginx.conf")], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    this.nginx.stderr.on("data", (text) => (said += text));
    this.ended = once(this.nginx, "exit");
    await eventually(
      () => this.#listens(),
      () => `nginx does not listen: ${said}`,
    );
  }

  async #listens() {
    assert.equal(this.nginx.exitCode, null, "nginx has ended");
    const socket = connect(this.port, "127.0.0.1");
    const [outcome] = await Promise.race([
      once(socket, "connect").then(() => [true]),
      once(socket, "error").then(() => [false]),
    ]).catch(() => [false]);
    socket.destroy();
    return outcome;
  }

  /** Through the proxy, from an address of this machine's own: {status, headers, body}. */
  async send(method, path, { body, headers = {}, from = "127.0.0.1", port = this.port } = {}) {
    const asked = request(`https://localhost:${port}${path}`, {
      method,
      headers,
      localAddress: from,
      family: 4,
      ca: this.certificate,
      agent: false,
    });
    asked.end(body);
    const [response] = await once(asked, "response");
    const text = Buffer.concat(await response.toArray()).toString();
    return { status: response.statusCode, headers: new Headers(plain(response.rawHeaders)), body: text };
  }

  async close() {
    if (this.nginx?.exitCode === null) {
      this.nginx.kill("SIGTERM");
      await this.ended;
    }
    await rm(this.folder, { recursive: true, force: true });
  }
}

function plain(raw) {
  const pairs = [];
  for (let at = 0; at < raw.length; at += 2) pairs.push([raw[at], raw[at + 1]]);
  return pairs;
}
