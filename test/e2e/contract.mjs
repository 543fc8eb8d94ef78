// A description in api/ as the judge of every answer: the operation must exist, the status be one of its, type, body and
// headers be as it says. OpenAPI 3.1's schemas are JSON Schema 2020-12, which Ajv reads.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import Ajv2020 from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { parse } from "yaml";

const methods = ["get", "post", "put", "delete", "patch"];
const pointer = (...parts) =>
  parts.map((part) => `/${encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"))}`).join("");

/** A file of api/, read once. `base`: what stands before its paths. */
class Description {
  constructor(file, base) {
    this.document = parse(readFileSync(new URL(`../../api/${file}`, import.meta.url), "utf8"));
    this.ajv = formats.default(new Ajv2020({ strict: false, allErrors: true }));
    this.ajv.addSchema(this.document, "openapi");
    this.operations = Object.entries(this.document.paths).flatMap(([path, item]) =>
      methods.filter((method) => method in item).map((method) => this.#operation(base + path, path, method)),
    );
    // Only the product's own problems have types.
    this.problem_codes =
      this.document.components.schemas.Problem?.properties.type?.description.match(/[a-z]+(-[a-z]+)*/g);
  }

  /** Its method and pattern, and what it may answer. */
  #operation(address, path, method) {
    const { operationId, security, responses, requestBody } = this.document.paths[path][method];
    return {
      id: operationId,
      method: method.toUpperCase(),
      path,
      pattern: new RegExp(`^${address.replaceAll(/\{\w+\}/g, "[^/]+")}$`),
      needs_session: (security ?? this.document.security ?? []).length > 0,
      statuses: Object.keys(responses),
      responses,
      request: requestBody,
      at: pointer("paths", path, method),
    };
  }

  /** What a `$ref` stands for, and where that is. */
  resolved(value, at) {
    if (!value.$ref) return { value, at };
    const parts = value.$ref.slice(2).split("/");
    return { value: parts.reduce((place, part) => place[part], this.document), at: pointer(...parts) };
  }

  validate(place, body, what) {
    const check = this.ajv.getSchema(`openapi#${place}`) ?? this.ajv.compile({ $ref: `openapi#${place}` });
    if (check(body)) return;
    const errors = check.errors.map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    );
    assert.fail(`${what} is not as the contract says: ${errors.join("; ")}\n${JSON.stringify(body)}`);
  }
}

const product = new Description("openapi.yaml", "/api/v1");
export const { operations } = product;

export class Contract {
  /** "readBoard 200": all that was answered so far. */
  seen = new Set();
  #description;

  /** The product's, or that of a page beside it: `file` of api/. */
  constructor(file = null) {
    this.#description = file ? new Description(file, "") : product;
  }

  operation(method, url) {
    const path = new URL(url, "http://here").pathname;
    const found = this.#description.operations.filter((one) => one.method === method && one.pattern.test(path));
    assert.equal(found.length, 1, `${method} ${path} is not in the contract`);
    return found[0];
  }

  /** `headers.get(name)`; `body`: text, or null where it is a stream or sound. */
  check({ method, url, status, headers, body }) {
    const operation = this.operation(method, url);
    const what = `${method} ${new URL(url, "http://here").pathname}: ${status}`;
    assert.ok(
      operation.statuses.includes(String(status)) || operation.statuses.includes("default"),
      `${what} is a status that the contract does not name`,
    );
    this.seen.add(`${operation.id} ${status}`);
    assert.match(headers.get("cache-control") ?? "", /no-store/, `${what} may be kept`);
    const key = operation.statuses.includes(String(status)) ? String(status) : "default";
    const response = this.#description.resolved(
      operation.responses[key],
      operation.at + pointer("responses", key),
    );
    this.#check_content(what, response, headers.get("content-type"), body);
    for (const name of Object.keys(response.value.headers ?? {})) {
      assert.ok(headers.get(name), `${what} has no ${name}`);
    }
    if (status >= 400 && body) this.#check_problem(what, status, headers, JSON.parse(body));
    return operation;
  }

  check_request(operation, body) {
    if (!operation.request) return;
    this.#description.validate(
      operation.at + pointer("requestBody", "content", "application/json", "schema"),
      JSON.parse(body),
      `the request ${operation.id}`,
    );
  }

  #check_content(what, { value, at }, content_type, body) {
    if (!value.content) {
      assert.ok(!body, `${what} has a body`);
      return;
    }
    const type = (content_type ?? "").split(";")[0];
    const named = Object.keys(value.content).find(
      (one) => type === one || (one.endsWith("/*") && type.startsWith(one.slice(0, -1))),
    );
    assert.ok(named, `${what} is ${type || "of no type"}, not ${Object.keys(value.content).join(" or ")}`);
    if (!value.content[named].schema || !/json$/.test(named)) return;
    this.#description.validate(at + pointer("content", named, "schema"), JSON.parse(body), what);
  }

  #check_problem(what, status, headers, problem) {
    assert.equal(problem.status, status, `${what} says another status inside`);
    const codes = this.#description.problem_codes;
    assert.ok(
      !codes || codes.includes(problem.type.split("/").pop()),
      `${what} is of an unknown type ${problem.type}`,
    );
    if (problem.retry_after) assert.equal(headers.get("retry-after"), String(problem.retry_after), what);
  }
}
