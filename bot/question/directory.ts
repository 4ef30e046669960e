import type { Language } from "../language/languages.ts";
import { languageOf, languages } from "../language/languages.ts";
import type { Text } from "../programme/model.ts";
import type { Programme } from "../programme/programme.ts";
import { lexiconOf } from "./lexicon.ts";
import type { EntityRef, Mark } from "./marks.ts";
import { PhraseTree } from "./phrase-tree.ts";
import { hearings, skeletons, soundDistance, sounds } from "./sounds.ts";
import { Spelling } from "./spelling.ts";
import { stem } from "./stems.ts";
import { TitleIndex } from "./titles.ts";
import { clean, type Token, tokens } from "./tokens.ts";
import { worldOf } from "./world.ts";

interface HeardName {
  readonly sounds: string;
  readonly marks: Mark[];
}

/** All names of a programme, indexed: built once per programme. */
export interface Directory {
  readonly phrases: PhraseTree<Mark>;
  readonly titles: TitleIndex;
  /** Ids of sessions whose title says a concept, such as `opening`. */
  withConcept(concept: string): readonly string[];
  readonly spelling: Spelling;
  /** What a word in another script may name. */
  heard(word: string, script: Token["script"], loose?: boolean): readonly Mark[];
}

/** Words of organisations' names that say nothing on their own. */
const commonInNames =
  /^(the|and|for|of|international|national|university|association|institute|group|center|centre|foundation|ministry|department|office|united|nations)$/;

/** What a title says in the words of the lexicon of its language. */
function conceptsIn(title: Text, published: Language): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [tag, text] of typeof title === "string" ? [[published, title] as const] : Object.entries(title)) {
    const language = languageOf(tag) ?? published;
    const forms = tokens(clean(text)).map((token) => [stem(token.fold, language)]);
    forms.forEach((_, from) => {
      lexiconOf(language).phrases.find(
        forms,
        from,
        () => false,
        (_to, marks) => {
          for (const mark of marks) if (mark.type === "concept") found.add(mark.concept);
        },
      );
    });
  }
  return found;
}

