/** Under which name D1 knows a respondent: base64url(HMAC-SHA-256(pepper, canonical code)), 43 symbols. */
import { fromBase64Url, toBase64Url } from "./base64.ts";
import { hmacKey } from "./keys.ts";

/**
 * A function from a canonical code (`parseCode`) to its row id, for one pepper.
 * @throws RangeError when the pepper is not 32 bytes as base64url.
 */
export async function rowIds(pepper: string): Promise<(code: string) => Promise<string>> {
  const bytes = fromBase64Url(pepper);
  if (bytes?.length !== 32) throw new RangeError("the pepper is not 32 bytes as base64url");
  const key = await hmacKey(bytes);
  const encoder = new TextEncoder();
  return async (code) =>
    toBase64Url(new Uint8Array(await crypto.subtle.sign("HMAC", key, encoder.encode(code))));
}
