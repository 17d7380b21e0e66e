/** What every request passes before a route reads it. */
import type { Context, MiddlewareHandler, Next } from "hono";
import { bodyLimit } from "hono/body-limit";
import { NOTHING_ALLOWED, SECURITY_HEADERS } from "#survey/securityHeaders.ts";
import type { App } from "./env.ts";
import { refuse } from "./errors.ts";

/** Security headers on every answer, errors included; a page has its own Content-Security-Policy. */
export async function securityHeaders(c: Context<App>, next: Next): Promise<void> {
  await next();
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.header(name, value);
  c.header("Cache-Control", "no-store");
  c.header("X-Robots-Tag", "noindex");
  if (!c.res.headers.has("Content-Security-Policy")) c.header("Content-Security-Policy", NOTHING_ALLOWED);
}

/**
 * Refuses what another site's page sends, so that nobody's visitors can be made to try codes. There is no session to ride
 * on, so browsers that say nothing (old phones) pass, and `Origin: null`, which a page with no-referrer sends of itself.
 */
export async function sameSiteOnly(c: Context<App>, next: Next): Promise<Response | void> {
  const site = c.req.header("Sec-Fetch-Site");
  const origin = c.req.header("Origin") ?? "null";
  const foreign =
    site === undefined
      ? origin !== "null" && origin !== new URL(c.req.url).origin
      : site !== "same-origin" && site !== "none";
  return foreign ? refuse(c, { error: "cross_site" }) : next();
}

/** Refuses a body over the limit before it is parsed. */
export const atMost = (maximumBytes: number): MiddlewareHandler<App> =>
  bodyLimit({ maxSize: maximumBytes, onError: (c: Context<App>) => refuse(c, { error: "too_large" }) });
