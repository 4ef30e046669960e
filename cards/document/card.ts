import type { AdaptiveCard } from "../../bot/channels/channel.ts";
import { languageName, plain } from "../../bot/language/format.ts";
import { languages, ownNames } from "../../bot/language/languages.ts";
import { plainDate } from "../../bot/language/times.ts";
import type { Document, DocumentVersion } from "../../bot/programme/model.ts";
import type { Button } from "../actions.ts";
import { bindCard, type Framed, framed } from "../frame/card.ts";
import { inPairs } from "../help/card.ts";
import { commonButtons, type Fact, factSets, pageButton } from "../rows.ts";
import { capital, type Wording } from "../wording.ts";
import template from "./template.json" with { type: "json" };

/** A language the paper exists in: pressing it asks for it in that language. */
export interface VersionChip {
  readonly name: string;
  readonly ask: string;
  readonly weight: "Bolder" | "Default";
}

/** One paper in all its languages. */
export interface DocumentData extends Framed {
  /** Whether the language asked for exists; may be empty. */
  readonly state: string;
  readonly tone: "Good" | "Attention" | "Default";
  readonly detail: string;
  readonly factSets: readonly { readonly facts: readonly Fact[] }[];
  readonly languagesTitle: string;
  readonly chipRows: readonly { readonly chips: readonly VersionChip[] }[];
  readonly notes: readonly { readonly text: string }[];
}

const draw = bindCard<DocumentData>(template);

/** Each language in its own script, as far as we know it. */
function ownName(wording: Wording, tag: string): string {
  const own = languages.find((language) => language === tag);
  return own ? ownNames[own] : languageName(wording.language, tag);
}

/** The asked language first, then the reader's, then as published. */
function ordered(versions: readonly DocumentVersion[], first: string): readonly DocumentVersion[] {
  return [...versions].sort((a, b) => Number(b.language === first) - Number(a.language === first));
}

/** The paper; `asked` is the language that was asked for. */
export function documentCard(wording: Wording, document: Document, asked?: string): AdaptiveCard {
  const { say, programme } = wording;
  const wanted = asked ?? wording.language;
  const versions = ordered(
    document.versions.filter(({ language }) => language !== "und"),
    wanted,
  );
  const exists = versions.some(({ language }) => language === asked);
  const about = document.about.flatMap((id) => programme.sessionById.get(id) ?? []);
  const authors = document.authorIds.flatMap((id) => programme.organizationById.get(id) ?? []);
  const published = document.versions.find(({ publishedAt }) => publishedAt)?.publishedAt;
  const links: readonly Button[] = versions.flatMap(({ language, url }) =>
    url ? [{ title: plain(ownName(wording, language)).slice(0, 20), url }] : [],
  );
  const open = document.versions.flatMap(({ language, url }) =>
    url && language === "und" ? [{ title: say("button.open"), url }] : [],
  );
  const noLink = links.length + open.length === 0;
  const page = programme.event.url ? "link.page" : "link.none";
  return draw(
    {
      ...framed(wording, say(`document.kind.${document.kind}`), wording.title(document.title)),
      state: asked && versions.length > 0 ? `${exists ? "✓" : "✕"} ${languageName(wording.language, asked)}` : "",
      tone: asked ? (exists ? "Good" : "Attention") : "Default",
      detail: document.description ? wording.quotation(document.description) : "",
      factSets: factSets([
        { title: say("fact.symbol"), value: document.symbol ? wording.published(document.symbol) : "" },
        {
          title: say("fact.published"),
          value:
            published && /^\d{4}-\d\d-\d\d/.test(published)
              ? plainDate(wording.language, published.slice(0, 10))
              : (published ?? ""),
        },
        { title: say("fact.author"), value: wording.list(authors.map(wording.organization)) },
        { title: say("fact.for"), value: wording.list(about.slice(0, 4).map(wording.session)) },
        { title: say("fact.language"), value: versions.length === 0 ? say("language.unknown") : "" },
      ]),
      languagesTitle: versions.length > 0 ? say("fact.languages") : "",
      chipRows: inPairs(
        versions.slice(0, 12).map(({ language }) => ({
          name: ownName(wording, language),
          ask: plain(
            say("ask.document.in", { title: wording.title(document.title), language: wording.inLanguage(language) }),
          ),
          weight: language === wanted ? "Bolder" : "Default",
        })),
      ),
      notes: [...(noLink ? [capital(say(page))] : []), ...wording.conflicts(document)].map((text) => ({ text })),
    },
    [
      ...links.slice(0, 4),
      ...open,
      ...(noLink ? pageButton(wording) : []),
      ...commonButtons(wording, "documents", "agenda"),
      ...pageButton(wording),
    ],
    wording,
  );
}
