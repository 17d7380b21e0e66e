/** Bindings of the Worker under test. */
declare namespace Cloudflare {
  interface Env {
    DB: D1Database;
    /** Only in tests: the second database of a round that has two. */
    DB_2: D1Database;
    ASSETS: Fetcher;
    PEPPER: string;
    LIMITER: RateLimit;
    /** Only in tests: how many requests are fuzzed. */
    FUZZED_REQUESTS: number;
    /** Only in tests: `db/migrations`. */
    MIGRATIONS: import("cloudflare:test").D1Migration[];
  }
}
