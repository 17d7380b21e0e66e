/** Wrangler as a library: loaded when it is needed (it is large), told not to reach the internet before it is. */
import { resolve } from "node:path";

export const REPOSITORY = resolve(import.meta.dirname, "../..");
export const WRANGLER_CONFIG = resolve(REPOSITORY, "wrangler.toml");

const OFFLINE = {
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_HIDE_BANNER: "true",
  X_LOCAL_OBSERVABILITY: "false",
} as const;

export async function quietWrangler(): Promise<typeof import("wrangler")> {
  Object.assign(process.env, OFFLINE);
  process.env["WRANGLER_LOG"] ??= "warn";
  return import("wrangler");
}
