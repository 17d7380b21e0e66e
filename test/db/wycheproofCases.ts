/** Project Wycheproof against WebCrypto, the ground HPKE stands on: run in Node (`test/db`) and in workerd (`test/worker`). */
import { describe, expect, it } from "vitest";
import vectors from "../vectors/wycheproof.json" with { type: "json" };
import { bytesOfHex, hexOf } from "./hex.ts";

type Row = readonly (string | number)[];
const cell = (row: Row, place: number): string => String(row[place]);
const bytes = (row: Row, place: number): Uint8Array<ArrayBuffer> => bytesOfHex(cell(row, place));

/** The result, or `null` when the runtime refuses. */
async function attempt(work: () => Promise<ArrayBuffer>): Promise<string | null> {
  try {
    return hexOf(new Uint8Array(await work()));
  } catch {
    return null;
  }
}

/** RFC 8410: what stands before the 32 bytes of an X25519 private key in PKCS #8. */
const PKCS8_HEAD = bytesOfHex("302e020100300506032b656e04220420");
const X25519 = { name: "X25519" };

const agree = (row: Row): Promise<string | null> =>
  attempt(async () => {
    const pkcs8 = new Uint8Array([...PKCS8_HEAD, ...bytes(row, 2)]);
    const own = await crypto.subtle.importKey("pkcs8", pkcs8, X25519, false, ["deriveBits"]);
    const other = await crypto.subtle.importKey("raw", bytes(row, 1), X25519, true, []);
    // Cloudflare's types call the field $public.
    const algorithm = Object.assign({ public: other, $public: other }, X25519);
    return crypto.subtle.deriveBits(algorithm, own, 256);
  });

const decrypt = (row: Row): Promise<string | null> =>
  attempt(async () => {
    const key = await crypto.subtle.importKey("raw", bytes(row, 1), "AES-GCM", false, ["decrypt"]);
    const algorithm = { name: "AES-GCM", iv: bytes(row, 2), additionalData: bytes(row, 3) };
    return crypto.subtle.decrypt(algorithm, key, bytes(row, 5));
  });

const expand = (row: Row): Promise<string | null> =>
  attempt(async () => {
    const key = await crypto.subtle.importKey("raw", bytes(row, 1), "HKDF", false, ["deriveBits"]);
    const algorithm = { name: "HKDF", hash: "SHA-256", salt: bytes(row, 2), info: bytes(row, 3) };
    return crypto.subtle.deriveBits(algorithm, key, Number(row[4]) * 8);
  });

/** Numbers of the tests whose outcome is not the expected one. */
async function failures(
  rows: readonly Row[],
  outcome: (row: Row) => Promise<string | null>,
  expected: (row: Row, found: string | null) => boolean,
): Promise<(string | number | undefined)[]> {
  const failed: (string | number | undefined)[] = [];
  for (const row of rows) if (!expected(row, await outcome(row))) failed.push(row[0]);
  return failed;
}

const result = (row: Row): string => cell(row, row.length - 1);

const isOutput = (row: Row, found: string | null): boolean =>
  result(row) === "valid" ? found === cell(row, 5) : found === null;
const isMessage = (row: Row, found: string | null): boolean =>
  result(row) === "valid" ? found === cell(row, 4) : found === null;

export function describeWycheproof(): void {
  describe("Project Wycheproof", () => {
    it("X25519: every secret is right; where all bytes of it are zero, it may be refused", async () => {
      const zero = "00".repeat(32);
      const right = (row: Row, found: string | null): boolean =>
        found === cell(row, 3) || (found === null && cell(row, 3) === zero);
      expect(vectors.x25519.length).toBeGreaterThan(200);
      expect(await failures(vectors.x25519, agree, right)).toEqual([]);
    });

    it("AES-256-GCM: valid texts open to the message, changed ones do not", async () => {
      expect(new Set(vectors.aesGcm.map(result))).toEqual(new Set(["valid", "invalid"]));
      expect(await failures(vectors.aesGcm, decrypt, isMessage)).toEqual([]);
    });

    it("HKDF-SHA-256: every output is right, one that is too long is refused", async () => {
      expect(await failures(vectors.hkdf, expand, isOutput)).toEqual([]);
    });
  });
}
