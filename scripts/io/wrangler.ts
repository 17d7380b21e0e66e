/** Wrangler as a library: loaded when it is needed, for it is large, and told first not to reach for the internet. */
import path from "node:path";
import { stayOffline } from "../offline.ts";

export const REPOSITORY = path.resolve(import.meta.dirname, "../..");
export const WRANGLER_CONFIG = path.join(REPOSITORY, "wrangler.toml");

/** The folder inside `persistTo` where Wrangler keeps local data: the same for scripts, the Worker and `wrangler dev`. */
export const stateFolder = (persistTo: string): string => path.resolve(persistTo, "v3");

export async function loadWrangler(): Promise<typeof import("wrangler")> {
  stayOffline();
  process.env["WRANGLER_LOG"] ??= "error";
  return import("wrangler");
}
