import type { Answer } from "../bot/answer/answer.ts";
import type { Showing, View } from "./view.ts";
import * as event from "./views/event.ts";
import * as honest from "./views/honest.ts";
import * as moments from "./views/moments.ts";
import * as papers from "./views/papers.ts";
import * as people from "./views/people.ts";
import * as programme from "./views/programme.ts";
import type { Show, ShowAny } from "./views/show.ts";
import * as talk from "./views/talk.ts";
import { directed, settled, type Wording, wording } from "./wording.ts";

export { withShare } from "./actions.ts";
export { flatten } from "./text.ts";
export type { Showing, View } from "./view.ts";

/** Every kind of answer and what shows it: a kind without a view does not compile. */
const views: { readonly [K in Answer["kind"]]: Show<K> } = {
  welcome: talk.welcome,
  greeting: talk.welcome,
  help: talk.help,
  thanks: talk.thanks,
  goodbye: talk.goodbye,
  "about-assistant": talk.aboutAssistant,
  "language-set": talk.languageSet,
  "zone-set": talk.zoneSet,
  overview: event.overview,
  "event-time": event.eventTime,
  block: event.block,
  break: event.pause,
  venue: event.venue,
  joining: event.joining,
  mode: event.mode,
  "event-language": event.eventLanguage,
  "legal-basis": event.legalBasis,
  audience: event.audience,
  organizers: event.organizers,
  information: event.information,
  agenda: programme.agenda,
  session: programme.session,
  sessions: programme.sessions,
  speakers: people.speakers,
  person: people.person,
  organization: people.organization,
  documents: papers.documents,
  document: papers.document,
  at: moments.at,
  next: moments.next,
  missed: moments.missed,
  "zone-time": moments.zoneTime,
  "not-published": honest.notPublished,
  suggestions: honest.suggestions,
  "out-of-scope": honest.outOfScope,
  several: honest.several,
};

/** The map pairs each kind with its own view; the compiler cannot follow a look-up by a union, hence the widening. */
const showAny: ShowAny = (answer, words) =>
  (views[answer.kind] as (answer: Answer, wording: Wording, showAny: ShowAny) => View)(answer, words, showAny);

/** What an answer is shown as: words that stand alone, and a card where there is more to see. */
export function show(answer: Answer, showing: Showing): View {
  const { text: said, card } = showAny(answer, wording(showing));
  const text = directed(showing.language, settled(said));
  return card ? { text, card: { ...card, fallbackText: text } } : { text };
}
