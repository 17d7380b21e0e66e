/** Bindings of the Worker under test. */
declare namespace Cloudflare {
  interface Env {
    DB: D1Database;
    ASSETS: Fetcher;
    PEPPER: string;
    LIMITER: RateLimit;
    /** Only in tests: `db/migrations`. */
    MIGRATIONS: import("cloudflare:test").D1Migration[];
  }
}
