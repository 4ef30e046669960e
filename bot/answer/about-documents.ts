import type { Document } from "../programme/model.ts";
import type { Programme } from "../programme/programme.ts";
import type { Frame } from "../question/frame.ts";
import type { Answer, Filter, Unpublished } from "./answer.ts";

type Trait = "document-symbol" | "document-pages" | "document-content" | "document-date" | "document-author";

/** What is asked of papers and published for none of them. */
function unknownTrait(attribute: Frame["attribute"], documents: readonly Document[]): Trait | undefined {
  switch (attribute) {
    case "pages":
      return "document-pages";
    case "content":
      return "document-content";
    case "symbol":
      return documents.some(({ symbol }) => symbol) ? undefined : "document-symbol";
    case "published":
      return documents.some(({ versions }) => versions.some(({ publishedAt }) => publishedAt))
        ? undefined
        : "document-date";
    case "author":
      return documents.some(({ authorIds }) => authorIds.length > 0) ? undefined : "document-author";
    default:
      return undefined;
  }
}

/** Answers what is asked of a paper, or of the few that may be meant. */
export function aboutDocuments(frame: Frame, ids: readonly string[], programme: Programme): Answer {
  const documents = ids.flatMap((id) => programme.documentById.get(id) ?? []);
  const [document] = documents;
  if (!document) return { kind: "out-of-scope" };
  const { language } = frame.narrowing;
  const trait = unknownTrait(frame.attribute, documents);
  if (documents.length > 1 && trait) {
    const nearby: Answer = { kind: "documents", documents, filter: {}, counted: false };
    return { kind: "not-published", asked: { attribute: trait }, nearby };
  }
  if (documents.length > 1)
    return {
      kind: "documents",
      documents,
      filter: language ? { language } : {},
      counted: frame.narrowing.count === true,
    };
  const show = (aspect: "about" | "languages" | "symbol" | "date" | "author"): Answer => ({
    kind: "document",
    document,
    aspect,
    ...(language ? { language } : {}),
  });
  const missing = (attribute: Extract<Unpublished, { attribute: string }>["attribute"]): Answer => ({
    kind: "not-published",
    asked: { attribute, document },
    nearby: show("about"),
  });
  switch (frame.attribute) {
    case "symbol":
      return document.symbol ? show("symbol") : missing("document-symbol");
    case "pages":
      return missing("document-pages");
    case "content":
      return missing("document-content");
    case "published":
      return document.versions.some(({ publishedAt }) => publishedAt) ? show("date") : missing("document-date");
    case "author":
      return document.authorIds.length > 0 ? show("author") : missing("document-author");
    case "languages":
      return show("languages");
    default:
      return show("about");
  }
}

const inLanguage = (language: string) => (document: Document) =>
  document.versions.some((version) => version.language === language);

/** Papers by kind, session and language. */
export function listDocuments(frame: Frame, programme: Programme): Answer {
  const { documentKind, language, sessionIds, count } = frame.narrowing;
  const session = sessionIds?.[0] ? programme.sessionById.get(sessionIds[0]) : undefined;
  const within = session
    ? new Set([session.id, ...(programme.childrenOf.get(session.id) ?? []).map(({ id }) => id)])
    : undefined;
  const fits = programme.documents
    .filter(({ kind }) => documentKind === undefined || kind === documentKind)
    .filter(({ about }) => !within || about.some((id) => within.has(id)));
  const filter: Filter = {
    ...(documentKind ? { documentKind } : {}),
    ...(session ? { session } : {}),
    ...(language ? { language } : {}),
  };
  const asked: Unpublished = {
    attribute: "documents",
    ...(session ? { session } : {}),
    ...(documentKind ? { label: documentKind } : {}),
  };
  if (fits.length === 0)
    return {
      kind: "not-published",
      asked,
      nearby: { kind: "documents", documents: programme.documents, filter: {}, counted: false },
    };
  const trait = unknownTrait(frame.attribute, fits);
  if (trait)
    return {
      kind: "not-published",
      asked: { attribute: trait },
      nearby: { kind: "documents", documents: fits, filter, counted: false },
    };
  const inAsked = language ? fits.filter(inLanguage(language)) : fits;
  const [only] = fits;
  if (fits.length === 1 && only)
    return {
      kind: "document",
      document: only,
      aspect: language ? "languages" : "about",
      ...(language ? { language } : {}),
    };
  return { kind: "documents", documents: inAsked.length > 0 ? inAsked : fits, filter, counted: count === true };
}
