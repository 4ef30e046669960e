import type { Activity } from "../../bot/channels/local/activity.ts";
import type { Answered } from "../../bot/channels/local/desk.ts";

const adaptiveCard = "application/vnd.microsoft.card.adaptive";

/** A card with each kind of button and an input. */
export const sampleCard = (title: string, rtl = false) => ({
  type: "AdaptiveCard",
  version: "1.5",
  lang: rtl ? "ar" : "en",
  ...(rtl ? { rtl } : {}),
  body: [
    { type: "TextBlock", text: "Speakers · Sample event", size: "Small", isSubtle: true, wrap: true },
    { type: "TextBlock", text: title, size: "Large", weight: "Bolder", wrap: true, style: "heading" },
    { type: "TextBlock", text: "**On now** · until 13:00", color: "Good", wrap: true },
    {
      type: "FactSet",
      facts: [
        { title: "Where", value: "Boardroom D, [the venue](https://example.org/venue)" },
        { title: "When", value: "10:00–13:00" },
      ],
    },
    {
      type: "Container",
      style: "emphasis",
      items: [{ type: "TextBlock", text: "A <b>plain</b> line with javascript: in it", wrap: true }],
    },
    { type: "Input.Text", id: "utterance", label: "Ask something", placeholder: "Who speaks?" },
  ],
  actions: [
    { type: "Action.Execute", title: "More", verb: "more", data: { step: 1 } },
    { type: "Action.Submit", title: "Send", data: { form: "ask" } },
    { type: "Action.OpenUrl", title: "Event page", url: "https://example.org/" },
  ],
});

export interface FakeBot {
  /** What reached it, in order. */
  readonly received: Activity[];
  receive(activity: Activity): Promise<Answered>;
}

const card = (content: unknown) => ({ attachments: [{ contentType: adaptiveCard, content }] });

/** Speaks the protocol honestly over the service URL it is given, and nothing else. */
export function fakeBot(): FakeBot {
  const received: Activity[] = [];
  const call = async (activity: Activity, method: string, path: string, body?: unknown) => {
    const response = await fetch(`${activity.serviceUrl}v3/conversations${path}`, {
      method,
      ...(body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    return response.json();
  };
  const reply = (activity: Activity, body: unknown) =>
    call(activity, "POST", `/${encodeURIComponent(activity.conversation?.id ?? "")}/activities/${activity.id}`, body);

  async function onMessage(activity: Activity): Promise<void> {
    if (activity.value !== undefined) {
      await reply(activity, { type: "message", text: `You sent ${JSON.stringify(activity.value)}` });
      return;
    }
    await reply(activity, { type: "typing" });
    const text = (activity.text ?? "").replace(/<at>.*?<\/at>/g, "").trim();
    const rtl = activity.locale === "ar";
    await reply(activity, { type: "message", text: `You asked: **${text}**`, ...card(sampleCard(text, rtl)) });
  }

  return {
    received,
    async receive(activity) {
      received.push(activity);
      switch (activity.type) {
        case "message":
          await onMessage(activity);
          return { status: 200, body: undefined };
        case "installationUpdate":
          if (activity.action === "add") await reply(activity, { type: "message", text: "Welcome" });
          return { status: 200, body: undefined };
        case "messageUpdate":
          await reply(activity, { type: "message", text: `You changed it to: ${activity.text}` });
          return { status: 200, body: undefined };
        case "invoke": {
          const locale = activity.locale ?? "en";
          const value = sampleCard(`More for ${activity.from?.name} (${locale})`, locale === "ar");
          return { status: 200, body: { statusCode: 200, type: adaptiveCard, value } };
        }
        default:
          return { status: 200, body: undefined };
      }
    },
  };
}
