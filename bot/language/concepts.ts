import { documentKinds, infoTopics, roles, sessionKinds } from "../programme/model.ts";

/**
 * What a question can be made of. Each language's `lexicon.json` says how people say it; the words beside each concept
 * here say what belongs to it. A phrase may stand under several concepts: the frame decides which is meant.
 */
const own = {
  // asking
  who: "who, whose, by whom, which person",
  when: "when, at what moment",
  "what-time": "what time, at what hour, how early, what o'clock",
  "what-day": "what day, which date, what date, how many days until is NOT here",
  where: "where, in which place",
  what: "what, which thing",
  which: "which, which one",
  how: "how, in what way",
  "how-many": "how many, number of, count",
  "how-much": "how much, what price (asking cost)",
  "how-long": "how long, how many hours",
  why: "why, for what reason",
  whether: "is there, are there, do we have, does it, is it, will there be (yes-no openings)",
  "can-i": "can I, may I, am I allowed, is it possible, do I have to, must I, should I",
  give: "give me, show me, list, send me, find, I am looking for, I need, I want, open, get, download",
  tell: "tell me about, more about, information on, details of, describe, explain",
  all: "all, every, whole, entire, full, complete",
  "how-about": "what about, and the..., and what of (elliptical follow-up openers)",

  // the event
  event: "the event, the meeting, the dialogue, the conference, the gathering, this event, constructive dialogue",
  date: "date, day of the event, calendar day",
  time: "time, hours, timing, opening hours",
  start: "start, begin, open, kick off, commence, beginning, first thing",
  end: "end, finish, close, wrap up, until when, till what time, how late, be over",
  duration: "duration, length, how long does it last/take",
  "take-place": "take place, be held, happen, occur (verbs that fit both when and where)",
  morning: "morning, forenoon, a.m. half of the day",
  afternoon: "afternoon",
  evening: "evening, tonight",
  "half-day": "half-day, sitting, part of the day",
  lunch: "lunch, lunch break, midday break, noon break, when do we eat",
  break: "break, pause, recess, interval",
  place: "place, location, venue, site, whereabouts",
  room: "room, hall, boardroom, meeting room, auditorium",
  building: "building, centre, floor, entrance, gate",
  address: "address, street",
  directions: "directions, how to get to the room, how to find the venue, way to",
  city: "city, town, country where it is held",
  mode: "hybrid, format of the meeting (online or in person), is it online or on site",
  "in-person": "in person, on site, physically, present in the room",
  online: "online, remotely, virtually, from home, at a distance, via video, by internet",
  platform: "platform, software, application, which tool; Zoom, Webex, Teams, Interprefy",
  link: "link, url, web address to join, access link, connection link, invitation, meeting id",
  join: "join, connect, log in, dial in, get in, enter the meeting, follow online, access",
  "join-when": "when will I receive (a link), sent when, not received yet",
  language: "language, in which language, working language, spoken in",
  "legal-basis": "legal basis, mandate, under which rule, paragraph 53, why is it convened, rules of procedure",
  audience: "who can attend, who may participate, open to, invited, eligible, is it open to the public, allowed in",
  attend: "attend, participate, take part, come, be present, follow, watch",
  ngo: "NGO, civil society, non-governmental organisation, observers, stakeholder, academia, private sector",
  states: "state party, signatory, member state, government, delegation",
  igo: "intergovernmental organisation, UN entity",
  organize: "organiser, who organises, who runs it, hosted by, convened by, secretariat in charge",
  agenda: "agenda, programme, schedule, timetable, what is planned, order of business, what is on",
  about: "about, topic, theme, subject, deal with, discuss, cover, focus, content, title",
  overview: "what is this event, summary of the event, key facts, purpose of the event",

  // the programme
  session: "session, sitting, slot (any kind of session)",
  track: "track, stream, strand",
  first: "first, 1st, opening one",
  last: "last, final one",
  other: "other, another, else, the other one, who else, what else, besides",
  previous: "previous one, the one before, prior",
  opening: "opening session, opening remarks, opening ceremony",
  closing: "closing session, closing remarks, conclusion",
  speak: "speak, talk, present, give a talk, intervene, take the floor, be on the panel",
  expert: "expert, specialist, guest, name(s) of people",
  organization: "organisation, institution, affiliation, which organisation, employer, NGO of somebody, university",
  represent: "represent, on behalf of, work for, from which, belongs to, affiliated, is from",
  with: "together with, alongside, next to, share the panel with",
  "person-bio": "biography, background of a person, CV, career, profile",
  "person-job": "job title, position, function, role at the organisation",
  "person-country": "nationality, country of a person, which country is she from",
  "person-contact": "e-mail, phone number, contact details, how to reach a person, LinkedIn, address of a person",
  "person-private": "age, birthday, photo, married, salary, height, religion",
  "said-before": "said, stated, declared, position (what did X say, quote)",

  // papers
  document: "document, paper, file, pdf, materials, texts, documentation (any kind)",
  version: "version, translation of a paper, copy in a language, available in, exists in",
  symbol: "symbol, document number, reference number",
  pages: "how many pages, how long is the paper, size of the file",
  "published-when": "when was it published, publication date, when does it come out",
  "written-by": "written by, author of, who wrote, prepared by",
  "content-of": "what does the paper say, main findings, recommendations, conclusion, summarize it",
  download: "download, where can I get, find a copy",
  website: "website, web page, event page, home page",

  // time
  now: "now, at the moment, currently, right now, in progress, ongoing",
  next: "next, what comes next, coming up, following, upcoming",
  later: "later, afterwards",
  today: "today",
  tomorrow: "tomorrow",
  yesterday: "yesterday",
  "last-year": "last year, previous edition, 2023, in the past, next year, other edition, earlier dialogue",
  before: "before, prior to, earlier than, ahead of",
  after: "after, following, later than, since",
  until: "until, till, up to, by (a time)",
  missed: "what did I miss, what happened so far, I am late, catch me up",
  already: "already, yet, still, over, finished, has it started",
  changed: "what changed, changes, updates, news",
  cancelled: "cancelled, called off, not taking place",
  moved: "moved, postponed, rescheduled, delayed",
  exactly: "exactly, precisely, exact time",
  midnight: "midnight",
  noon: "noon, midday (the clock time 12:00)",

  // zones and settings
  "time-zone": "time zone, local time, my time, your time, time difference, what is that in ... time, UTC, GMT, CEST",
  "my-zone-is": "my time zone is, I am in, I live in, set my zone to, I am joining from",
  "speak-language": "speak, answer in, switch to, change language to, reply in, I prefer (plus a language)",
  "in-language": "in, into (the preposition before a language, if it is its own word)",

  // talk
  greeting: "hello, hi, good morning, hey, greetings",
  "how-are-you": "how are you, how is it going",
  thanks: "thank you, thanks, many thanks, great help, perfect",
  goodbye: "goodbye, bye, see you, have a good day",
  help: "help, what can you do, how do you work, what can I ask, commands, menu, start",
  "who-are-you": "who are you, are you a robot, what are you, your name",
  yes: "yes, ok, sure, right",
  no: "no, not that",
  sorry: "sorry, excuse me (as a whole utterance or opener)",
  more: "more, continue, next page",
  "he-she": "he, she, they, him, her, his, their (people spoken of before)",
  "i-you": "I, me, we, us, you as the subject of a sentence",
  "off-topic":
    "words of other worlds: weather, smart home (light, door, curtain, sensor), music, sport, cooking, shopping, banking, games, school, trivia",
  "near-by": "nearby, nearest, closest, around here, in the city (restaurants, shops, sights: not about the event)",
} as const;

