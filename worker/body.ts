import type { Context } from "hono";
import type { App } from "./env.ts";

/** The body as UTF-8. Not `text()`, which logs a warning for every form. */
export const bodyText = async (c: Context<App>): Promise<string> =>
  new TextDecoder().decode(await c.req.arrayBuffer());
