import type { RetryEffects } from "#db/retry.ts";
import type { Language } from "#survey/languages.ts";
import type { Page } from "./page.ts";

/** What the Worker is bound to (wrangler.toml). */
export interface Env {
  /** The database of `db/schema.ts`. */
  DB: D1Database;
  /** Further databases of a round that has several, from `DB_2` (`db/database.ts`). */
  [further: `DB_${number}`]: D1Database;
  /** The built site: pages, `edge.json`. */
  ASSETS: Fetcher;
  /** Secret: key of the row ids, 32 bytes as base64url. */
  PEPPER: string;
  /** Asked after unknown codes only. */
  LIMITER: RateLimit;
}

/** What the Worker touches of the world besides its bindings. */
export interface Effects {
  /** Milliseconds since 1 January 1970. */
  now: () => number;
  /** For waits between tries of a query. */
  retry: RetryEffects;
}

/** Types of the Hono app. */
export interface App {
  Bindings: Env;
  Variables: {
    effects: Effects;
    /** The page a form came from, with what was filled in: nothing that goes wrong later may lose it. */
    page?: Page;
    /** The language of the document a form came from; without it Danish. */
    language?: Language;
  };
}
