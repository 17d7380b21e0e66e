/** What holds for seals wherever they are made or opened: run in Node (`test/db`) and in workerd (`test/worker`). */
import { beforeAll, describe, expect, it } from "vitest";
import type { Answers } from "#survey/answers.ts";
import { fromBase64, toBase64 } from "#db/base64.ts";
import { deriveKeys, importPublicKey, type RoundKeys } from "#db/keys.ts";
import { open, seal, type SealContext } from "#db/seal.ts";
import type { PublicKey } from "#db/suite.ts";

const ANSWERS: Answers = { q1: 2, q13: 8, no_interview: true, q14: "Æ »citat« 🙂", l1: 1 };
const PLAINTEXT = '{"q1":2,"q13":8,"no_interview":true,"q14":"Æ »citat« 🙂","l1":1}';
const CONTEXT: SealContext = {
  rowId: "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
  client: "abcdefghijklmnopqrstuv",
  version: 7,
  questionnaire: "2026-1",
  keyId: "0123abcd",
};
const roundId = "pilot-2026";

/** The text with one bit of one character flipped, for every bit that leaves ASCII. */
const flips = (text: string): string[] =>
  Array.from(text).flatMap((symbol, i) =>
    [1, 2, 4, 8, 16, 32, 64].map(
      (bit) => text.slice(0, i) + String.fromCharCode(symbol.charCodeAt(0) ^ bit) + text.slice(i + 1),
    ),
  );

/** How many of the changed contexts or texts open all the same. */
async function survivors(attempts: readonly Promise<string | null>[]): Promise<number> {
  return (await Promise.all(attempts)).filter((text) => text !== null).length;
}

export function describeSeal(): void {
  let keys: RoundKeys;
  let publicKey: PublicKey;
  let sealed: string;

  beforeAll(async () => {
    keys = await deriveKeys(new Uint8Array(32).fill(1));
    publicKey = await importPublicKey(keys.publicKey);
    sealed = (await seal(ANSWERS, CONTEXT, { publicKey, roundId })) ?? "";
  });

  const opened = (context: SealContext, text = sealed, id = roundId) =>
    open(text, context, { privateKey: keys.privateKey, roundId: id });

  describe("seal and open", () => {
    it("are inverse", async () => {
      expect(await opened(CONTEXT)).toBe(PLAINTEXT);
    });

    it("give other bytes every time", async () => {
      expect(await seal(ANSWERS, CONTEXT, { publicKey, roundId })).not.toBe(sealed);
    });

    it("are bound to each bit of row, client, questionnaire and key id, to version and round", async () => {
      const { rowId, client, questionnaire, keyId } = CONTEXT;
      const attempts = [
        ...flips(rowId).map((changed) => opened({ ...CONTEXT, rowId: changed })),
        ...flips(client).map((changed) => opened({ ...CONTEXT, client: changed })),
        ...flips(questionnaire).map((changed) => opened({ ...CONTEXT, questionnaire: changed })),
        ...flips(keyId).map((changed) => opened({ ...CONTEXT, keyId: changed })),
        ...Array.from({ length: 30 }, (_, bit) => opened({ ...CONTEXT, version: 7 ^ (1 << bit) })),
        ...flips(roundId).map((changed) => opened(CONTEXT, sealed, changed)),
      ];
      expect(attempts.length).toBeGreaterThan(600);
      expect(await survivors(attempts)).toBe(0);
    });

    it("refuse what moves a character from one field to the next", async () => {
      const moved = { ...CONTEXT, rowId: CONTEXT.rowId.slice(0, -1), client: `8${CONTEXT.client}` };
      expect(await opened(moved)).toBeNull();
    });

    it("refuse every flipped bit of the encapsulated key, the tag and each eighth byte between", async () => {
      const bytes = fromBase64(sealed) ?? new Uint8Array();
      expect(bytes).toHaveLength(32 + 1024 + 16);
      // GCM's tag covers each byte alike; `npm run check:seals` flips them all.
      const places = Array.from(bytes, (_, place) => place).filter(
        (place) => place < 32 || place >= 32 + 1024 || place % 8 === 0,
      );
      const bits = places.flatMap((place) => Array.from({ length: 8 }, (_, bit) => place * 8 + bit));
      const attempts = bits.map((bit) => {
        const changed = bytes.slice();
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        return opened(CONTEXT, toBase64(changed));
      });
      // X25519 ignores the highest bit of a public key (RFC 7748 §5), but HPKE hashes the key as it was sent.
      expect(await survivors(attempts)).toBe(0);
    });

    it("refuse what is cut, lengthened or no base64, and a low-order key, without throwing", async () => {
      const zeros = toBase64(new Uint8Array(32 + 1024 + 16));
      for (const text of [
        "",
        "x",
        sealed.slice(0, -4),
        `${sealed}AAAA`,
        ` ${sealed}`,
        "AAAA".repeat(10),
        zeros,
      ])
        expect(await opened(CONTEXT, text)).toBeNull();
    });

    it("never use an encapsulated key or a ciphertext twice: 2,000 seals of the same answers", async () => {
      const heads = new Set<string>();
      const bodies = new Set<string>();
      for (let n = 0; n < 2000; n++) {
        const text = (await seal(ANSWERS, CONTEXT, { publicKey, roundId })) ?? "";
        // 40 symbols are 30 bytes of the key; the ciphertext begins after 43.
        heads.add(text.slice(0, 40));
        bodies.add(text.slice(44, 84));
      }
      expect([heads.size, bodies.size]).toEqual([2000, 2000]);
    });

    it("refuse another round's key", async () => {
      const { privateKey } = await deriveKeys(new Uint8Array(32).fill(2));
      expect(await open(sealed, CONTEXT, { privateKey, roundId })).toBeNull();
    });

    it.each([
      [1, 1],
      [1000, 1],
      [1100, 2],
      [4000, 4],
      [8000, 8],
      [16_000, 16],
      [30_000, 32],
    ])("make of %i bytes of text %i KiB", async (length, kib) => {
      const text = (await seal({ q14: "x".repeat(length) }, CONTEXT, { publicKey, roundId })) ?? "";
      expect(fromBase64(text)).toHaveLength(32 + kib * 1024 + 16);
    });

    it("refuse what is larger than 32 KiB as a value", async () => {
      expect(await seal({ q14: "x".repeat(32_768) }, CONTEXT, { publicKey, roundId })).toBeNull();
    });
  });
}
