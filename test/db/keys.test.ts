import { createHash, createHmac, hkdfSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { parseCode } from "#survey/code.ts";
import { deriveKeys, importPublicKey, keyIdOf, tokenFor } from "#db/keys.ts";
import { rowIds } from "#db/rowId.ts";
import { SUITE } from "#db/suite.ts";

const roundKey = Uint8Array.from({ length: 32 }, (_, i) => i);
const keys = await deriveKeys(roundKey);
/** HKDF as Node's own implementation has it. */
const hkdf = (label: string) => Buffer.from(hkdfSync("sha256", roundKey, "", label, 32));

describe("deriveKeys", () => {
  it("makes the pepper by HKDF-SHA-256 with its label", () => {
    expect(keys.pepper).toBe(hkdf("borgersvar v1 pepper").toString("base64url"));
  });

  it("makes the HPKE key pair of HKDF's bytes with DeriveKeyPair, and names it by its hash", async () => {
    const pair = await SUITE.DeriveKeyPair(new Uint8Array(hkdf("borgersvar v1 seal")));
    const publicKey = Buffer.from(await SUITE.SerializePublicKey(pair.publicKey));
    expect(keys.publicKey).toBe(publicKey.toString("base64url"));
    expect(keys.keyId).toBe(createHash("sha256").update(publicKey).digest("hex").slice(0, 8));
    expect(await keyIdOf(publicKey)).toBe(keys.keyId);
  });

  it("gives the same keys again, and other keys for another round key", async () => {
    const again = await deriveKeys(roundKey);
    expect([again.pepper, again.publicKey]).toEqual([keys.pepper, keys.publicKey]);
    const other = await deriveKeys(new Uint8Array(32));
    expect(new Set([keys.pepper, keys.publicKey, other.pepper, other.publicKey]).size).toBe(4);
  });

  it("does not give the private key out", () => {
    expect(keys.privateKey.privateKey.extractable).toBe(false);
    expect(keys.tokenKey.extractable).toBe(false);
  });

  it("refuses a round key that is not 32 bytes", async () => {
    await expect(deriveKeys(new Uint8Array(31))).rejects.toThrow("a round key is 32 bytes, got 31");
  });
});

describe("tokenFor", () => {
  it("makes codes that read back, one a respondent, always the same", async () => {
    const numbers = Array.from({ length: 200 }, (_, i) => `0751-${String(i + 1).padStart(5, "0")}`);
    const codes = await Promise.all(numbers.map((number) => tokenFor(keys.tokenKey, number)));
    expect(new Set(codes).size).toBe(200);
    for (const code of codes) expect(parseCode(code)).toEqual({ ok: true, code });
    expect(await tokenFor(keys.tokenKey, "0751-00001")).toBe(codes[0]);
  });

  it("is pinned: the letters of a round can be made again by later versions", async () => {
    expect(await tokenFor(keys.tokenKey, "0751-00001")).toBe("J2TYGCBKWAMY9N7B");
  });
});

describe("rowIds", () => {
  it("is base64url of HMAC-SHA-256 under the pepper", async () => {
    const rowIdOf = await rowIds(keys.pepper);
    const mac = createHmac("sha256", hkdf("borgersvar v1 pepper"))
      .update("0123456789ABCDEF")
      .digest("base64url");
    expect(await rowIdOf("0123456789ABCDEF")).toBe(mac);
    expect(mac).toHaveLength(43);
  });

  it("refuses a pepper that is not 32 bytes", async () => {
    await expect(rowIds("AAAA")).rejects.toThrow("the pepper is not 32 bytes");
    await expect(rowIds("!")).rejects.toThrow("the pepper is not 32 bytes");
  });
});

describe("importPublicKey", () => {
  it("refuses what is not 32 bytes", async () => {
    await expect(importPublicKey("AAAA")).rejects.toThrow("the public key is not 32 bytes");
  });
});
