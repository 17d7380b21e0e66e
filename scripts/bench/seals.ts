/**
 * `npm run check:seals`: 100,000 seals of the same answers without an encapsulated key or a ciphertext twice, each 1,000th
 * opened; every bit of one seal flipped and refused; lengths that say nothing. `SEALS=<n>` for another number.
 */
import { fromBase64, toBase64 } from "#db/base64.ts";
import { deriveKeys, importPublicKey } from "#db/keys.ts";
import { open, seal, type SealContext } from "#db/seal.ts";
import { canonicalJson, type Answers } from "#survey/answers.ts";

const SEALS = Number(process.env["SEALS"] ?? 100_000);
const HEAD_BYTES = 32;
const NONCE_BYTES = 16;
const ROUND = "check-seals";

const keys = await deriveKeys(crypto.getRandomValues(new Uint8Array(32)));
const key = { publicKey: await importPublicKey(keys.publicKey), roundId: ROUND };
const context: SealContext = {
  rowId: "A".repeat(43),
  client: "B".repeat(22),
  version: 1,
  questionnaire: "2026-1",
  keyId: keys.keyId,
};
const answers: Answers = { q1: 2, q13: 4, q14: "Det samme svar hver gang" };

const sealOnce = async (given: Answers = answers): Promise<string> => {
  const text = await seal(given, context, key);
  if (text === null) throw new Error("the answers do not fit");
  return text;
};
const opened = (text: string): Promise<string | null> =>
  open(text, context, { privateKey: keys.privateKey, roundId: ROUND });

const plain = canonicalJson(answers);
const heads = new Set<string>();
const bodies = new Set<string>();
const started = performance.now();
for (let n = 0; n < SEALS; n++) {
  const text = await sealOnce();
  const bytes = Buffer.from(text, "base64");
  heads.add(bytes.toString("latin1", 0, HEAD_BYTES));
  bodies.add(bytes.toString("latin1", HEAD_BYTES, HEAD_BYTES + NONCE_BYTES));
  if (n % 1000 === 0 && (await opened(text)) !== plain) throw new Error(`seal ${n} does not open`);
}
const seconds = (performance.now() - started) / 1000;

const one = fromBase64(await sealOnce()) ?? new Uint8Array();
let survivors = 0;
for (let bit = 0; bit < one.length * 8; bit++) {
  const changed = one.slice();
  changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  if ((await opened(toBase64(changed))) !== null) survivors++;
}

const lengths = new Set<number>();
for (let length = 0; length <= 900; length += 7)
  lengths.add((await sealOnce({ ...answers, q14: "x".repeat(length) })).length);

const repeats = 2 * SEALS - heads.size - bodies.size;
console.log(
  `${SEALS} seals in ${seconds.toFixed(1)} s (${Math.round(SEALS / seconds)} a second): ${repeats} repeats`,
);
console.log(`${one.length * 8} flipped bits: ${survivors} opened`);
console.log(`texts of 0 to 900 characters: ${lengths.size} length${lengths.size === 1 ? "" : "s"} of seal`);
process.exitCode = repeats === 0 && survivors === 0 && lengths.size === 1 ? 0 : 1;
