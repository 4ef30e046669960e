import type { Session, SessionKind } from "../programme/model.ts";
import { sessionKinds } from "../programme/model.ts";
import type { Programme } from "../programme/programme.ts";
import type { Features, Numeral } from "./features.ts";
import type { Tag } from "./marks.ts";

export interface Numbered {
  readonly kind: SessionKind | undefined;
  readonly label: string;
  readonly sessions: readonly Session[];
  /** It stands with a kind of session ("panel 2"), not alone ("and 2?"). */
  readonly named: boolean;
}

/** "Panel 1" and "1" are 1, "2(a)(i)" is 2ai. */
const bare = (number: string) =>
  number
    .toLowerCase()
    .replace(/[^\p{N}a-z]/gu, " ")
    .split(" ")
    .filter((part) => /^\p{N}/u.test(part) || part.length <= 2)
    .join("");

const nearest = 2;

/** A number belongs to a kind when only little words stand between them. */
function beside(features: Features, tag: Tag): Numeral | undefined {
  const between = (from: number, to: number) =>
    to - from <= nearest &&
    features.tagged.tags
      .filter((other) => other.from >= from && other.to <= to)
      .every((other) =>
        other.marks.every(
          (mark) =>
            mark.type === "filler" ||
            (mark.type === "concept" && /^(session|symbol|agenda|number:|ordinal:|event)/.test(mark.concept)),
        ),
      );
  return features.numerals.find((numeral) => {
    if (numeral.from >= tag.from && numeral.to <= tag.to) return true;
    return numeral.from >= tag.to ? between(tag.to, numeral.from) : between(numeral.to, tag.from);
  });
}

/** What follows a number as its sub-item: the a and i of "2(a)(i)" or "2 a". */
function subItem(features: Features, numeral: Numeral): string {
  const { words, text } = features.tagged;
  let label = "";
  for (let i = numeral.to; i < words.length; i++) {
    const word = words[i];
    const before = text.slice(words[i - 1]?.end ?? 0, word?.start ?? 0);
    if (
      !word ||
      !/^([a-z]|i{1,3}|iv|v)$/.test(word.fold) ||
      !/^\s?[(.)-]*$/.test(before) ||
      // "panel uno y quienes": a letter after a space is a word, unless it stands in brackets.
      (/^\s$/.test(before) && !/^[b-h]$/.test(word.fold))
    )
      break;
    label += word.fold;
  }
  return label;
}

/** Sessions of a kind by the number printed, or, when none of that kind is numbered, by their place in the programme. */
export function byNumber(
  programme: Programme,
  kind: SessionKind | undefined,
  numeral: { readonly value: number; readonly ordinal: boolean },
  sub = "",
): Session[] {
  const ofKind = programme.sessions.filter((session) => (kind ? session.kind === kind : session.kind !== "break"));
  const numbered = ofKind.filter((session) => session.number !== undefined);
  const found = numbered.filter((session) => bare(session.number ?? "") === `${numeral.value}${sub}`);
  if (found.length > 0 || sub !== "") return found;
  if (numbered.length > 0 && numbered.length >= ofKind.length / 2) return [];
  const row = [...ofKind].sort((a, b) => (a.start ?? "").localeCompare(b.start ?? "") || a.order - b.order);
  const at = row[numeral.value - 1];
  return at && (numeral.ordinal || row.length <= 12) ? [at] : [];
}

/** Sessions named by kind and number: "panel 2", "the second round table", "item 2(a)". */
export function numberedSessions(features: Features, programme: Programme): Numbered[] {
  const found: Numbered[] = [];
  const used = new Set<Numeral>();
  for (const kind of sessionKinds)
    for (const tag of [...features.of(`kind:${kind}`), ...(kind === "panel" ? features.of("role:panellist") : [])]) {
      const numeral = beside(features, tag);
      if (!numeral || used.has(numeral)) continue;
      used.add(numeral);
      const sub = subItem(features, numeral);
      // "the 11th meeting of the working group" is none of a programme that has no meetings.
      if (!programme.sessions.some((session) => session.kind === kind)) continue;
      found.push({
        kind,
        label: `${numeral.value}${sub}`,
        sessions: byNumber(programme, kind, numeral, sub),
        named: true,
      });
      // "panel 1 and 2"
      const next = features.numerals.find(
        (other) =>
          other.from > numeral.to &&
          other.from - numeral.to <= 1 &&
          !used.has(other) &&
          features
            .of("kind:agenda-item")
            .concat(features.of(`kind:${kind}`))
            .every((near) => near.from < other.from),
      );
      if (next) {
        used.add(next);
        found.push({ kind, label: String(next.value), sessions: byNumber(programme, kind, next), named: true });
      }
    }
  return found.sort((a, b) => Number(b.sessions.length > 0) - Number(a.sessions.length > 0));
}
