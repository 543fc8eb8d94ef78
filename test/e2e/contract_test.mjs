// The judge is judged: what api/openapi.yaml does not say is refused.
import assert from "node:assert/strict";
import { test } from "node:test";

import { Contract, operations } from "./contract.mjs";

const headers = (more = {}) =>
  new Headers({ "Cache-Control": "no-store", "Content-Type": "application/json", ...more });
const teams = (body, more = {}) => ({
  method: "GET",
  url: "/api/v1/teams?x=1",
  status: 200,
  headers: headers(),
  body: JSON.stringify(body),
  ...more,
});
const refuses = (answer, words) => assert.throws(() => new Contract().check(answer), words);

test("every operation has an id of its own and says what it may answer", () => {
  assert.ok(operations.length >= 20);
  assert.equal(new Set(operations.map(({ id }) => id)).size, operations.length);
  for (const { id, statuses } of operations) assert.ok(statuses.length > 1, id);
});

test("takes what the contract says and remembers it", () => {
  const contract = new Contract();
  contract.check(teams({ teams: [{ id: 1, name: "Clinical" }] }));
  assert.deepEqual([...contract.seen], ["listTeams 200"]);
});

test("refuses an operation, a status, a type, a member and a value that it does not know", () => {
  refuses(teams({ teams: [] }, { url: "/api/v1/team" }), /not in the contract/);
  refuses(teams({ teams: [] }, { method: "PUT" }), /not in the contract/);
  refuses(teams({ teams: [] }, { headers: headers({ "Content-Type": "text/plain" }) }), /is text\/plain/);
  refuses(teams({ teams: [{ id: "1", name: "Clinical" }] }), /must be integer/);
  refuses(teams({ teams: [{ id: 1, name: "Clinical", secret: 1 }] }), /additional properties/);
  refuses(teams({ teams: [{ id: 1 }] }), /required property 'name'/);
  refuses(teams({ teams: [] }, { headers: headers({ "Cache-Control": "public" }) }), /may be kept/);
  refuses(
    teams(undefined, { method: "DELETE", url: "/api/v1/session", status: 204, body: "x" }),
    /has a body/,
  );
});

test("refuses a problem that contradicts itself or is of no known type", () => {
  const problem = (body, more = {}) => ({
    method: "GET",
    url: "/api/v1/board",
    status: 401,
    body: JSON.stringify(body),
    headers: headers({ "Content-Type": "application/problem+json", ...more }),
  });
  const good = { type: "/problems/sign-in-needed", title: "Sign in", status: 401 };
  new Contract().check(problem(good));
  refuses(problem({ ...good, status: 403 }), /another status/);
  refuses(problem({ ...good, type: "/problems/oh-no" }), /unknown type/);
  refuses(problem({ ...good, type: "oh no" }), /must match pattern/);
  refuses(problem({ ...good, retry_after: 30 }, { "Retry-After": "29" }), /29/);
});

test("judges requests too", () => {
  const contract = new Contract();
  const decide = contract.operation("POST", "/api/v1/requests/7/decision");
  contract.check_request(decide, JSON.stringify({ decision: "approve" }));
  assert.throws(() => contract.check_request(decide, JSON.stringify({ decision: "burn" })), /allowed values/);
});
