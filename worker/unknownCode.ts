/**
 * What a stranger gets, whatever the code: malformed, invented, of another municipality or round. Only here the rate limiter
 * is asked, by network address, so a library or a mobile operator is never stopped from answering.
 */
import type { Context } from "hono";
import type { FieldError } from "#survey/edgeErrors.ts";
import { networkOf } from "./address.ts";
import type { App } from "./env.ts";
import type { Refusal } from "./errors.ts";

/**
 * @param others what else is wrong with the form, known without the code
 * @param code "unknown_code" on the front page, which takes the codes of every municipality
 */
export async function unknownCode(
  c: Context<App>,
  others: readonly FieldError[] = [],
  code: "unknown_code" | "unknown_code_here" = "unknown_code_here",
): Promise<Refusal> {
  // Cloudflare writes this header itself; what a client claims in X-Forwarded-For and its kin is not read.
  const address = c.req.header("CF-Connecting-IP") ?? "";
  const { success } = await c.env.LIMITER.limit({ key: networkOf(address) });
  if (!success) return { error: "too_many_codes" };
  return { error: "unknown_code", fields: [{ field: "code", code }, ...others] };
}

export const codeMissing = (others: readonly FieldError[] = []): Refusal => ({
  error: "code_missing",
  fields: [{ field: "code", code: "missing" }, ...others],
});
