// The words of locales/, for stories that are told in more than one language.
import { readFileSync } from "node:fs";

const read = (language) =>
  JSON.parse(readFileSync(new URL(`../../locales/${language}.json`, import.meta.url), "utf8"));
const catalogues = { en: read("en"), es: read("es") };

/** `say("web.deny.title", { name: "Ana" })`, for sentences without plurals. */
export const speaks =
  (language) =>
  (id, values = {}) => {
    const sentence = catalogues[language][id];
    if (sentence === undefined) throw new Error(`no sentence ${id}`);
    return sentence.replaceAll(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
  };

const of_the_web = (language) =>
  Object.entries(catalogues[language])
    .filter(([id]) => id.startsWith("web."))
    .map(([, sentence]) => sentence);
/** What a sentence says whatever stands in its places; of a plural each of its forms. */
const parts_of = (sentence) =>
  sentence
    .split(/\{\w+, (?:plural|select), |\{\w+\}|(?:=\d|zero|one|few|many|other) \{|[{}#]/)
    .map((part) => part.trim());
const spanish = new Set(of_the_web("es").flatMap(parts_of));
const english = [...new Set(of_the_web("en").flatMap(parts_of))].filter(
  (part) => /\p{L}{2}/u.test(part) && !spanish.has(part),
);
const is_long = (part) => /\p{L}{2}\P{L}+\p{L}{2}/u.test(part);
const long_english = english.filter(is_long);
const short_english = new Set(english.filter((part) => !is_long(part)));
// None of these is a Spanish word too.
const english_words = /\b(the|and|of|you|your|with|was|been|from|this|that|for|to|by|not|who|when)\b/i;
const message_id = /\b(web|mail|sms|listen)\.[a-z_]+/;

/** Everything that a page says, seen or read out, a piece each. */
const said_on = (page) =>
  page.evaluate(() => {
    const said = [document.title];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { parentElement: around, data } = texts.currentNode;
      if (!around.closest("script, style, noscript, [lang]:not(html)")) said.push(data);
    }
    for (const element of document.body.querySelectorAll("[aria-label], [placeholder], [title], [alt]"))
      for (const name of ["aria-label", "placeholder", "title", "alt"])
        said.push(element.getAttribute(name) ?? "");
    return said.map((one) => one.trim()).filter(Boolean);
  });

/** What of a page is English, or the name of a sentence in place of the sentence. */
export async function english_on(page) {
  return (await said_on(page)).filter(
    (one) =>
      short_english.has(one) ||
      long_english.some((part) => one.includes(part)) ||
      english_words.test(one) ||
      message_id.test(one),
  );
}
