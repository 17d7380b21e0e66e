/**
 * HPKE base mode, one message, written from RFC 9180 §4, §4.1 and §5.1 on WebCrypto alone: an independent reading to hold
 * the package against. The RFC has no vector for X25519 with AES-256-GCM; this is proved on its vector for AES-128-GCM
 * (A.1.1) and then speaks for the other.
 */
import { bytesOfHex } from "./hex.ts";

type Bytes = Uint8Array<ArrayBuffer>;

export interface Parameters {
  /** Bytes of the AES key: 16 or 32. */
  keyBytes: 16 | 32;
}

const text = (value: string): Bytes => new Uint8Array(new TextEncoder().encode(value));
const join = (...parts: readonly Uint8Array[]): Bytes => {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
};
const two = (value: number): Bytes => Uint8Array.of(value >> 8, value & 255);

async function hmac(key: Bytes, data: Bytes): Promise<Bytes> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  // WebCrypto refuses an empty key; HMAC pads it with zeros, so one zero byte is the same key.
  const raw = key.length === 0 ? new Uint8Array(1) : key;
  const imported = await crypto.subtle.importKey("raw", raw, algorithm, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", imported, data));
}

/** RFC 5869; at most 32 bytes are needed here. */
const expand = async (key: Bytes, info: Bytes, length: number): Promise<Bytes> =>
  (await hmac(key, join(info, Uint8Array.of(1)))).slice(0, length);

const VERSION = text("HPKE-v1");
const labeledExtract = (suite: Bytes, salt: Bytes, label: string, ikm: Bytes): Promise<Bytes> =>
  hmac(salt, join(VERSION, suite, text(label), ikm));
const labeledExpand = (suite: Bytes, prk: Bytes, label: string, info: Bytes, length: number) =>
  expand(prk, join(two(length), VERSION, suite, text(label), info), length);

const KEM_SUITE = join(text("KEM"), two(0x0020));
const NOTHING = new Uint8Array();
const PKCS8_HEAD = bytesOfHex("302e020100300506032b656e04220420");

/** DeriveKeyPair of §7.1.3: the secret bytes. */
export async function derivedSecret(ikm: Bytes): Promise<Bytes> {
  const prk = await labeledExtract(KEM_SUITE, NOTHING, "dkp_prk", ikm);
  return labeledExpand(KEM_SUITE, prk, "sk", NOTHING, 32);
}

/** Opens `enc` and ciphertext with the recipient's secret and public key. */
export async function openBase(
  { keyBytes }: Parameters,
  recipient: { secret: Bytes; publicKey: Bytes },
  sealed: { enc: Bytes; ciphertext: Bytes },
  { info, aad }: { info: Bytes; aad: Bytes },
): Promise<Bytes> {
  const pkcs8 = join(PKCS8_HEAD, recipient.secret);
  const own = await crypto.subtle.importKey("pkcs8", pkcs8, { name: "X25519" }, false, ["deriveBits"]);
  const sender = await crypto.subtle.importKey("raw", sealed.enc, { name: "X25519" }, true, []);
  const algorithm = { name: "X25519", public: sender, $public: sender };
  const dh = new Uint8Array(await crypto.subtle.deriveBits(algorithm, own, 256));
  const eaePrk = await labeledExtract(KEM_SUITE, NOTHING, "eae_prk", dh);
  const context = join(sealed.enc, recipient.publicKey);
  const shared = await labeledExpand(KEM_SUITE, eaePrk, "shared_secret", context, 32);
  const suite = join(text("HPKE"), two(0x0020), two(0x0001), two(keyBytes === 16 ? 1 : 2));
  const schedule = join(
    Uint8Array.of(0),
    await labeledExtract(suite, NOTHING, "psk_id_hash", NOTHING),
    await labeledExtract(suite, NOTHING, "info_hash", info),
  );
  const secret = await labeledExtract(suite, shared, "secret", NOTHING);
  const key = await labeledExpand(suite, secret, "key", schedule, keyBytes);
  const iv = await labeledExpand(suite, secret, "base_nonce", schedule, 12);
  const aes = await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["decrypt"]);
  return new Uint8Array(
    await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: aad }, aes, sealed.ciphertext),
  );
}
