/**
 * The draft on the device, in localStorage, encrypted with AES-GCM under HKDF(code, "draft"). Whoever has the device but not
 * the code can neither read it nor tell whose it is. The first ten characters are the day it expires.
 */
import { symbolsOf } from "#survey/code.ts";
import type { Answers } from "./answers.ts";
import { PREFIX } from "./draftName.ts";

export type Draft = [
  draftName: string,
  changes: number,
  /** Was being sent for good: the next opening of the link goes on with that. */
  isSending: boolean | undefined,
  answers: Answers,
];

const DAY_CHARACTERS = 10;
const IV_BYTES = 12;
const AES = "AES-GCM";
const HKDF = "HKDF";
const encode = (text: string) => new TextEncoder().encode(text);

export const random = (bytes: number): Uint8Array<ArrayBuffer> =>
  crypto.getRandomValues(new Uint8Array(bytes));

/** The key of a code's draft (256 bits of HKDF), and where the draft lies: 160 of the bits after it. */
async function secretOf(code: string): Promise<[key: CryptoKey, name: string]> {
  const { subtle } = crypto;
  const base = await subtle.importKey("raw", encode(code), HKDF, false, ["deriveBits"]);
  const algorithm = { name: HKDF, hash: "SHA-256", salt: encode(""), info: encode("draft") };
  const bits = new Uint8Array(await subtle.deriveBits(algorithm, base, 512));
  const key = await subtle.importKey("raw", bits.slice(0, 32), AES, false, ["encrypt", "decrypt"]);
  return [key, PREFIX + symbolsOf(bits.slice(32))];
}

/** One at a time, in order: a draft that is still being encrypted must not come back after it was deleted. */
let latest: Promise<unknown> = Promise.resolve();
function inOrder<T>(
  code: string,
  work: (key: CryptoKey, name: string) => Promise<T> | T,
): Promise<T | undefined> {
  const done = latest.then(async () => work(...(await secretOf(code)))).catch(() => undefined);
  latest = done;
  return done;
}

/** Nothing when the device keeps nothing: storage full or closed, no encryption. */
export const keepDraft = (code: string, draft: Draft, expires: string): Promise<boolean | undefined> =>
  inOrder(code, async (key, name) => {
    const iv = random(IV_BYTES);
    const sealed = await crypto.subtle.encrypt({ name: AES, iv }, key, encode(JSON.stringify(draft)));
    const bytes = [...iv, ...new Uint8Array(sealed)];
    localStorage[name] = expires + btoa(bytes.map((byte) => String.fromCharCode(byte)).join(""));
    return true;
  });

/** Nothing when there is none, or when it was cut short. */
export const findDraft = (code: string): Promise<Draft | undefined> =>
  inOrder(code, async (key, name) => {
    const text = atob(localStorage[name].slice(DAY_CHARACTERS));
    const bytes = Uint8Array.from(text, (symbol) => symbol.charCodeAt(0));
    const iv = bytes.slice(0, IV_BYTES);
    const plain = await crypto.subtle.decrypt({ name: AES, iv }, key, bytes.slice(IV_BYTES));
    const draft: Draft = JSON.parse(new TextDecoder().decode(plain));
    return draft;
  });

export const forgetDraft = (code: string): Promise<void> =>
  inOrder(code, (_key, name) => localStorage.removeItem(name));