const prefixed = <P extends string, K extends string>(prefix: P, keys: readonly K[]) =>
  keys.map((key) => `${prefix}:${key}` as const);

/** Languages people ask papers in; further ones come from `Intl.DisplayNames`. */
export const askedLanguages = [
  "ar",
  "zh",
  "en",
  "fr",
  "ru",
  "es",
  "de",
  "pt",
  "it",
  "ja",
  "tr",
  "hi",
  "sw",
  "uk",
  "ko",
  "nl",
  "fa",
] as const;

export const conceptNotes: Readonly<Record<string, string>> = own;

export type Concept =
  | keyof typeof own
  | `kind:${(typeof sessionKinds)[number]}`
  | `role:${(typeof roles)[number]}`
  | `document:${(typeof documentKinds)[number]}`
  | `info:${(typeof infoTopics)[number]}`
  | `language:${(typeof askedLanguages)[number]}`
  | `weekday:${1 | 2 | 3 | 4 | 5 | 6 | 7}`
  | `month:${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12}`
  | `number:${number}`
  | `ordinal:${number}`;

/** Every concept that each language has words for. */
export const concepts: readonly Concept[] = [
  ...(Object.keys(own) as (keyof typeof own)[]),
  ...prefixed("kind", sessionKinds),
  ...prefixed("role", roles),
  ...prefixed("document", documentKinds),
  ...prefixed("info", infoTopics),
  ...prefixed("language", askedLanguages),
  ...([1, 2, 3, 4, 5, 6, 7] as const).map((day) => `weekday:${day}` as const),
  ...([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const).map((month) => `month:${month}` as const),
  ...Array.from({ length: 20 }, (_, i) => `number:${i + 1}` as const),
  ...Array.from({ length: 12 }, (_, i) => `ordinal:${i + 1}` as const),
];
