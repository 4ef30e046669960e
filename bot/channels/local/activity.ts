/** The part of a Bot Framework activity that the local channel writes and reads; the rest passes through untouched. */
export interface Activity {
  readonly type: string;
  readonly id?: string;
  readonly name?: string;
  readonly text?: string;
  readonly summary?: string;
  readonly value?: unknown;
  readonly locale?: string;
  readonly from?: Account;
  readonly recipient?: Account;
  readonly conversation?: { readonly id: string; readonly [key: string]: unknown };
  readonly replyToId?: string;
  readonly attachments?: readonly Attachment[];
  readonly [key: string]: unknown;
}

export interface Attachment {
  readonly contentType: string;
  readonly content?: unknown;
  readonly [key: string]: unknown;
}

export interface Account {
  readonly id: string;
  readonly name?: string;
  readonly aadObjectId?: string;
  readonly [key: string]: unknown;
}

/** Who one can be when trying the assistant. */
export const roles = ["participant", "moderator", "guest"] as const;
export type Role = (typeof roles)[number];

/** The tenant everybody here belongs to; for an anonymous guest it is the organiser's, as in Teams. */
export const localTenantId = "5eb1d0c2-7a4e-4c59-9d10-6f6a0c3b9e21";

export interface Person extends Account {
  readonly name: string;
  readonly role: Role;
  readonly meetingRole: "Organizer" | "Attendee";
}

/** The people of the local channel. A guest has no Entra object id: that is how Teams shows an anonymous attendee. */
export const people: { readonly [R in Role]: Person } = {
  participant: {
    id: "29:local-participant",
    name: "Pat Participant",
    aadObjectId: "0f5d3c1a-2f86-4a57-8c7e-3a9b7d1e4f01",
    role: "participant",
    meetingRole: "Attendee",
  },
  moderator: {
    id: "29:local-moderator",
    name: "Mo Moderator",
    aadObjectId: "0f5d3c1a-2f86-4a57-8c7e-3a9b7d1e4f02",
    role: "moderator",
    meetingRole: "Organizer",
  },
  guest: { id: "29:local-guest", name: "Guest", role: "guest", meetingRole: "Attendee" },
};

export const bot: Account = { id: "28:rostrum", name: "Rostrum" };

export const scopes = ["personal", "group", "channel"] as const;
export type Scope = (typeof scopes)[number];

export const meetingChatId = "19:meeting_rostrum-local@thread.v2";
export const meetingId = "MCMxOTptZWV0aW5nX3Jvc3RydW0tbG9jYWxAdGhyZWFkLnYyIzA=";
export const channelId = "19:rostrum-local@thread.tacv2";
export const teamId = "19:rostrum-team@thread.tacv2";

/** A personal chat is one person's own; the meeting chat and the channel are everybody's. */
export const conversationOf = (scope: Scope, person: Person): string =>
  scope === "personal" ? `a:personal-${person.role}` : scope === "group" ? meetingChatId : channelId;

export const scopeOf = (conversationId: string): Scope =>
  conversationId === channelId ? "channel" : conversationId === meetingChatId ? "group" : "personal";

/** A thread of the channel is written `id;messageid=root`. */
export function splitThread(conversationId: string): { readonly base: string; readonly root?: string } {
  const [base = "", root] = conversationId.split(";messageid=");
  return root ? { base, root } : { base };
}

export function membersOf(conversationId: string): readonly Person[] {
  const everybody = roles.map((role) => people[role]);
  return scopeOf(conversationId) === "personal"
    ? everybody.filter((person) => conversationOf("personal", person) === conversationId)
    : everybody;
}

/** Where and as whom something is done. */
export interface Place {
  readonly person: Person;
  readonly conversationId: string;
  /** The post it belongs to, in a channel. */
  readonly root?: string;
  readonly locale: string;
  readonly timeZone?: string;
}

interface Sending extends Place {
  readonly id: string;
  readonly at: string;
  readonly serviceUrl: string;
}

/** What every activity from Teams carries. */
export function envelope(sending: Sending): Activity {
  const { person, conversationId, root, locale, timeZone, id, at, serviceUrl } = sending;
  const scope = scopeOf(conversationId);
  return {
    type: "message",
    id,
    timestamp: at,
    serviceUrl,
    channelId: "msteams",
    from: {
      id: person.id,
      name: person.name,
      ...(person.aadObjectId ? { aadObjectId: person.aadObjectId } : { userRole: "anonymous" }),
    },
    recipient: bot,
    conversation: {
      id: root ? `${conversationId};messageid=${root}` : conversationId,
      conversationType: scope === "group" ? "groupChat" : scope,
      tenantId: localTenantId,
      ...(scope === "personal" ? {} : { isGroup: true }),
    },
    locale,
    ...(timeZone ? { localTimezone: timeZone } : {}),
    entities: [{ type: "clientInfo", locale, platform: "Web", ...(timeZone ? { timezone: timeZone } : {}) }],
    channelData: {
      tenant: { id: localTenantId },
      ...(scope === "group" ? { meeting: { id: meetingId } } : {}),
      ...(scope === "channel" ? { team: { id: teamId }, channel: { id: channelId }, teamsTeamId: teamId } : {}),
    },
  };
}

/** What somebody typed; a mention stands in front, as Teams' composer puts it. */
export function said(sending: Sending, text: string, mention: boolean): Activity {
  const base = envelope(sending);
  const at = `<at>${bot.name}</at>`;
  return {
    ...base,
    textFormat: "plain",
    text: mention ? `${at} ${text}` : text,
    entities: [
      ...(base.entities as readonly unknown[]),
      ...(mention ? [{ type: "mention", mentioned: bot, text: at }] : []),
    ],
  };
}
