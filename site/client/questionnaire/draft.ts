/**
 * The draft on the device, in localStorage, encrypted with AES-GCM under HKDF(code, "draft"). Whoever has the device but not
 * the code can neither read it nor tell whose it is. The text before the first blank is the day it expires.
 */
import type { Answers } from "./answers.ts";
import { fromBase64, random, toBase64 } from "./bytes.ts";

export interface Draft {
  client: string;
  version: number;
  /** Was being sent for good: the next opening of the link goes on with that. */
  sending: boolean | undefined;
  answers: Answers;
}

const PREFIX = "svar.";
const IV_BYTES = 12;
const AES = "AES-GCM";
const HKDF = "HKDF";
const encode = (text: string) => new TextEncoder().encode(text);

/** The key of a code's draft (256 bits of HKDF), and where the draft lies: the 256 bits after it. */
async function secretOf(code: string): Promise<[key: CryptoKey, name: string]> {
  const { subtle } = crypto;
  const base = await subtle.importKey("raw", encode(code), HKDF, false, ["deriveBits"]);
  const algorithm = { name: HKDF, hash: "SHA-256", salt: encode(""), info: encode("draft") };
  const bits = new Uint8Array(await subtle.deriveBits(algorithm, base, 512));
  const key = await subtle.importKey("raw", bits.slice(0, 32), AES, false, ["encrypt", "decrypt"]);
  return [key, PREFIX + toBase64(bits.slice(32))];
}

/** One at a time, in order: a draft that is still being encrypted must not come back after it was deleted. */
let latest: Promise<unknown> = Promise.resolve();
function inOrder<T>(
  code: string,
  otherwise: T,
  work: (key: CryptoKey, name: string) => Promise<T>,
): Promise<T> {
  const done = latest.then(async () => work(...(await secretOf(code)))).catch(() => otherwise);
  latest = done;
  return done;
}

/** False when the device keeps nothing: storage full or closed, no encryption. */
export const keepDraft = (code: string, draft: Draft, expires: string): Promise<boolean> =>
  inOrder(code, false, async (key, name) => {
    const iv = random(IV_BYTES);
    const sealed = await crypto.subtle.encrypt({ name: AES, iv }, key, encode(JSON.stringify(draft)));
    const bytes = new Uint8Array([...iv, ...new Uint8Array(sealed)]);
    localStorage.setItem(name, `${expires} ${toBase64(bytes)}`);
    return true;
  });

/** Null when there is none. */
export const findDraft = (code: string): Promise<Draft | null> =>
  inOrder<Draft | null>(code, null, async (key, name) => {
    const [, text = ""] = (localStorage.getItem(name) || "").split(" ");
    const bytes = fromBase64(text);
    const iv = bytes.slice(0, IV_BYTES);
    const plain = await crypto.subtle.decrypt({ name: AES, iv }, key, bytes.slice(IV_BYTES));
    const draft: Draft = JSON.parse(new TextDecoder().decode(plain));
    return draft;
  });

export const forgetDraft = (code: string): Promise<void> =>
  inOrder(code, undefined, async (_key, name) => localStorage.removeItem(name));

/** Removes every draft, whoever's, that the closing date has passed. */
export function forgetExpired(today: string): void {
  try {
    for (const [name, stored] of Object.entries<string>(localStorage)) {
      if (name.startsWith(PREFIX) && stored < today) localStorage.removeItem(name);
    }
  } catch {
    // Closed storage holds no draft.
  }
}
