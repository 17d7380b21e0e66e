/** A D1 database with the queries' way of retrying. */
import { drizzle, type DrizzleD1Database } from "drizzle-orm/d1";
import { retryEffects, withRetry, type RetryEffects } from "./retry.ts";

export interface Database {
  orm: DrizzleD1Database;
  /** Runs a query, again when D1 recommends it. */
  retry: <T>(query: () => Promise<T>) => Promise<T>;
}

/** @param binding a D1 binding: the Worker's, or what `getPlatformProxy` gives a script. */
export const databaseOf = (
  binding: Parameters<typeof drizzle>[0],
  effects: RetryEffects = retryEffects,
): Database => ({
  orm: drizzle(binding),
  retry: (query) => withRetry(query, effects),
});
