// `callout simulator`, `callout demo` and script/server as somebody types them: what is wrong is said with its remedy,
// and nothing goes on running.
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { Child } from "../e2e/child.mjs";
import { eventually } from "../e2e/eventually.mjs";
import { Demo } from "./demo.mjs";
import { account_sid, auth_token } from "./program.mjs";

const program = process.env.CALLOUT_PROGRAM;
const longest_run = 60000;
let folder;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "callout-commands-"));
});
after(() => rm(folder, { recursive: true, force: true }));

/** Runs it to its end: {code, said, errors}. One that goes on running is ended, and has no code. */
async function run(...args) {
  const child = spawn(program, args, {
    env: { ...process.env, DATA_DIR: folder }, stdio: ["ignore", "pipe", "pipe"], timeout: longest_run, killSignal: "SIGKILL",
  });
  const [said, errors, [code]] = await Promise.all([
    child.stdout.toArray(), child.stderr.toArray(), once(child, "exit"),
  ]);
  return { code, said: said.join(""), errors: errors.join("") };
}

/** Somebody else's, who counts who comes. */
async function listener() {
  const server = createServer((socket) => {
    server.visits += 1;
    socket.destroy();
  });
  server.visits = 0;
  await once(server.listen(0, "127.0.0.1"), "listening");
  server.port = server.address().port;
  return server;
}

async function free_port() {
  const server = await listener();
  await once(server.close(), "close");
  return server.port;
}

const is_listened_at = (port) => new Promise((resolve) => {
  const socket = connect(port, "127.0.0.1");
  socket.on("connect", () => resolve(true)).on("error", () => resolve(false)).on("close", () => socket.destroy());
});

describe("an option that is wrong is refused by its name, with the remedy", () => {
  for (const [command, option, value, remedy] of [
    ["simulator", "--voice-url", "localhost:3000/voice", "begin it with http:// or https://"],
    ["simulator", "--sms-url", "ftp://localhost/sms", "begin it with http:// or https://"],
    ["simulator", "--status-url", "/status", "begin it with http:// or https://"],
    ["simulator", "--voice-fallback-url", "voice", "begin it with http:// or https://"],
    ["simulator", "--sms-fallback-url", "sms", "begin it with http:// or https://"],
    ["simulator", "--media-base", "api.twilio.com", "begin it with http:// or https://"],
    ["simulator", "--number", "555-0100", "such as +15550100100"],
    ["simulator", "--speed", "0", "0.100000 to 1000.000000"],
    ["simulator", "--speed", "nan", "is no number"],
    ["simulator", "--api-key-sid", "SK1", "requires --api-key-secret"],
    ["simulator", "--api-key-secret", "key", "requires --api-key-sid"],
    ["simulator", "--people", "/nowhere.csv", "name a CSV file"],
    ["simulator", "--people", tmpdir(), "name a CSV file"],
    ["simulator", "--port", "70000", "0 to 65535"],
    ["simulator", "--port", "web", "0 to 65535"],
    ["simulator", "--account-sid", "hello", "AC and 32 hexadecimal digits"],
    ["simulator", "--auth-token", "", "name a token"],
    ["demo", "--port", "70000", "0 to 65535"],
    ["demo", "--simulator-port", "-1", "0 to 65535"],
    ["demo", "--mailbox-port", "web", "0 to 65535"],
  ])
    test(`${command} ${option} ${value}`, async () => {
      const { code, said, errors } = await run(command, option, value);
      assert.ok(code > 0, `${code}: ${errors}`);
      assert.equal(said, "");
      assert.ok(errors.includes(option), errors);
      assert.ok(errors.includes(remedy), errors);
    });

  for (const command of ["simulator", "demo"])
    test(`${command} --colour`, async () => {
      const { code, said, errors } = await run(command, "--colour");
      assert.ok(code > 0, errors);
      assert.equal(said, "");
      assert.match(errors, /--colour/);
      assert.match(errors, /Run with --help/);
    });
});

describe("a port that somebody else has is said, and nothing goes on running", () => {
  test("simulator", async () => {
    const taken = await listener();
    const { code, said, errors } = await run("simulator", "--port", String(taken.port));
    taken.close();
    assert.equal(code, 1, errors);
    assert.equal(said, "");
    assert.match(errors, new RegExp(`--port ${taken.port} can't be used: Address already in use: name a free one`));
  });

  for (const which of ["--port", "--simulator-port", "--mailbox-port"])
    test(`demo ${which}`, async () => {
      const taken = await listener();
      const ports = { "--port": await free_port(), "--simulator-port": await free_port(),
        "--mailbox-port": await free_port(), [which]: taken.port };
      const { code, said, errors } = await run("demo", ...Object.entries(ports).flat().map(String));
      taken.close();
      assert.equal(code, 1, errors);
      assert.equal(said, "");
      assert.match(errors, new RegExp(`can't listen on 127.0.0.1 port ${taken.port}: Address already in use: stop what`));
      assert.match(errors, new RegExp(`name another with .*${which}`));
      const others = Object.values(ports).filter((port) => port !== taken.port);
      assert.deepEqual(await Promise.all(others.map(is_listened_at)), [false, false]);
    });
});

test("a demo that can't begin anew deletes nothing of the one before", async () => {
  const kept = join(folder, "demo", "kept");
  await mkdir(join(folder, "demo"), { recursive: true });
  await writeFile(join(folder, "demo", "this-is-the-demo"), "");
  await writeFile(kept, "what was tried");
  const taken = await listener();
  const { code, errors } = await run("demo", "--fresh", "--port", String(taken.port),
    "--simulator-port", String(await free_port()), "--mailbox-port", String(await free_port()));
  taken.close();
  assert.equal(code, 1, errors);
  assert.equal(await readFile(kept, "utf8"), "what was tried");
  await rm(join(folder, "demo"), { recursive: true });
});

