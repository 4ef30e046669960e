import { ConfidentialClientApplication, type INetworkModule } from "@azure/msal-node";
import { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication, MessageFactory } from "botbuilder";
import { MsalServiceClientCredentialsFactory } from "botframework-connector";
import restify from "restify";
import { appId, issuer, tenantId } from "../../tests/cloud/cloud.ts";
import { tellReady } from "./child.ts";

// Microsoft's echo sample (02.echo-bot), with nothing added but the addresses of the fake cloud.
const [port, cloudPort] = process.argv.slice(2).map(Number);
const cloud = `http://127.0.0.1:${cloudPort}`;

/** MSAL insists on https: what it sends goes to the fake cloud instead. */
const toFakeCloud: INetworkModule = {
  sendGetRequestAsync: () => Promise.reject(new Error("nothing is fetched by GET")),
  async sendPostRequestAsync(_url, options) {
    const response = await fetch(`${cloud}/${tenantId}/oauth2/v2.0/token`, {
      method: "POST",
      body: options?.body ?? "",
    });
    return { headers: {}, body: await response.json(), status: response.status };
  },
};
const authority = `https://login.microsoftonline.com/${tenantId}`;
const app = new ConfidentialClientApplication({
  auth: {
    clientId: appId,
    clientSecret: "secret",
    authority,
    authorityMetadata: JSON.stringify({
      token_endpoint: `${authority}/oauth2/v2.0/token`,
      authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
      issuer: `${authority}/v2.0`,
      jwks_uri: `${authority}/discovery/v2.0/keys`,
      end_session_endpoint: "",
    }),
  },
  system: { networkClient: toFakeCloud },
});
const openId = `${cloud}/v1/.well-known/openidconfiguration`;
const authentication = new ConfigurationBotFrameworkAuthentication(
  {
    MicrosoftAppId: appId,
    MicrosoftAppPassword: "secret",
    MicrosoftAppType: "MultiTenant",
    ToBotFromChannelOpenIdMetadataUrl: openId,
    ToBotFromEmulatorOpenIdMetadataUrl: openId,
    ToBotFromChannelTokenIssuer: issuer,
    ToChannelFromBotOAuthScope: "https://api.botframework.com",
    ToChannelFromBotLoginUrl: "https://login.microsoftonline.com/botframework.com",
    OAuthUrl: cloud,
    CallerId: "urn:botframework:azure",
    ValidateAuthority: true,
  },
  // The two typings of msal-node (for ESM and for CommonJS) do not know each other.
  new MsalServiceClientCredentialsFactory(appId, app as never),
);
const adapter = new CloudAdapter(authentication);
const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
  const reply = `Echo: ${context.activity.text}`;
  await context.sendActivity(MessageFactory.text(reply, reply));
  await next();
});
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post("/api/messages", async (req, res) => {
  await adapter.process(req, res, (context) => bot.run(context));
});
server.get("/healthz", async (_req, res) => {
  res.send(200);
});
server.listen(port, "127.0.0.1", () => tellReady(port ?? 0));
