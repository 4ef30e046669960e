import type { Block } from "../bot/programme/model.ts";

/** The half-days of the sample programme, and the pause between them. */
export const block: Block = {
  id: "morning",
  part: "morning",
  start: "2024-07-15T10:00+02:00",
  end: "2024-07-15T13:00+02:00",
};
export const afternoon: Block = {
  id: "afternoon",
  part: "afternoon",
  start: "2024-07-15T15:00+02:00",
  end: "2024-07-15T18:00+02:00",
};
export const pause = { start: block.end, end: afternoon.start };
