import type { Status } from "../channels/channel.ts";
import type { Answer } from "./answer.ts";

/** What became of a question: the status of the reply. */
export function statusOf(answer: Answer): Status {
  switch (answer.kind) {
    case "not-published":
      return "not_published";
    case "suggestions":
      return "suggested";
    case "out-of-scope":
      return "out_of_scope";
    case "several": {
      const all = answer.answers.map(statusOf);
      return all.find((status) => status === "answered") ?? all[0] ?? "out_of_scope";
    }
    default:
      return "answered";
  }
}
