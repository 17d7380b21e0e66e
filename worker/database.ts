import type { Context } from "hono";
import { bindingsOf, databaseOf, type Database } from "#db/database.ts";
import type { App } from "./env.ts";
import type { Round } from "./round.ts";

/** The round's database, in this request's way of retrying. @throws RangeError when the deployment lacks one of its bindings. */
export const databaseFor = (c: Context<App>, { edge }: Round): Database =>
  databaseOf(bindingsOf(c.env, edge.databases), c.get("effects").retry);
