/** »Standard« encryption (MS-OFFCRYPTO 2.3.4.5–9): AES in ECB mode, a key from 50,000 rounds of SHA-1. */
import { createDecipheriv, createHash, timingSafeEqual } from "node:crypto";

const SPINS = 50_000;
const SHA1_BYTES = 20;
/** Where the header begins: after version, flags and its size. */
const HEADER = 12;

/** The key of the package; null when the password does not fit. @throws RangeError when the description is cut. */
export function standardKey(info: Buffer, password: string): Buffer | null {
  const headerBytes = info.readUInt32LE(8);
  const keyBytes = (info.readUInt32LE(HEADER + 16) || 128) / 8;
  const verifier = info.subarray(HEADER + headerBytes);
  const salt = verifier.subarray(4, 20);
  const key = deriveKey(salt, password, keyBytes);
  const input = decryptEcb(key, verifier.subarray(20, 36));
  const expected = decryptEcb(key, verifier.subarray(40, 72)).subarray(0, SHA1_BYTES);
  return timingSafeEqual(expected, sha1(input)) ? key : null;
}

/** The package without its length; a last piece that is no whole block is padding. */
export const decryptStandardPackage = (content: Buffer, key: Buffer): Buffer =>
  decryptEcb(key, content.subarray(0, content.length - (content.length % 16)));

function deriveKey(salt: Buffer, password: string, keyBytes: number): Buffer {
  let digest = sha1(salt, Buffer.from(password, "utf16le"));
  const counter = Buffer.alloc(4);
  for (let i = 0; i < SPINS; i++) {
    counter.writeUInt32LE(i);
    digest = sha1(counter, digest);
  }
  const final = sha1(digest, Buffer.alloc(4));
  const folded = (fill: number): Buffer => {
    const pad = Buffer.alloc(64, fill);
    final.forEach((byte, i) => (pad[i] = byte ^ fill));
    return sha1(pad);
  };
  return Buffer.concat([folded(0x36), folded(0x5c)]).subarray(0, keyBytes);
}

function sha1(...parts: readonly Buffer[]): Buffer {
  const hash = createHash("sha1");
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function decryptEcb(key: Buffer, content: Buffer): Buffer {
  const cipher = createDecipheriv(`aes-${key.length * 8}-ecb`, key, null).setAutoPadding(false);
  return Buffer.concat([cipher.update(content), cipher.final()]);
}
