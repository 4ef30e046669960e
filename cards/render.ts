import { GlobalSettings, Template } from "adaptivecards-templating";
import { escaped } from "./markdown.ts";

/** An element of a card, as plain JSON. */
export interface Element {
  readonly [key: string]: unknown;
}

/** What a card looks like before data is put in: no human words, every text from data. */
export interface CardTemplate {
  readonly body: readonly Element[];
}

/** What data is made of: strings, and rows of strings. Nothing else can become part of a card. */
export type Data = { readonly [key: string]: string | readonly Data[] };

/** Fields the template asked for and the data did not have, during one expansion; the library only knows a global hook. */
let missing: string[] = [];
GlobalSettings.getUndefinedFieldValueSubstitutionString = (path) => {
  missing.push(path);
  return "?";
};

/** A `$when` is not told of missing fields, so it may only ask whether a text, shown in the same element, is empty. */
const guard = /^\$\{(\w+) != ''\}$/;

function checkGuards(node: unknown): void {
  if (Array.isArray(node)) for (const each of node) checkGuards(each);
  else if (typeof node === "object" && node !== null)
    for (const [key, value] of Object.entries(node)) {
      if (key !== "$when") checkGuards(value);
      else {
        const field = typeof value === "string" ? guard.exec(value)?.[1] : undefined;
        const { $when: _, ...rest } = node as Element;
        if (field === undefined || !JSON.stringify(rest).includes(`\${${field}}`))
          throw new Error(`A template's $when must be "\${field != ''}" on an element that shows the field: ${value}`);
      }
    }
}

/** Where Markdown is read: there, words are only words. */
const readAsMarkdown: { readonly [type: string]: readonly string[] } = {
  TextBlock: ["text"],
  Fact: ["title", "value"],
};

/** Makes published words harmless where Markdown would be read. */
function finished(node: unknown, type?: string): unknown {
  if (Array.isArray(node)) return node.map((each) => finished(each, type));
  if (typeof node !== "object" || node === null) return node;
  const element: Record<string, unknown> = {};
  const own = "type" in node && typeof node.type === "string" ? node.type : type;
  const markdown = own === undefined ? undefined : readAsMarkdown[own];
  for (const [key, value] of Object.entries(node))
    element[key] =
      typeof value === "string"
        ? markdown?.includes(key)
          ? escaped(value)
          : value
        : finished(value, key === "facts" ? "Fact" : undefined);
  return element;
}

/** Filled cards kept per template: one in each language and some more. A card takes some 10 KB. */
const keptCards = 24;

/**
 * Reads a template once, and gives the function that fills it. A field that the template asks for and the data lacks
 * throws, wherever it runs: a card with `${name}` in it must never be sent.
 */
export function bind<D extends { readonly [K in keyof D]: string | readonly object[] }>(
  template: CardTemplate,
): (data: D) => readonly Element[] {
  checkGuards(template.body);
  const compiled = new Template({ body: template.body });
  /** By their data: at an event many people ask for the same few cards, and filling one is half the work of an answer. */
  const filled = new Map<string, readonly Element[]>();
  return (data) => {
    const key = JSON.stringify(data);
    const known = filled.get(key);
    if (known) return known;
    missing = [];
    const expanded: unknown = compiled.expand({ $root: data });
    if (missing.length > 0) throw new Error(`The card's data lacks ${missing.join(", ")}`);
    const { body } = finished(expanded) as { readonly body: readonly Element[] };
    if (filled.size >= keptCards) filled.clear();
    filled.set(key, body);
    return body;
  };
}
