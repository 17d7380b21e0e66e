/**
 * Sealed answers: canonical JSON, padded, HPKE to the round's public key, base64 (D1 reads blobs ten times slower). The
 * seal is bound to the round, the row, the draft and its version, so a row that was moved, swapped or relabelled does not open.
 */
import { DecapError, DeserializeError, OpenError } from "hpke";
import { canonicalJson, type Answers } from "#survey/answers.ts";
import { fromBase64, toBase64 } from "./base64.ts";
import { pad, unpad } from "./padding.ts";
import { SUITE, type PrivateKey, type PublicKey } from "./suite.ts";

/** What a seal is bound to besides the round. */
export interface SealContext {
  rowId: string;
  client: string;
  version: number;
  questionnaire: string;
  keyId: string;
}

/** Bytes of the encapsulated key that stand before the ciphertext. */
const ENCAPSULATED_BYTES = 32;

/** The sealed answers, or `null` when they do not fit into 32 KiB. */
export async function seal(
  answers: Answers,
  context: SealContext,
  key: { publicKey: PublicKey; roundId: string },
): Promise<string | null> {
  const padded = pad(canonicalJson(answers));
  if (!padded) return null;
  const { encapsulatedSecret, ciphertext } = await SUITE.Seal(
    key.publicKey,
    padded,
    binding(context, key.roundId),
  );
  const sealed = new Uint8Array(encapsulatedSecret.length + ciphertext.length);
  sealed.set(encapsulatedSecret);
  sealed.set(ciphertext, encapsulatedSecret.length);
  return toBase64(sealed);
}

/**
 * The canonical JSON inside a seal (`AnswerParser.fromCanonical` reads it), or `null` when it does not open: another key,
 * round, row or version, or changed bytes.
 */
export async function open(
  sealed: string,
  context: SealContext,
  key: { privateKey: PrivateKey; roundId: string },
): Promise<string | null> {
  const bytes = fromBase64(sealed);
  if (!bytes || bytes.length <= ENCAPSULATED_BYTES) return null;
  const encapsulated = bytes.subarray(0, ENCAPSULATED_BYTES);
  const ciphertext = bytes.subarray(ENCAPSULATED_BYTES);
  try {
    return unpad(await SUITE.Open(key.privateKey, encapsulated, ciphertext, binding(context, key.roundId)));
  } catch (error) {
    if (error instanceof OpenError || error instanceof DecapError || error instanceof DeserializeError)
      return null;
    throw error;
  }
}

/** A JSON array cannot be read in two ways, whatever the fields hold. */
function binding(context: SealContext, roundId: string): { info: Uint8Array; aad: Uint8Array } {
  const { rowId, client, version, questionnaire, keyId } = context;
  const encoder = new TextEncoder();
  return {
    info: encoder.encode(roundId),
    aad: encoder.encode(JSON.stringify([rowId, client, version, questionnaire, keyId])),
  };
}
