// Whether documents of the line hold only what the provider's own library knows: verbs, where they
// may stand, attributes and their values, read from the typings of the npm package twilio.
//   node twiml_check.mjs <folder>     the folder's voice*.xml and message*.xml; fails with what is wrong
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);

/** The verbs of one response class: {element: {attributes: {name: type}, children: {...}}}. */
export function read_typings(name) {
  const source = readFileSync(require.resolve(`twilio/lib/twiml/${name}.d.ts`), "utf8")
    .replace(/\/\*[^]*?\*\//g, "");
  const types = Object.fromEntries(
    [...source.matchAll(/type (\w+) = ([^;]+);/g)].map(([, type, values]) => [type, values]));
  const interfaces = Object.fromEntries(
    [...source.matchAll(/interface (\w+) (?:extends [^{]+)?\{([^}]*)\}/g)].map(([, key, body]) => [
      key,
      Object.fromEntries([...body.matchAll(/(?:"([^"]+)"|(\w+))\??: ([^;]+);/g)]
        .map(([, quoted, plain, type]) => [quoted ?? plain, types[type.replace("[]", "")] ?? type])),
    ]));
  const classes = [...source.matchAll(/class (\w+) extends TwiML \{([^]*?)\n {0,4}\}/g)];

  const children_of = Object.fromEntries(classes.map(([, key, body]) => {
    const children = {};
    const verbs = body.matchAll(new RegExp(`\\w+\\(([^)]*)\\): ${name}\\.(\\w+);`, "g"));
    for (const [, parameters, element] of verbs) {
      const [, attributes] = parameters.match(/attributes\??: (?:\w+\.)?(\w+)/) ?? [];
      children[element] = { ...children[element], ...interfaces[attributes] };
    }
    return [key, children];
  }));
  if (!children_of[name]) throw new Error(`the typings of ${name} are written otherwise than they were`);
  return { root: name, children_of };
}

const is_value_of = (type, value) => {
  if (type === "string") return true;
  if (type === "number") return /^\d+$/.test(value);
  if (type === "boolean") return value === "true" || value === "false";
  const allowed = [...type.matchAll(/"([^"]*)"/g)].map(([, word]) => word);
  return value.split(" ").every((word) => allowed.includes(word));
};

function check_attributes(element, text, known, wrong) {
  for (const [, name, value] of text.matchAll(/([^\s=]+)="([^"]*)"/g)) {
    if (!Object.hasOwn(known, name)) wrong.push(`<${element}> has no attribute ${name}`);
    else if (!is_value_of(known[name], value)) wrong.push(`<${element} ${name}> cannot be ${value}`);
  }
}

/** What is wrong with a document, which is well-formed. */
export function faults_of(document, { root, children_of }) {
  const body = document.match(/^<\?xml[^>]*\?>\s*<Response\s*(?:\/>|>([^]*)<\/Response>)\s*$/);
  if (!body) return ["is no <Response> after an XML declaration"];
  const wrong = [];
  const open = [root];
  for (const [, closing, element, attributes, empty] of
    (body[1] ?? "").matchAll(/<(\/?)([^\s/>]+)([^>]*?)(\/?)>/g)) {
    if (closing) {
      open.pop();
      continue;
    }
    const children = children_of[open.at(-1)] ?? {};
    if (Object.hasOwn(children, element)) check_attributes(element, attributes, children[element], wrong);
    else wrong.push(`<${element}> cannot stand in <${open.at(-1) === root ? "Response" : open.at(-1)}>`);
    if (!empty) open.push(element);
  }
  return wrong;
}

function check_folder(folder) {
  const kinds = [["voice", read_typings("VoiceResponse")], ["message", read_typings("MessagingResponse")]];
  let checked = 0;
  const wrong = [];
  for (const file of readdirSync(folder)) {
    const [, typings] = kinds.find(([kind]) => file.startsWith(kind)) ?? [];
    if (!typings) continue;
    ++checked;
    const document = readFileSync(`${folder}/${file}`, "utf8");
    for (const fault of faults_of(document, typings)) wrong.push(`${file}: ${fault}`);
  }
  return { checked, wrong };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { checked, wrong } = check_folder(process.argv[2]);
  for (const fault of wrong) console.error(fault);
  process.exitCode = checked > 0 && wrong.length === 0 ? 0 : 1;
}