async function people(text) {
  const file = join(folder, "people.csv");
  await writeFile(file, text);
  return file;
}

test("the people of a file have the telephones", async () => {
  const file = await people("name,number,note,language,pin,employee_number\n" +
    '"Ruiz, Ana",+15550100123,"RN, ""Clinical""",es,1234,1001\n\nNobody,anonymous\n');
  const child = new Child(program, ["simulator", "--port", "0", "--people", file]);
  try {
    const base = (await child.line()).split(" ").at(-1);
    const { telephones } = await (await fetch(`${base}/api/line`)).json();
    assert.deepEqual(telephones, [
      { name: "Ruiz, Ana", number: "+15550100123", note: 'RN, "Clinical"', language: "es", pin: "1234",
        employee_number: "1001" },
      { name: "Nobody", number: "anonymous" },
    ]);
  } finally {
    await child.kill("SIGTERM");
  }
});

describe("a file of people that can't be read is refused, and what is wrong in it named", () => {
  for (const [what, text, ...named] of [
    ["nothing at all", "", "--people", "name,number"],
    ["a column that means nothing", "name,phone\nAna,+15550100123\n", "--people", "phone", "employee_number"],
    ["a line without a number", "name,number\nAna,+15550100123\nBob\n", "--people", "line 3", "has both"],
    ["a line without a name", "number,name\n+15550100123,\n", "--people", "line 2", "has both"],
    ["a quotation mark left open", 'name,number\n"Ana,+15550100123\n', "--people", "line 2", "close it"],
    ["letters of another encoding", Buffer.from("name,number\nMu\xf1oz,+15550100123\n", "latin1"), "--people", "line 2", "UTF-8"],
    ["more fields than columns", "name,number\nRuiz, Ana,+15550100123\n", "--people", "line 2", "quotation marks"],
    ["a number with blanks", "name,number\nAna,555 0100\n", "--people", "line 2", "+15550100123"],
    ["a language that is not spoken", "name,number,language\nAna,+15550100123,fr\n", "--people", "line 2", "en or es"],
  ])
    test(what, async () => {
      const { code, said, errors } = await run("simulator", "--port", "0", "--people", await people(text));
      assert.equal(code, 1, errors);
      assert.equal(said, "");
      for (const one of named) assert.ok(errors.includes(one), errors);
    });
});

test("the demo has an account of its own, whatever account the environment names", async () => {
  const theirs = await listener();
  const demo = await Demo.open({
    variables: {
      TWILIO_ACCOUNT_SID: account_sid, TWILIO_AUTH_TOKEN: auth_token, TWILIO_PHONE_NUMBER: "+15550100900",
      TWILIO_API_BASE_URL: `http://127.0.0.1:${theirs.port}`,
    },
  });
  try {
    await demo.hurry(60);
    const text = (body) => demo.ask("POST", "messages", { from: demo.telephone("Fatima Noor").number, body });
    const replied = (pattern) => eventually(
      async () => (await demo.texts_of("Fatima Noor")).find(({ body }) => pattern.test(body)), String(pattern));
    const { sid } = await text("Calling out sick today");
    const reply = await replied(/^(Call-out recorded|Which day)/);
    if (reply.body.startsWith("Which day")) await text("1"); // they do not work today
    await replied(/^Call-out recorded/);
    await eventually(
      async () => (await demo.texts_of("Priya Raman")).find(({ direction }) => direction === "outbound-api"),
      "a text to the manager, by the demo's own REST API", 60000);
    const { exchanges: [{ params }] } = await demo.ask("GET", `wire?subject=${sid}`);
    const value_of = (wanted) => params.find(({ name }) => name === wanted).value;
    assert.match(value_of("AccountSid"), /^AC[0-9a-f]{32}$/);
    assert.notEqual(value_of("AccountSid"), account_sid);
    assert.equal(value_of("To"), demo.line.sms_number);
    assert.notEqual(demo.line.number, "+15550100900");
    const authorization = `Basic ${Buffer.from(`${account_sid}:${auth_token}`).toString("base64")}`;
    const answer = await fetch(`${demo.at.phone}2010-04-01/Accounts.json`, { headers: { authorization } });
    assert.equal(answer.status, 401);
    assert.equal(theirs.visits, 0);
  } finally {
    theirs.close();
    await demo.close();
  }
});

test("script/server runs the demo, and the server once there is a .env", async () => {
  const clone = join(folder, "clone");
  const write = async (path, text) => {
    await writeFile(join(clone, path), `#!/usr/bin/env bash\n${text}\n`);
    await chmod(join(clone, path), 0o755);
  };
  for (const path of ["script", "build/release"]) await mkdir(join(clone, path), { recursive: true });
  for (const name of ["server", "environment"])
    await copyFile(fileURLToPath(new URL(`../../script/${name}`, import.meta.url)), join(clone, "script", name));
  await write("script/build", 'echo "built $*"');
  await write("build/release/callout", 'echo "callout $*"');
  const said = async () =>
    (await promisify(execFile)(join(clone, "script/server"), ["--port", "0"], { cwd: folder })).stdout;
  assert.equal(await said(), "built release callout_program\ncallout demo --port 0\n");
  await writeFile(join(clone, ".env"), "PORT=5000\n");
  assert.equal(await said(), "built release callout_program\ncallout serve --port 0\n");
});