function build(programme: Programme): Directory {
  const phrases = new PhraseTree<Mark>();
  const spelled = new Set<string>();
  const names = new Map<string, HeardName[]>();
  const english = lexiconOf("en");
  const published = languageOf(programme.event.languages[0]) ?? "en";

  const wordsOf = (text: string) => tokens(clean(text));
  const addName = (text: string, ref: EntityRef, by: "name" | "part") => {
    const words = wordsOf(text).map((token) => token.fold);
    for (const word of words) if (word.length >= 4) spelled.add(word);
    phrases.add(words, { type: "entity", ref, by });
  };
  const addHeard = (word: string, ref: EntityRef) => {
    const mark: Mark = { type: "entity", ref, by: "sound" };
    const spellings = word.startsWith("ll") ? [word, word.replace(/^ll/, "y"), word.replace(/^ll/, "l")] : [word];
    for (const heard of spellings.map((spelling) => sounds(spelling, "latin")))
      for (const skeleton of skeletons(heard)) {
        // Two consonants are too few for a word of an organisation's name: many other words have them.
        if (ref.of === "organization" && skeleton.length < 3) continue;
        const family = names.get(skeleton) ?? [];
        names.set(skeleton, family);
        const same = family.find((name) => name.sounds === heard);
        if (same) same.marks.push(mark);
        else family.push({ sounds: heard, marks: [mark] });
      }
  };
  const addText = (text: Text | undefined, ref: EntityRef) => {
    if (text === undefined) return;
    for (const words of typeof text === "string" ? [text] : Object.values(text)) addName(words, ref, "name");
  };
  const addKeywords = (keywords: Readonly<Record<string, readonly string[]>>, ref: EntityRef) => {
    for (const [tag, list] of Object.entries(keywords)) {
      const language = languageOf(tag) ?? published;
      const glue = lexiconOf(language).glue;
      for (const keyword of list) {
        const stems = wordsOf(keyword).map((token) => stem(token.fold, language));
        for (const token of wordsOf(keyword)) if (token.fold.length >= 4) spelled.add(token.fold);
        const mark: Mark = { type: "entity", ref, by: "keyword" };
        phrases.add(stems, mark);
        phrases.add(
          stems.filter((word) => !glue.has(word)),
          mark,
        );
      }
    }
  };

  for (const person of programme.people) {
    const ref = { of: "person", id: person.id } as const;
    for (const name of [person.name, ...person.aliases]) {
      addName(name, ref, "name");
      const parts = wordsOf(name);
      for (const part of parts) {
        const short = part.script === "latin" && part.fold.length < 3;
        if (short || /^(van|von|der|den|de|del|della|bin|ibn|abu|el|al|la|le|di|da|dos|das)$/.test(part.fold)) continue;
        addName(part.fold, ref, "part");
        if (part.script === "latin") addHeard(part.fold, ref);
      }
      // "Given Family" is how people shorten "Given Middle Family".
      const [first, last] = [parts[0], parts.at(-1)];
      if (parts.length > 2 && first && last) addName(`${first.fold} ${last.fold}`, ref, "name");
    }
  }
  const inNames = new Map<string, number>();
  const nameWords = (text: Text) =>
    new Set(
      (typeof text === "string" ? [text] : Object.values(text)).flatMap((name) =>
        wordsOf(name).map((token) => token.fold),
      ),
    );
  for (const organization of programme.organizations)
    for (const word of nameWords(organization.name)) inNames.set(word, (inNames.get(word) ?? 0) + 1);
  for (const organization of programme.organizations) {
    const ref = { of: "organization", id: organization.id } as const;
    addText(organization.name, ref);
    for (const name of typeof organization.name === "string" ? [organization.name] : Object.values(organization.name))
      for (const part of name.split(/[,(]/))
        if (wordsOf(part).length > 1) addName(part.replace(/^\s*the\s/i, ""), ref, "name");
    if (organization.acronym) addName(organization.acronym, ref, "name");
    for (const alias of organization.aliases) addName(alias, ref, "name");
    addKeywords(organization.keywords, ref);
    const own = typeof organization.name === "string" ? organization.name : (organization.name[published] ?? "");
    for (const word of nameWords(own)) {
      if (
        word.length < 4 ||
        worldOf("en").phrases.has(word) ||
        commonInNames.test(word) ||
        (inNames.get(word) ?? 0) > 1
      )
        continue;
      if (/^[a-z]/.test(word)) addHeard(word, ref);
      if (!english.phrases.has(stem(word, "en"))) addName(word, ref, "part");
    }
  }
  for (const place of programme.places) {
    const ref = { of: "place", id: place.id } as const;
    addText(place.name, ref);
    if (place.acronym) addName(place.acronym, ref, "name");
    for (const alias of place.aliases) addName(alias, ref, "name");
    addKeywords(place.keywords, ref);
  }
  for (const session of programme.sessions) {
    addText(session.title, { of: "session", id: session.id });
    addKeywords(session.keywords, { of: "session", id: session.id });
    for (const track of session.tracks) addName(track, { of: "track", id: track }, "name");
  }
  for (const document of programme.documents) {
    addText(document.title, { of: "document", id: document.id });
    if (document.symbol) {
      addName(document.symbol, { of: "document", id: document.id }, "name");
      // People say "CRP.1" and "Add.2" alone.
      const last = document.symbol.split("/").at(-1) ?? "";
      if (/[a-z]/i.test(last)) addName(last, { of: "document", id: document.id }, "name");
    }
    addKeywords(document.keywords, { of: "document", id: document.id });
  }
  const { event } = programme;
  const whole = { of: "event", id: event.id } as const;
  for (const text of [event.title, event.shortTitle, event.series]) addText(text, whole);
  addKeywords(event.keywords, whole);

  const small = new Map<Language, ReadonlySet<string>>(
    languages.map((language) => [language, lexiconOf(language).glue]),
  );
  const titles = new TitleIndex(programme, (key, language) =>
    key.length < 2 && !/\p{Script=Han}/u.test(key) ? true : (small.get(language)?.has(key) ?? false),
  );
  for (const { title } of [...programme.sessions, ...programme.documents])
    for (const text of typeof title === "string" ? [title] : Object.values(title))
      for (const token of wordsOf(text)) if (token.fold.length >= 4) spelled.add(token.fold);

  const sessionsByConcept = new Map<string, string[]>();
  for (const { id, title } of programme.sessions)
    for (const concept of conceptsIn(title, published))
      sessionsByConcept.set(concept, [...(sessionsByConcept.get(concept) ?? []), id]);

  return {
    phrases,
    titles,
    withConcept: (concept) => sessionsByConcept.get(concept) ?? [],
    spelling: new Spelling(spelled),
    heard(word, script, loose = false) {
      let best: { distance: number; marks: readonly Mark[] } | undefined;
      for (const said of hearings(word, script))
        for (const skeleton of skeletons(said)) {
          if (skeleton.length < 2 && !loose) continue;
          for (const name of names.get(skeleton) ?? []) {
            const distance = soundDistance(said, name.sounds);
            const allowed = loose ? 0.5 : skeleton.length === 2 ? 0.18 : 0.31;
            if (distance <= allowed && (!best || distance < best.distance)) best = { distance, marks: name.marks };
          }
        }
      return best?.marks ?? [];
    },
  };
}

const directories = new WeakMap<Programme, Directory>();

/** The directory of a programme: built at first use, kept as long as the programme. */
export function directoryOf(programme: Programme): Directory {
  const known = directories.get(programme);
  if (known) return known;
  const directory = build(programme);
  directories.set(programme, directory);
  return directory;
}
