/**
 * The canary of each municipality: a respondent who is nobody. Its answers go the whole way through the deployed Worker
 * and are opened with the round key before the first letter goes out, so that a wrong key, secret or database is found
 * while it harms nobody. The Worker takes its answers whether the round is open or not.
 */
import { CODE_BYTES, codeFromBytes } from "#survey/code.ts";
import { fromBase64Url } from "./base64.ts";
import { hmacKey } from "./keys.ts";
import { rowIds } from "./rowId.ts";

/** How a canary is called where a respondent number stands: `canary-0751`. */
const PREFIX = "canary-";

export const canaryName = (municipality: string): string => `${PREFIX}${municipality}`;
export const isCanary = (respondent: string): boolean => respondent.startsWith(PREFIX);
/** The code of the municipality whose canary it is. */
export const municipalityOfCanary = (respondent: string): string => respondent.slice(PREFIX.length);

/**
 * The personal code of a municipality's canary: the first 75 bits of HMAC-SHA-256(pepper, its name) and a check symbol.
 * Only who has the pepper can make it: the analyst and the Worker.
 * @throws RangeError when the pepper is not 32 bytes as base64url.
 */
export async function canaryCode(pepper: string, municipality: string): Promise<string> {
  const bytes = fromBase64Url(pepper);
  if (bytes?.length !== 32) throw new RangeError("the pepper is not 32 bytes as base64url");
  const name = new TextEncoder().encode(canaryName(municipality));
  const mac = await crypto.subtle.sign("HMAC", await hmacKey(bytes), name);
  return codeFromBytes(new Uint8Array(mac, 0, CODE_BYTES));
}

/** The row id of a municipality's canary. */
export const canaryRowId = async (pepper: string, municipality: string): Promise<string> =>
  (await rowIds(pepper))(await canaryCode(pepper, municipality));
