import type { AdaptiveCard } from "../../bot/channels/channel.ts";
import type { Document } from "../../bot/programme/model.ts";
import { bindCard, type Framed, framed } from "../frame/card.ts";
import { commonButtons, documentRow, more, pageButton, type Row, rowsThatFit } from "../rows.ts";
import { capital, type Wording } from "../wording.ts";
import template from "./template.json" with { type: "json" };

/** Papers, one a row with its languages. */
export interface DocumentsData extends Framed {
  readonly detail: string;
  readonly rows: readonly Row[];
  readonly more: string;
}

const draw = bindCard<DocumentsData>(template);

/** The papers that were asked for. */
export function documentsCard(wording: Wording, title: string, documents: readonly Document[]): AdaptiveCard {
  const { rows, left } = rowsThatFit(documents.map((document) => documentRow(wording, document)));
  const linked = documents.some(({ versions }) => versions.some(({ url }) => url !== undefined));
  return draw(
    {
      ...framed(wording, wording.say("what.documents"), title),
      detail: linked || !wording.programme.event.url ? "" : capital(wording.say("link.page")),
      rows,
      more: more(wording, left),
    },
    [...pageButton(wording), ...commonButtons(wording, "documents", "agenda", "speakers")],
    wording,
  );
}
