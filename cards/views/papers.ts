import { plainDate } from "../../bot/language/times.ts";
import type { Document } from "../../bot/programme/model.ts";
import { documentCard } from "../document/card.ts";
import { documentsCard } from "../documents/card.ts";
import { documentLanguages } from "../rows.ts";
import { inOneBreath, inside, sentences, type Wording } from "../wording.ts";
import { counted, listed } from "./programme.ts";
import type { Show } from "./show.ts";

export const documents: Show<"documents"> = ({ documents: found, filter }, wording) => {
  const { say } = wording;
  const what = counted(wording, say("count.documents", { count: found.length }), filter);
  const titles = found.map(({ title }) => say("quoted", { title: wording.title(title) }));
  return { text: listed(wording, what, titles), card: documentsCard(wording, what, found) };
};

/** Where the file is: on the card, on the event page, or nowhere published. */
function link({ say, programme }: Wording, { versions }: Document, language?: string): string {
  const wanted = versions.filter((version) => language === undefined || version.language === language);
  if (wanted.some(({ url }) => url)) return say("link.card");
  return say(programme.event.url ? "link.page" : "link.none");
}

export const document: Show<"document"> = ({ document: one, language, aspect }, wording) => {
  const { say, programme } = wording;
  const card = documentCard(wording, one, language);
  const title = wording.title(one.title);
  const tags = [...new Set(one.versions.map((version) => version.language))];
  const stated = tags.filter((tag) => tag !== "und");
  const version = one.versions.find((each) => each.language === language);
  const languages = documentLanguages(wording, one);
  const where = link(wording, one, version?.language);
  const answered = (): string => {
    if (language !== undefined && stated.length === 0) return say("document.unknownLanguage", { title, link: where });
    if (language !== undefined && version)
      return say("document.yes", {
        title,
        status: version.status,
        language: wording.inLanguage(language),
        others: stated.length - 1,
        link: where,
      });
    if (language !== undefined) return say("document.no", { title, language: wording.inLanguage(language), languages });
    const published = one.versions.find(({ publishedAt }) => publishedAt)?.publishedAt;
    if (aspect === "symbol" && one.symbol)
      return say("document.symbol", { title, symbol: wording.published(one.symbol) });
    if (aspect === "date" && published)
      return say("document.date", {
        title,
        date: /^\d{4}-\d\d-\d\d/.test(published) ? plainDate(wording.language, published.slice(0, 10)) : published,
      });
    const authors = one.authorIds.flatMap((id) => programme.organizationById.get(id) ?? []);
    if (aspect === "author" && authors.length > 0)
      return say("document.author", { title, authors: wording.list(authors.map(wording.organization)) });
    if (aspect === "languages" && stated.length > 0)
      return say("document.languages", { title, count: stated.length, languages });
    const kind = say(`document.kind.${one.kind}`);
    const details = { kind, languages, link: where };
    return inOneBreath(
      say("document.about", { title, ...details, kind: inside(kind) }),
      sentences(wording.language, [
        say("sentence", { text: say("quoted", { title }) }),
        say("document.details", details),
      ]),
    );
  };
  return { text: answered(), card };
};
