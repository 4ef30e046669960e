import { bindCard, type Framed } from "../frame/card.ts";
import type { Fact, Row } from "../rows.ts";
import template from "./template.json" with { type: "json" };

/** A few facts: times, place, joining, language, what organisers are asked beside the programme. */
export interface InformationData extends Framed {
  /** The fact that was asked for; may be empty. */
  readonly lead: string;
  readonly detail: string;
  /** The same time on the reader's clock; may be empty. */
  readonly reader: string;
  readonly factSets: readonly { readonly facts: readonly Fact[] }[];
  readonly rows: readonly Row[];
  readonly notes: readonly { readonly text: string }[];
}

/** Draws the card. */
export const informationCard = bindCard<InformationData>(template);
