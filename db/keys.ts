/**
 * Everything that comes from `round.key`: 32 random bytes, HKDF-SHA-256 with one label each. The pepper and the public key
 * go to the edge; the round key, the token key and the private key never leave the analyst's machine.
 */
import { CODE_BYTES, codeFromBytes } from "#survey/code.ts";
import { fromBase64Url, toBase64Url } from "./base64.ts";
import { SUITE, type PrivateKey, type PublicKey } from "./suite.ts";

export const ROUND_KEY_BYTES = 32;
const LABELS = {
  token: "borgersvar v1 token",
  pepper: "borgersvar v1 pepper",
  seal: "borgersvar v1 seal",
} as const;

export type HmacKey = Awaited<ReturnType<typeof hmacKey>>;

export interface RoundKeys {
  /** Makes the personal codes: {@link tokenFor}. */
  tokenKey: HmacKey;
  /** 32 bytes as base64url: the Worker's secret `PEPPER`, for `rowIds`. */
  pepper: string;
  /** X25519 public key that answers are sealed to, 32 bytes as base64url. */
  publicKey: string;
  /** First 8 hex digits of SHA-256 of the public key. */
  keyId: string;
  /** Opens what was sealed to the public key. */
  privateKey: PrivateKey;
}

/** @throws RangeError when the round key is not 32 bytes. */
export async function deriveKeys(roundKey: Uint8Array): Promise<RoundKeys> {
  if (roundKey.length !== ROUND_KEY_BYTES) {
    throw new RangeError(`a round key is ${ROUND_KEY_BYTES} bytes, got ${roundKey.length}`);
  }
  const [token, pepper, seal] = await Promise.all([
    expand(roundKey, LABELS.token),
    expand(roundKey, LABELS.pepper),
    expand(roundKey, LABELS.seal),
  ]);
  const privateKey = await SUITE.DeriveKeyPair(seal);
  const publicKey = await SUITE.SerializePublicKey(privateKey.publicKey);
  return {
    tokenKey: await hmacKey(token),
    pepper: toBase64Url(pepper),
    publicKey: toBase64Url(publicKey),
    keyId: await keyIdOf(publicKey),
    privateKey,
  };
}

/** The personal code of a respondent: the first 75 bits of HMAC-SHA-256(token key, respondent number) and a check symbol. */
export async function tokenFor(tokenKey: HmacKey, respondent: string): Promise<string> {
  const mac = await crypto.subtle.sign("HMAC", tokenKey, new TextEncoder().encode(respondent));
  return codeFromBytes(new Uint8Array(mac, 0, CODE_BYTES));
}

/** First 8 hex digits of SHA-256 of the public key: names the key in edge.json, in stored answers and in the journal. */
export async function keyIdOf(publicKey: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(publicKey)));
  return Array.from(digest.subarray(0, 4), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A public key as edge.json has it. @throws RangeError when it is not 32 bytes as base64url. */
export async function importPublicKey(publicKey: string): Promise<PublicKey> {
  const bytes = fromBase64Url(publicKey);
  if (bytes?.length !== 32) throw new RangeError("the public key is not 32 bytes as base64url");
  return SUITE.DeserializePublicKey(bytes);
}

/** HMAC-SHA-256 key for signing. */
export const hmacKey = (bytes: Uint8Array<ArrayBuffer>) =>
  crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);

async function expand(roundKey: Uint8Array, label: string): Promise<Uint8Array<ArrayBuffer>> {
  const key = await crypto.subtle.importKey("raw", new Uint8Array(roundKey), "HKDF", false, ["deriveBits"]);
  const algorithm = {
    name: "HKDF",
    hash: "SHA-256",
    salt: new Uint8Array(),
    info: new TextEncoder().encode(label),
  };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, 256));
}
