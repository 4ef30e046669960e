/** Which record of the programme is meant. */
export interface EntityRef {
  readonly of: "person" | "organization" | "session" | "document" | "place" | "track" | "event";
  /** The record's id; a track's name. */
  readonly id: string;
}

/** What a phrase stands for. */
export type Mark =
  | { readonly type: "concept"; readonly concept: string }
  | { readonly type: "filler"; readonly harmless: boolean }
  /** `by`: a name in full, a part of a name, or a keyword that organisers gave. */
  | { readonly type: "entity"; readonly ref: EntityRef; readonly by: "name" | "part" | "keyword" | "sound" }
  | { readonly type: "language"; readonly tag: string }
  | { readonly type: "country"; readonly code: string }
  | { readonly type: "zone"; readonly timeZone: string }
  | { readonly type: "number"; readonly value: string }
  /** `exact`: said with a part of the day or on the 24-hour clock; "at 3" may be 15:00. */
  | { readonly type: "clock"; readonly hour: number; readonly minute: number; readonly exact: boolean }
  | { readonly type: "day"; readonly month?: number; readonly day: number; readonly year?: number };

/** A stretch of words with all it may stand for. */
export interface Tag {
  /** Indices of words, end exclusive. */
  readonly from: number;
  readonly to: number;
  readonly marks: readonly Mark[];
}
