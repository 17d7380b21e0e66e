/** »Agile« encryption (MS-OFFCRYPTO 2.3.4.10–15): AES in CBC mode, a key derived by hashing the password many times. */
import { createDecipheriv, createHash, timingSafeEqual } from "node:crypto";

/** Office counts 100,000; a file that asks for much more wants to keep the machine busy. */
const MOST_SPINS = 1_000_000;
const SEGMENT = 4096;
const BLOCK = {
  verifierInput: Buffer.from("fea7d2763b4b9e79", "hex"),
  verifierHash: Buffer.from("d7aa0f6d3061344e", "hex"),
  key: Buffer.from("146e0be7abacd0d6", "hex"),
};
/** What a key is filled up with when the hash is shorter. */
const FILL = 0x36;

export interface AgileKey {
  ok: true;
  key: Buffer;
  salt: Buffer;
  hash: string;
  blockBytes: number;
}

type Attributes = (name: string) => string;

/** The key of the package, from the description of the encryption and the password. */
export function agileKey(
  xml: string,
  password: string,
): AgileKey | { ok: false; reason: "password_wrong" | "encryption_unsupported" } {
  const [data, encryptor] = [attributesOf(xml, "keyData"), attributesOf(xml, "encryptedKey")];
  const spins = Number(encryptor("spinCount"));
  const fits = [data, encryptor].every(
    (of) => of("cipherAlgorithm") === "AES" && of("cipherChaining") === "ChainingModeCBC",
  );
  if (!fits || !(spins >= 0 && spins <= MOST_SPINS)) return { ok: false, reason: "encryption_unsupported" };
  const hash = hashName(encryptor("hashAlgorithm"));
  const salt = Buffer.from(encryptor("saltValue"), "base64");
  const spun = spin(hash, salt, password, spins);
  const open = (block: Buffer, value: string): Buffer => {
    const digest = createHash(hash).update(spun).update(block).digest();
    const key = fitted(digest, Number(encryptor("keyBits")) / 8);
    return decryptCbc(key, fitted(salt, Number(encryptor("blockSize"))), Buffer.from(value, "base64"));
  };
  const input = open(BLOCK.verifierInput, encryptor("encryptedVerifierHashInput"));
  const expected = open(BLOCK.verifierHash, encryptor("encryptedVerifierHashValue"));
  const actual = createHash(hash).update(input).digest();
  const same =
    expected.length >= actual.length && timingSafeEqual(expected.subarray(0, actual.length), actual);
  if (!same) return { ok: false, reason: "password_wrong" };
  return {
    ok: true,
    key: open(BLOCK.key, encryptor("encryptedKeyValue")).subarray(0, Number(data("keyBits")) / 8),
    salt: Buffer.from(data("saltValue"), "base64"),
    hash: hashName(data("hashAlgorithm")),
    blockBytes: Number(data("blockSize")),
  };
}

/** Each 4096 bytes have their own initial vector: the hash of salt and segment number. */
export function decryptAgilePackage(content: Buffer, { key, salt, hash, blockBytes }: AgileKey): Buffer {
  const segments: Buffer[] = [];
  for (let at = 0, segment = 0; at < content.length; at += SEGMENT, segment++) {
    const vector = createHash(hash).update(salt).update(littleEndian(segment)).digest();
    const length = Math.min(SEGMENT, content.length - at);
    const whole = content.subarray(at, at + length - (length % blockBytes));
    segments.push(decryptCbc(key, fitted(vector, blockBytes), whole));
  }
  return Buffer.concat(segments);
}

function spin(hash: string, salt: Buffer, password: string, spins: number): Buffer {
  let digest = createHash(hash).update(salt).update(Buffer.from(password, "utf16le")).digest();
  for (let i = 0; i < spins; i++) digest = createHash(hash).update(littleEndian(i)).update(digest).digest();
  return digest;
}

function decryptCbc(key: Buffer, vector: Buffer, content: Buffer): Buffer {
  const cipher = createDecipheriv(`aes-${key.length * 8}-cbc`, key, vector).setAutoPadding(false);
  return Buffer.concat([cipher.update(content), cipher.final()]);
}

const fitted = (bytes: Buffer, length: number): Buffer =>
  bytes.length >= length
    ? bytes.subarray(0, length)
    : Buffer.concat([bytes, Buffer.alloc(length - bytes.length, FILL)]);

const hashName = (name: string): string => name.toLowerCase().replace("-", "");

function littleEndian(n: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(n);
  return bytes;
}

/** The attributes of the first element of that local name; a missing one is empty. */
function attributesOf(xml: string, element: string): Attributes {
  const [, text = ""] = new RegExp(`<(?:\\w+:)?${element}\\b([^>]*)>`).exec(xml) ?? [];
  return (name) => new RegExp(`\\b${name}="([^"]*)"`).exec(text)?.[1] ?? "";
}
