import { constants, createHmac, createSign, generateKeyPairSync, type KeyObject } from "node:crypto";

/** A key pair that may sign for the Bot Framework, or pretends to. */
export interface Signer {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicJwk: Record<string, unknown>;
}

export function signer(kid: string): Signer {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return { kid, privateKey, publicJwk: { ...publicKey.export({ format: "jwk" }), kid, use: "sig" } };
}

export type Claims = Record<string, unknown>;

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A token signed RS256. `head` replaces fields of its header, to forge with. */
export function signed({ kid, privateKey }: Signer, claims: Claims, head: Claims = {}): string {
  const content = `${encode({ typ: "JWT", alg: "RS256", kid, ...head })}.${encode(claims)}`;
  const signature = createSign("RSA-SHA256")
    .update(content)
    .sign({ key: privateKey, padding: constants.RSA_PKCS1_PADDING });
  return `${content}.${signature.toString("base64url")}`;
}

/** The classic forgery: HS256 with the public key as the secret. */
export function signedHs256({ kid, publicJwk }: Signer, claims: Claims): string {
  const content = `${encode({ typ: "JWT", alg: "HS256", kid })}.${encode(claims)}`;
  return `${content}.${createHmac("sha256", JSON.stringify(publicJwk)).update(content).digest("base64url")}`;
}

/** The other classic: no signature at all. */
export function unsigned(kid: string, claims: Claims): string {
  return `${encode({ typ: "JWT", alg: "none", kid })}.${encode(claims)}.`;
}
